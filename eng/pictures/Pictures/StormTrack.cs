using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Maps;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The expected track of the low off the Haesol coast, with its widening cone.</summary>
internal static class StormTrack
{
    /// <summary>Pixels for 100 km.</summary>
    private const float Hundred = 220;
    private static readonly SKColor SeaTint = Ink.Mix(Ink.Paper, Ink.Shallow, 0.9f);
    private static readonly SKColor LandTint = new(0xEB, 0xE1, 0xC8);
    private static readonly SKPoint Narae = new(470, 560);

    private static readonly (SKPoint At, float Cone, string Time, string Wind, Anchor Side)[] Track =
    [
        (new(1270, 930), 16, "Tue 18:00", "14 m/s", Anchor.Left),
        (new(985, 750), 46, "Wed 06:00", "18 m/s", Anchor.Left),
        (new(734, 560), 74, "Wed 15:00", "21 m/s", Anchor.Left),
        (new(800, 320), 108, "Thu 03:00", "17 m/s", Anchor.Left),
        (new(1005, 120), 150, "Thu 18:00", "12 m/s", Anchor.Left),
    ];

    public static void Draw(Scene scene, Lettering lettering)
    {
        using var land = Shapes.Polygon([new(-60, -60), .. CoastPoints(), new(-60, 1130)]);
        scene.Draw(canvas =>
        {
            canvas.Clear(SeaTint);
            Furniture.WaterLines(canvas, land, SeaTint, Ink.Sea);
        });
        Isobars(scene);
        Cone(scene);
        scene.Draw(canvas =>
        {
            canvas.Fill(land, LandTint);
            canvas.Stroke(land, Ink.Sea, 3);
            Bank(canvas);
        });
        scene.Paint(Screens.Lines(8, 62, 2), new Duotone(LandTint, Ink.Mix(LandTint, Ink.Moss, 0.3f), Ink.Grey), canvas =>
        {
            using var inland = Shapes.Polygon([new(-60, -60), .. CoastPoints().Select(static point => new SKPoint(point.X - 46, point.Y)), new(-60, 1130)]);
            canvas.Fill(inland, Ink.Tone(0.1f));
        }, static (x, y, _) => Math.Clamp(0.7f * Noise.Slope(x / 120, y / 120, 71, 4), 0, 0.5f));
        scene.Draw(canvas => Names(canvas, lettering));
        scene.Draw(canvas => Furniture.Frame(canvas, scene));
    }

    private static SKPoint[] CoastPoints()
    {
        SKPoint[] main = [new(250, -60), new(300, 90), new(372, 170), new(352, 260), new(420, 350), new(440, 430), new(520, 470), new(536, 492), new(486, 520), new(474, 560), new(446, 600), new(470, 690), new(430, 780), new(350, 850), new(372, 940), new(300, 1040), new(310, 1130)];
        var points = new List<SKPoint>();
        for (var i = 0; i < main.Length - 1; i++)
        {
            for (var step = 0; step < 14; step++)
            {
                var at = Shapes.Along(main[i], main[i + 1], step / 14f);
                points.Add(new SKPoint(at.X + (26 * (Noise.Cloud(at.X / 46, at.Y / 46, 4) - 0.5f)), at.Y + (18 * (Noise.Cloud(at.X / 40, at.Y / 40, 9) - 0.5f))));
            }
        }
        points.Add(main[^1]);
        return [.. points];
    }

    private static void Isobars(Scene scene) => scene.Paint(Screens.Halftone(7, 30), new Duotone(SeaTint, SeaTint, Ink.Sea), static canvas =>
    {
        var low = Track[1].At;
        for (var ring = 1; ring <= 7; ring++)
        {
            var points = new SKPoint[24];
            for (var i = 0; i < points.Length; i++)
            {
                var angle = i * MathF.Tau / points.Length;
                var radius = ring * 104 * (1 + (0.22f * MathF.Cos((2 * angle) + 0.9f)) + (0.2f * (Noise.Smooth(MathF.Cos(angle) * 1.3f, MathF.Sin(angle) * 1.3f + ring * 0.1f, 6) - 0.5f)));
                points[i] = new SKPoint(low.X + (radius * MathF.Cos(angle)), low.Y + (radius * 0.86f * MathF.Sin(angle)));
            }
            using var line = Shapes.Curve(points, closed: true);
            canvas.Stroke(line, Ink.Tone(0.48f), 7);
        }
    });

    private static void Cone(Scene scene)
    {
        using var centre = Shapes.Curve([.. Track.Select(static stop => stop.At)]);
        using var measure = new SKPathMeasure(centre);
        scene.Paint(Screens.Lines(9, -38, 0.5f), new Duotone(Ink.Tint(Ink.Brick, 0.22f), Ink.Tint(Ink.Brick, 0.22f), Ink.Brick), canvas =>
        {
            for (var share = 0f; share <= 1; share += 0.004f)
            {
                var at = measure.GetPosition(measure.Length * share);
                canvas.Disc(at.X, at.Y, Noise.Mix(14, 150, share), Ink.Tone(0.14f));
            }
        });
        scene.Draw(canvas =>
        {
            canvas.Stroke(centre, Ink.Paper, 14);
            canvas.Stroke(centre, Ink.Brick, 7);
        });
    }

    private static void Bank(SKCanvas canvas)
    {
        using var bank = Shapes.Curve([new(560, 800), new(640, 770), new(706, 812), new(716, 890), new(660, 948), new(580, 930), new(546, 866)], closed: true);
        canvas.Fill(bank, Ink.Mix(SeaTint, Ink.Paper, 0.5f));
        canvas.Stroke(bank, Ink.Sea, 2, [3, 7]);
    }

    private static void Names(SKCanvas canvas, Lettering lettering)
    {
        foreach (var (at, _, time, wind, _) in Track)
        {
            canvas.Disc(at.X, at.Y, 15, Ink.Paper);
            canvas.Disc(at.X, at.Y, 11, Ink.Brick);
            lettering.Write(canvas, time, at.X + 32, at.Y + 4, 34, Ink.Key, Face.Bold, halo: 6, haloColour: Brush.Faded(Ink.Paper, 0.9f));
            lettering.Write(canvas, wind, at.X + 32, at.Y + 38, 29, Ink.Brick, halo: 6, haloColour: Brush.Faded(Ink.Paper, 0.9f));
        }
        Furniture.Town(canvas, Narae, 10);
        lettering.Write(canvas, "Narae", Narae.X - 24, Narae.Y + 12, 42, Ink.Key, Face.Bold, Anchor.Right, 0, 5, LandTint);
        lettering.Write(canvas, "Gull Point", 548, 468, 28, Ink.Key, Face.Italic, halo: 5, haloColour: Brush.Faded(Ink.Paper, 0.9f));
        lettering.WriteLines(canvas, ["Haesol", "Bank"], 632, 852, 29, 32, Ink.Sea, Face.Italic, Anchor.Middle, 4);
        lettering.WriteLines(canvas, ["HAESOL", "COUNTY"], 186, 330, 38, 46, Ink.Mix(Ink.Key, Ink.Paper, 0.2f), Face.Bold, Anchor.Middle, 5);
        canvas.Line(Narae.X + 18, Narae.Y, Track[2].At.X - 20, Narae.Y, Ink.Key, 2);
        lettering.Write(canvas, "120 km", (Narae.X + Track[2].At.X) / 2, Narae.Y - 12, 28, Ink.Key, Face.Italic, Anchor.Middle, 0, 5, Brush.Faded(Ink.Paper, 0.9f));

        lettering.WriteLines(canvas, ["Expected track", "of the low"], 1556, 80, 44, 48, Ink.Key, Face.Bold, Anchor.Right);
        lettering.WriteLines(canvas, ["and wind at each time,", "Sept. 12 to 14"], 1556, 172, 28, 34, Ink.Key, Face.Text, Anchor.Right);
        Furniture.ScaleBar(canvas, lettering, 1240, 1024, Hundred, "50", "100 km");
        Furniture.NorthArrow(canvas, lettering, 1546, 1032);
    }
}
