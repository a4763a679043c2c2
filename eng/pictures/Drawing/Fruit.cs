using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Drawing;

/// <summary>Round fruit with its light and shade, alone and in heaps.</summary>
internal static class Fruit
{
    private static readonly SKColor Leaf = new(0x4C, 0x6B, 0x3A);

    /// <summary>One fruit: body, shaded side in curved strokes, highlight, and sometimes its stem or a leaf.</summary>
    public static void One(SKCanvas canvas, float x, float y, float radius, SKColor colour, Dice dice, bool leaf = false)
    {
        var dark = Ink.Mix(colour, Ink.Key, 0.62f);
        canvas.Disc(x, y, radius + MathF.Max(1, radius * 0.055f), Ink.Mix(colour, Ink.Key, 0.8f));
        canvas.Disc(x, y, radius, colour);
        var strokes = radius > 26 ? 6 : radius > 11 ? 4 : 2;
        for (var i = 0; i < strokes; i++)
        {
            var r = radius * (0.93f - (i * 0.78f / strokes * 0.62f));
            using var arc = new SKPathBuilder();
            var spread = 118 - (i * 13);
            arc.AddArc(new SKRect(x - r, y - r, x + r, y + r), 52 - (spread / 2), spread);
            using var stroke = arc.Detach();
            canvas.Stroke(stroke, dark, MathF.Max(1, radius * (0.075f - (i * 0.008f))));
        }
        canvas.Oval(x - (radius * 0.36f), y - (radius * 0.42f), radius * 0.2f, radius * 0.13f, Ink.Mix(colour, SKColors.White, 0.8f));
        var (sx, sy) = (x + (radius * dice.Between(-0.25f, 0.3f)), y - (radius * dice.Between(0.1f, 0.42f)));
        if (radius > 9) canvas.Disc(sx, sy, radius * 0.07f, dark);
        if (!leaf) return;
        canvas.Save();
        canvas.Translate(sx, sy);
        canvas.RotateDegrees(dice.Between(-50, 40));
        canvas.Scale(radius / 40);
        canvas.Shape("M 0 0 C 8 -24 34 -34 60 -22 C 48 2 24 12 0 0 Z", Leaf);
        canvas.Outline("M 0 0 C 8 -24 34 -34 60 -22 C 48 2 24 12 0 0 Z M 0 0 Q 28 -8 56 -20", Ink.Mix(Leaf, Ink.Key, 0.6f), 2.4f);
        canvas.Restore();
    }

    /// <summary>A pyramid of fruit, <paramref name="across"/> in its lowest row.</summary>
    public static void Heap(SKCanvas canvas, float x, float foot, float radius, int across, IReadOnlyList<SKColor> colours, Dice dice)
    {
        for (var row = 0; row < across; row++)
        {
            var count = across - row;
            for (var i = 0; i < count; i++)
            {
                One(canvas, x + ((i - ((count - 1) / 2f)) * radius * 1.9f), foot - radius - (row * radius * 1.56f), radius, dice.Pick(colours), dice);
            }
        }
    }
}
