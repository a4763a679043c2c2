using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Two waves breaking on a sea wall, in the manner of a woodcut.</summary>
internal static class SwellAtWall
{
    private const float Horizon = 470;
    private static readonly SKColor Foam = new(0xFA, 0xF5, 0xE8);
    private static readonly SKColor Slate = new(0x35, 0x46, 0x4F);

    public static void Draw(Scene scene)
    {
        Sky(scene);
        scene.Paint(
            Screens.Water(Horizon - 12, 18, 2.5f),
            new Duotone(new SKColor(0xD3, 0xDA, 0xD2), new SKColor(0x55, 0x7C, 0x8A), Ink.Sea),
            canvas => canvas.Box(0, Horizon, scene.Width, scene.Height, Ink.Tone(0.5f)),
            static (x, y, _) => 0.55f + (1.1f * Waves.Swell(x, y, Horizon, 61, 1.4f)));
        Wave(scene, 0.62f, 610, 330, 5);
        Wave(scene, 1.02f, -60, 150, 2);
        Wall(scene);
        scene.Draw(static canvas =>
        {
            Lamp(canvas);
            Railing(canvas);
            Living.Spray(canvas, 930, 800, 250, 640, 190, 2600, 6, Foam);
            Living.Spray(canvas, 830, 840, 300, 330, 120, 1500, 7, Foam);
            Living.Spray(canvas, 1190, 720, 130, 300, 90, 620, 8, Foam);
        });
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Crossed(Screens.Lines(9, 0, 2), Screens.Lines(10, 106, 2), 0.42f),
        new Duotone(new SKColor(0xEA, 0xE3, 0xD2), new SKColor(0x8B, 0x9A, 0xA0), Slate),
        static (x, y, _) =>
        {
            var cloud = Noise.Cloud(x / 400, y / 120, 36);
            var rain = Noise.Step(0.48f, 0.7f, Noise.Smooth((x + (y * 0.3f)) / 150, 0.5f, 4)) * Noise.Step(60, 300, y) * 0.4f;
            return 0.22f + (0.5f * (cloud - 0.35f)) + rain + (0.3f * Noise.Step(260, 0, y)) - (0.12f * Noise.Step(330, Horizon, y));
        });

    /// <summary>A breaking wave that curls to the right; its lines run with the curl.</summary>
    private static void Wave(Scene scene, float size, float x, float y, int seed)
    {
        const string body = "M -200 760 C 0 690 130 560 220 380 C 290 240 420 130 580 128 C 700 126 790 186 816 262 C 780 226 720 214 664 232 C 590 256 560 330 580 410 C 604 520 720 640 900 700 L 1000 980 L -200 980 Z";
        const string crest = "M 220 380 C 290 240 420 130 580 128 C 700 126 790 186 816 262 C 822 290 812 300 800 284 C 796 312 776 306 768 282 C 760 308 738 300 730 274 C 716 300 694 292 690 268 C 668 292 650 286 644 266 C 626 296 606 296 600 280 C 590 320 566 330 560 306 C 556 260 600 214 664 196 C 560 176 440 220 360 330 C 310 400 270 450 220 500 C 200 470 206 410 220 380 Z";
        using var shape = Placed(body, size, x, y);
        using var foam = Placed(crest, size, x, y);
        var (cx, cy) = (x + (690 * size), y + (400 * size));
        scene.Paint(
            Screens.Contours((px, py) => ((MathF.Sqrt(((px - cx) * (px - cx) * 0.72f) + ((py - cy) * (py - cy))) + (18 * Noise.Smooth(px / 90, py / 90, seed))) / (15 * MathF.Sqrt(size)))),
            new Duotone(new SKColor(0xC9, 0xD8, 0xD6), new SKColor(0x3E, 0x6C, 0x80), Ink.Sea),
            canvas => canvas.Fill(shape, Ink.Tone(0.5f)),
            (px, py, _) =>
            {
                var radius = MathF.Sqrt(((px - cx) * (px - cx) * 0.72f) + ((py - cy) * (py - cy))) / size;
                var hollow = 0.5f * (1 - Noise.Step(100, 230, radius));
                return 0.34f + hollow + (0.55f * (Noise.Smooth((radius / 46) + (1.4f * (px - cx) / (radius * size + 40)), 1.4f * (py - cy) / (radius * size + 40), seed + 3) - 0.42f)) + (0.2f * Noise.Step(700, 1000, py));
            });
        scene.Paint(Screens.Stipple(8, seed), new Duotone(Foam, new SKColor(0xC2, 0xCF, 0xCC), Ink.Sea), canvas => canvas.Fill(foam, Ink.Tone(0.05f)), static (px, py, _) => 0.3f * Noise.Step(0.5f, 0.75f, Noise.Cloud(px / 50, py / 34, 9)));
        scene.Draw(canvas =>
        {
            canvas.Stroke(shape, Ink.Sea, 3);
            canvas.Stroke(foam, Ink.Sea, 2.4f);
            var dice = new Dice(seed);
            for (var i = 0; i < 260; i++)
            {
                var along = dice.Next();
                var px = x + (size * Noise.Mix(240, 880, along));
                var py = y + (size * (340 - (240 * MathF.Sin(MathF.PI * MathF.Min(1, along * 0.86f))))) + dice.Between(-30, 60);
                canvas.Disc(px + dice.Between(-20, 40), py - dice.Between(0, 60), dice.Between(1, 5.5f), Foam);
            }
        });
    }

    /// <summary>The sea wall curves in from the lower right, its top in the light.</summary>
    private static void Wall(Scene scene)
    {
        using var face = SKPath.ParseSvgPathData("M 460 1110 C 700 960 930 830 1130 740 C 1290 668 1440 610 1640 566 L 1640 664 C 1460 706 1330 760 1210 830 C 1040 926 920 1010 800 1110 Z");
        using var top = SKPath.ParseSvgPathData("M 800 1110 C 920 1010 1040 926 1210 830 C 1330 760 1460 706 1640 664 L 1640 1110 Z");
        scene.Paint(Screens.Crossed(Screens.Lines(9, 68, 1.4f), Screens.Lines(9, -26, 1.4f), 0.5f), new Duotone(new SKColor(0xC9, 0xC2, 0xB2), new SKColor(0x6D, 0x6B, 0x66), Ink.Key), canvas => canvas.Fill(face, Ink.Tone(0.62f)), static (x, y, drawn) => drawn + (0.5f * (Noise.Cloud(x / 60, y / 60, 8) - 0.5f)));
        scene.Paint(Screens.Lines(10, -24, 1.6f), new Duotone(new SKColor(0xF0, 0xE8, 0xD6), new SKColor(0xB6, 0xB0, 0xA2), Slate), canvas => canvas.Fill(top, Ink.Tone(0.2f)), static (x, y, drawn) => drawn + (0.6f * (Noise.Cloud(x / 190, y / 36, 3) - 0.45f)));
        scene.Draw(canvas => canvas.Stroke(face, Ink.Key, 3));
    }

    private static void Lamp(SKCanvas canvas)
    {
        using var post = Shapes.Curve([new(1330, 900), new(1318, 640), new(1296, 420), new(1272, 258)]);
        canvas.Stroke(post, Ink.Key, 15);
        canvas.Polygon(Ink.Key, new(1304, 904), new(1316, 850), new(1344, 850), new(1360, 904));
        using var arm = Shapes.Curve([new(1272, 262), new(1256, 218), new(1214, 202), new(1180, 222)]);
        canvas.Stroke(arm, Ink.Key, 9);
        canvas.Shape("M 1144 232 L 1216 214 L 1204 264 L 1160 272 Z", Ink.Key);
        canvas.Shape("M 1160 270 L 1204 262 C 1204 286 1172 294 1160 270 Z", Ink.Ochre);
        canvas.Glow(1184, 280, 110, new SKColor(0xF8, 0xDF, 0x9A), 0.75f);
    }

    private static void Railing(SKCanvas canvas)
    {
        SKPoint[] foot = [new(880, 1090), new(985, 1000), new(1085, 926), new(1185, 864), new(1285, 808), new(1385, 764), new(1490, 726), new(1600, 696)];
        float[] height = [168, 148, 130, 116, 102, 92, 84, 76];
        for (var i = 0; i < foot.Length; i++) canvas.Line(foot[i].X, foot[i].Y, foot[i].X - 4, foot[i].Y - height[i], Ink.Key, 11 - i);
        foreach (var share in new[] { 1f, 0.66f, 0.33f })
        {
            using var rail = Shapes.Curve([.. foot.Select((point, i) => new SKPoint(point.X - (4 * share), point.Y - (height[i] * share)))]);
            canvas.Stroke(rail, Ink.Key, share == 1 ? 8 : 4.5f);
        }
    }

    private static SKPath Placed(string data, float size, float x, float y)
    {
        using var path = SKPath.ParseSvgPathData(data);
        var place = SKMatrix.CreateScaleTranslation(size, size, x, y);
        using var builder = new SKPathBuilder();
        builder.AddPath(path, in place);
        return builder.Detach();
    }
}
