using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Crates of greenhouse tangerines stacked for the auction, the ribs of the greenhouse behind.</summary>
internal static class TangerineCrates
{
    private const float Width = 400, Height = 178;
    private static readonly SKColor Wood = new(0xE2, 0xBE, 0x86);
    private static readonly SKColor[] Peel = [new(0xE6, 0x8A, 0x2E), new(0xDF, 0x7A, 0x2A), new(0xEB, 0xA0, 0x3C), new(0xD8, 0xA8, 0x42), new(0xA9, 0xA3, 0x45), new(0x7C, 0x92, 0x46), new(0xE9, 0x93, 0x35)];

    private static readonly (float X, float Top, float Turn)[] Crates =
        [(120, 520, -1.5f), (596, 536, 1f), (1090, 524, -0.8f), (-110, 790, 1.2f), (352, 806, -0.6f), (820, 800, 0.8f), (1262, 794, -1.2f)];

    public static void Draw(Scene scene)
    {
        Greenhouse(scene);
        scene.Paint(Screens.Halftone(9, 30), new Duotone(new SKColor(0xD9, 0xC8, 0xA2), new SKColor(0x9A, 0x86, 0x64), Ink.Key), canvas => canvas.Box(0, 700, scene.Width, 400, Ink.Tone(0.4f)), static (x, y, _) => 0.36f + ((y - 700) / 1300) + (0.25f * (Noise.Cloud(x / 90, y / 40, 3) - 0.5f)));
        for (var i = 0; i < Crates.Length; i++) Crate(scene, Crates[i].X, Crates[i].Top, Crates[i].Turn, i);
    }

    private static void Greenhouse(Scene scene)
    {
        scene.Fill(Screens.Lines(9, 90, 1.5f), new Duotone(new SKColor(0xF3, 0xF0, 0xDF), new SKColor(0xA9, 0xC0, 0xB2), new SKColor(0x6B, 0x8C, 0x7C)), static (x, y, _) => 0.12f + (0.3f * (y / 720)) + (0.26f * MathF.Pow(MathF.Abs(x - 800) / 800, 1.6f)) - (0.14f * Noise.Smooth(x / 110, 0.4f, 8)));
        scene.Paint(Screens.Stipple(9), new Duotone(new SKColor(0x9C, 0xAC, 0x80), new SKColor(0x55, 0x67, 0x42), new SKColor(0x2E, 0x40, 0x2A)), static canvas =>
        {
            using var left = Shapes.Ridge(-10, 690, 730, static x => 560 - (150 * Noise.Step(620, 0, x)) - (70 * Noise.Cloud(x / 60, 2, 5)), 4);
            using var right = Shapes.Ridge(910, 1610, 730, static x => 560 - (150 * Noise.Step(980, 1600, x)) - (70 * Noise.Cloud(x / 60, 2, 9)), 4);
            canvas.Fill(left, Ink.Tone(0.45f));
            canvas.Fill(right, Ink.Tone(0.45f));
        }, static (x, y, _) => 0.36f + (0.8f * Noise.Slope(x / 46, y / 46, 12, 4)));
        scene.Draw(static canvas =>
        {
            var dice = new Dice(40);
            for (var i = 0; i < 54; i++)
            {
                var x = dice.Chance(0.5f) ? dice.Between(0, 560) : dice.Between(1040, 1600);
                Fruit.One(canvas, x, dice.Between(455, 660), dice.Between(8, 14), dice.Pick(Peel), dice);
            }
            for (var rib = 0; rib < 6; rib++)
            {
                var size = 1 - (rib * 0.135f);
                var (half, top) = (960 * size, 560 - (640 * size));
                canvas.Outline($"M {800 - half} 760 L {800 - half} {560 - (90 * size)} C {800 - half} {top} {800 + half} {top} {800 + half} {560 - (90 * size)} L {800 + half} 760", new SKColor(0x5E, 0x70, 0x68), 15 * size * size);
                canvas.Outline($"M {800 - half - 3} 760 L {800 - half - 3} {560 - (90 * size)} C {800 - half - 3} {top - 3} {800 + half - 3} {top - 3} {800 + half - 3} {560 - (90 * size)}", Ink.Paper, 4 * size);
            }
            foreach (var (x, y) in new[] { (800f, 80f), (384f, 152f), (1216f, 152f) }) canvas.Line(x, y - 80, 800 + ((x - 800) * 0.32f), 372 + ((y - 80) * 0.3f), new SKColor(0x5E, 0x70, 0x68), 5);
        });
    }

    private static void Crate(Scene scene, float x, float top, float turn, int seed)
    {
        void Placed(SKCanvas canvas, Action<SKCanvas> draw)
        {
            canvas.Save();
            canvas.Translate(x, top);
            canvas.RotateDegrees(turn, Width / 2, Height);
            draw(canvas);
            canvas.Restore();
        }

        // The shadow that the crate throws on what stands behind and beside it.
        scene.Draw(canvas => Placed(canvas, static sheet => sheet.Box(10, 26, Width + 34, Height + 14, Brush.Faded(Ink.Key, 0.42f), 10)));
        scene.Draw(canvas => Placed(canvas, sheet =>
        {
            sheet.Polygon(new SKColor(0x4A, 0x33, 0x20), new(0, 8), new(30, -64), new(Width - 30, -64), new(Width, 8));
            var dice = new Dice(100 + seed);
            for (var row = 0; row < 4; row++)
            {
                var count = row % 2 == 0 ? 7 : 6;
                var radius = 27f + (row * 3.2f);
                for (var i = 0; i < count; i++)
                {
                    var spread = (Width - 84 + (row * 12)) / (count - 1);
                    Fruit.One(sheet, 42 - (row * 6) + (i * spread) + (row % 2 == 0 ? 0 : 6) + dice.Between(-4, 4), -58 + (row * 22) + dice.Between(-7, 5), radius, dice.Pick(Peel), dice, dice.Chance(0.2f));
                }
            }
        }));
        scene.Paint(Screens.Lines(7, turn, 1.2f), new Duotone(Wood, new SKColor(0x9B, 0x70, 0x42), new SKColor(0x4A, 0x33, 0x20)), canvas => Placed(canvas, static sheet =>
        {
            for (var slat = 0; slat < 3; slat++) sheet.Box(0, 6 + (slat * 60), Width, 48, Ink.Tone(0.2f + (0.06f * slat)), 3);
            foreach (var post in new[] { 8f, Width - 42 }) sheet.Box(post, 0, 34, Height, Ink.Tone(0.42f), 3);
        }), (px, py, drawn) => drawn + (0.3f * (Noise.Cloud(px / 110, py / 7, seed) - 0.5f)) + (0.2f * Noise.Step(x + 230, x + Width, px)));
        scene.Draw(canvas => Placed(canvas, static sheet =>
        {
            for (var slat = 0; slat < 3; slat++)
            {
                sheet.Outline($"M 0 {6 + (slat * 60)} h {Width} v 48 h -{Width} Z", new SKColor(0x3A, 0x28, 0x1A), 3.4f);
                foreach (var nail in new[] { 25f, Width - 25 })
                {
                    sheet.Disc(nail, 20 + (slat * 60), 3.6f, Ink.Key);
                    sheet.Disc(nail, 42 + (slat * 60), 3.6f, Ink.Key);
                }
                if (slat < 2) sheet.Box(42, 54 + (slat * 60), Width - 84, 12, new SKColor(0x3A, 0x28, 0x1A));
            }
            for (var gap = 0; gap < 2; gap++)
            {
                var dice = new Dice(7 + gap);
                for (var i = 0; i < 7; i++) sheet.Oval(72 + (i * 43), 60 + (gap * 60), 17, 5, Ink.Mix(dice.Pick(Peel), Ink.Key, 0.3f));
            }
            foreach (var post in new[] { 8f, Width - 42 }) sheet.Outline($"M {post} 0 h 34 v {Height} h -34 Z", new SKColor(0x3A, 0x28, 0x1A), 3.4f);
        }));
    }
}
