using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The ferry on open water under a morning sky, the island ahead of it.</summary>
internal static class Ferry
{
    private const float Horizon = 470, Waterline = 640;
    private static readonly SKColor White = new(0xFE, 0xFB, 0xF3);
    private static readonly SKColor Foam = new(0xFA, 0xF6, 0xEA);
    private const string Hull = "M 300 548 L 322 644 L 1010 644 C 1048 612 1080 566 1098 520 C 1040 532 980 548 900 550 Z";

    public static void Draw(Scene scene)
    {
        Sky(scene);
        Island(scene);
        Sea(scene);
        Wake(scene);
        Ship(scene);
        scene.Draw(static canvas =>
        {
            Fittings(canvas);
            Living.Spray(canvas, 1010, 652, 60, 52, 26, 170, 4, Foam);
            foreach (var (x, y, size, turn) in new[] { (170f, 330f, 92f, -6f), (262f, 248f, 64f, 8f), (96f, 452f, 58f, 4f), (372f, 196f, 46f, -4f) }) Living.Gull(canvas, x, y, size, turn, White, Ink.Key);
        });
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Lines(9, 0, 1.4f),
        new Duotone(new SKColor(0xFC, 0xF0, 0xD9), new SKColor(0xAE, 0xCA, 0xD2), new SKColor(0x4E, 0x7C, 0x94)),
        static (x, y, _) =>
        {
            var height = 1 - (y / Horizon);
            var flat = Noise.Step(0.5f, 0.62f, Noise.Cloud(x / 460, y / 44, 90, 4));
            return 0.04f + (0.5f * height) - (flat * (0.3f + (0.15f * height)));
        });

    private static void Island(Scene scene)
    {
        using var ridge = Shapes.Ridge(1110, 1600, Horizon + 4, static x => Horizon - (118 * Noise.Step(1110, 1330, x) * (0.72f + (0.36f * Noise.Cloud(x / 120, 2, 7))) * (1 - (0.35f * Noise.Step(1420, 1600, x)))), 3);
        scene.Paint(Screens.Crossed(Screens.Lines(7, 62, 1.6f), Screens.Lines(7, -40, 1.6f), 0.55f), Duotone.Wash(Ink.Moss, 0.5f, 0.95f), canvas =>
        {
            for (var x = 1190f; x < 1600; x += 21)
            {
                var dice = new Dice((int)x);
                var top = Horizon - (118 * Noise.Step(1110, 1330, x) * (0.72f + (0.36f * Noise.Cloud(x / 120, 2, 7))) * (1 - (0.35f * Noise.Step(1420, 1600, x))));
                Living.Pine(canvas, x, top + 20, dice.Between(34, 62), Ink.Tone(0.85f), (int)x);
            }
            canvas.Fill(ridge, Ink.Tone(0.55f));
        }, static (x, y, drawn) => drawn > 0.7f ? drawn : 0.5f + (0.7f * Noise.Slope(x / 60, y / 46, 31)));
        scene.Draw(static canvas => canvas.Box(1120, Horizon - 5, 480, 8, new SKColor(0xDD, 0xCB, 0xA6)));
    }

    private static void Sea(Scene scene) => scene.Paint(
        Screens.Water(Horizon - 12, 16, 1.7f),
        new Duotone(new SKColor(0xDD, 0xE4, 0xDC), new SKColor(0x6F, 0x9A, 0xAB), Ink.Sea),
        canvas => canvas.Box(0, Horizon, scene.Width, scene.Height, Ink.Tone(0.5f)),
        static (x, y, _) => 0.4f + (0.62f * Waves.Swell(x, y, Horizon, 12)) + ((y - Horizon) / 1800) - (0.2f * MathF.Exp(-MathF.Pow((x - 560) / 380, 2)) * Noise.Step(Horizon + 220, Horizon, y)));

    private static void Wake(Scene scene)
    {
        using var foam = SKPath.ParseSvgPathData("M -20 700 C 120 668 240 650 330 642 L 1010 642 C 1060 646 1100 654 1150 668 C 1090 664 1040 662 1000 664 C 800 672 500 672 380 682 C 240 694 100 740 -20 796 Z");
        scene.Paint(Screens.Water(Horizon - 12, 13, 2.4f), new Duotone(Foam, new SKColor(0xC4, 0xD4, 0xD2), Ink.Sea), canvas => canvas.Fill(foam, Ink.Tone(0.1f)), static (x, y, _) => 0.02f + (0.5f * Noise.Step(0.46f, 0.75f, Noise.Cloud(x / 90, y / 12, 6))));
        scene.Draw(static canvas =>
        {
            Living.Spray(canvas, 320, 662, 90, 34, -50, 150, 3, Foam);
            Living.Spray(canvas, 160, 704, 150, 20, -30, 120, 8, Foam);
        });
    }

    private static void Ship(Scene scene)
    {
        scene.Paint(Screens.Lines(7, 0, 0.5f), new Duotone(White, new SKColor(0xB9, 0xBF, 0xBD), Ink.Key), static canvas =>
        {
            canvas.Shape(Hull, Ink.Tone(0.04f));
            canvas.Shape("M 322 644 L 316 616 L 1034 616 C 1026 628 1018 638 1010 644 Z", Ink.Tone(0.5f));
            canvas.Shape("M 352 548 L 352 478 L 902 478 L 948 548 Z", Ink.Tone(0.02f));
            canvas.Shape("M 396 478 L 396 412 L 812 412 L 842 478 Z", Ink.Tone(0.02f));
            canvas.Shape("M 668 412 L 668 352 L 780 352 L 806 412 Z", Ink.Tone(0.02f));
            canvas.Shape("M 352 548 L 352 538 L 944 538 L 948 548 Z M 396 478 L 396 469 L 838 469 L 842 478 Z M 668 412 L 668 404 L 803 404 L 806 412 Z", Ink.Tone(0.55f));
        });
        scene.Paint(Screens.Lines(7, 0, 0), Duotone.Wash(Ink.Sea, 0.85f, 1), static canvas =>
        {
            canvas.Shape("M 305 572 L 311 600 L 1046 600 C 1056 586 1066 574 1074 562 C 1040 568 960 572 900 572 Z", Ink.Tone(0.1f));
            canvas.Shape("M 470 412 L 486 316 L 566 316 L 560 412 Z", Ink.Tone(0.12f));
        }, static (x, y, drawn) => drawn + (x > 530 && y < 420 ? 0.4f : 0));
    }

    private static void Fittings(SKCanvas canvas)
    {
        canvas.Outline(Hull, Ink.Key, 3);
        foreach (var deck in new[] { "M 352 548 L 352 478 L 902 478 L 948 548", "M 396 478 L 396 412 L 812 412 L 842 478", "M 668 412 L 668 352 L 780 352 L 806 412" }) canvas.Outline(deck, Ink.Key, 2.6f);
        canvas.Box(482, 334, 84, 18, Ink.Ochre);
        canvas.Box(484, 310, 84, 8, Ink.Key);
        for (var x = 376f; x < 880; x += 34) canvas.Box(x, 494, 23, 25, Ink.Key, 4);
        for (var x = 418f; x < 640; x += 34) canvas.Box(x, 428, 23, 24, Ink.Key, 4);
        for (var x = 700f; x < 800; x += 34) canvas.Box(x - 24, 428, 23, 24, Ink.Key, 4);
        for (var x = 680f; x < 770; x += 25) canvas.Shape($"M {x} 366 L {x + 20} 366 L {x + 23} 388 L {x} 388 Z", Ink.Key);
        for (var x = 380f; x < 960; x += 44) canvas.Disc(x, 586, 6.5f, White);
        // Rails, lifeboat, mast.
        foreach (var (from, to, y) in new[] { (352f, 396f, 478f), (820f, 902f, 478f), (396f, 668f, 412f), (910f, 1070f, 546f) })
        {
            var fall = from > 900 ? -20f : 0;
            canvas.Line(from, y - 22, to, y - 22 + fall, Ink.Key, 2);
            canvas.Line(from, y - 11, to, y - 11 + fall, Ink.Key, 1.4f);
            for (var x = from; x <= to; x += 20) canvas.Line(x, y - 22 + (fall * (x - from) / (to - from)), x, y + (fall * (x - from) / (to - from)), Ink.Key, 1.6f);
        }
        canvas.Shape("M 590 398 C 592 384 600 378 612 378 L 640 378 C 650 378 656 386 658 398 Z", Ink.Brick);
        canvas.Line(724, 352, 724, 250, Ink.Key, 5);
        canvas.Line(700, 290, 748, 290, Ink.Key, 3);
        canvas.Line(724, 256, 812, 412, Ink.Key, 1.3f);
        canvas.Line(724, 256, 1090, 524, Ink.Key, 1.3f);
        canvas.Line(724, 256, 398, 478, Ink.Key, 1.3f);
        canvas.Disc(724, 246, 5, Ink.Brick);
        for (var i = 0; i < 9; i++) Living.Person(canvas, 402 + (i * 28), 412, 40 + (i * 7 % 9), i % 3 == 0 ? Ink.Brick : Ink.Key);
    }
}
