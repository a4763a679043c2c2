using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Squid boats at the quay in the last light, their lamps doubled by the water.</summary>
internal static class HarborDusk
{
    private const float Waterline = 560;
    private static readonly SKColor Amber = new(0xF3, 0xC2, 0x63);
    private static readonly SKColor Night = new(0x12, 0x25, 0x36);
    private static readonly SKColor Flame = new(0xE4, 0x8A, 0x4A);

    public static void Draw(Scene scene)
    {
        Sky(scene);
        Hills(scene);
        Water(scene);
        scene.Draw(canvas =>
        {
            Town(canvas);
            Crane(canvas);
            canvas.Box(0, Waterline - 15, scene.Width, 17, Night);
            foreach (var (x, size, seed) in new[] { (40f, 0.92f, 2), (395f, 1.12f, 3), (820f, 0.86f, 5), (1130f, 1.0f, 4) }) Boat(canvas, x, size, seed);
        });
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Lines(8, 0, 1.6f),
        new Duotone(new SKColor(0xF4, 0xBE, 0x7C), new SKColor(0x33, 0x5C, 0x7C), new SKColor(0x23, 0x43, 0x60)),
        (x, y, _) =>
        {
            var height = 1 - (y / Waterline);
            var glow = MathF.Exp(-MathF.Pow((x - 620) / 620, 2)) * 0.18f;
            var streak = Noise.Cloud(x / 520, y / 42, 21);
            var cloud = Noise.Step(0.54f, 0.72f, streak) * (0.15f + (0.25f * height));
            return Noise.Step(-0.05f, 1.1f, height) * 0.86f - glow + cloud;
        });

    private static void Hills(Scene scene)
    {
        (float Base, float Height, float Width, float Tone, int Seed)[] ranges = [(470, 150, 360, 0.3f, 61), (510, 110, 230, 0.55f, 72), (545, 70, 150, 0.8f, 83)];
        foreach (var range in ranges)
        {
            using var ridge = Shapes.Ridge(0, scene.Width, Waterline, x => range.Base - (range.Height * (Noise.Cloud(x / range.Width, 0.5f, range.Seed, 4) - 0.25f)), 3);
            scene.Paint(
                Screens.Lines(7, 62, 1.5f),
                new Duotone(new SKColor(0xB9, 0x8C, 0x7A), new SKColor(0x2A, 0x40, 0x55), Night),
                canvas => canvas.Fill(ridge, Ink.Tone(range.Tone)),
                (x, y, drawn) => drawn + (0.22f * (Noise.Cloud(x / 60, y / 60, range.Seed + 1) - 0.5f)));
        }
    }

    private static void Water(Scene scene) => scene.Paint(
        Screens.Water(Waterline - 30, 13, 1.3f),
        new Duotone(new SKColor(0xEF, 0xB4, 0x76), new SKColor(0x2B, 0x50, 0x6E), Night),
        canvas =>
        {
            canvas.Gradient(new SKRect(0, Waterline, scene.Width, scene.Height), new(0, Waterline), new(0, scene.Height), [Ink.Tone(0.62f), Ink.Tone(0.5f), Ink.Tone(0.8f)], [0, 0.4f, 1]);
            foreach (var (x, width) in new[] { (215f, 230f), (600f, 265f), (980f, 210f), (1310f, 250f) })
            {
                canvas.Glow(x, Waterline, width, Ink.Tone(1), 1, 0.55f);
            }
        },
        (x, y, drawn) =>
        {
            var depth = (y - Waterline) / (scene.Height - Waterline);
            var shimmer = Noise.Smooth(x / (60 + (120 * depth)), y / (3.5f + (7 * depth)), 9);
            var path = MathF.Exp(-MathF.Pow((x - 620) / 420, 2)) * 0.4f;
            return drawn - path * Noise.Step(0.4f, 0.8f, shimmer) + (0.18f * (shimmer - 0.5f));
        });

    private static void Boat(SKCanvas canvas, float x, float size, int seed)
    {
        var dice = new Dice(seed);
        canvas.Save();
        canvas.Translate(x, Waterline);
        canvas.Scale(size);
        // Hull with sheer, wheelhouse aft, two masts and stays.
        canvas.Shape("M 6 -66 C 60 -40 190 -36 268 -44 C 300 -48 326 -62 352 -92 C 350 -50 330 -8 306 6 L 40 6 C 20 -10 8 -36 6 -66 Z", Night);
        canvas.Outline("M 14 -54 C 70 -28 190 -24 270 -32 C 300 -36 324 -50 344 -74", Ink.Mix(Night, Amber, 0.5f), 3);
        canvas.Shape("M 34 -50 L 36 -128 L 118 -128 L 126 -44 Z M 28 -128 L 30 -138 L 126 -138 L 126 -128 Z M 52 -138 L 54 -166 L 96 -166 L 98 -138 Z", Night);
        for (var i = 0; i < 3; i++) canvas.Box(44 + (i * 25), -116, 17, 19, i == 1 ? Ink.Mix(Amber, Flame, 0.4f) : Amber, 1);
        SKPoint aft = new(76, -250), fore = new(268, -236), bow = new(346, -92), stern = new(10, -70);
        canvas.Line(76, -166, aft.X, aft.Y, Night, 6);
        canvas.Line(268, -44, fore.X, fore.Y, Night, 6);
        canvas.Line(aft, stern, Night, 1.6f);
        canvas.Line(fore, bow, Night, 1.6f);
        canvas.Line(aft, fore, Night, 1.6f);
        canvas.Line(268, -150, 330, -190, Night, 4);
        canvas.Line(fore.X, fore.Y, 330, -190, Night, 1.4f);

        Lamps(canvas, new(78, -206), new(266, -192), 22, 11, dice);
        Lamps(canvas, new(78, -176), new(266, -162), 20, 11, dice);
        canvas.Restore();
        Reflections(canvas, x, size, dice);
    }

    private static void Lamps(SKCanvas canvas, SKPoint from, SKPoint to, float sag, int count, Dice dice)
    {
        using var wire = Shapes.Hanging(from, to, sag / 2);
        canvas.Stroke(wire, Night, 2);
        for (var i = 1; i < count; i++)
        {
            var at = Shapes.Along(from, to, i / (float)count, sag / 2);
            if (dice.Chance(0.72f))
            {
                canvas.Glow(at.X, at.Y + 6, 26, Amber, 0.75f);
                canvas.Disc(at.X, at.Y + 6, 6.5f, new SKColor(0xFF, 0xF3, 0xD2));
            }
            else canvas.Disc(at.X, at.Y + 6, 5.5f, Ink.Mix(Night, Ink.Shallow, 0.55f));
        }
    }

    /// <summary>Columns of light under the lamps, broken into ripples that widen and thin out.</summary>
    private static void Reflections(SKCanvas canvas, float x, float size, Dice dice)
    {
        for (var lamp = 0; lamp < 10; lamp++)
        {
            var middle = x + (size * (92 + (lamp * 18)));
            for (var y = Waterline + 20; y < Waterline + 300; y += dice.Between(7, 13))
            {
                var depth = (y - Waterline) / 300;
                if (dice.Chance(depth * 0.8f)) continue;
                var width = dice.Between(5, 12) + (16 * depth);
                var off = dice.Between(-7, 7) * (0.5f + (2 * depth));
                canvas.Oval(middle + off, y, width, 1.6f + (1.6f * depth), Brush.Faded(Amber, 0.95f - (0.6f * depth)));
            }
        }
    }

    private static void Town(SKCanvas canvas)
    {
        var dice = new Dice(77);
        for (var x = 1180f; x < 1600;)
        {
            var (width, height) = (dice.Between(46, 86), dice.Between(70, 150));
            canvas.Box(x, Waterline - height, width, height, Ink.Mix(Night, Ink.Sea, 0.25f));
            canvas.Polygon(Night, new(x - 7, Waterline - height + 2), new(x + (width / 2), Waterline - height - dice.Between(18, 36)), new(x + width + 7, Waterline - height + 2));
            for (var wy = Waterline - height + 16; wy < Waterline - 26; wy += 25)
            {
                for (var wx = x + 9; wx < x + width - 12; wx += 19)
                {
                    if (dice.Chance(0.55f)) canvas.Box(wx, wy, 10, 14, dice.Chance(0.7f) ? Amber : Flame);
                }
            }
            x += width - 4;
        }
    }

    private static void Crane(SKCanvas canvas)
    {
        canvas.Line(1085, Waterline, 1085, 250, Night, 9);
        for (var y = 280; y < 540; y += 22) canvas.Line(1079, y, 1091, y + 22, Ink.Mix(Night, Flame, 0.5f), 2);
        canvas.Line(960, 292, 1300, 244, Night, 7);
        canvas.Line(960, 292, 1085, 214, Night, 2.4f);
        canvas.Line(1085, 250, 1085, 210, Night, 6);
        canvas.Line(1085, 214, 1300, 244, Night, 2.4f);
        canvas.Box(945, 284, 44, 30, Night);
        canvas.Line(1270, 250, 1270, 380, Night, 2.2f);
        canvas.Box(1262, 378, 16, 12, Night);
        canvas.Disc(1085, 208, 5, Ink.Brick);
        canvas.Glow(1085, 208, 18, Ink.Brick, 0.8f);
    }
}
