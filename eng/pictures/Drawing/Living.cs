using SkiaSharp;

namespace Broadsheet.Pictures.Drawing;

/// <summary>People, gulls and trees as small shapes.</summary>
internal static class Living
{
    private const string Body = "M -13 -82 C -17 -64 -15 -52 -12 -44 L -11 0 L -2 0 L 0 -40 L 3 0 L 12 0 L 13 -44 C 16 -56 17 -68 13 -82 C 6 -87 -6 -87 -13 -82 Z";
    private const string Stride = "M -12 -82 C -17 -64 -14 -52 -12 -44 L -20 0 L -10 0 L 0 -36 L 12 0 L 22 -2 L 12 -44 C 16 -56 16 -68 12 -82 C 6 -87 -6 -87 -12 -82 Z";
    private const string Wing = "M -74 -20 C -50 -34 -24 -20 -6 -2 C 12 -22 40 -40 76 -30 C 46 -26 26 -10 12 6 C 6 14 -8 14 -14 6 C -26 -8 -46 -18 -74 -20 Z";

    /// <summary>A person in silhouette standing on a point, <paramref name="height"/> pixels tall.</summary>
    public static void Person(SKCanvas canvas, float x, float foot, float height, SKColor colour, bool walking = false)
    {
        canvas.Save();
        canvas.Translate(x, foot);
        canvas.Scale(height / 100);
        canvas.Shape(walking ? Stride : Body, colour);
        canvas.Oval(0, -92, 7, 8.5f, colour);
        canvas.Restore();
    }

    /// <summary>A gull in flight; <paramref name="span"/> is its breadth in pixels.</summary>
    public static void Gull(SKCanvas canvas, float x, float y, float span, float degrees, SKColor body, SKColor line)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(degrees);
        canvas.Scale(span / 150);
        canvas.Shape(Wing, body);
        canvas.Outline(Wing, line, 2.6f);
        canvas.Shape("M 76 -30 L 54 -28 L 62 -34 Z M -74 -20 L -52 -23 L -58 -29 Z", line);
        canvas.Restore();
    }

    /// <summary>A pine bent a little by the wind, its crown in flat layers.</summary>
    public static void Pine(SKCanvas canvas, float x, float foot, float height, SKColor colour, int seed)
    {
        var dice = new Dice(seed);
        var lean = dice.Between(-0.12f, 0.16f) * height;
        using var trunk = Shapes.Curve([new(x, foot), new(x + (lean * 0.3f), foot - (height * 0.5f)), new(x + lean, foot - (height * 0.94f))]);
        canvas.Stroke(trunk, colour, MathF.Max(1.5f, height * 0.045f));
        for (var layer = 0; layer < 5; layer++)
        {
            var up = 0.42f + (layer * 0.13f);
            var width = height * (0.34f - (layer * 0.05f)) * dice.Between(0.8f, 1.15f);
            var middle = x + (lean * up) + (dice.Between(-0.09f, 0.09f) * height);
            canvas.Oval(middle, foot - (height * up), width, height * 0.062f, colour);
            canvas.Oval(middle + (width * 0.3f), foot - (height * (up + 0.045f)), width * 0.55f, height * 0.055f, colour);
        }
    }

    /// <summary>A fan of white drops thrown up from a point.</summary>
    /// <param name="lean">How far the top drifts sideways, in pixels.</param>
    public static void Spray(SKCanvas canvas, float x, float y, float width, float height, float lean, int drops, int seed, SKColor colour)
    {
        var dice = new Dice(seed);
        for (var i = 0; i < drops; i++)
        {
            var up = MathF.Pow(dice.Next(), 1.5f);
            var spread = ((dice.Next() + dice.Next() + dice.Next()) / 1.5f) - 1;
            var px = x + (spread * width * (0.35f + (0.65f * up))) + (lean * up * up);
            var py = y - (height * up * (1 - (0.55f * spread * spread)));
            py += dice.Next() * height * 0.13f * (1 - (spread * spread));
            canvas.Disc(px, py, dice.Between(0.8f, 4.6f) * (1.25f - (0.75f * up)), colour);
        }
    }
}
