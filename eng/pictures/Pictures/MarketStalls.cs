using System.Numerics;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Down the aisle of the covered market: awnings, heaps of fruit, fish on ice, lamps.</summary>
internal static class MarketStalls
{
    private const float Aisle = 1.75f, Deep = 4.6f, Far = 34;
    private static readonly SKColor Dark = new(0x2A, 0x22, 0x1C);
    private static readonly SKColor Light = new(0xFE, 0xF0, 0xC8);
    private static readonly SKColor[] Apples = [new(0xB8, 0x3A, 0x2C), new(0xC9, 0x4E, 0x34), new(0xA8, 0x30, 0x28)];
    private static readonly SKColor[] Pears = [new(0xD9, 0xAE, 0x58), new(0xCF, 0x9E, 0x48)];
    private static readonly SKColor[] Tangerines = [new(0x86, 0x98, 0x48), new(0x9F, 0xA2, 0x46), new(0xC9, 0xA0, 0x40)];
    private static readonly View Eye = new(new(0, 1.75f, 0), new(0, 1.75f, 1), 900, new(800, 500));

    public static void Draw(Scene scene)
    {
        Hall(scene);
        for (var z = Far - 3; z > 0.5f; z -= 3)
        {
            Stall(scene, -1, z);
            Stall(scene, 1, z);
            Shoppers(scene, z);
        }
    }

    private static void Hall(Scene scene)
    {
        scene.Fill(Screens.Lines(8, 0, 0.6f), new Duotone(new SKColor(0xF6, 0xEA, 0xCC), new SKColor(0x8F, 0x84, 0x70), Dark), static (x, y, _) => 0.5f - (0.36f * MathF.Exp(-MathF.Pow((x - 800) / 330, 2))) + (0.22f * Noise.Step(300, 0, y)));
        scene.Draw(static canvas =>
        {
            // The glazed ridge of the roof and its trusses.
            canvas.Polygon(new SKColor(0xF6, 0xF3, 0xE4), Eye[-1.2f, 7.4f, Far], Eye[1.2f, 7.4f, Far], Eye[1.2f, 7.4f, 4], Eye[-1.2f, 7.4f, 4]);
            for (var z = Far; z > 4; z -= 3)
            {
                var width = MathF.Max(2.4f, 90 / z);
                canvas.Line(Eye[-6, 5, z], Eye[0, 7.6f, z], Dark, width);
                canvas.Line(Eye[6, 5, z], Eye[0, 7.6f, z], Dark, width);
                canvas.Line(Eye[-6, 5, z], Eye[6, 5, z], Dark, width * 0.7f);
                canvas.Line(Eye[0, 5, z], Eye[0, 7.6f, z], Dark, width * 0.5f);
                canvas.Line(Eye[-3, 5, z], Eye[-1.4f, 7, z], Dark, width * 0.4f);
                canvas.Line(Eye[3, 5, z], Eye[1.4f, 7, z], Dark, width * 0.4f);
            }
            canvas.Polygon(new SKColor(0xFB, 0xF6, 0xE4), Eye[-2.2f, 0, Far], Eye[2.2f, 0, Far], Eye[2.2f, 4, Far], Eye[-2.2f, 4, Far]);
            canvas.Glow(800, Eye[0, 2, Far].Y, 150, Light, 1);
        });
        scene.Paint(Screens.Lines(8, 0, 1), new Duotone(new SKColor(0xE2, 0xD4, 0xB6), new SKColor(0x8E, 0x80, 0x6A), Dark), static canvas =>
        {
            using var floor = Eye.Floor(-Deep, Deep, 1, Far);
            canvas.Fill(floor, Ink.Tone(0.3f));
            for (var z = 2f; z < Far; z += 1) canvas.Line(Eye[-Aisle, 0, z], Eye[Aisle, 0, z], Ink.Tone(0.55f), 2);
            for (var x = -1.5f; x <= 1.6f; x += 0.75f) canvas.Line(Eye[x, 0, 1], Eye[x, 0, Far], Ink.Tone(0.55f), 2);
        }, static (x, y, drawn) => drawn + (0.2f * Noise.Step(700, 1067, y)) + (0.25f * (Noise.Cloud(x / 120, y / 24, 7) - 0.5f)));
    }

    private static void Stall(Scene scene, int side, float z)
    {
        var seed = (int)(z / 3 * 5) + (side > 0 ? 2 : 0);
        float X(float fromAisle) => side * (Aisle + fromAisle);
        scene.Paint(Screens.Lines(7, 90, 0.4f), new Duotone(new SKColor(0xB9, 0x9E, 0x78), new SKColor(0x55, 0x45, 0x35), Dark), canvas =>
        {
            using var behind = Eye.Face(new(X(2.7f), 0, z), new(X(2.7f), 0, z + 3), new(X(2.7f), 3.2f, z + 3), new(X(2.7f), 3.2f, z));
            canvas.Fill(behind, Ink.Tone(0.62f));
            using var end = Eye.Face(new(X(0.9f), 0, z + 2.9f), new(X(2.7f), 0, z + 2.9f), new(X(2.7f), 3, z + 2.9f), new(X(0.9f), 3, z + 2.9f));
            canvas.Fill(end, Ink.Tone(0.75f));
            using var front = Eye.Face(new(X(0), 0, z), new(X(0), 0, z + 2.8f), new(X(0), 0.72f, z + 2.8f), new(X(0), 0.72f, z));
            canvas.Fill(front, Ink.Tone(0.34f));
            using var near = Eye.Face(new(X(0), 0, z), new(X(1.7f), 0, z), new(X(1.7f), 1.0f, z), new(X(0), 0.72f, z));
            canvas.Fill(near, Ink.Tone(0.58f));
            using var table = Eye.Face(new(X(0), 0.72f, z), new(X(0), 0.72f, z + 2.8f), new(X(1.7f), 1.05f, z + 2.8f), new(X(1.7f), 1.05f, z));
            canvas.Fill(table, Ink.Tone(0.1f));
        });
        scene.Draw(canvas =>
        {
            if (((int)(z / 3) + (side > 0 ? 1 : 0)) % 3 == 2) Fish(canvas, X, z, seed);
            else Goods(canvas, X, z, seed);
            Awning(canvas, X, z, seed);
            var lamp = Eye[X(0.5f), 2.25f, z + 1.4f];
            var size = Eye.Scale(0, 2, z + 1.4f);
            canvas.Line(lamp.X, lamp.Y - (0.5f * size), lamp.X, lamp.Y, Dark, MathF.Max(1.2f, 0.02f * size));
            canvas.Glow(lamp.X, lamp.Y, 0.75f * size, Light, 0.9f);
            canvas.Shape($"M {lamp.X - (0.15f * size)} {lamp.Y} L {lamp.X - (0.04f * size)} {lamp.Y - (0.13f * size)} L {lamp.X + (0.04f * size)} {lamp.Y - (0.13f * size)} L {lamp.X + (0.15f * size)} {lamp.Y} Z", Dark);
            canvas.Disc(lamp.X, lamp.Y + (0.02f * size), 0.065f * size, SKColors.White);
        });
    }

    private static void Goods(SKCanvas canvas, Func<float, float> across, float z, int seed)
    {
        var dice = new Dice(seed);
        SKColor[][] kinds = [Apples, Pears, Tangerines];
        for (var back = 1; back >= 0; back--)
        {
            for (var place = 2; place >= 0; place--)
            {
                var depth = z + 0.42f + (place * 0.92f);
                var at = Eye[across(0.42f + (back * 0.78f)), 0.8f + (back * 0.15f), depth];
                var size = Eye.Scale(0, 0.8f, depth);
                canvas.Oval(at.X, at.Y, 0.38f * size, 0.1f * size, new SKColor(0x6E, 0x4C, 0x2E));
                Fruit.Heap(canvas, at.X, at.Y + (0.03f * size), 0.062f * size, 5, kinds[(seed + place + back) % 3], dice);
                if (back > 0) continue;
                var card = Eye[across(0.05f), 0.78f, depth];
                canvas.Box(card.X - (0.09f * size), card.Y - (0.02f * size), 0.18f * size, 0.12f * size, Ink.Paper, 2);
                canvas.Line(card.X - (0.06f * size), card.Y + (0.02f * size), card.X + (0.06f * size), card.Y + (0.02f * size), Ink.Brick, MathF.Max(1, 0.012f * size));
                canvas.Line(card.X - (0.06f * size), card.Y + (0.055f * size), card.X + (0.03f * size), card.Y + (0.055f * size), Ink.Key, MathF.Max(1, 0.01f * size));
            }
        }
    }

    private static void Fish(SKCanvas canvas, Func<float, float> across, float z, int seed)
    {
        var dice = new Dice(seed + 50);
        for (var tray = 2; tray >= 0; tray--)
        {
            var from = z + 0.1f + (tray * 0.92f);
            Vector3 P(float x, float d) => new(across(x), 0.76f + (x * 0.19f), from + d);
            using var ice = Eye.Face(P(0.08f, 0), P(0.08f, 0.82f), P(1.6f, 0.82f), P(1.6f, 0));
            canvas.Fill(ice, new SKColor(0xDD, 0xEA, 0xEA));
            canvas.Stroke(ice, Ink.Sea, 3);
            for (var i = 0; i < 40; i++)
            {
                var chip = Eye[P(dice.Between(0.12f, 1.55f), dice.Between(0.05f, 0.78f))];
                canvas.Disc(chip.X, chip.Y, dice.Between(1.4f, 4) * 6 / from, SKColors.White);
            }
            for (var fish = 3; fish >= 0; fish--)
            {
                var (head, tail) = (Eye[P(0.16f, 0.14f + (fish * 0.18f))], Eye[P(1.35f, 0.1f + (fish * 0.19f))]);
                var (length, angle) = (SKPoint.Distance(head, tail), MathF.Atan2(tail.Y - head.Y, tail.X - head.X) * 180 / MathF.PI);
                canvas.Save();
                canvas.Translate(head.X, head.Y);
                canvas.RotateDegrees(angle);
                canvas.Scale(length / 100, MathF.Min(length, Eye.Scale(0, 0, from)) / 120);
                canvas.Shape("M 0 0 C 14 -15 50 -16 78 -4 L 100 -15 L 95 0 L 100 13 L 78 5 C 50 16 14 14 0 0 Z", dice.Chance(0.3f) ? Ink.Brick : new SKColor(0x5C, 0x7E, 0x90));
                canvas.Shape("M 4 3 C 20 13 50 14 76 5 C 50 7 24 7 4 3 Z", Ink.Paper);
                canvas.Disc(11, -3, 3.2f, Ink.Paper);
                canvas.Disc(11, -3, 1.7f, Ink.Key);
                canvas.Restore();
            }
        }
    }

    private static void Awning(SKCanvas canvas, Func<float, float> across, float z, int seed)
    {
        SKColor[] stripes = [Ink.Brick, Ink.Sea, Ink.Moss, Ink.Ochre];
        var colour = stripes[seed % 4];
        for (var i = 7; i >= 0; i--)
        {
            var (near, far) = (z + (i * 0.37f), z + ((i + 1) * 0.37f));
            var tint = i % 2 == 0 ? colour : new SKColor(0xF6, 0xEE, 0xDC);
            using var cloth = Eye.Face(new(across(-0.25f), 2.45f, near), new(across(-0.25f), 2.45f, far), new(across(2.3f), 3.5f, far), new(across(2.3f), 3.5f, near));
            canvas.Fill(cloth, Ink.Mix(tint, Dark, 0.14f));
            using var flap = Eye.Face(new(across(-0.25f), 2.45f, near), new(across(-0.25f), 2.45f, far), new(across(-0.25f), 2.2f, far), new(across(-0.25f), 2.2f, near));
            canvas.Fill(flap, tint);
            var low = Eye[across(-0.25f), 2.2f, (near + far) / 2];
            var half = MathF.Abs(Eye[across(-0.25f), 2.2f, near].X - Eye[across(-0.25f), 2.2f, far].X) / 2;
            canvas.Oval(low.X, low.Y, half + 0.5f, 0.07f * Eye.Scale(0, 2, near), tint);
        }
        using var end = Shapes.Polygon(Eye[across(-0.25f), 2.45f, z], Eye[across(2.3f), 3.5f, z], Eye[across(2.3f), 2.5f, z], Eye[across(-0.25f), 2.25f, z]);
        canvas.Fill(end, Ink.Mix(colour, Dark, 0.45f));
        canvas.Line(Eye[across(-0.25f), 2.45f, z], Eye[across(2.3f), 3.5f, z], Dark, MathF.Max(1.5f, 18 / z));
        canvas.Line(Eye[across(-0.1f), 2.3f, z], Eye[across(-0.1f), 0, z], Dark, MathF.Max(1.5f, 46 / z));
    }

    private static void Shoppers(Scene scene, float z) => scene.Draw(canvas =>
    {
        (float X, float Z, bool Bag, SKColor Colour)[] people = [(0.3f, 26, false, Ink.Key), (-0.7f, 20.5f, true, Dark), (0.85f, 15, false, Ink.Sea), (-0.95f, 11, true, Dark), (-0.35f, 10.4f, false, Ink.Mix(Ink.Brick, Dark, 0.3f)), (0.75f, 7.4f, true, Dark)];
        foreach (var (x, at, bag, colour) in people)
        {
            if (at < z || at >= z + 3) continue;
            var (foot, size) = (Eye[x, 0, at], Eye.Scale(x, 0, at));
            canvas.Oval(foot.X + (0.1f * size), foot.Y, 0.42f * size, 0.07f * size, Brush.Faded(Dark, 0.4f));
            Living.Person(canvas, foot.X, foot.Y, 1.68f * size, colour, walking: bag);
            if (!bag) continue;
            canvas.Line(foot.X + (0.26f * size), foot.Y - (0.95f * size), foot.X + (0.28f * size), foot.Y - (0.72f * size), colour, 0.05f * size);
            canvas.Box(foot.X + (0.16f * size), foot.Y - (0.74f * size), 0.26f * size, 0.32f * size, Ink.Ochre, 0.03f * size);
        }
    });
}
