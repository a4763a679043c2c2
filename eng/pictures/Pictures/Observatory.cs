using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The dome on its hill under the milky way; no moon.</summary>
internal static class Observatory
{
    private const float Sea = 800;
    private static readonly SKColor Night = new(0x0E, 0x1B, 0x2B);
    private static readonly SKColor Star = new(0xFB, 0xF4, 0xDF);
    private static readonly SKColor Warm = new(0xF0, 0xB9, 0x5A);

    public static void Draw(Scene scene)
    {
        Sky(scene);
        scene.Draw(Stars);
        SeaLine(scene);
        Hill(scene);
        Dome(scene);
        scene.Draw(canvas =>
        {
            foreach (var (x, foot, height, seed) in new[] { (1010f, 800f, 230f, 4), (1080f, 812f, 170f, 9), (1440f, 770f, 270f, 12), (1530f, 800f, 210f, 3), (1588f, 780f, 180f, 6), (640f, 905f, 150f, 5), (570f, 946f, 120f, 8) }) Living.Pine(canvas, x, foot, height, Night, seed);
            Visitors(canvas);
        });
    }

    private static float Milk(float x, float y)
    {
        var across = ((x - 620) * 0.62f) + ((y - 330) * 0.78f);
        return MathF.Exp(-MathF.Pow(across / 150, 2)) * (0.45f + (0.9f * (Noise.Cloud(x / 130, y / 130, 28) - 0.3f)));
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Lines(8, 0, 1.5f),
        new Duotone(new SKColor(0x8F, 0xB0, 0xBE), new SKColor(0x1B, 0x3A, 0x58), Night),
        static (x, y, _) => 0.88f - (0.5f * Noise.Step(250, Sea, y)) - (0.34f * Milk(x, y)));

    private static void Stars(SKCanvas canvas)
    {
        var dice = new Dice(91);
        for (var i = 0; i < 1500; i++)
        {
            var (x, y) = (dice.Between(0, 1600), dice.Between(0, 790));
            var milk = Milk(x, y);
            if (i > 420 && dice.Next() > milk * 1.2f) continue;
            var size = i < 26 ? dice.Between(3.2f, 5) : i < 420 ? dice.Between(1.1f, 2.8f) : dice.Between(0.8f, 1.7f);
            var colour = dice.Chance(0.1f) ? Warm : Star;
            canvas.Disc(x, y, size, Brush.Faded(colour, 1 - (0.6f * y / 800)));
            if (i >= 14) continue;
            canvas.Line(x - (size * 3), y, x + (size * 3), y, Brush.Faded(colour, 0.75f), 1.2f);
            canvas.Line(x, y - (size * 3), x, y + (size * 3), Brush.Faded(colour, 0.75f), 1.2f);
        }
    }

    private static void SeaLine(Scene scene)
    {
        scene.Paint(Screens.Water(Sea - 14, 16, 1), new Duotone(new SKColor(0x86, 0xA7, 0xB5), new SKColor(0x24, 0x48, 0x66), Night), canvas => canvas.Box(0, Sea, scene.Width, scene.Height, Ink.Tone(0.5f)), static (x, y, _) => 0.5f + ((y - Sea) / 420) + (0.4f * Waves.Swell(x, y, Sea, 8)));
        using var coast = Shapes.Ridge(0, 1000, scene.Height, static x => 872 + (46 * Noise.Cloud(x / 150, 1, 16)) - (36 * Noise.Step(500, 0, x)), 4);
        scene.Paint(Screens.Lines(7, 12, 1), new Duotone(new SKColor(0x2A, 0x44, 0x58), Night, Night), canvas => canvas.Fill(coast, Ink.Tone(0.6f)));
        scene.Draw(static canvas =>
        {
            var dice = new Dice(64);
            for (var i = 0; i < 330; i++)
            {
                var x = dice.Between(6, 760);
                var y = 905 - (36 * Noise.Step(500, 0, x)) + (MathF.Pow(dice.Next(), 1.4f) * 150);
                var size = 1.3f + (3 * (y - 860) / 190);
                if (dice.Chance(0.12f)) canvas.Glow(x, y, size * 7, Warm, 0.7f);
                canvas.Box(x, y, size, size * 1.15f, dice.Chance(0.78f) ? Warm : Star);
            }
            for (var i = 0; i < 9; i++)
            {
                var x = dice.Between(40, 900);
                canvas.Disc(x, Sea + dice.Between(3, 16), 2.6f, Warm);
                for (var k = 0; k < 4; k++) canvas.Oval(x, Sea + 24 + (k * 9), 5 + k, 1.2f, Brush.Faded(Warm, 0.6f - (k * 0.12f)));
            }
        });
    }

    private static void Hill(Scene scene)
    {
        using var hill = SKPath.ParseSvgPathData("M 380 1100 C 560 1010 700 930 880 850 C 1010 790 1120 768 1260 766 C 1400 764 1500 780 1640 800 L 1640 1100 Z");
        scene.Paint(Screens.Crossed(Screens.Lines(8, 24, 2), Screens.Lines(8, -50, 2), 0.66f), new Duotone(new SKColor(0x57, 0x6C, 0x62), new SKColor(0x1B, 0x2C, 0x33), Night), canvas => canvas.Fill(hill, Ink.Tone(0.6f)), static (x, y, _) => 0.58f + (0.7f * Noise.Slope(x / 130, y / 60, 52, 4)) + ((y - 800) / 900));
        scene.Paint(Screens.Lines(7, -14, 1.5f), new Duotone(new SKColor(0xB9, 0xB2, 0x98), new SKColor(0x6E, 0x74, 0x6C), Night), static canvas => canvas.Shape("M 700 1100 C 860 1010 940 960 1010 906 C 1080 856 1120 830 1180 792 L 1222 792 C 1180 850 1140 890 1090 940 C 1020 1004 960 1050 920 1100 Z", Ink.Tone(0.4f)));
    }

    private static void Dome(Scene scene)
    {
        const float x = 1250, foot = 790, radius = 178;
        scene.Paint(Screens.Lines(7, 90, 0.4f), new Duotone(new SKColor(0xF4, 0xEE, 0xDE), new SKColor(0x8A, 0x97, 0x9E), Night), static canvas => canvas.Box(x - 166, 612, 332, foot - 612, Ink.Tone(0.3f)), static (px, _, _) => 0.08f + (0.75f * Noise.Step(x - 90, x + 170, px)) + (px < x - 140 ? 0.16f : 0));
        scene.Paint(
            Screens.Contours(static (px, py) => MathF.Atan2(px - x, 640 - py + 60) * 34),
            new Duotone(new SKColor(0xFC, 0xF8, 0xEC), new SKColor(0x86, 0x95, 0x9E), Night),
            static canvas => canvas.Shape($"M {x - radius} 612 A {radius} {radius} 0 0 1 {x + radius} 612 Z", Ink.Tone(0.2f)),
            static (px, py, _) => 0.05f + (0.8f * Noise.Step(-60, 190, (px - x) + ((py - 520) * 0.4f))));
        scene.Draw(static canvas =>
        {
            // The slit, leaning towards the viewer's left, and the end of the telescope in it.
            canvas.Shape($"M {x - 92} 612 C {x - 96} 540 {x - 74} 474 {x - 30} 434 L {x + 22} 437 C {x - 18} 480 {x - 36} 540 {x - 34} 612 Z", Night);
            canvas.Glow(x - 62, 600, 70, Ink.Brick, 0.6f);
            canvas.Polygon(new SKColor(0xD9, 0xD2, 0xC0), new(x - 70, 586), new(x - 46, 597), new(x - 10, 512), new(x - 36, 500));
            canvas.Polygon(Ink.Grey, new(x - 36, 500), new(x - 10, 512), new(x - 6, 502), new(x - 32, 490));
            canvas.Outline($"M {x - radius} 612 A {radius} {radius} 0 0 1 {x + radius} 612", Night, 4);
            canvas.Box(x - radius - 8, 604, (radius + 8) * 2, 14, Night);
            canvas.Box(x - 178, foot - 12, 356, 16, Night);
            canvas.Box(x - 34, 692, 56, 98, Night, 4);
            canvas.Box(x - 28, 698, 44, 92, Ink.Mix(Ink.Brick, Night, 0.25f), 3);
            canvas.Glow(x - 6, 690, 60, Ink.Brick, 0.55f);
            foreach (var window in new[] { x - 118, x + 76 })
            {
                canvas.Box(window, 672, 38, 50, Night, 18);
                canvas.Box(window + 5, 678, 28, 40, new SKColor(0x6B, 0x33, 0x2B), 13);
            }
        });
    }

    private static void Visitors(SKCanvas canvas)
    {
        canvas.Glow(1060, 972, 110, Ink.Brick, 0.8f, 0.4f);
        Living.Person(canvas, 998, 990, 104, Night, walking: true);
        Living.Person(canvas, 944, 1004, 92, Night, walking: true);
        canvas.Line(1006, 918, 1030, 938, Night, 7);
        canvas.Polygon(Brush.Faded(Ink.Brick, 0.45f), new(1032, 938), new(1096, 960), new(1064, 982));
        canvas.Disc(1033, 939, 5.5f, new SKColor(0xF2, 0x6A, 0x4C));
    }
}
