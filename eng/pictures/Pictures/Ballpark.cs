using System.Numerics;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The ballpark under lights, from the upper deck behind home plate.</summary>
internal static class Ballpark
{
    private const float Wall = 112, Base = 27.4f;
    private static readonly SKColor Night = new(0x10, 0x1E, 0x2D);
    private static readonly SKColor Light = new(0xFF, 0xF4, 0xD4);
    private static readonly SKColor Chalk = new(0xFA, 0xF6, 0xEA);
    private static readonly View Seat = new(new(0, 31, -62), new(0, 0, 34), 1270, new(800, 470));

    public static void Draw(Scene scene)
    {
        Beyond(scene);
        Stands(scene);
        Field(scene);
        scene.Draw(Chalked);
        scene.Draw(Players);
        scene.Draw(Towers);
        Deck(scene);
    }

    private static void Beyond(Scene scene)
    {
        scene.Fill(Screens.Lines(8, 0, 1.2f), new Duotone(new SKColor(0x5E, 0x86, 0x9C), new SKColor(0x16, 0x2C, 0x42), Night), static (x, y, _) => 0.98f - (0.5f * Noise.Step(-60, 190, y)) + (0.16f * (Noise.Cloud(x / 300, y / 60, 5) - 0.5f)));
        scene.Paint(Screens.Water(150, 18, 1.2f), new Duotone(new SKColor(0x55, 0x7E, 0x95), new SKColor(0x18, 0x33, 0x4A), Night), canvas => canvas.Box(0, 160, scene.Width, 400, Ink.Tone(0.6f)), static (x, y, _) => 0.62f + (0.7f * Waves.Swell(x, y, 150, 5)));
        scene.Draw(static canvas =>
        {
            var dice = new Dice(44);
            using var hills = Shapes.Ridge(0, 1600, 164, static x => 158 - (40 * Noise.Step(1100, 1560, x)) - (34 * Noise.Step(420, 30, x)) - (14 * Noise.Cloud(x / 90, 1, 3)), 6);
            canvas.Fill(hills, Night);
            for (var i = 0; i < 15; i++)
            {
                var (x, y) = (dice.Between(300, 1300), dice.Between(172, 250));
                canvas.Glow(x, y, 20, Light, 0.7f);
                canvas.Disc(x, y, 3.4f, Light);
                for (var k = 1; k < 5; k++) canvas.Oval(x + dice.Between(-2, 2), y + (k * 8), 5 + k, 1.4f, Brush.Faded(Ink.Ochre, 0.75f - (k * 0.14f)));
            }
        });
    }

    /// <summary>The stands along both foul lines: rows of spectators as stipple.</summary>
    private static void Stands(Scene scene)
    {
        scene.Paint(Screens.Lines(7, 20, 0.5f), new Duotone(new SKColor(0x75, 0x7C, 0x80), new SKColor(0x2A, 0x38, 0x44), Night), static canvas =>
        {
            foreach (var side in new[] { -1f, 1f })
            {
                using var bank = Seat.Face(Point(side, 24, -22, 1), Point(side, 24, 92, 1), Point(side, 56, 92, 15), Point(side, 56, -22, 15));
                canvas.Fill(bank, Ink.Tone(0.7f));
            }
        });
        scene.Draw(static canvas =>
        {
            var dice = new Dice(88);
            SKColor[] shirts = [Chalk, Chalk, Light, Ink.Ochre, Ink.Brick, Ink.Shallow, Ink.Sea];
            foreach (var side in new[] { -1f, 1f })
            {
                for (var row = 15; row >= 0; row--)
                {
                    for (var along = -20f; along < 90; along += dice.Between(0.85f, 1.6f))
                    {
                        var place = Point(side, 25 + (row * 1.95f), along, 1.6f + (row * 0.88f));
                        var at = Seat[place];
                        canvas.Disc(at.X, at.Y, 0.42f * Seat.Scale(place.X, place.Y, place.Z), dice.Pick(shirts));
                    }
                }
            }
        });
    }

    /// <summary>A point so many meters outside a foul line and along it.</summary>
    private static Vector3 Point(float side, float outside, float along, float height)
    {
        const float half = 0.70710678f;
        return new(side * ((along * half) + (outside * half)), height, (along * half) - (outside * half * 0.62f));
    }

    private static SKPath Arc(float radius, float from, float to, float middle = 0)
    {
        var points = new List<SKPoint>();
        for (var degrees = from; degrees <= to; degrees += 3)
        {
            var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
            points.Add(Seat[radius * sin, 0, middle + (radius * cos)]);
        }
        return Shapes.Polygon([.. points]);
    }

    private static void Field(Scene scene)
    {
        using var ground = Shapes.Polygon([Seat[0, 0, -17], Seat[-18, 0, -14], Seat[-Wall * 0.78f, 0, Wall * 0.66f], .. Fence(0), Seat[Wall * 0.78f, 0, Wall * 0.66f], Seat[18, 0, -14]]);
        scene.Paint(Screens.Lines(9, 0, 0.4f), new Duotone(new SKColor(0xA5, 0xB0, 0x7C), new SKColor(0x5F, 0x77, 0x4A), Ink.Moss), canvas =>
        {
            canvas.ClipPath(ground, antialias: true);
            canvas.Clear(Ink.Tone(0.2f));
            for (var i = -14; i < 14; i++)
            {
                if (i % 2 == 0) continue;
                using var stripe = Seat.Face(new(i * 8, 0, -20), new((i + 1) * 8, 0, -20), new((i + 1) * 8, 0, 130), new(i * 8, 0, 130));
                canvas.Fill(stripe, Ink.Tone(0.5f));
            }
        });
        scene.Paint(Screens.Stipple(6), new Duotone(new SKColor(0xD0, 0x9C, 0x6A), new SKColor(0x9C, 0x66, 0x42), Ink.Brick), canvas =>
        {
            using var clip = Shapes.Polygon(Seat[0, 0, -5.5f], Seat[70, 0, 66], Seat[70, 0, 130], Seat[-70, 0, 130], Seat[-70, 0, 66]);
            canvas.Save();
            canvas.ClipPath(clip, antialias: true);
            using var dirt = Arc(29, 0, 360, 18.4f);
            canvas.Fill(dirt, Ink.Tone(0.25f));
            canvas.Restore();
            using var plate = Arc(6.2f, 0, 360);
            canvas.Fill(plate, Ink.Tone(0.25f));
        });
        scene.Paint(Screens.Lines(9, 0, 0.4f), new Duotone(new SKColor(0xA5, 0xB0, 0x7C), new SKColor(0x5F, 0x77, 0x4A), Ink.Moss), canvas =>
        {
            var (half, inset) = (Base * 0.7071f, 2.2f);
            using var diamond = Shapes.Polygon(Seat[0, 0, inset * 1.8f], Seat[half - inset, 0, half], Seat[0, 0, (2 * half) - inset], Seat[-half + inset, 0, half]);
            canvas.Fill(diamond, Ink.Tone(0.28f));
        });
        scene.Paint(Screens.Stipple(6), new Duotone(new SKColor(0xD0, 0x9C, 0x6A), new SKColor(0x9C, 0x66, 0x42), Ink.Brick), canvas =>
        {
            using var mound = Arc(2.8f, 0, 360, 18.4f);
            canvas.Fill(mound, Ink.Tone(0.2f));
            using var plate = Arc(4.6f, 0, 360);
            canvas.Fill(plate, Ink.Tone(0.2f));
            using var left = Shapes.Polygon(Seat[0, 0, 0], Seat[-1.6f, 0, 0], Seat[-21, 0, 19.4f], Seat[-19.4f, 0, 21]);
            canvas.Fill(left, Ink.Tone(0.2f));
            using var right = Shapes.Polygon(Seat[0, 0, 0], Seat[1.6f, 0, 0], Seat[21, 0, 19.4f], Seat[19.4f, 0, 21]);
            canvas.Fill(right, Ink.Tone(0.2f));
        });
    }

    private static IEnumerable<SKPoint> Fence(float height)
    {
        for (var degrees = -45f; degrees <= 45; degrees += 3)
        {
            var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
            yield return Seat[Wall * sin, height, Wall * cos];
        }
    }

    private static void Chalked(SKCanvas canvas)
    {
        using var wall = Shapes.Polygon([.. Fence(0), .. Fence(3.4f).Reverse()]);
        canvas.Fill(wall, new SKColor(0x22, 0x3F, 0x38));
        using var rail = Shapes.Line([.. Fence(3.4f)]);
        canvas.Stroke(rail, Ink.Ochre, 3);
        foreach (var side in new[] { -1f, 1f })
        {
            canvas.Line(Seat[side * 1.2f, 0, 1.2f], Seat[side * Wall * 0.7071f, 0, Wall * 0.7071f], Chalk, 2.6f);
            canvas.Line(Seat[side * Wall * 0.7071f, 0, Wall * 0.7071f], Seat[side * Wall * 0.7071f, 14, Wall * 0.7071f], Ink.Ochre, 3.4f);
        }
        var half = Base * 0.7071f;
        foreach (var (x, z) in new[] { (half, half), (0f, 2 * half), (-half, half), (0f, 0.2f) })
        {
            using var bag = Shapes.Polygon(Seat[x, 0, z - 0.75f], Seat[x + 0.75f, 0, z], Seat[x, 0, z + 0.75f], Seat[x - 0.75f, 0, z]);
            canvas.Fill(bag, SKColors.White);
        }
        canvas.Line(Seat[-0.6f, 0.2f, 18.4f], Seat[0.6f, 0.2f, 18.4f], SKColors.White, 4);
    }

    private static void Players(SKCanvas canvas)
    {
        (float X, float Z, bool Gull)[] places =
            [(0, 84, true), (-46, 72, true), (46, 72, true), (-8.5f, 42, true), (11, 41, true), (-21, 25, true), (20, 26, true), (0, 18.6f, true), (0, -2.6f, true), (-1.7f, 0.4f, false), (2.4f, -4.4f, false)];
        foreach (var (x, z, gull) in places)
        {
            var (foot, size) = (Seat[x, 0, z], Seat.Scale(x, 0, z));
            for (var i = -1; i <= 1; i += 2) canvas.Line(foot.X, foot.Y, foot.X + (i * 1.7f * size), foot.Y + (0.35f * size), Brush.Faded(Night, 0.4f), 0.35f * size);
            Living.Person(canvas, foot.X, foot.Y, 2.5f * size, gull ? SKColors.White : Night);
            canvas.Oval(foot.X, foot.Y - (2.42f * size), 0.24f * size, 0.16f * size, gull ? Ink.Sea : Ink.Moss);
        }
    }

    private static void Towers(SKCanvas canvas)
    {
        foreach (var (x, foot, top) in new[] { (70f, 420f, 40f), (430f, 262f, 66f), (1170f, 262f, 66f), (1530f, 420f, 40f) })
        {
            var size = (foot - top) / 330;
            canvas.Glow(x, top + 20, 240 * size + 60, Light, 0.6f);
            canvas.Line(x - (9 * size), foot, x - (3 * size), top, Night, 5 * size + 1);
            canvas.Line(x + (9 * size), foot, x + (3 * size), top, Night, 5 * size + 1);
            canvas.Box(x - (52 * size), top - (26 * size), 104 * size, 58 * size, Night, 3);
            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 5; column++) canvas.Disc(x - (40 * size) + (column * 20 * size), top - (15 * size) + (row * 18 * size), 7.6f * size, SKColors.White);
            }
        }
    }

    /// <summary>The rail of the deck and the heads of those who sit before us.</summary>
    private static void Deck(Scene scene) => scene.Draw(static canvas =>
    {
        var dice = new Dice(13);
        for (var x = 10f; x < 1600; x += dice.Between(50, 84))
        {
            var foot = 912 - dice.Between(0, 10);
            canvas.Oval(x, foot - 8, 34, 30, Night);
            canvas.Oval(x, foot - 48, 17, 20, Night);
            if (dice.Chance(0.4f)) canvas.Shape($"M {x - 19} {foot - 50} C {x - 18} {foot - 76} {x + 18} {foot - 76} {x + 19} {foot - 50} Z", dice.Chance(0.6f) ? Ink.Sea : Ink.Brick);
        }
    });
}
