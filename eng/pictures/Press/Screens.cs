using Broadsheet.Pictures.Drawing;

namespace Broadsheet.Pictures.Press;

/// <summary>Turns a tone into ink: how much of the point (x, y) in pixels is covered (0 to 1) for a darkness (0 to 1).</summary>
internal delegate float Screen(float x, float y, float darkness);

/// <summary>The screens of the house: engraved lines, cross-hatching, halftone dots, stipple, solid wash.</summary>
internal static class Screens
{
    /// <summary>No ink at all: only the wash of the duotone.</summary>
    public static readonly Screen None = static (_, _, _) => 0;

    /// <summary>Ink in proportion to the tone, unscreened.</summary>
    public static readonly Screen Solid = static (_, _, darkness) => darkness;

    /// <summary>Parallel lines that swell with the tone; a slight waver keeps them hand-cut.</summary>
    /// <param name="pitch">Pixels from line to line.</param>
    /// <param name="degrees">Direction of the lines; 0 is level, positive falls to the right.</param>
    /// <param name="waver">Pixels by which lines stray.</param>
    public static Screen Lines(float pitch, float degrees, float waver = 1.2f)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return (x, y, darkness) =>
        {
            var across = (y * cos) - (x * sin) + (waver * ((Noise.Smooth(x / 70, y / 70, 11) * 2) - 1));
            return Line(across, pitch, darkness);
        };
    }

    /// <summary>Lines that follow a field: <paramref name="field"/> gives the coordinate across the lines in units of their pitch.</summary>
    public static Screen Contours(Func<float, float, float> field) => (x, y, darkness) =>
    {
        var here = field(x, y);
        var slope = MathF.Max(0.02f, MathF.Sqrt(Square(field(x + 1, y) - here) + Square(field(x, y + 1) - here)));
        var pitch = 1 / slope;
        return Line(here * pitch, pitch, darkness);
    };

    /// <summary>Level lines whose distance grows from the horizon towards the viewer, waving like water.</summary>
    /// <param name="horizon">The height in pixels where the water begins.</param>
    /// <param name="near">The pitch 600 pixels below the horizon.</param>
    public static Screen Water(float horizon, float near, float wave = 1)
    {
        var far = 4.2f;
        var growth = (near - far) / 600;
        return (x, y, darkness) =>
        {
            var depth = MathF.Max(0, y - horizon);
            var pitch = far + (growth * depth);
            var sway = wave * pitch * 0.55f * (Noise.Smooth(x / (14 * pitch), y / (2.6f * pitch), 5) - 0.5f + (0.5f * MathF.Sin((x / (5.5f * pitch)) + (y / pitch))) * 0.35f);
            var index = MathF.Log(1 + (growth * depth / far)) / growth;
            return Line((index + (sway / pitch)) * pitch, pitch, darkness);
        };
    }

    /// <summary>A second set of lines over a first, only where the tone is darker than <paramref name="from"/>.</summary>
    public static Screen Crossed(Screen first, Screen second, float from = 0.45f) => (x, y, darkness) =>
    {
        var ink = first(x, y, MathF.Min(darkness, 0.5f + (darkness * 0.3f)));
        if (darkness <= from) return ink;
        var over = second(x, y, (darkness - from) / (1 - from) * 0.8f);
        return 1 - ((1 - ink) * (1 - over));
    };

    /// <summary>Round dots on a turned grid, growing into each other in the shadows.</summary>
    public static Screen Halftone(float pitch, float degrees = 45)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return (x, y, darkness) =>
        {
            var u = ((x * cos) + (y * sin)) / pitch;
            var v = ((y * cos) - (x * sin)) / pitch;
            var spot = 0.5f - (0.25f * (MathF.Cos(2 * MathF.PI * u) + MathF.Cos(2 * MathF.PI * v)));
            return Math.Clamp(((darkness - spot) * pitch * 0.75f) + 0.5f, 0, 1) * MathF.Min(1, darkness * 12);
        };
    }

    /// <summary>Scattered dots, one for each cell of <paramref name="pitch"/> pixels, their size following the tone.</summary>
    public static Screen Stipple(float pitch, int seed = 3) => (x, y, darkness) =>
    {
        if (darkness < 0.01f) return 0;
        var (column, row) = ((int)MathF.Floor(x / pitch), (int)MathF.Floor(y / pitch));
        var radius = pitch * 0.62f * MathF.Sqrt(darkness);
        var ink = 0f;
        for (var j = row - 1; j <= row + 1; j++)
        {
            for (var i = column - 1; i <= column + 1; i++)
            {
                var dx = ((i + 0.5f + ((Noise.Hash(i, j, seed) - 0.5f) * 0.8f)) * pitch) - x;
                var dy = ((j + 0.5f + ((Noise.Hash(i, j, seed + 1) - 0.5f) * 0.8f)) * pitch) - y;
                ink = MathF.Max(ink, Math.Clamp(radius - MathF.Sqrt((dx * dx) + (dy * dy)) + 0.5f, 0, 1));
            }
        }
        return ink;
    };

    private static float Line(float across, float pitch, float darkness)
    {
        if (darkness < 0.02f) return 0;
        var turn = across / pitch;
        var distance = MathF.Abs(turn - MathF.Floor(turn) - 0.5f) * pitch;
        return Math.Clamp((MathF.Min(darkness, 1) * pitch * 0.5f) - distance + 0.5f, 0, 1) * MathF.Min(1, darkness * 8);
    }

    private static float Square(float value) => value * value;
}
