using Broadsheet.Pictures.Charts;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Two lines: squid landed week by week, this summer and the last.</summary>
internal static class SquidCatch
{
    private static readonly string[] Weeks = ["Jul 2", "9", "16", "23", "30", "Aug 6", "13", "20", "27", "Sep 3", "10"];
    private static readonly float[] Before = [34, 52, 71, 96, 118, 109, 97, 84, 70, 61, 48];
    private static readonly float[] Now = [12, 15, 14, 18, 21, 24, 22, 31, 47, 88, 126];
    private static readonly SKRect Area = new(140, 250, 1390, 880);

    public static void Draw(Scene scene, Lettering lettering)
    {
        var sheet = new Sheet(scene, lettering);
        sheet.Head("Squid come late", "metric tons a week", "Source: Narae Fisheries Cooperative");
        scene.Draw(canvas => sheet.Levels(canvas, Area, 0, 140, 20));
        SKPoint[] before = Points(Before), now = Points(Now);
        using var below = Shapes.Polygon([new(Area.Left, Area.Bottom), .. now, new(Area.Right, Area.Bottom)]);
        scene.Paint(Screens.Water(Area.Top - 200, 17, 0.8f), new Duotone(Ink.Tint(Ink.Sea, 0.1f), Ink.Tint(Ink.Sea, 0.2f), Ink.Tint(Ink.Sea, 0.65f)), canvas => canvas.Fill(below, Ink.Tone(0.25f)));
        scene.Draw(canvas =>
        {
            Series(canvas, before, Ink.Grey, [3, 9], 5);
            Series(canvas, now, Ink.Sea, null, 8);
            foreach (var point in now) canvas.Disc(point.X, point.Y, 8, Ink.Sea);
            End(now[^1], "2023", "126", Ink.Sea);
            End(before[^1], "2022", "48", Ink.Grey);
            lettering.Write(canvas, "118", before[4].X, before[4].Y - 18, 32, Ink.Grey, Face.Bold, Anchor.Middle, halo: 4);
            lettering.Write(canvas, "31", now[7].X - 8, now[7].Y - 20, 32, Ink.Sea, Face.Bold, Anchor.Middle, halo: 4);
            for (var i = 0; i < Weeks.Length; i++)
            {
                canvas.Line(now[i].X, Area.Bottom, now[i].X, Area.Bottom + 9, Ink.Key, 2);
                lettering.Write(canvas, Weeks[i], now[i].X, Area.Bottom + 44, 30, Ink.Key, anchor: Anchor.Middle);
            }
            lettering.Write(canvas, "week ending", Area.Left - 20, Area.Bottom + 80, 26, Ink.Grey, Face.Italic);
            Squid(canvas);

            void End(SKPoint at, string year, string value, SKColor colour)
            {
                lettering.Write(canvas, value, at.X + 24, at.Y + 4, 44, colour, Face.Bold);
                lettering.Write(canvas, year, at.X + 24, at.Y + 40, 32, colour);
            }
        });
    }

    private static SKPoint[] Points(float[] values) => [.. values.Select((value, i) => new SKPoint(Area.Left + (Area.Width * i / (values.Length - 1)), Sheet.Level(Area, 0, 140, value)))];

    private static void Series(SKCanvas canvas, SKPoint[] points, SKColor colour, float[]? dashes, float width)
    {
        using var line = Shapes.Line(points);
        canvas.Stroke(line, Ink.Paper, width + 8);
        canvas.Stroke(line, colour, width, dashes is null ? null : [14, 7]);
    }

    /// <summary>A squid swimming to the left, as a vignette beside the title.</summary>
    private static void Squid(SKCanvas canvas)
    {
        canvas.Save();
        canvas.Translate(1100, 156);
        canvas.RotateDegrees(-6);
        for (var i = 0; i < 8; i++)
        {
            var (start, end) = (-16 + (i * 4.6f), -40 + (i * 12f));
            canvas.Outline($"M 196 {start} C 250 {start * 1.6f} 280 {end * 1.2f} {330 + (i % 3 * 18)} {end + (i % 2 == 0 ? 8 : -8)}", Ink.Brick, 6.5f - (i % 3));
        }
        canvas.Outline("M 196 -12 C 270 -40 330 -54 398 -40 M 196 12 C 270 34 330 46 404 26", Ink.Brick, 4);
        canvas.Oval(398, -40, 15, 6, Ink.Brick);
        canvas.Oval(404, 26, 15, 6, Ink.Brick);
        canvas.Shape("M 0 0 C 20 -10 30 -46 66 -52 C 62 -34 70 -30 86 -28 L 160 -26 L 160 26 L 86 28 C 70 30 62 34 66 52 C 30 46 20 10 0 0 Z", Ink.Brick);
        canvas.Shape("M 156 -24 C 186 -26 204 -18 206 0 C 204 18 186 26 156 24 Z", Ink.Brick);
        canvas.Disc(184, -7, 8.5f, Ink.Paper);
        canvas.Disc(185, -7, 4.8f, Ink.Key);
        for (var i = 0; i < 6; i++) canvas.Line(60 + (i * 16), 12 - (i % 2 * 3), 70 + (i * 16), 14 - (i % 2 * 3), Ink.Tint(Ink.Brick, 0.45f), 3);
        canvas.Line(44, 6, 150, 8, Ink.Tint(Ink.Brick, 0.45f), 2.4f);
        canvas.Restore();
    }
}
