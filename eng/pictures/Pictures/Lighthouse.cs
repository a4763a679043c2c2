using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Gull Point Light on its rock, in engraving, with late light from the left.</summary>
internal static class Lighthouse
{
    private const float Middle = 690, Foot = 1040, Top = 440, Horizon = 1010;

    public static void Draw(Scene scene)
    {
        Sky(scene);
        Sea(scene);
        Rock(scene);
        House(scene);
        Tower(scene);
        Lantern(scene);
        Foreground(scene);
        scene.Draw(Gulls);
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Lines(9, 0, 2.2f),
        new Duotone(new SKColor(0xFA, 0xEB, 0xC8), new SKColor(0x9D, 0xB9, 0xC4), Ink.Sea),
        (x, y, _) =>
        {
            var cloud = Noise.Cloud(x / 330, y / 120, 51);
            var tone = 0.1f + (0.42f * (1 - (y / Horizon))) + (0.12f * x / scene.Width);
            tone -= Noise.Step(0.5f, 0.66f, cloud) * 0.34f;
            // The beam: a faint fan from the lantern to the upper right.
            var (dx, dy) = (x - Middle, y - 368);
            if (dx > 0)
            {
                var angle = MathF.Abs(MathF.Atan2(dy, dx) + 0.2f);
                tone *= 1 - (0.75f * (1 - Noise.Step(0.05f, 0.11f, angle)));
            }
            return tone;
        });

    private static void Sea(Scene scene) => scene.Paint(
        Screens.Water(Horizon - 20, 17, 1.9f),
        new Duotone(new SKColor(0xE3, 0xE3, 0xD4), new SKColor(0x6E, 0x92, 0xA3), Ink.Sea),
        canvas => canvas.Box(0, Horizon, scene.Width, scene.Height, Ink.Tone(0.5f)),
        static (x, y, _) =>
        {
            var depth = (y - Horizon) / 500;
            var swell = Noise.Smooth((x / (90 + (220 * depth))) + (y / 90), y / (14 + (34 * depth)), 8);
            return 0.42f + (0.55f * (swell - 0.42f)) + (0.18f * depth) - (x < 420 ? (420 - x) / 1500 : 0);
        });

    private static void Rock(Scene scene)
    {
        using var rock = SKPath.ParseSvgPathData("M 150 1220 C 190 1170 230 1180 262 1128 C 300 1120 310 1082 360 1076 L 420 1050 C 460 1030 520 1042 560 1026 L 830 1024 C 880 1040 905 1062 960 1066 C 1010 1076 1020 1120 1070 1134 C 1110 1150 1130 1196 1200 1204 L 1200 1400 L 150 1400 Z");
        scene.Paint(
            Screens.Crossed(Screens.Lines(8, 58, 3), Screens.Lines(8, -32, 3), 0.6f),
            new Duotone(new SKColor(0xD9, 0xCB, 0xAE), new SKColor(0x56, 0x52, 0x4C), Ink.Key),
            canvas => canvas.Fill(rock, Ink.Tone(0.6f)),
            static (x, y, _) => 0.5f + (0.95f * Noise.Slope(x / 105, y / 75, 14)) + ((x - 640) / 2400) + ((y - 1100) / 900));
    }

    private static void House(Scene scene)
    {
        scene.Paint(Screens.Lines(7, 90, 0.6f), new Duotone(new SKColor(0xFD, 0xF9, 0xEE), new SKColor(0xC2, 0xBD, 0xAE), Ink.Key), static canvas =>
        {
            canvas.Box(392, 944, 176, 108, Ink.Tone(0.08f));
            canvas.Polygon(Ink.Tone(0.42f), new(568, 944), new(640, 944), new(640, 1044), new(568, 1052));
            canvas.Polygon(Ink.Tone(0.42f), new(568, 944), new(604, 888), new(640, 944));
        });
        scene.Paint(Screens.Lines(7, 66, 0.5f), Duotone.Wash(Ink.Sea, 0.55f, 0.95f), static canvas => canvas.Polygon(Ink.Tone(0.4f), new(380, 950), new(418, 882), new(608, 882), new(574, 950)));
        scene.Draw(static canvas =>
        {
            canvas.Box(470, 978, 30, 74, Ink.Sea);
            canvas.Box(416, 976, 30, 34, Ink.Key);
            canvas.Box(524, 976, 30, 34, Ink.Key);
            canvas.Box(418, 992, 26, 2.5f, Ink.Paper);
            canvas.Box(526, 992, 26, 2.5f, Ink.Paper);
            canvas.Box(436, 858, 24, 40, Ink.Brick);
            canvas.Box(432, 854, 32, 8, Ink.Key);
            canvas.Line(380, 950, 574, 950, Ink.Key, 3);
        });
    }

    private static void Tower(Scene scene)
    {
        using var tower = Shapes.Polygon(new(Middle - 62, Top), new(Middle + 62, Top), new(Middle + 106, Foot), new(Middle - 106, Foot));
        scene.Paint(
            Screens.Contours(static (x, y) => (y + (MathF.Pow((x - Middle) / 106, 2) * -14)) / 9),
            new Duotone(new SKColor(0xFF, 0xFC, 0xF4), new SKColor(0xA9, 0xAC, 0xA8), Ink.Key),
            canvas => canvas.Fill(tower, Ink.Tone(0)),
            static (x, y, _) =>
            {
                var half = Noise.Mix(62, 106, (y - Top) / (Foot - Top));
                var across = (x - Middle) / half;
                var shadow = y < Top + 46 ? 0.3f * (1 - ((y - Top) / 46)) : 0;
                return Noise.Step(-0.35f, 1.05f, across) * 0.82f + (across < -0.9f ? 0.16f : 0) + shadow;
            });
        scene.Draw(canvas =>
        {
            canvas.Stroke(tower, Ink.Key, 3);
            foreach (var (x, y) in new[] { (Middle - 16, 520f), (Middle + 6, 650f), (Middle - 18, 790f) })
            {
                canvas.Box(x - 13, y, 26, 44, Ink.Key, 12);
                canvas.Box(x - 13, y + 20, 26, 26, Ink.Key);
                canvas.Box(x - 17, y + 44, 34, 6, Ink.Grey);
            }
            canvas.Box(Middle - 24, Foot - 86, 48, 86, Ink.Key, 20);
            canvas.Box(Middle - 24, Foot - 60, 48, 60, Ink.Key);
            canvas.Box(Middle - 17, Foot - 78, 34, 78, Ink.Sea, 14);
        });
    }

    private static void Lantern(Scene scene)
    {
        scene.Draw(static canvas =>
        {
            canvas.Polygon(Ink.Key, new(Middle - 62, Top + 4), new(Middle - 92, Top - 18), new(Middle + 92, Top - 18), new(Middle + 62, Top + 4));
            canvas.Box(Middle - 96, Top - 24, 192, 8, Ink.Key);
            for (var i = 0; i <= 8; i++) canvas.Line(Middle - 92 + (i * 23), Top - 24, Middle - 92 + (i * 23), Top - 58, Ink.Key, 3);
            canvas.Line(Middle - 94, Top - 58, Middle + 94, Top - 58, Ink.Key, 4);
            canvas.Line(Middle - 94, Top - 42, Middle + 94, Top - 42, Ink.Key, 2);
            canvas.Glow(Middle, 368, 130, new SKColor(0xFF, 0xE9, 0xAE), 0.9f);
            canvas.Box(Middle - 44, 336, 88, 80, new SKColor(0xFB, 0xE6, 0xAE));
            canvas.Oval(Middle, 374, 17, 28, new SKColor(0xFF, 0xFA, 0xE6));
        });
        scene.Paint(Screens.Lines(7, 90, 0), Duotone.Wash(Ink.Brick, 0.9f, 1), static canvas =>
        {
            canvas.Box(Middle - 52, 398, 104, 24, Ink.Tone(0.15f));
            canvas.Shape($"M {Middle - 58} 336 C {Middle - 50} 294 {Middle - 22} 278 {Middle} 272 C {Middle + 22} 278 {Middle + 50} 294 {Middle + 58} 336 Z", Ink.Tone(0.15f));
        }, static (x, _, _) => Noise.Step(Middle - 20, Middle + 60, x) * 0.7f);
        scene.Draw(static canvas =>
        {
            for (var i = 0; i <= 4; i++) canvas.Line(Middle - 44 + (i * 22), 336, Middle - 44 + (i * 22), 400, Ink.Brick, 4);
            canvas.Line(Middle - 44, 366, Middle + 44, 366, Ink.Brick, 3);
            canvas.Line(Middle, 274, Middle, 216, Ink.Key, 4);
            canvas.Disc(Middle, 262, 10, Ink.Brick);
        });
    }

    /// <summary>Surf at the foot of the rock.</summary>
    private static void Foreground(Scene scene)
    {
        var surf = Shapes.Ridge(0, scene.Width, scene.Height, static x => 1262 + (46 * (Noise.Cloud(x / 110, 3, 33) - 0.5f)) - (26 * MathF.Sin(x / 96)), 3);
        scene.Paint(
            Screens.Water(Horizon + 30, 22, 2.6f),
            new Duotone(new SKColor(0xF2, 0xEE, 0xE0), new SKColor(0x5F, 0x86, 0x99), Ink.Sea),
            canvas => canvas.Fill(surf, Ink.Tone(0.5f)),
            static (x, y, _) =>
            {
                var edge = 1262 + (46 * (Noise.Cloud(x / 110, 3, 33) - 0.5f)) - (26 * MathF.Sin(x / 96));
                var foam = Noise.Step(0, 70, y - edge);
                return (foam * (0.32f + (0.7f * (Noise.Smooth((x / 260) + (y / 160), y / 50, 18) - 0.35f)))) + (0.1f * foam);
            });
        surf.Dispose();
        scene.Draw(static canvas =>
        {
            var dice = new Dice(8);
            for (var i = 0; i < 420; i++)
            {
                var x = dice.Between(120, 1200);
                var edge = 1262 - (26 * MathF.Sin(x / 96));
                canvas.Disc(x, edge - (MathF.Pow(dice.Next(), 2.4f) * 84), dice.Between(1.2f, 4.2f), new SKColor(0xF8, 0xF4, 0xE8));
            }
        });
    }

    private static void Gulls(SKCanvas canvas)
    {
        foreach (var (x, y, size, turn) in new[] { (200f, 330f, 1.2f, -8f), (330f, 250f, 0.8f, 6f), (262f, 470f, 0.7f, -4f), (905f, 560f, 0.9f, 10f), (1010f, 640f, 0.65f, -6f), (430f, 610f, 0.55f, 4f) })
        {
            Living.Gull(canvas, x, y, 150 * size, turn, new SKColor(0xFD, 0xFA, 0xF2), Ink.Key);
        }
    }
}
