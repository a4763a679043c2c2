using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>A narrow street at night after rain; every lit thing stands once more, upside down, in the wet paving.</summary>
internal static class StreetRain
{
    private const float Half = 3.6f;
    private static readonly SKColor Night = new(0x12, 0x1A, 0x24);
    private static readonly SKColor Amber = new(0xF4, 0xC4, 0x6A);
    private static readonly SKColor[] Signs = [new(0xE0, 0x5A, 0x3C), new(0xF0, 0xB4, 0x4A), new(0x3E, 0x8C, 0xA6), new(0xE9, 0xE0, 0xC8), new(0x6F, 0x96, 0x6A)];
    private static readonly View Eye = new(new(0.4f, 1.9f, 0), new(0.4f, 1.9f, 1), 1080, new(600, 690));

    public static void Draw(Scene scene)
    {
        scene.Fill(Screens.Lines(8, 0, 1.6f), new Duotone(new SKColor(0x8C, 0x92, 0x92), new SKColor(0x1F, 0x35, 0x48), Night), static (x, y, _) => 0.97f - (0.5f * Noise.Step(60, 700, y)) - (0.25f * MathF.Exp(-MathF.Pow((x - 600) / 170, 2)) * Noise.Step(250, 700, y)) + (0.16f * (Noise.Cloud(x / 200, y / 90, 3) - 0.5f)));
        Road(scene);
        Houses(scene, -1);
        Houses(scene, 1);
        scene.Draw(static canvas => Lights(canvas, 1));
        scene.Draw(Cables);
        scene.Draw(Walker);
        scene.Draw(static canvas =>
        {
            var dice = new Dice(71);
            for (var i = 0; i < 240; i++)
            {
                var (x, y, length) = (dice.Between(0, 1230), dice.Between(0, 1450), dice.Between(18, 58));
                canvas.Line(x, y, x - (length * 0.16f), y + length, Brush.Faded(Ink.Paper, dice.Between(0.2f, 0.5f)), 1.5f);
            }
        });
    }

    private static void Road(Scene scene)
    {
        scene.Paint(Screens.None, new Duotone(new SKColor(0x5A, 0x64, 0x68), Night, Night), canvas =>
        {
            using var road = Eye.Floor(-Half - 30, Half + 30, 0.8f, 80);
            canvas.Fill(road, Ink.Tone(0.78f));
        }, static (x, y, drawn) => drawn - (0.3f * Noise.Step(1050, 700, y)) + (0.2f * (Noise.Cloud(x / 90, y / 26, 6) - 0.5f)));
        scene.Draw(canvas =>
        {
            using var road = Eye.Floor(-Half, Half, 0.8f, 80);
            canvas.ClipPath(road, antialias: true);
            Lights(canvas, -1);
            Ripples(canvas);
        });
        scene.Draw(canvas =>
        {
            foreach (var (x, z) in new[] { (-1.6f, 5.2f), (1.5f, 9.5f), (-1.2f, 15f) })
            {
                var (at, size) = (Eye[x, 0, z], Eye.Scale(x, 0, z));
                canvas.Oval(at.X, at.Y, 0.48f * size, 0.48f * size * 1.9f / z, Night);
                canvas.Oval(at.X, at.Y - 1, 0.42f * size, 0.40f * size * 1.9f / z, new SKColor(0x4A, 0x54, 0x5A));
                for (var i = -2; i <= 2; i++) canvas.Line(at.X - (0.3f * size), at.Y + (i * 0.13f * size * 1.9f / z), at.X + (0.3f * size), at.Y + (i * 0.13f * size * 1.9f / z), Night, MathF.Max(1.2f, 14 / z));
            }
            foreach (var side in new[] { -Half, Half }) canvas.Line(Eye[side, 0, 1], Eye[side, 0, 60], Brush.Faded(Ink.Shallow, 0.5f), 3);
        });
    }

    /// <summary>Broken dark strokes that tear the reflections apart, finer with distance.</summary>
    private static void Ripples(SKCanvas canvas)
    {
        var dice = new Dice(35);
        for (var y = 712f; y < 1500;)
        {
            var depth = (y - 700) / 800;
            for (var x = -20f; x < 1220;)
            {
                var length = dice.Between(14, 60) * (0.4f + (2 * depth));
                if (dice.Chance(0.5f)) canvas.Line(x, y + dice.Between(-2, 2), x + length, y + dice.Between(-2, 2), Brush.Faded(Night, 0.85f), 1.4f + (3.4f * depth));
                x += length + dice.Between(5, 26);
            }
            y += 5 + (13 * depth);
        }
    }

    private static void Houses(Scene scene, int side)
    {
        var dice = new Dice(side > 0 ? 9 : 17);
        var houses = new List<(float Near, float Far, float Height, float Tone)>();
        for (var z = 2.2f; z < 46;)
        {
            var depth = dice.Between(3.6f, 6.4f);
            houses.Add((z, z + depth - 0.12f, dice.Between(4.6f, 8.2f), dice.Between(0.45f, 0.72f)));
            z += depth;
        }
        houses.Reverse();
        scene.Paint(Screens.Crossed(Screens.Lines(8, 0, 0.6f), Screens.Lines(8, side * 62, 0.6f), 0.6f), new Duotone(new SKColor(0x96, 0x84, 0x70), new SKColor(0x22, 0x2B, 0x35), Night), canvas =>
        {
            foreach (var (near, far, height, tone) in houses)
            {
                var x = side * Half;
                using var wall = Eye.Face(new(x, 0, near), new(x, 0, far), new(x, height, far), new(x, height, near));
                canvas.Fill(wall, Ink.Tone(tone + (near < 9 ? 0.12f : 0)));
                using var end = Eye.Face(new(x, 0, near), new(x + (side * 9), 0, near), new(x + (side * 9), height, near), new(x, height, near));
                canvas.Fill(end, Ink.Tone(0.95f));
                using var eave = Eye.Face(new(x - (side * 0.5f), height - 0.1f, near - 0.1f), new(x - (side * 0.5f), height - 0.1f, far + 0.1f), new(x, height + 0.5f, far + 0.1f), new(x, height + 0.5f, near - 0.1f));
                canvas.Fill(eave, Ink.Tone(0.98f));
            }
        });
        scene.Draw(canvas =>
        {
            foreach (var (near, far, height, _) in houses)
            {
                for (var floor = 2.9f; floor + 1.6f < height; floor += 2.5f)
                {
                    for (var z = near + 0.7f; z + 1 < far; z += 1.9f)
                    {
                        using var window = Eye.Face(new(side * Half, floor, z), new(side * Half, floor, z + 1.05f), new(side * Half, floor + 1.3f, z + 1.05f), new(side * Half, floor + 1.3f, z));
                        canvas.Fill(window, Noise.Hash((int)(z * 7), (int)(floor * 9), side + 5) < 0.45f ? Amber : new SKColor(0x2C, 0x3B, 0x48));
                        canvas.Stroke(window, Night, 2.4f);
                    }
                }
            }
        });
    }

    /// <summary>Shop fronts and signs; with <paramref name="up"/> −1 the same world hangs below the street.</summary>
    private static void Lights(SKCanvas canvas, int up)
    {
        var dice = new Dice(58);
        var strength = up > 0 ? 1 : 0.8f;
        for (var z = 40f; z > 2.6f; z -= z > 14 ? 2.6f : 1.9f)
        {
            foreach (var side in new[] { -1, 1 })
            {
                var x = side * Half;
                var colour = dice.Pick(Signs);
                if (dice.Chance(0.62f))
                {
                    using var shop = Eye.Face(new(x, up * 0.25f, z), new(x, up * 0.25f, z + 1.7f), new(x, up * 2.3f, z + 1.7f), new(x, up * 2.3f, z));
                    canvas.Fill(shop, Brush.Faded(Ink.Mix(Amber, Ink.Paper, dice.Next() * 0.4f), strength));
                    if (up > 0)
                    {
                        canvas.Stroke(shop, Night, 3);
                        canvas.Line(Eye[x, 0.25f, z + 0.85f], Eye[x, 2.3f, z + 0.85f], Night, MathF.Max(1, 16 / z));
                    }
                }
                if (!dice.Chance(0.66f) || z < 4.6f) continue;
                var (low, high, wide) = (dice.Between(2.5f, 3.2f), dice.Between(4.1f, 5.6f), dice.Between(0.62f, 0.95f));
                var inner = x - (side * wide);
                var middle = Eye[(x + inner) / 2, up * (low + high) / 2, z];
                canvas.Glow(middle.X, middle.Y, 2.1f * Eye.Scale(x, 3, z), colour, 0.5f * strength);
                using var sign = Eye.Face(new(x, up * low, z), new(inner, up * low, z), new(inner, up * high, z), new(x, up * high, z));
                canvas.Fill(sign, Brush.Faded(colour, strength));
                if (up < 0)
                {
                    // The reflection is drawn out towards the viewer.
                    using var smear = Eye.Face(new(x, -high, z), new(inner, -high, z), new(inner, -high - 2.4f, z), new(x, -high - 2.4f, z));
                    canvas.Gradient(smear, Eye[x, -high, z], Eye[x, -high - 2.4f, z], [Brush.Faded(colour, 0.75f), Brush.Faded(colour, 0)]);
                    continue;
                }
                canvas.Stroke(sign, Night, MathF.Max(1.5f, 26 / z));
                for (var block = 0; block < 4; block++)
                {
                    var y = low + ((high - low) * (block + 0.5f) / 4);
                    var at = Eye[(x + inner) / 2, y, z];
                    var size = Eye.Scale(x, y, z) * 0.14f;
                    canvas.Box(at.X - size, at.Y - size, 2 * size, 2 * size, Ink.Mix(colour, Ink.Paper, 0.72f), size * 0.4f);
                }
            }
        }
    }

    private static void Cables(SKCanvas canvas)
    {
        foreach (var (side, z) in new[] { (-1, 11f), (1, 19f), (-1, 28f) })
        {
            canvas.Line(Eye[side * (Half - 0.4f), 0, z], Eye[side * (Half - 0.4f), 8.4f, z], Night, MathF.Max(3, 110 / z));
            canvas.Line(Eye[side * (Half - 1.4f), 7.6f, z], Eye[side * (Half + 0.4f), 7.6f, z], Night, MathF.Max(2, 60 / z));
        }
        var dice = new Dice(3);
        for (var i = 0; i < 9; i++)
        {
            using var cable = Shapes.Hanging(Eye[-Half + dice.Between(0, 0.6f), dice.Between(6.4f, 8), dice.Between(4, 12)], Eye[Half - dice.Between(0, 0.6f), dice.Between(6, 8), dice.Between(8, 30)], dice.Between(10, 44));
            canvas.Stroke(cable, Night, dice.Between(1.6f, 3.2f));
        }
    }

    private static void Walker(SKCanvas canvas)
    {
        var (foot, size) = (Eye[0.75f, 0, 6.2f], Eye.Scale(0.75f, 0, 6.2f));
        canvas.Save();
        canvas.Translate(foot.X, foot.Y);
        canvas.Scale(1, -0.9f);
        canvas.Shape($"M {-0.62f * size} {-1.62f * size} C {-0.5f * size} {-2.2f * size} {0.5f * size} {-2.2f * size} {0.62f * size} {-1.62f * size} Z", Brush.Faded(Ink.Brick, 0.55f));
        Living.Person(canvas, 0, 0, 1.75f * size, Brush.Faded(Night, 0.7f), walking: true);
        canvas.Restore();
        Living.Person(canvas, foot.X, foot.Y, 1.75f * size, Night, walking: true);
        canvas.Shape($"M {foot.X - (0.2f * size)} {foot.Y - (1.46f * size)} C {foot.X - (0.3f * size)} {foot.Y - (1.1f * size)} {foot.X - (0.27f * size)} {foot.Y - (0.9f * size)} {foot.X - (0.36f * size)} {foot.Y - (0.52f * size)} L {foot.X + (0.36f * size)} {foot.Y - (0.52f * size)} C {foot.X + (0.27f * size)} {foot.Y - (0.9f * size)} {foot.X + (0.3f * size)} {foot.Y - (1.1f * size)} {foot.X + (0.2f * size)} {foot.Y - (1.46f * size)} Z", new SKColor(0x2E, 0x3F, 0x4E));
        var top = foot.Y - (2.2f * size);
        var rim = foot.Y - (1.56f * size);
        var w = 0.72f * size;
        canvas.Shape($"M {foot.X - w} {rim} C {foot.X - (w * 0.9f)} {top} {foot.X + (w * 0.9f)} {top} {foot.X + w} {rim} Q {foot.X + (w * 0.75f)} {rim - 16} {foot.X + (w * 0.5f)} {rim} Q {foot.X + (w * 0.25f)} {rim - 16} {foot.X} {rim} Q {foot.X - (w * 0.25f)} {rim - 16} {foot.X - (w * 0.5f)} {rim} Q {foot.X - (w * 0.75f)} {rim - 16} {foot.X - w} {rim} Z", Ink.Brick);
        var peak = Noise.Mix(rim, top, 0.76f);
        foreach (var rib in new[] { -0.5f, 0, 0.5f }) canvas.Outline($"M {foot.X} {peak} Q {foot.X + (w * rib * 0.85f)} {Noise.Mix(peak, rim, 0.3f)} {foot.X + (w * rib)} {rim}", Night, 2.4f);
        canvas.Line(foot.X, peak, foot.X, peak - 12, Night, 4);
    }
}
