using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Charts;

/// <summary>The page that every chart stands on: title, unit, source, and a scale from values to pixels.</summary>
internal sealed class Sheet(Scene scene, Lettering lettering)
{
    private const float Margin = 64;

    /// <summary>Prints paper, title, unit under it and the source at the foot.</summary>
    public void Head(string title, string unit, string source) => scene.Draw(canvas =>
    {
        canvas.Clear(Ink.Paper);
        canvas.Box(Margin, 44, scene.Width - (2 * Margin), 8, Ink.Key);
        canvas.Box(Margin, 57, scene.Width - (2 * Margin), 1.6f, Ink.Key);
        lettering.Write(canvas, title, Margin, 134, 62, Ink.Key, Face.Bold);
        lettering.Write(canvas, unit, Margin, 180, 33, Ink.Grey, Face.Italic);
        canvas.Box(Margin, scene.Height - 86, scene.Width - (2 * Margin), 1.6f, Ink.Key);
        lettering.Write(canvas, source, Margin, scene.Height - 44, 27, Ink.Grey);
        lettering.Write(canvas, "The Narae Courier", scene.Width - Margin, scene.Height - 44, 27, Ink.Grey, Face.Italic, Anchor.Right);
    });

    /// <summary>Level lines with their figures at the left; the zero line is heavier.</summary>
    public void Levels(SKCanvas canvas, SKRect area, float low, float high, float step, float size = 28)
    {
        for (var value = low; value <= high + 0.01f; value += step)
        {
            var y = Level(area, low, high, value);
            var first = value <= low;
            canvas.Line(area.Left, y, area.Right, y, first ? Ink.Key : Ink.Tint(Ink.Grey, 0.45f), first ? 2.4f : 1.4f);
            lettering.Write(canvas, $"{value:0}", area.Left - 14, y + (size * 0.34f), size, Ink.Grey, anchor: Anchor.Right);
        }
    }

    /// <summary>The height of a value in an area.</summary>
    public static float Level(SKRect area, float low, float high, float value) => area.Bottom - ((value - low) / (high - low) * area.Height);
}
