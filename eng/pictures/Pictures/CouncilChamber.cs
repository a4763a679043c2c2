using System.Numerics;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The council chamber: 23 desks in three arcs before the chair, 14 lamps green and nine red.</summary>
internal static class CouncilChamber
{
    private const float Back = 13.5f, Dais = 9.6f;
    private static readonly SKColor Dark = new(0x2A, 0x1E, 0x18);
    private static readonly SKColor Oak = new(0xDD, 0xB9, 0x80);
    private static readonly SKColor Walnut = new(0x7C, 0x52, 0x33);
    private static readonly SKColor Yes = new(0x3F, 0x9A, 0x5B);
    private static readonly SKColor No = new(0xD6, 0x43, 0x30);
    private static readonly HashSet<int> Against = [1, 4, 7, 9, 12, 13, 17, 20, 22];
    private static readonly View Eye = new(new(0, 8.4f, -11.5f), new(0, 2.1f, 5.2f), 1310, new(800, 545));

    public static void Draw(Scene scene)
    {
        Room(scene);
        Gallery(scene);
        Chair(scene);
        scene.Draw(Clock);
        Desks(scene);
    }

    private static void Room(Scene scene)
    {
        scene.Paint(Screens.Lines(8, 0, 1), new Duotone(new SKColor(0xB5, 0x6A, 0x52), new SKColor(0x8A, 0x46, 0x35), Dark), canvas =>
        {
            using var floor = Eye.Floor(-24, 24, -8, Back);
            canvas.Fill(floor, Ink.Tone(0.3f));
            for (var radius = 11f; radius > 2; radius -= 2.2f)
            {
                using var step = Shapes.Polygon([.. Enumerable.Range(-18, 37).Select(i => Ring(radius, i * 5, 0))]);
                canvas.Fill(step, Ink.Tone(0.18f + (0.08f * (int)(radius / 2.2f % 2))));
            }
        }, static (x, y, drawn) => drawn + (0.22f * MathF.Pow(MathF.Abs(x - 800) / 800, 2)) + ((y - 500) / 3200));
        scene.Paint(Screens.Lines(7, 90, 0.5f), new Duotone(Oak, Walnut, Dark), canvas =>
        {
            using var wall = Eye.Face(new(-24, 0, Back), new(24, 0, Back), new(24, 12, Back), new(-24, 12, Back));
            canvas.Fill(wall, Ink.Tone(0.3f));
            for (var x = -17f; x < 17; x += 2)
            {
                using var panel = Eye.Face(new(x + 0.2f, 0.7f, Back), new(x + 1.8f, 0.7f, Back), new(x + 1.8f, 4.9f, Back), new(x + 0.2f, 4.9f, Back));
                canvas.Fill(panel, Ink.Tone(0.48f));
                using var field = Eye.Face(new(x + 0.42f, 1, Back), new(x + 1.64f, 1, Back), new(x + 1.64f, 4.62f, Back), new(x + 0.42f, 4.62f, Back));
                canvas.Fill(field, Ink.Tone(0.2f));
            }
        }, static (x, _, drawn) => drawn + (0.3f * MathF.Pow(MathF.Abs(x - 800) / 800, 2)));
    }

    /// <summary>The balcony for the public, with its spectators.</summary>
    private static void Gallery(Scene scene)
    {
        scene.Draw(static canvas =>
        {
            using var recess = Eye.Face(new(-24, 5.6f, Back), new(24, 5.6f, Back), new(24, 12, Back), new(-24, 12, Back));
            canvas.Fill(recess, new SKColor(0x4A, 0x36, 0x2A));
            for (var x = -21f; x <= 21; x += 6) canvas.Line(Eye[x, 5.6f, Back], Eye[x, 12, Back], new SKColor(0x6E, 0x4E, 0x36), 22);
            for (var x = -18f; x <= 18; x += 6) canvas.Glow(Eye[x, 8.6f, Back].X, Eye[x, 8.6f, Back].Y - 20, 150, new SKColor(0xF6, 0xD8, 0x98), 0.5f);
            var dice = new Dice(21);
            SKColor[] clothes = [Ink.Key, Ink.Sea, Ink.Brick, Ink.Grey, Ink.Moss, Ink.Ochre];
            for (var row = 1; row >= 0; row--)
            {
                for (var x = -13.4f + (row * 0.4f); x < 13.4f; x += dice.Between(0.72f, 1.15f))
                {
                    var at = Eye[x, 6.4f + (row * 0.62f), Back - 0.3f];
                    var size = Eye.Scale(x, 6.4f, Back) * 0.9f;
                    canvas.Oval(at.X, at.Y, 0.34f * size, 0.5f * size, dice.Pick(clothes));
                    canvas.Oval(at.X, at.Y - (0.6f * size), 0.17f * size, 0.21f * size, new SKColor(0xE7, 0xC9, 0xA4));
                    canvas.Shape($"M {at.X - (0.18f * size)} {at.Y - (0.62f * size)} C {at.X - (0.16f * size)} {at.Y - (0.9f * size)} {at.X + (0.16f * size)} {at.Y - (0.9f * size)} {at.X + (0.18f * size)} {at.Y - (0.62f * size)} Z", dice.Chance(0.25f) ? Ink.Grey : Ink.Key);
                }
            }
        });
        scene.Paint(Screens.Lines(6, 90, 0.3f), new Duotone(Oak, Walnut, Dark), static canvas =>
        {
            Eye.Box(canvas, new(-24, 5.1f, Back - 1.2f), new(24, 6.1f, Back), Ink.Tone(0.1f), Ink.Tone(0.34f), Ink.Tone(0.4f));
            Eye.Box(canvas, new(-24, 6.02f, Back - 1.3f), new(24, 6.2f, Back - 1.1f), Ink.Tone(0), Ink.Tone(0.1f), Ink.Tone(0.4f));
            using var shade = Eye.Face(new(-24, 4.4f, Back - 0.05f), new(24, 4.4f, Back - 0.05f), new(24, 5.1f, Back - 0.05f), new(-24, 5.1f, Back - 0.05f));
            canvas.Fill(shade, Ink.Tone(0.75f));
        });
    }

    private static void Chair(Scene scene) => scene.Paint(Screens.Lines(6, 90, 0.3f), new Duotone(new SKColor(0xE9, 0xC9, 0x92), new SKColor(0x6C, 0x45, 0x2A), Dark), static canvas =>
    {
        Eye.Box(canvas, new(-4.2f, 0, Dais), new(4.2f, 0.55f, Back), Ink.Tone(0.14f), Ink.Tone(0.5f), Ink.Tone(0.6f));
        Eye.Box(canvas, new(-2.8f, 0.55f, Dais + 0.7f), new(2.8f, 1.1f, Back), Ink.Tone(0.12f), Ink.Tone(0.42f), Ink.Tone(0.6f));
        Eye.Box(canvas, new(-0.55f, 1.1f, Dais + 2.9f), new(0.55f, 3.6f, Dais + 3.1f), Ink.Tone(0.3f), Ink.Tone(0.72f), Ink.Tone(0.7f));
        Eye.Box(canvas, new(-1.7f, 1.1f, Dais + 1.3f), new(1.7f, 2.25f, Dais + 2.2f), Ink.Tone(0.02f), Ink.Tone(0.3f), Ink.Tone(0.5f));
        Eye.Box(canvas, new(-1.4f, 1.3f, Dais + 1.28f), new(1.4f, 2.05f, Dais + 1.3f), Ink.Tone(0.1f), Ink.Tone(0.55f), Ink.Tone(0.5f));
        foreach (var x in new[] { -3.9f, 2.5f }) Eye.Box(canvas, new(x, 0.55f, Dais + 0.4f), new(x + 1.4f, 1.4f, Dais + 1.1f), Ink.Tone(0.05f), Ink.Tone(0.4f), Ink.Tone(0.55f));
    });

    /// <summary>Twenty minutes to ten.</summary>
    private static void Clock(SKCanvas canvas)
    {
        var (at, size) = (Eye[0, 4.42f, Back - 0.1f], Eye.Scale(0, 4.4f, Back) * 0.62f);
        canvas.Disc(at.X, at.Y, size + 5, Dark);
        canvas.Disc(at.X, at.Y, size, Ink.Paper);
        for (var hour = 0; hour < 12; hour++)
        {
            var (sin, cos) = MathF.SinCos(hour * MathF.PI / 6);
            canvas.Line(at.X + (sin * size * 0.78f), at.Y - (cos * size * 0.78f), at.X + (sin * size * 0.92f), at.Y - (cos * size * 0.92f), Ink.Key, hour % 3 == 0 ? 4 : 2.4f);
        }
        Hand((9 + (40f / 60)) / 12, 0.5f, 5);
        Hand(40f / 60, 0.76f, 3.4f);
        canvas.Disc(at.X, at.Y, 4.5f, Ink.Brick);

        void Hand(float turn, float length, float width)
        {
            var (sin, cos) = MathF.SinCos(turn * MathF.Tau);
            canvas.Line(at.X, at.Y, at.X + (sin * size * length), at.Y - (cos * size * length), Ink.Key, width);
        }
    }

    private static SKPoint Ring(float radius, float degrees, float height) => Eye[At(radius, degrees, height)];

    /// <summary>A point on an arc about the foot of the dais; 0 degrees lies nearest to the viewer.</summary>
    private static Vector3 At(float radius, float degrees, float height)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return new(radius * sin * 1.12f, height, 7.6f - (radius * cos));
    }

    private static void Desks(Scene scene)
    {
        (int Count, float Radius, float Spread, float Rise)[] rows = [(6, 4.1f, 64, 0), (8, 6.7f, 66, 0.3f), (9, 9.4f, 62, 0.6f)];
        var desks = new List<(float Radius, float Degrees, float Rise, bool Against)>();
        foreach (var (count, radius, spread, rise) in rows)
        {
            for (var i = 0; i < count; i++) desks.Add((radius, -spread + (2 * spread * i / (count - 1)), rise, Against.Contains(desks.Count)));
        }
        foreach (var (radius, degrees, rise, against) in desks.OrderByDescending(static desk => At(desk.Radius, desk.Degrees, 0).Z)) Desk(scene, radius, degrees, rise, against);
    }

    private static void Desk(Scene scene, float radius, float degrees, float rise, bool against)
    {
        var half = 54 / radius;
        const float depth = 0.75f, height = 0.86f;
        SKPoint Corner(float r, float side, float y) => Ring(r, degrees + (side * half * 0.9f), rise + y);
        scene.Paint(Screens.Lines(6, 90 - (degrees * 0.4f), 0.3f), new Duotone(new SKColor(0xE9, 0xC9, 0x92), new SKColor(0x6C, 0x45, 0x2A), Dark), canvas =>
        {
            canvas.Polygon(Ink.Tone(0.5f), Corner(radius, -1, 0), Corner(radius, 1, 0), Corner(radius, 1, height), Corner(radius, -1, height));
            foreach (var side in new[] { -1f, 1f }) canvas.Polygon(Ink.Tone(0.66f), Corner(radius, side, 0), Corner(radius - depth, side, 0), Corner(radius - depth, side, height), Corner(radius, side, height));
            canvas.Polygon(Ink.Tone(0.62f), Corner(radius + 0.05f, -0.9f, 0.1f), Corner(radius + 0.05f, 0.9f, 0.1f), Corner(radius + 0.05f, 0.9f, height - 0.12f), Corner(radius + 0.05f, -0.9f, height - 0.12f));
            canvas.Polygon(Ink.Tone(0.03f), Corner(radius + 0.08f, -1.06f, height), Corner(radius + 0.08f, 1.06f, height), Corner(radius - depth, 1.06f, height), Corner(radius - depth, -1.06f, height));
        });
        scene.Draw(canvas =>
        {
            var size = Eye.Scale(0, 1, At(radius, degrees, 0).Z);
            canvas.Polygon(Brush.Faded(Ink.Paper, 0.95f), Corner(radius - 0.16f, -0.5f, height + 0.01f), Corner(radius - 0.16f, 0.16f, height + 0.01f), Corner(radius - 0.52f, 0.16f, height + 0.01f), Corner(radius - 0.52f, -0.5f, height + 0.01f));
            var lamp = Corner(radius - 0.4f, 0.62f, height + 0.18f);
            var colour = against ? No : Yes;
            canvas.Line(lamp.X, lamp.Y, lamp.X, lamp.Y + (0.2f * size), Dark, 0.07f * size);
            canvas.Glow(lamp.X, lamp.Y, 0.62f * size, colour, 0.75f);
            canvas.Disc(lamp.X, lamp.Y, 0.155f * size, Dark);
            canvas.Disc(lamp.X, lamp.Y, 0.125f * size, colour);
            canvas.Disc(lamp.X - (0.04f * size), lamp.Y - (0.04f * size), 0.035f * size, Ink.Paper);
            // The chair behind the desk, its back towards us.
            var seat = Ring(radius + 0.75f, degrees, rise);
            canvas.Box(seat.X - (0.3f * size), seat.Y - (0.98f * size), 0.6f * size, 0.62f * size, Dark, 0.14f * size);
            canvas.Box(seat.X - (0.25f * size), seat.Y - (0.93f * size), 0.5f * size, 0.52f * size, Ink.Mix(Ink.Brick, Dark, 0.35f), 0.11f * size);
            canvas.Line(seat.X, seat.Y - (0.4f * size), seat.X, seat.Y, Dark, 0.09f * size);
        });
    }
}
