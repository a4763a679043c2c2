using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>A tug towing a trawler over a gray sea.</summary>
internal static class Trawler
{
    private const float Horizon = 410;
    private static readonly SKColor Steel = new(0x3A, 0x48, 0x52);
    private static readonly SKColor Foam = new(0xF6, 0xF2, 0xE6);

    public static void Draw(Scene scene)
    {
        scene.Fill(
            Screens.Lines(9, -3, 3),
            new Duotone(new SKColor(0xEF, 0xE9, 0xDB), new SKColor(0xA9, 0xB0, 0xB0), Steel),
            static (x, y, _) => 0.12f + (0.62f * Noise.Step(0.34f, 0.74f, Noise.Cloud(x / 420, y / 110, 17))) - (0.34f * y / Horizon) + (0.1f * Noise.Cloud(x / 60, y / 30, 3)));
        Smoke(scene);
        scene.Paint(
            Screens.Water(Horizon - 12, 17, 2.4f),
            new Duotone(new SKColor(0xD9, 0xDA, 0xD0), new SKColor(0x76, 0x87, 0x8C), Steel),
            canvas => canvas.Box(0, Horizon, scene.Width, scene.Height, Ink.Tone(0.5f)),
            static (x, y, _) => 0.46f + (0.95f * Waves.Swell(x, y, Horizon, 27, 1.3f)) + ((y - Horizon) / 1500));
        Foams(scene);
        Tug(scene);
        Boat(scene);
        scene.Draw(static canvas =>
        {
            using var line = Shapes.Hanging(new(560, 566), new(990, 556), 36);
            canvas.Stroke(line, Ink.Paper, 7);
            canvas.Stroke(line, Ink.Key, 4);
            Living.Gull(canvas, 884, 348, 96, -6, Foam, Ink.Key);
            Living.Spray(canvas, 190, 640, 80, 74, -46, 260, 4, Foam);
            Living.Spray(canvas, 1000, 628, 60, 44, -30, 130, 6, Foam);
        });
    }

    private static void Smoke(Scene scene) => scene.Paint(Screens.Stipple(7), new Duotone(new SKColor(0xB8, 0xB5, 0xAB), new SKColor(0x6C, 0x6A, 0x64), Ink.Key), static canvas =>
    {
        var dice = new Dice(15);
        for (var i = 0; i < 46; i++)
        {
            var along = i / 46f;
            canvas.Disc(382 + (along * 470) + dice.Between(-14, 14), 316 - (90 * MathF.Sqrt(along)) + dice.Between(-12, 12) * (1 + along), 12 + (36 * along), Ink.Tone(0.55f - (0.3f * along)));
        }
    }, static (x, y, drawn) => drawn + (0.4f * (Noise.Cloud(x / 40, y / 40, 12) - 0.5f)));

    private static void Foams(Scene scene) => scene.Paint(Screens.Water(Horizon, 15, 2.6f), new Duotone(Foam, new SKColor(0xBE, 0xC8, 0xC6), Steel), static canvas =>
    {
        canvas.Shape("M 96 668 C 180 630 300 634 560 632 C 700 640 820 650 960 640 C 820 662 700 672 560 666 C 360 662 240 652 96 668 Z", Ink.Tone(0.1f));
        canvas.Shape("M 930 658 C 1020 634 1200 630 1500 640 C 1560 646 1600 648 1640 650 L 1640 684 C 1500 664 1200 662 930 658 Z", Ink.Tone(0.1f));
    }, static (x, y, _) => 0.5f * Noise.Step(0.45f, 0.72f, Noise.Cloud(x / 70, y / 11, 2)));

    /// <summary>The tug heads left: high bow, wheelhouse, stout funnel, low towing deck.</summary>
    private static void Tug(Scene scene)
    {
        scene.Paint(Screens.Lines(7, 4, 0.6f), Duotone.Wash(Ink.Brick, 0.75f, 1), static canvas => canvas.Shape("M 150 520 C 164 570 176 612 200 646 L 580 646 C 596 620 600 600 602 580 L 430 578 C 350 574 230 560 150 520 Z", Ink.Tone(0.3f)), static (_, y, drawn) => drawn + ((y - 560) / 240));
        scene.Paint(Screens.Lines(7, 90, 0.4f), new Duotone(Foam, new SKColor(0xB8, 0xB6, 0xAC), Ink.Key), static canvas =>
        {
            canvas.Shape("M 246 566 L 256 478 L 440 478 L 440 580 Z", Ink.Tone(0.12f));
            canvas.Shape("M 262 478 L 270 400 L 372 400 L 372 478 Z", Ink.Tone(0.06f));
            canvas.Shape("M 440 478 L 440 580 L 412 580 L 412 478 Z", Ink.Tone(0.5f));
        });
        scene.Draw(static canvas =>
        {
            canvas.Shape("M 386 478 L 390 326 L 432 326 L 436 478 Z", Ink.Key);
            canvas.Box(389, 352, 44, 24, Ink.Ochre);
            canvas.Box(254, 392, 130, 10, Ink.Key);
            for (var i = 0; i < 3; i++) canvas.Box(278 + (i * 31), 414, 23, 26, Steel, 3);
            for (var i = 0; i < 4; i++) canvas.Disc(286 + (i * 38), 524, 10, Ink.Key);
            canvas.Line(318, 400, 318, 300, Ink.Key, 5);
            canvas.Line(296, 332, 340, 332, Ink.Key, 3);
            canvas.Line(318, 304, 160, 526, Ink.Key, 1.4f);
            canvas.Outline("M 150 520 C 230 560 350 574 430 578 L 602 580", Ink.Key, 7);
            canvas.Box(530, 556, 44, 26, Ink.Key, 3);
            for (var i = 0; i < 6; i++) canvas.Ring(240 + (i * 58), 604 + (i * 2), 15, Ink.Key, 7);
            canvas.Line(470, 578, 470, 540, Ink.Key, 2);
            canvas.Line(470, 542, 600, 546, Ink.Key, 2);
            Living.Person(canvas, 496, 579, 46, Ink.Key);
        });
    }

    /// <summary>The trawler follows, bow left, gantry and raised nets aft.</summary>
    private static void Boat(Scene scene)
    {
        scene.Paint(Screens.Lines(7, 3, 0.6f), Duotone.Wash(Ink.Moss, 0.7f, 1), static canvas => canvas.Shape("M 968 512 C 984 566 1004 616 1030 652 L 1462 652 C 1476 620 1480 590 1482 556 L 1240 568 C 1130 566 1040 550 968 512 Z", Ink.Tone(0.3f)), static (_, y, drawn) => drawn + ((y - 560) / 230));
        scene.Paint(Screens.Lines(7, 90, 0.4f), new Duotone(Foam, new SKColor(0xB8, 0xB6, 0xAC), Ink.Key), static canvas =>
        {
            canvas.Shape("M 1068 556 L 1078 440 L 1196 440 L 1196 568 Z", Ink.Tone(0.08f));
            canvas.Shape("M 1196 440 L 1196 568 L 1164 566 L 1164 440 Z", Ink.Tone(0.5f));
        });
        scene.Paint(Screens.Crossed(Screens.Lines(11, 52, 1), Screens.Lines(11, -52, 1), 0.1f), Duotone.Wash(Ink.Ochre, 0.35f, 0.75f), static canvas =>
        {
            canvas.Shape("M 1300 330 C 1290 420 1282 500 1310 560 L 1378 556 C 1352 500 1340 420 1346 330 Z M 1360 334 C 1362 430 1380 500 1420 552 L 1460 548 C 1424 480 1400 420 1396 330 Z", Ink.Tone(0.42f));
        });
        scene.Draw(static canvas =>
        {
            canvas.Box(1062, 430, 142, 11, Ink.Key);
            for (var i = 0; i < 3; i++) canvas.Box(1088 + (i * 27), 454, 20, 26, Steel, 3);
            canvas.Box(1100, 510, 24, 56, Ink.Brick, 2);
            canvas.Line(1130, 430, 1130, 286, Ink.Key, 6);
            canvas.Line(1290, 566, 1300, 316, Ink.Key, 9);
            canvas.Line(1440, 558, 1400, 316, Ink.Key, 9);
            canvas.Line(1286, 320, 1420, 320, Ink.Key, 9);
            canvas.Line(1350, 320, 1350, 262, Ink.Key, 4);
            canvas.Line(1130, 292, 1296, 322, Ink.Key, 1.6f);
            canvas.Line(1130, 292, 972, 516, Ink.Key, 1.6f);
            canvas.Line(1130, 340, 1240, 420, Ink.Key, 4);
            canvas.Outline("M 968 512 C 1040 550 1130 566 1240 568 L 1482 556", Ink.Key, 7);
            canvas.Outline("M 1000 590 C 1100 606 1300 610 1474 604", Foam, 4);
            for (var i = 0; i < 3; i++) Living.Person(canvas, 1222 + (i * 22), 570, 44, i == 1 ? Ink.Ochre : Ink.Key);
        });
    }
}
