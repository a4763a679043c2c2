using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Barley loaves coming from the brick oven before dawn.</summary>
internal static class BakeryOven
{
    private const float Middle = 800, Sill = 640;
    private static readonly SKColor Dark = new(0x1C, 0x13, 0x10);
    private static readonly SKColor Flame = new(0xF4, 0xA2, 0x3E);
    private static readonly SKColor Crust = new(0xB8, 0x76, 0x3A);
    private const string Mouth = "M 480 640 L 480 480 C 480 250 640 160 800 160 C 960 160 1120 250 1120 480 L 1120 640 Z";

    public static void Draw(Scene scene)
    {
        Wall(scene);
        Arch(scene);
        Fire(scene);
        Rack(scene, -1);
        Rack(scene, 1);
        Bench(scene);
        Peel(scene);
        scene.Draw(Dust);
    }

    private static float Glow(float x, float y) => MathF.Exp(-MathF.Pow((x - Middle) / 520, 2) - MathF.Pow((y - 470) / 420, 2));

    private static void Wall(Scene scene) => scene.Paint(
        Screens.Lines(7, 10, 1.2f),
        new Duotone(new SKColor(0xD0, 0x7A, 0x4E), new SKColor(0x35, 0x1E, 0x17), Dark),
        canvas =>
        {
            canvas.Clear(Ink.Tone(0.95f));
            var dice = new Dice(3);
            for (var row = 0; row * 40 < Sill + 40; row++)
            {
                for (var x = row % 2 * -56f; x < scene.Width; x += 112) canvas.Box(x, row * 40, 107, 35, Ink.Tone(dice.Between(0.42f, 0.62f)), 3);
            }
        },
        static (x, y, drawn) => drawn + 0.34f - (0.62f * Glow(x, y)) + (0.14f * (Noise.Cloud(x / 30, y / 20, 9) - 0.5f)));

    /// <summary>Two rings of bricks stood on end around the mouth.</summary>
    private static void Arch(Scene scene) => scene.Paint(Screens.Lines(7, 60, 0.8f), new Duotone(new SKColor(0xE6, 0x9A, 0x60), new SKColor(0x5A, 0x2E, 0x20), Dark), static canvas =>
    {
        var dice = new Dice(11);
        canvas.Shape("M 372 640 L 372 470 C 372 190 590 60 800 60 C 1010 60 1228 190 1228 470 L 1228 640 Z", Ink.Tone(1));
        for (var i = 0; i < 29; i++)
        {
            var degrees = 180 + (i * 180f / 28);
            var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
            canvas.Save();
            canvas.Translate(Middle + (cos * 374), 486 + (sin * 372));
            canvas.RotateDegrees(degrees);
            canvas.Box(-48, -18, 96, 36, Ink.Tone(dice.Between(0.16f, 0.42f)), 4);
            canvas.Restore();
        }
        for (var row = 0; row < 4; row++)
        {
            canvas.Box(378, 496 + (row * 38), 96, 33, Ink.Tone(dice.Between(0.2f, 0.4f)), 4);
            canvas.Box(1126, 496 + (row * 38), 96, 33, Ink.Tone(dice.Between(0.2f, 0.4f)), 4);
        }
    }, static (x, y, drawn) => drawn + 0.1f - (0.12f * Glow(x, y)));

    private static void Fire(Scene scene)
    {
        scene.Paint(Screens.Contours(static (x, y) => MathF.Sqrt(MathF.Pow((x - Middle) * 0.9f, 2) + MathF.Pow(y - 640, 2)) / 9), new Duotone(new SKColor(0xFF, 0xE6, 0x9C), new SKColor(0x9A, 0x2F, 0x16), new SKColor(0x5A, 0x18, 0x0E)), static canvas => canvas.Shape(Mouth, Ink.Tone(0.5f)), static (x, y, _) =>
        {
            var radius = MathF.Sqrt(MathF.Pow((x - Middle) * 0.95f, 2) + MathF.Pow(y - 600, 2));
            return (0.92f * Noise.Step(60, 450, radius)) + (0.22f * (Noise.Cloud(x / 60, y / 90, 4) - 0.5f));
        });
        scene.Draw(static canvas =>
        {
            var dice = new Dice(30);
            for (var i = 0; i < 15; i++)
            {
                var (x, high, wide) = (540 + (i * 37) + dice.Between(-8, 8), dice.Between(90, 230) * (1 - MathF.Abs(i - 7) / 11f), dice.Between(28, 44));
                var tilt = dice.Between(-24, 24);
                canvas.Shape($"M {x - wide} 604 C {x - wide} {604 - (high * 0.45f)} {x + tilt - 6} {604 - (high * 0.5f)} {x + tilt} {604 - high} C {x + tilt + 10} {604 - (high * 0.55f)} {x + wide} {604 - (high * 0.4f)} {x + wide} 604 Z", Brush.Faded(i % 3 == 0 ? new SKColor(0xFF, 0xF1, 0xBE) : i % 3 == 1 ? Flame : new SKColor(0xE2, 0x6A, 0x2C), 0.9f));
            }
            for (var i = 0; i < 4; i++)
            {
                canvas.Box(560 + (i * 120), 582 - (i % 2 * 8), 150, 30, new SKColor(0x3A, 0x1E, 0x14), 14);
                canvas.Box(570 + (i * 120), 586 - (i % 2 * 8), 120, 5, Flame, 2);
            }
            canvas.Outline(Mouth, Dark, 9);
        });
        scene.Paint(Screens.Lines(7, 0, 0.8f), new Duotone(new SKColor(0xE3, 0xB0, 0x78), new SKColor(0x6A, 0x46, 0x30), Dark), static canvas => canvas.Box(340, 616, 920, 50, Ink.Tone(0.2f), 6), static (x, y, _) => 0.1f + (0.6f * MathF.Pow(MathF.Abs(x - Middle) / 460, 2)) + (y > 648 ? 0.3f : 0));
    }

    private static void Rack(Scene scene, int side)
    {
        scene.Draw(canvas =>
        {
            canvas.Save();
            if (side > 0)
            {
                canvas.Translate(scene.Width, 0);
                canvas.Scale(-1, 1);
            }
            canvas.Box(-10, 60, 318, 900, Brush.Faded(Dark, 0.82f));
            var dice = new Dice(70 + side);
            for (var shelf = 0; shelf < 5; shelf++)
            {
                var y = 210 + (shelf * 162);
                for (var i = 0; i < 4; i++)
                {
                    var (x, light) = (36 + (i * 76), 0.25f + (0.42f * i / 3));
                    Loaf(canvas, x, y - 34, 46, dice, 1 - light);
                }
                canvas.Box(-10, y, 318, 14, new SKColor(0x7A, 0x50, 0x2E));
                canvas.Box(-10, y, 318, 4, new SKColor(0xC9, 0x8E, 0x52));
            }
            for (var x = 0f; x <= 288; x += 288)
            {
                canvas.Box(x, 60, 20, 920, new SKColor(0x5A, 0x3A, 0x24));
                canvas.Box(x + 15, 60, 5, 920, new SKColor(0xD8, 0x98, 0x58));
            }
            canvas.Restore();
        });
    }

    /// <summary>A round loaf with a scored cross and flour on it.</summary>
    private static void Loaf(SKCanvas canvas, float x, float y, float radius, Dice dice, float shade)
    {
        var crust = Ink.Mix(Crust, Dark, shade * 0.75f);
        var flour = Ink.Mix(new SKColor(0xF6, 0xE2, 0xB8), Dark, shade * 0.7f);
        canvas.Oval(x, y + (radius * 0.12f), radius * 1.04f, radius * 0.72f, Dark);
        canvas.Oval(x, y, radius, radius * 0.7f, crust);
        canvas.Oval(x - (radius * 0.1f), y - (radius * 0.16f), radius * 0.72f, radius * 0.42f, Ink.Mix(crust, flour, 0.35f));
        for (var i = -1; i <= 1; i++)
        {
            canvas.Outline($"M {x - (radius * 0.62f)} {y - (radius * 0.08f) + (i * radius * 0.22f)} Q {x} {y - (radius * 0.34f) + (i * radius * 0.22f)} {x + (radius * 0.62f)} {y - (radius * 0.08f) + (i * radius * 0.22f)}", flour, radius * 0.075f);
        }
        canvas.Outline($"M {x - (radius * 0.34f)} {y + (radius * 0.4f)} Q {x - (radius * 0.12f)} {y - (radius * 0.1f)} {x - (radius * 0.3f)} {y - (radius * 0.5f)} M {x + (radius * 0.34f)} {y + (radius * 0.4f)} Q {x + (radius * 0.12f)} {y - (radius * 0.1f)} {x + (radius * 0.3f)} {y - (radius * 0.5f)}", flour, radius * 0.06f);
        for (var i = 0; i < 10; i++) canvas.Disc(x + (dice.Between(-0.7f, 0.7f) * radius), y + (dice.Between(-0.45f, 0.4f) * radius), radius * 0.022f, flour);
    }

    private static void Bench(Scene scene) => scene.Paint(Screens.Lines(8, 0, 1.4f), new Duotone(new SKColor(0xC2, 0x8A, 0x54), new SKColor(0x3E, 0x28, 0x1C), Dark), static canvas => canvas.Polygon(Ink.Tone(0.6f), new(310, 800), new(1290, 800), new(1560, 1080), new(40, 1080)), static (x, y, _) => 0.82f - (0.5f * MathF.Exp(-MathF.Pow((x - Middle) / 380, 2) - MathF.Pow((y - 800) / 220, 2))));

    private static void Peel(Scene scene)
    {
        scene.Draw(static canvas => canvas.Shape("M 640 980 L 664 756 C 700 728 900 728 936 756 L 962 980 C 900 1010 876 1020 866 1080 L 736 1080 C 726 1020 700 1010 640 980 Z", Brush.Faded(Dark, 0.6f)));
        scene.Paint(Screens.Lines(7, 90, 1), new Duotone(new SKColor(0xF2, 0xC9, 0x88), new SKColor(0x9A, 0x6A, 0x3C), Dark), static canvas =>
        {
            canvas.Shape("M 610 930 L 640 712 C 690 684 910 684 960 712 L 990 930 C 930 966 850 976 838 1080 L 762 1080 C 750 976 670 966 610 930 Z", Ink.Tone(0.2f));
        }, static (x, y, drawn) => drawn + (0.3f * MathF.Pow(MathF.Abs(x - Middle) / 190, 2)) + (0.2f * Noise.Step(760, 1060, y)));
        scene.Draw(static canvas =>
        {
            var dice = new Dice(5);
            foreach (var (x, y, radius) in new[] { (722f, 742f, 66f), (878f, 742f, 66f), (704f, 846f, 80f), (896f, 846f, 80f) }) Loaf(canvas, x, y, radius, dice, 0.02f);
            // Forearms from both sides, hands on the shaft of the peel.
            Arm(canvas, 1);
            canvas.Save();
            canvas.Translate(1600, 0);
            canvas.Scale(-1, 1);
            Arm(canvas, -1);
            canvas.Restore();
        });
    }

    private static void Arm(SKCanvas canvas, int side)
    {
        var skin = new SKColor(0xE2, 0xA8, 0x74);
        var lift = side > 0 ? 0 : -34f;
        canvas.Shape($"M 440 1090 L 560 1090 C 620 1062 690 {1044 + lift} 752 {1030 + lift} L 800 {1034 + lift} C 828 {1030 + lift} 846 {1004 + lift} 826 {990 + lift} L 756 {982 + lift} C 700 {984 + lift} 590 1002 500 1040 C 470 1054 446 1070 440 1090 Z", Dark);
        canvas.Shape($"M 452 1090 L 552 1090 C 620 1054 690 {1034 + lift} 752 {1022 + lift} L 798 {1026 + lift} C 818 {1022 + lift} 832 {1006 + lift} 820 {998 + lift} L 756 {990 + lift} C 700 {992 + lift} 596 1010 508 1048 C 480 1060 458 1074 452 1090 Z", skin);
        canvas.Outline($"M 540 1040 C 600 1016 690 {996 + lift} 750 {994 + lift}", new SKColor(0xFA, 0xDC, 0xAC), 4);
        for (var i = 0; i < 3; i++) canvas.Line(780 + (i * 13), 996 + lift + (i * 2), 776 + (i * 13), 1024 + lift, Ink.Mix(skin, Dark, 0.55f), 3);
        canvas.Shape("M 400 1090 C 410 1062 440 1040 486 1026 L 540 1090 Z", new SKColor(0xEC, 0xE4, 0xD2));
        canvas.Outline("M 486 1026 L 540 1090", Dark, 4);
    }

    private static void Dust(SKCanvas canvas)
    {
        var dice = new Dice(90);
        for (var i = 0; i < 1300; i++)
        {
            var (x, y) = (dice.Between(330, 1270), dice.Between(120, 1000));
            if (dice.Next() > Glow(x, y) * 0.7f) continue;
            canvas.Disc(x, y, dice.Between(0.8f, 2.6f), Brush.Faded(new SKColor(0xFF, 0xF2, 0xD0), dice.Between(0.35f, 0.95f)));
        }
    }
}
