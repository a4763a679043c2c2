using System.Numerics;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The north breakwater running away to its beacon, with the swell breaking over its tetrapods.</summary>
internal static class Breakwater
{
    private const float Horizon = 400, Left = -11.5f, Right = -3.5f, Top = 3.2f, End = 190;
    private static readonly SKColor SeaInk = new(0x2B, 0x4B, 0x52);
    private static readonly SKColor Foam = new(0xF8, 0xF4, 0xE8);

    public static void Draw(Scene scene)
    {
        var view = new View(new(0, 8, 0), new(0, 8, 1), 900, new(1130, Horizon));
        Sky(scene);
        Sea(scene);
        Barge(scene);
        Wall(scene, view);
        scene.Draw(canvas => Beacon(canvas, view));
        Tetrapods(scene, view);
        scene.Draw(canvas => Sprays(canvas, view));
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Lines(9, -7, 4),
        new Duotone(new SKColor(0xEC, 0xE7, 0xDA), new SKColor(0x9A, 0xA5, 0xA8), SeaInk),
        static (x, y, _) => 0.3f + (0.75f * (Noise.Cloud(x / 380, y / 150, 44) - 0.36f)) + (0.2f * (1 - (y / Horizon))) - (0.3f * MathF.Exp(-MathF.Pow((y - Horizon) / 70, 2))));

    private static void Sea(Scene scene) => scene.Paint(
        Screens.Water(Horizon - 12, 18, 2.6f),
        new Duotone(new SKColor(0xDB, 0xDF, 0xD2), new SKColor(0x6D, 0x8A, 0x8A), SeaInk),
        canvas => canvas.Box(0, Horizon, scene.Width, scene.Height, Ink.Tone(0.5f)),
        static (x, y, _) =>
        {
            var open = x < 1130 - ((y - Horizon) * 0.6f);
            return open
                ? 0.42f + (1.15f * Waves.Swell(x, y, Horizon, 41, 1.5f)) + ((y - Horizon) / 2400)
                : 0.3f + (0.4f * Waves.Swell(x, y, Horizon, 47, 0.8f)) + ((y - Horizon) / 2600);
        });

    private static void Wall(Scene scene, View view)
    {
        scene.Paint(Screens.Crossed(Screens.Lines(8, 78, 1.2f), Screens.Lines(8, -8, 1.2f), 0.6f), new Duotone(new SKColor(0xEE, 0xE7, 0xD6), new SKColor(0x8D, 0x8C, 0x84), Ink.Key), canvas =>
        {
            using var side = view.Face(new(Right, -0.3f, 3), new(Right, -0.3f, End), new(Right, Top, End), new(Right, Top, 3));
            canvas.Fill(side, Ink.Tone(0.62f));
            using var deck = view.Floor(Left, Right, 3, End, Top);
            canvas.Fill(deck, Ink.Tone(0.1f));
            // The wave wall along the seaward edge.
            using var inner = view.Face(new(Left + 1.2f, Top, 3), new(Left + 1.2f, Top, End), new(Left + 1.2f, Top + 1.7f, End), new(Left + 1.2f, Top + 1.7f, 3));
            canvas.Fill(inner, Ink.Tone(0.42f));
            using var lid = view.Floor(Left, Left + 1.2f, 3, End, Top + 1.7f);
            canvas.Fill(lid, Ink.Tone(0.04f));
        }, static (x, y, drawn) => drawn + (0.28f * (Noise.Cloud(x / 50, y / 34, 19) - 0.5f)));
        scene.Draw(canvas =>
        {
            for (var z = 5f; z < End; z += 5)
            {
                canvas.Line(view[Left + 1.2f, Top, z], view[Right, Top, z], Brush.Faded(Ink.Key, 0.55f), MathF.Max(0.7f, 18 / z));
                canvas.Line(view[Right, Top, z], view[Right, 0, z], Brush.Faded(Ink.Key, 0.6f), MathF.Max(0.7f, 18 / z));
                canvas.Line(view[Right - 0.5f, Top, z], view[Right - 0.5f, Top + 0.7f, z], Ink.Key, MathF.Max(1, 60 / z));
            }
            foreach (var edge in new[] { new Vector2(Right, Top), new Vector2(Left + 1.2f, Top), new Vector2(Left + 1.2f, Top + 1.7f), new Vector2(Right, 0) })
            {
                canvas.Line(view[edge.X, edge.Y, 3], view[edge.X, edge.Y, End], Ink.Key, 2);
            }
        });
    }

    private static void Beacon(SKCanvas canvas, View view)
    {
        var (foot, size) = (view[(Left + Right) / 2, Top, End], 1f);
        canvas.Polygon(Ink.Brick, new(foot.X - 15, foot.Y + 2), new(foot.X - 9, foot.Y - 92), new(foot.X + 9, foot.Y - 92), new(foot.X + 15, foot.Y + 2));
        canvas.Polygon(Brush.Faded(Ink.Key, 0.35f), new(foot.X + 3, foot.Y + 2), new(foot.X + 2, foot.Y - 92), new(foot.X + 9, foot.Y - 92), new(foot.X + 15, foot.Y + 2));
        canvas.Box(foot.X - 15, foot.Y - 99, 30, 7, Ink.Key);
        canvas.Box(foot.X - 7, foot.Y - 114, 14, 15, new SKColor(0xFB, 0xE6, 0xAE));
        canvas.Shape($"M {foot.X - 10} {foot.Y - 114} L {foot.X} {foot.Y - (124 * size)} L {foot.X + 10} {foot.Y - 114} Z", Ink.Brick);
        canvas.Box(foot.X - 13, foot.Y - 50, 26, 15, Ink.Paper);
    }

    private static void Tetrapods(Scene scene, View view) => scene.Paint(
        Screens.Crossed(Screens.Lines(7, 52, 1), Screens.Lines(7, -38, 1), 0.55f),
        new Duotone(new SKColor(0xF2, 0xEC, 0xDD), new SKColor(0x7E, 0x7D, 0x77), Ink.Key),
        canvas =>
        {
            var dice = new Dice(23);
            for (var z = 150f; z > 8.5f; z *= 0.955f)
            {
                for (var x = -25f; x < Left - 1.3f; x += dice.Between(1.5f, 2.3f))
                {
                    var height = 0.2f + (2.9f * Noise.Step(-25, Left, x)) + dice.Between(-0.3f, 0.4f);
                    var at = view[x, height, z + dice.Between(-1.5f, 1.5f)];
                    Tetrapod(canvas, at, view.Scale(x, height, z) * 1.7f, dice.Between(0, 120), dice);
                }
            }
        });

    /// <summary>Three legs spread in the plane, the fourth towards the viewer; light from the upper left.</summary>
    private static void Tetrapod(SKCanvas canvas, SKPoint at, float size, float turn, Dice dice)
    {
        for (var leg = 0; leg < 3; leg++)
        {
            var angle = (turn + (leg * 120)) * MathF.PI / 180;
            var (sin, cos) = MathF.SinCos(angle);
            var lit = 0.42f - (0.26f * ((-cos * 0.55f) - (sin * 0.85f)));
            SKPoint tip = new(at.X + (cos * size), at.Y + (sin * size * 0.9f));
            var (wide, narrow) = (size * 0.31f, size * 0.2f);
            canvas.Polygon(Ink.Tone(1), new(at.X - (sin * (wide + 2)), at.Y + (cos * (wide + 2))), new(tip.X - (sin * (narrow + 2)), tip.Y + (cos * (narrow + 2))), new(tip.X + (sin * (narrow + 2)), tip.Y - (cos * (narrow + 2))), new(at.X + (sin * (wide + 2)), at.Y - (cos * (wide + 2))));
            canvas.Polygon(Ink.Tone(lit), new(at.X - (sin * wide), at.Y + (cos * wide)), new(tip.X - (sin * narrow), tip.Y + (cos * narrow)), new(tip.X + (sin * narrow), tip.Y - (cos * narrow)), new(at.X + (sin * wide), at.Y - (cos * wide)));
            var low = cos > 0 ? 1 : -1;
            canvas.Polygon(Ink.Tone(lit + 0.36f), at, tip, new(tip.X - (sin * narrow * low), tip.Y + (cos * narrow * low)), new(at.X - (sin * wide * low), at.Y + (cos * wide * low)));
            canvas.Save();
            canvas.Translate(tip.X, tip.Y);
            canvas.RotateDegrees(angle * 180 / MathF.PI);
            canvas.Oval(0, 0, (narrow * 0.5f) + 1.6f, narrow + 1.6f, Ink.Tone(1));
            canvas.Oval(0, 0, narrow * 0.5f, narrow, Ink.Tone(sin < 0.3f ? 0.06f : 0.7f));
            canvas.Restore();
        }
        if (!dice.Chance(0.35f)) return;
        var off = size * 0.1f;
        canvas.Disc(at.X - off, at.Y - off, (size * 0.24f) + 1.5f, Ink.Tone(1));
        canvas.Disc(at.X - off, at.Y - off, size * 0.24f, Ink.Tone(0.06f));
    }

    private static void Barge(Scene scene)
    {
        scene.Paint(Screens.Lines(6, 0, 0.3f), Duotone.Wash(Ink.Sea, 0.6f, 1), static canvas =>
        {
            canvas.Shape("M 1266 434 L 1540 434 L 1530 472 L 1278 472 Z", Ink.Tone(0.5f));
            canvas.Box(1282, 392, 62, 42, Ink.Tone(0.2f));
        });
        scene.Draw(static canvas =>
        {
            canvas.Box(1260, 428, 286, 8, Ink.Key);
            for (var i = 0; i < 3; i++) canvas.Box(1288 + (i * 18), 402, 12, 12, Ink.Paper);
            canvas.Box(1430, 394, 60, 36, Ink.Ochre);
            canvas.Box(1430, 394, 60, 36, Brush.Faded(Ink.Key, 0.15f));
            for (var offset = 0f; offset <= 15; offset += 15) canvas.Line(1438 + offset, 396, 1302 + (offset * 0.3f), 176, Ink.Key, 4);
            for (var i = 0; i < 13; i++)
            {
                var (a, b) = (i / 13f, (i + 1) / 13f);
                canvas.Line(1438 - (136 * a), 396 - (220 * a), 1453 - (146 * b), 396 - (220 * b), Ink.Key, 2);
            }
            canvas.Line(1302, 176, 1484, 396, Ink.Key, 1.6f);
            canvas.Line(1304, 178, 1304, 330, Ink.Key, 2);
            canvas.Box(1290, 330, 28, 24, Ink.Grey);
            canvas.Line(1276, 470, 1226, 500, Ink.Key, 1.4f);
            for (var i = 0; i < 4; i++) canvas.Line(1270 + (i * 12), 480 + (i * 7), 1540 - (i * 30), 480 + (i * 7), Brush.Faded(SeaInk, 0.8f), 2.4f);
        });
    }

    private static void Sprays(SKCanvas canvas, View view)
    {
        foreach (var (z, width, height, drops, seed) in new[] { (70f, 60f, 150f, 420, 2), (40f, 95f, 250f, 800, 3), (22f, 190f, 430f, 1900, 5), (13.5f, 170f, 240f, 900, 9) })
        {
            var foot = view[-17, 1.6f, z];
            Living.Spray(canvas, foot.X, foot.Y + 20, width, height, width * 0.7f, drops, seed, Foam);
            Living.Spray(canvas, foot.X + (width * 0.3f), foot.Y + 24, width * 1.3f, height * 0.4f, width * 0.3f, drops / 2, seed + 40, Foam);
        }
    }
}
