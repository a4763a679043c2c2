using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The first pylon of the new bridge seen from the water, the old truss beside it.</summary>
internal static class BridgePylon
{
    private const float Water = 1210, Middle = 640, Top = 330;
    private static readonly SKColor Steel = new(0x2F, 0x3E, 0x48);

    public static void Draw(Scene scene)
    {
        Sky(scene);
        scene.Draw(Crane);
        Shore(scene);
        Pylon(scene);
        scene.Draw(Scaffold);
        OldBridge(scene);
        WaterBelow(scene);
        Reflection(scene);
    }

    private static void Sky(Scene scene) => scene.Fill(
        Screens.Lines(9, 0, 1.6f),
        new Duotone(new SKColor(0xFB, 0xF2, 0xDE), new SKColor(0xA6, 0xC4, 0xCE), new SKColor(0x4A, 0x78, 0x90)),
        static (x, y, _) =>
        {
            var shape = MathF.Pow((x - 930) / 240, 2) + MathF.Pow((y - 640) / 74, 2);
            var cloud = 1 - Noise.Step(0.45f, 1.15f, shape + (1.1f * (Noise.Cloud(x / 90, y / 60, 15) - 0.5f)));
            return ((0.1f + (0.42f * (1 - (y / Water)))) * (1 - cloud)) + (cloud * 0.24f * Noise.Step(640, 720, y));
        });

    /// <summary>The outer edge of a leg at a height: the legs lean together towards the top.</summary>
    private static float Outer(float y) => Noise.Mix(118, 236, (y - Top) / (Water - Top));

    private static float Inner(float y) => Noise.Mix(58, 140, (y - Top) / (Water - Top));

    private static void Pylon(Scene scene)
    {
        scene.Paint(Screens.Crossed(Screens.Lines(8, 90, 0.8f), Screens.Lines(8, 12, 0.8f), 0.62f), new Duotone(new SKColor(0xF4, 0xEE, 0xE0), new SKColor(0x94, 0x93, 0x8B), Ink.Key), static canvas =>
        {
            foreach (var side in new[] { -1f, 1f })
            {
                SKPoint P(float edge, float y) => new(Middle + (side * edge), y);
                canvas.Polygon(Ink.Tone(side < 0 ? 0.12f : 0.2f), P(Outer(Top), Top), P(Inner(Top), Top), P(Inner(Water), Water), P(Outer(Water), Water));
                // The side turned away from the light: inside of the left leg, outside of the right one.
                var (a, b) = side < 0 ? (Inner(Top), Inner(Water)) : (Outer(Top) - 24, Outer(Water) - 40);
                canvas.Polygon(Ink.Tone(0.6f), P(a, Top), P(a + (side < 0 ? 18 : 24), Top), P(b + (side < 0 ? 30 : 40), Water), P(b, Water));
            }
            canvas.Polygon(Ink.Tone(0.3f), new(Middle - Inner(930), 930), new(Middle + Inner(930), 930), new(Middle + Inner(1006), 1006), new(Middle - Inner(1006), 1006));
            canvas.Polygon(Ink.Tone(0.68f), new(Middle - Inner(1006), 976), new(Middle + Inner(1006), 976), new(Middle + Inner(1006), 1006), new(Middle - Inner(1006), 1006));
            canvas.Polygon(Ink.Tone(0.3f), new(Middle - Inner(600), 584), new(Middle + Inner(600), 584), new(Middle + Inner(634), 634), new(Middle - Inner(634), 634));
            canvas.Box(Middle - 290, Water - 66, 580, 70, Ink.Tone(0.28f));
            canvas.Box(Middle - 290, Water - 26, 580, 30, Ink.Tone(0.66f));
        }, static (x, y, drawn) => drawn + (0.2f * (Noise.Cloud(x / 44, y / 70, 31) - 0.5f)));
        scene.Draw(static canvas =>
        {
            // Joints of the climbing formwork, lift by lift.
            for (var y = 400f; y < 1140; y += 54)
            {
                foreach (var side in new[] { -1f, 1f }) canvas.Line(Middle + (side * Inner(y)), y, Middle + (side * Outer(y)), y, Brush.Faded(Ink.Key, 0.65f), 2);
            }
            canvas.Outline($"M {Middle - 290} {Water + 2} v -68 h 580 v 68", Ink.Key, 3);
            foreach (var side in new[] { -1f, 1f })
            {
                canvas.Line(Middle + (side * Inner(Top)), Top, Middle + (side * Inner(Water - 66)), Water - 66, Ink.Key, 3);
                canvas.Line(Middle + (side * Outer(Top)), Top, Middle + (side * Outer(Water - 66)), Water - 66, Ink.Key, 3);
            }
        });
    }

    private static void Crane(SKCanvas canvas)
    {
        const float x = 905;
        Lattice(canvas, new(x - 15, Water), new(x - 15, 176), new(x + 15, Water), new(x + 15, 176), 34, Steel, 4);
        Lattice(canvas, new(x, 176), new(150, 176), new(x, 150), new(150, 166), 32, Ink.Brick, 3.6f);
        Lattice(canvas, new(x, 176), new(1110, 176), new(x, 150), new(1110, 160), 8, Ink.Brick, 3.6f);
        canvas.Polygon(Ink.Brick, new(x - 16, 176), new(x - 4, 78), new(x + 4, 78), new(x + 16, 176));
        canvas.Line(x, 80, 360, 168, Steel, 2.4f);
        canvas.Line(x, 80, 1096, 166, Steel, 2.4f);
        canvas.Box(1040, 172, 74, 62, Steel, 3);
        canvas.Box(x - 34, 176, 40, 44, Ink.Paper, 3);
        canvas.Outline($"M {x - 34} 176 h 40 v 44 h -40 Z M {x - 34} 200 h 40", Steel, 3);
        canvas.Line(430, 178, 430, 282, Steel, 2.2f);
        canvas.Line(440, 178, 440, 282, Steel, 2.2f);
        canvas.Box(420, 282, 30, 14, Ink.Key, 2);
        canvas.Line(435, 296, 396, 324, Steel, 2);
        canvas.Line(435, 296, 474, 324, Steel, 2);
        canvas.Box(384, 322, 102, 12, Ink.Ochre);
    }

    private static void Lattice(SKCanvas canvas, SKPoint a, SKPoint b, SKPoint c, SKPoint d, int fields, SKColor colour, float width)
    {
        canvas.Line(a, b, colour, width);
        canvas.Line(c, d, colour, width);
        for (var i = 0; i < fields; i++)
        {
            var (from, to) = (i / (float)fields, (i + 1) / (float)fields);
            canvas.Line(Shapes.Along(a, b, from), Shapes.Along(c, d, to), colour, width * 0.5f);
            canvas.Line(Shapes.Along(c, d, to), Shapes.Along(a, b, to), colour, width * 0.5f);
        }
    }

    /// <summary>The climbing scaffold around the heads of both legs, nets, bars and two workers.</summary>
    private static void Scaffold(SKCanvas canvas)
    {
        foreach (var side in new[] { -1f, 1f })
        {
            var x = Middle + (side * ((Outer(Top) + Inner(Top)) / 2));
            for (var bar = -3; bar <= 3; bar++) canvas.Line(x + (bar * 8), Top + 10, x + (bar * 8), Top - 66 - (bar * bar % 3 * 9), Steel, 2.6f);
            canvas.Box(x - 56, Top - 24, 112, 130, Brush.Faded(Ink.Sea, 0.86f));
            for (var i = 1; i < 8; i++) canvas.Line(x - 56 + (i * 14), Top - 24, x - 56 + (i * 14), Top + 106, Brush.Faded(Ink.Paper, 0.35f), 1.4f);
            for (var level = 0; level < 3; level++)
            {
                canvas.Box(x - 66, Top - 28 + (level * 58), 132, 8, Steel);
                canvas.Line(x - 64, Top - 56 + (level * 58), x + 64, Top - 56 + (level * 58), Steel, 2.4f);
            }
            foreach (var post in new[] { -64f, -22, 22, 64 }) canvas.Line(x + post, Top - 58, x + post, Top + 116, Steel, 3.2f);
            canvas.Line(x - 64, Top + 88, x - 22, Top + 30, Steel, 2);
            canvas.Line(x + 64, Top + 88, x + 22, Top + 30, Steel, 2);
            Living.Person(canvas, x + (side * 34), Top - 28, 46, Ink.Key);
            canvas.Oval(x + (side * 34), Top - 73, 6, 3.6f, Ink.Ochre);
        }
    }

    private static void Shore(Scene scene)
    {
        using var land = Shapes.Ridge(0, 1200, Water + 2, static x => 1158 - (40 * Noise.Cloud(x / 150, 1, 5)) - (34 * Noise.Step(800, 1200, x)), 4);
        scene.Paint(Screens.Lines(7, 58, 1.4f), Duotone.Wash(Ink.Moss, 0.4f, 0.8f), canvas => canvas.Fill(land, Ink.Tone(0.45f)), static (x, y, _) => 0.4f + (0.6f * Noise.Slope(x / 50, y / 40, 8)));
    }

    /// <summary>The old bridge: a low truss on short piers, closed by a barrier.</summary>
    private static void OldBridge(Scene scene) => scene.Draw(static canvas =>
    {
        for (var x = 60f; x <= 300; x += 240)
        {
            canvas.Box(x - 24, 1126, 48, 96, Ink.Key);
            canvas.Box(x - 21, 1129, 30, 92, Ink.Tint(Ink.Grey, 0.55f));
        }
        canvas.Box(-10, 1098, 356, 26, Ink.Mix(Ink.Brick, Ink.Key, 0.25f));
        canvas.Box(-10, 1098, 356, 6, Ink.Brick);
        SKPoint Node(int i, bool up) => new(-60 + (i * 62), up ? 1022 : 1100);
        for (var i = 0; i < 6; i++)
        {
            canvas.Line(Node(i, false), Node(i, true), Ink.Key, 7);
            canvas.Line(Node(i, true), Node(i + 1, false), Ink.Key, 6);
            canvas.Line(Node(i, true), Node(i + 1, true), Ink.Key, 9);
        }
        canvas.Line(Node(6, true), Node(6, false), Ink.Key, 7);
        canvas.Line(Node(6, true), new(346, 1100), Ink.Key, 8);
        // Barrier in stripes at the end of the deck.
        canvas.Line(352, 1100, 352, 1060, Ink.Key, 5);
        canvas.Line(214, 1066, 356, 1066, Ink.Key, 15);
        for (var i = 0; i < 5; i++) canvas.Box(218 + (i * 28), 1061, 14, 10, Ink.Paper);
        for (var i = 0; i < 5; i++) canvas.Box(232 + (i * 28), 1061, 14, 10, Ink.Brick);
    });

    private static void WaterBelow(Scene scene) => scene.Paint(
        Screens.Water(Water - 12, 19, 2),
        new Duotone(new SKColor(0xE2, 0xE6, 0xDC), new SKColor(0x71, 0x99, 0xA8), Ink.Sea),
        canvas => canvas.Box(0, Water, scene.Width, scene.Height - Water, Ink.Tone(0.5f)),
        static (x, y, _) => 0.34f + (0.6f * Waves.Swell(x, y, Water, 21, 1.4f)) + ((y - Water) / 900));

    /// <summary>The legs and the old piers, upside down and torn by ripples.</summary>
    private static void Reflection(Scene scene) => scene.Draw(canvas =>
    {
        var dice = new Dice(55);
        for (var y = Water + 8; y < scene.Height; y += 9)
        {
            var depth = (y - Water) / (scene.Height - Water);
            foreach (var (from, to) in new[] { (Middle - 270f, Middle + 270f), (Middle - 232f, Middle - 140f), (Middle + 140f, Middle + 232f), (36f, 84f), (276f, 324f), (892f, 920f) })
            {
                if (to - from > 300 && depth > 0.16f) continue;
                if (dice.Chance(depth * 0.55f)) continue;
                var shift = dice.Between(-12, 12) * (0.4f + (2 * depth));
                canvas.Line(from + shift + dice.Between(0, 14), y, to + shift - dice.Between(0, 14), y, Brush.Faded(Ink.Mix(Ink.Sea, Ink.Key, 0.45f), 0.85f - (0.5f * depth)), 3 + (2.4f * depth));
            }
        }
    });
}
