using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>One upturned boat in a cone of light, seen from the tenth row.</summary>
internal static class TheaterStage
{
    private const float Edge = 640, BackWall = 500;
    private static readonly SKColor Dark = new(0x17, 0x12, 0x10);
    private static readonly SKColor Light = new(0xFC, 0xEF, 0xCB);

    public static void Draw(Scene scene)
    {
        Room(scene);
        Cone(scene);
        Boat(scene);
        Actor(scene);
        Curtains(scene);
        Seats(scene);
    }

    /// <summary>How far a point lies inside the cone of light: 1 on its axis, 0 outside.</summary>
    private static float Beam(float x, float y)
    {
        var half = 40 + (y * 0.56f);
        return 1 - Noise.Step(0.72f, 1.04f, MathF.Abs(x - 800) / half);
    }

    private static void Room(Scene scene)
    {
        // Brick at the back.
        scene.Paint(Screens.Lines(7, 12, 1), new Duotone(new SKColor(0x9A, 0x5E, 0x48), new SKColor(0x2B, 0x1B, 0x17), Dark), canvas =>
        {
            canvas.Clear(Ink.Tone(0.9f));
            var dice = new Dice(6);
            for (var row = 0; row * 22 < BackWall; row++)
            {
                for (var x = row % 2 * -32f; x < scene.Width; x += 64) canvas.Box(x, row * 22, 61, 19, Ink.Tone(dice.Between(0.42f, 0.66f)));
            }
        }, static (x, y, drawn) => drawn + 0.28f - (0.36f * MathF.Exp(-MathF.Pow((x - 800) / 420, 2) - MathF.Pow((y - 430) / 330, 2))));
        // Boards of the stage.
        var view = new View(new(0, 2.4f, 0), new(0, 2.4f, 1), 1000, new(800, 330));
        scene.Paint(Screens.Lines(7, 0, 0.6f), new Duotone(new SKColor(0xC9, 0x9A, 0x5C), new SKColor(0x3A, 0x27, 0x1B), Dark), canvas =>
        {
            canvas.Box(0, BackWall, scene.Width, Edge - BackWall, Ink.Tone(0.5f));
            for (var x = -14f; x < 14; x += 0.42f) canvas.Line(view[x, 0, 7.6f], view[x, 0, 15], Ink.Tone(0.85f), 2);
        }, static (x, y, drawn) =>
        {
            var pool = MathF.Exp(-MathF.Pow(MathF.Pow((x - 800) / 400, 2) + MathF.Pow((y - 572) / 72, 2), 2));
            return drawn + 0.34f - (0.72f * pool);
        });
        scene.Paint(Screens.Lines(8, 90, 0), new Duotone(new SKColor(0x5A, 0x3B, 0x28), new SKColor(0x22, 0x17, 0x12), Dark), canvas => canvas.Box(0, Edge, scene.Width, 90, Ink.Tone(0.75f)));
        scene.Draw(canvas => canvas.Box(0, Edge - 3, scene.Width, 6, Ink.Mix(Dark, Ink.Ochre, 0.55f)));
    }

    private static void Cone(Scene scene)
    {
        scene.Draw(canvas =>
        {
            for (var layer = 0; layer < 14; layer++)
            {
                var wide = 1 - (layer * 0.052f);
                using var beam = Shapes.Polygon(new(800 - (36 * wide), -4), new(800 + (36 * wide), -4), new(800 + (400 * wide), 596), new(800 + (340 * wide), 630), new(800 - (340 * wide), 630), new(800 - (400 * wide), 596));
                canvas.Gradient(beam, new(800, 0), new(800, 630), [Brush.Faded(Light, 0.075f), Brush.Faded(Light, 0.022f)]);
            }
            canvas.Glow(800, 0, 90, Light, 1);
            var dice = new Dice(20);
            for (var i = 0; i < 900; i++)
            {
                var (x, y) = (dice.Between(430, 1170), dice.Between(10, 600));
                if (dice.Next() > Beam(x, y)) continue;
                canvas.Disc(x, y, dice.Between(0.7f, 2.3f), Brush.Faded(Light, dice.Between(0.3f, 0.95f)));
            }
        });
    }

    /// <summary>A line along the hull: 0 is the keel, 1 the gunwale on the boards.</summary>
    private static SKPoint[] Strake(float share) => [.. Enumerable.Range(0, 61).Select(i =>
    {
        var u = i / 60f;
        var arch = MathF.Max(0, MathF.Sin(MathF.PI * u));
        var keel = 606 - (168 * MathF.Pow(arch, 0.46f)) - (16 * (0.5f - u));
        var gunwale = 606 - (34 * arch);
        var x = 512 + (590 * u) - (26 * (1 - share) * (0.5f - u) * 2);
        return new SKPoint(x, Noise.Mix(keel, gunwale, share));
    })];

    /// <summary>A clinker boat, keel up, its strakes running together at stem and stern.</summary>
    private static void Boat(Scene scene)
    {
        scene.Draw(static canvas => canvas.Oval(810, 604, 304, 16, Brush.Faded(Dark, 0.8f)));
        const int strakes = 7;
        scene.Paint(Screens.Lines(6, 2, 0.6f), new Duotone(new SKColor(0xF0, 0xC9, 0x88), new SKColor(0x6A, 0x40, 0x26), Dark), static canvas =>
        {
            for (var i = 0; i < strakes; i++)
            {
                var (upper, lower) = (Strake(i / (float)strakes), Strake((i + 1) / (float)strakes));
                using var plank = Shapes.Polygon([.. upper, .. lower.Reverse()]);
                canvas.Gradient(plank, upper[30], lower[30], [Ink.Tone(0.02f + (i * 0.035f)), Ink.Tone(0.26f + (i * 0.06f))]);
            }
        }, static (x, _, drawn) => drawn + (0.4f * MathF.Pow(MathF.Abs(x - 800) / 300, 2.6f)));
        scene.Draw(static canvas =>
        {
            for (var i = 0; i <= strakes; i++)
            {
                var points = Strake(i / (float)strakes);
                using var seam = Shapes.Line(points);
                canvas.Stroke(seam, Dark, i is 0 or strakes ? 5 : 3.2f);
                for (var k = 4; k < 58 && i is > 0 and < strakes; k += 4) canvas.Disc(points[k].X, points[k].Y - 6, 1.8f, Dark);
            }
            using var keel = Shapes.Line([.. Strake(0).Select(static point => new SKPoint(point.X, point.Y - 7))]);
            canvas.Stroke(keel, Dark, 12);
            using var edge = Shapes.Line([.. Strake(0)[6..55].Select(static point => new SKPoint(point.X, point.Y - 11))]);
            canvas.Stroke(edge, Light, 3);
            using var gunwale = Shapes.Line(Strake(1));
            canvas.Stroke(gunwale, Dark, 10);
            canvas.Stroke(gunwale, new SKColor(0xB8, 0x86, 0x4C), 5);
        });
    }

    private static void Actor(Scene scene) => scene.Draw(static canvas =>
    {
        canvas.Shape("M 1210 610 L 1390 626 L 1398 634 L 1224 618 Z", Brush.Faded(Dark, 0.7f));
        canvas.Translate(-46, 0);
        Living.Person(canvas, 1216, 612, 208, Dark);
        canvas.Shape("M 1190 444 C 1172 504 1178 560 1186 590 L 1246 590 C 1254 560 1258 504 1242 444 Z", Dark);
        canvas.Outline("M 1189 448 C 1175 504 1180 552 1186 588", Light, 3);
        canvas.Outline("M 1202 408 C 1197 416 1199 428 1204 434", Light, 3);
    });

    private static void Curtains(Scene scene)
    {
        foreach (var side in new[] { 0, 1 })
        {
            scene.Paint(Screens.Lines(7, 90, 2), new Duotone(new SKColor(0xC4, 0x52, 0x3B), new SKColor(0x4E, 0x18, 0x14), Dark), canvas =>
            {
                canvas.Save();
                if (side == 1)
                {
                    canvas.Translate(scene.Width, 0);
                    canvas.Scale(-1, 1);
                }
                canvas.Shape("M -10 -10 L 300 -10 C 310 140 290 280 236 400 C 226 480 250 560 262 652 L -10 652 Z", Ink.Tone(0.5f));
                canvas.Restore();
            }, (x, y, _) =>
            {
                var across = side == 0 ? x : scene.Width - x;
                var fold = MathF.Sin((across / (24 + (y * 0.004f))) + (1.3f * MathF.Sin(y / 160)));
                return 0.55f + (0.36f * fold) - (0.22f * across / 300) + (0.12f * y / 650);
            });
        }
        scene.Paint(Screens.Lines(7, 90, 1), new Duotone(new SKColor(0xA8, 0x3E, 0x2B), new SKColor(0x40, 0x14, 0x11), Dark), canvas =>
        {
            for (var i = 0; i < 9; i++) canvas.Shape($"M {i * 180 - 10} -10 L {i * 180 + 190} -10 L {i * 180 + 186} 40 Q {i * 180 + 90} 112 {i * 180 - 6} 40 Z", Ink.Tone(0.55f));
        }, static (x, y, _) => 0.72f - (0.3f * MathF.Sin(x % 180 / 180 * MathF.PI)) + (0.2f * y / 90));
    }

    private static void Seats(Scene scene)
    {
        (float Foot, float Size, float Shift)[] rows = [(716, 0.62f, 40), (770, 0.8f, -24), (850, 1.05f, 50), (960, 1.4f, -10)];
        foreach (var (foot, size, shift) in rows)
        {
            scene.Paint(Screens.Lines(7, 0, 0.4f), new Duotone(new SKColor(0x86, 0x38, 0x2B), new SKColor(0x22, 0x10, 0x0E), Dark), canvas =>
            {
                for (var x = shift - (110 * size); x < scene.Width + 100; x += 118 * size)
                {
                    canvas.Box(x, foot - (104 * size), 104 * size, 190 * size, Ink.Tone(0.42f), 26 * size);
                    canvas.Box(x + (5 * size), foot - (104 * size), 94 * size, 9 * size, Ink.Tone(0.1f), 5 * size);
                }
            }, (x, y, drawn) => drawn + (0.22f * MathF.Pow(MathF.Abs(x - 800) / 800, 1.5f)) + (0.2f * Noise.Step(0, 130, y - foot + (104 * size))));
        }
    }
}
