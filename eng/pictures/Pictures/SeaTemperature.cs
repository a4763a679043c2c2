using Broadsheet.Pictures.Charts;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Small multiples: the sea's temperature at four stations against the mean of ten years.</summary>
internal static class SeaTemperature
{
    private static readonly string[] Months = ["May", "Jun", "Jul", "Aug"];

    private static readonly (string Name, float[] Mean, float[] Now, string Gap)[] Stations =
    [
        ("Inner Harbor", [15.8f, 19.6f, 22.9f, 25.1f], [16.4f, 20.5f, 24.2f, 26.8f], "+1.7"),
        ("Gull Point", [14.9f, 18.7f, 22.0f, 24.4f], [15.3f, 19.4f, 23.1f, 25.9f], "+1.5"),
        ("Haesol Bank", [14.1f, 17.9f, 21.3f, 23.8f], [14.4f, 18.3f, 22.3f, 25.2f], "+1.4"),
        ("Outer Buoy", [13.6f, 17.3f, 20.8f, 23.5f], [13.8f, 17.6f, 21.5f, 24.6f], "+1.1"),
    ];

    public static void Draw(Scene scene, Lettering lettering)
    {
        var sheet = new Sheet(scene, lettering);
        sheet.Head("A warmer sea at four stations", "mean temperature of the surface water, °C", "Source: Narae Institute of Coastal Studies");
        for (var i = 0; i < Stations.Length; i++)
        {
            var (left, top) = (126f + (i % 2 * 760), 286f + (i / 2 * 426));
            Station(scene, lettering, sheet, new SKRect(left, top, left + 536, top + 300), i);
        }
    }

    private static void Station(Scene scene, Lettering lettering, Sheet sheet, SKRect area, int index)
    {
        var (name, mean, now, gap) = Stations[index];
        SKPoint[] below = Points(area, mean), above = Points(area, now);
        scene.Draw(canvas => sheet.Levels(canvas, area, 12, 28, 4, 25));
        using var between = Shapes.Polygon([.. above, .. below.Reverse()]);
        scene.Paint(Screens.Lines(7, 90, 0), new Duotone(Ink.Tint(Ink.Brick, 0.18f), Ink.Tint(Ink.Brick, 0.18f), Ink.Brick), canvas => canvas.Fill(between, Ink.Tone(0.3f)));
        scene.Draw(canvas =>
        {
            using var lower = Shapes.Line(below);
            using var upper = Shapes.Line(above);
            canvas.Stroke(lower, Ink.Grey, 5);
            canvas.Stroke(upper, Ink.Key, 7);
            canvas.Disc(above[^1].X, above[^1].Y, 9, Ink.Key);
            canvas.Disc(below[^1].X, below[^1].Y, 7, Ink.Grey);
            lettering.Write(canvas, name, area.Left, area.Top - 18, 37, Ink.Key, Face.Bold);
            lettering.Write(canvas, gap, area.Right + 22, ((above[^1].Y + below[^1].Y) / 2) + 15, 44, Ink.Brick, Face.Bold);
            for (var month = 0; month < Months.Length; month++)
            {
                var anchor = month == 0 ? Anchor.Left : month == 3 ? Anchor.Right : Anchor.Middle;
                lettering.Write(canvas, Months[month], above[month].X, area.Bottom + 36, 27, Ink.Key, anchor: anchor);
            }
            if (index > 0) return;
            lettering.Write(canvas, "2023", above[2].X - 62, above[2].Y - 4, 28, Ink.Key, Face.Bold, Anchor.Right, halo: 4);
            lettering.Write(canvas, "mean 2013–22", below[2].X - 20, below[2].Y + 48, 28, Ink.Grey, halo: 4);
        });
    }

    private static SKPoint[] Points(SKRect area, float[] values) => [.. values.Select((value, i) => new SKPoint(area.Left + (area.Width * i / (values.Length - 1)), Sheet.Level(area, 12, 28, value)))];
}
