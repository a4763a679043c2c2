using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Maps;

/// <summary>What stands on every map: water lines along coasts, scale bar, north arrow, frame.</summary>
internal static class Furniture
{
    private static readonly float[] WaterLineDistances = [44, 31, 21, 13, 6];

    /// <summary>Lines that follow the coast out to sea, finer with distance, as map engravers drew water. Draw before the land.</summary>
    public static void WaterLines(SKCanvas canvas, SKPath land, SKColor sea, SKColor line, float reach = 1)
    {
        for (var i = 0; i < WaterLineDistances.Length; i++)
        {
            var distance = WaterLineDistances[i] * reach;
            canvas.Stroke(land, Ink.Mix(sea, line, 0.25f + (0.12f * i)), (2 * distance) + 2f);
            canvas.Stroke(land, sea, (2 * distance) - 0.6f);
        }
    }

    /// <summary>A divided bar with figures over its ends; <paramref name="length"/> is its length in pixels.</summary>
    public static void ScaleBar(SKCanvas canvas, Lettering lettering, float x, float y, float length, string half, string full, SKColor? colour = null)
    {
        var ink = colour ?? Ink.Key;
        canvas.Box(x, y, length, 9, ink);
        canvas.Box(x + (length / 2), y + 2, (length / 2) - 2, 5, Ink.Paper);
        lettering.Write(canvas, "0", x, y - 9, 25, ink, anchor: Anchor.Middle);
        lettering.Write(canvas, half, x + (length / 2), y - 9, 25, ink, anchor: Anchor.Middle);
        lettering.Write(canvas, full, x + length, y - 9, 25, ink, anchor: Anchor.Middle);
    }

    /// <summary>An arrow to the north whose foot stands at the point.</summary>
    public static void NorthArrow(SKCanvas canvas, Lettering lettering, float x, float y, SKColor? colour = null)
    {
        var ink = colour ?? Ink.Key;
        canvas.Polygon(ink, new(x, y - 66), new(x + 15, y), new(x, y - 14));
        using var left = Shapes.Polygon(new(x, y - 66), new(x - 15, y), new(x, y - 14));
        canvas.Fill(left, Ink.Paper);
        canvas.Stroke(left, ink, 2);
        lettering.Write(canvas, "N", x, y - 76, 28, ink, Face.Bold, Anchor.Middle);
    }

    /// <summary>A double rule around the sheet.</summary>
    public static void Frame(SKCanvas canvas, Scene scene)
    {
        using var outer = Shapes.Polygon(new(3, 3), new(scene.Width - 3, 3), new(scene.Width - 3, scene.Height - 3), new(3, scene.Height - 3));
        canvas.Stroke(outer, Ink.Key, 6);
        using var inner = Shapes.Polygon(new(13, 13), new(scene.Width - 13, 13), new(scene.Width - 13, scene.Height - 13), new(13, scene.Height - 13));
        canvas.Stroke(inner, Ink.Key, 1.5f);
    }

    /// <summary>A town: a ring with a paper heart.</summary>
    public static void Town(SKCanvas canvas, SKPoint at, float radius = 7)
    {
        canvas.Disc(at.X, at.Y, radius + 2.5f, Ink.Key);
        canvas.Disc(at.X, at.Y, radius - 1f, Ink.Paper);
    }
}
