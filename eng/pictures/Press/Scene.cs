using System.Numerics;
using SkiaSharp;

namespace Broadsheet.Pictures.Press;

/// <summary>Gives the darkness (0 to 1) of a point from its place in pixels and the tone that was drawn there.</summary>
internal delegate float Shade(float x, float y, float drawn);

/// <summary>
/// A picture on the press, printed layer by layer from the back to the front. A layer is drawn in greys; where it has
/// been drawn it hides what lies below; its tone becomes ink through a <see cref="Screen"/>.
/// </summary>
internal sealed class Scene
{
    private readonly Vector3[] points;

    public Scene(int width, int height)
    {
        (Width, Height) = (width, height);
        points = new Vector3[width * height];
        Array.Fill(points, Ink.Values(Ink.Paper));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Prints one layer.</summary>
    /// <param name="draw">Draws the tones, in greys (see <see cref="Ink.Tone"/>), on a clear sheet.</param>
    /// <param name="shade">Changes the drawn tones point by point; null leaves them.</param>
    public void Paint(Screen screen, Duotone colours, Action<SKCanvas> draw, Shade? shade = null)
    {
        using var sheet = Sheet(draw);
        var pixels = sheet.GetPixelSpan();
        for (var i = 0; i < points.Length; i++)
        {
            var cover = pixels[(i * 4) + 3] / 255f;
            if (cover <= 0) continue;
            var darkness = 1 - (pixels[i * 4] / 255f / cover);
            float x = i % Width, y = i / Width;
            if (shade is not null) darkness = Math.Clamp(shade(x, y, darkness), 0, 1);
            points[i] = Vector3.Lerp(points[i], colours.At(darkness, screen(x, y, darkness)), cover);
        }
    }

    /// <summary>Prints one layer over the whole sheet with tones from a function alone.</summary>
    public void Fill(Screen screen, Duotone colours, Shade shade) => Paint(screen, colours, static canvas => canvas.Clear(SKColors.White), shade);

    /// <summary>Prints plain colours as drawn: labels, thin lines, flat areas.</summary>
    public void Draw(Action<SKCanvas> draw)
    {
        using var sheet = Sheet(draw);
        var pixels = sheet.GetPixelSpan();
        for (var i = 0; i < points.Length; i++)
        {
            var cover = pixels[(i * 4) + 3] / 255f;
            if (cover <= 0) continue;
            var colour = new Vector3(pixels[i * 4], pixels[(i * 4) + 1], pixels[(i * 4) + 2]);
            points[i] = (points[i] * (1 - cover)) + colour;
        }
    }

    /// <summary>The printed sheet as red, green, blue bytes, row by row.</summary>
    public byte[] ToRgb()
    {
        var bytes = new byte[points.Length * 3];
        for (var i = 0; i < points.Length; i++)
        {
            bytes[i * 3] = Byte(points[i].X);
            bytes[(i * 3) + 1] = Byte(points[i].Y);
            bytes[(i * 3) + 2] = Byte(points[i].Z);
        }
        return bytes;
    }

    private static byte Byte(float value) => (byte)Math.Clamp(MathF.Round(value), 0, 255);

    private SKBitmap Sheet(Action<SKCanvas> draw)
    {
        var sheet = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(SKColors.Transparent);
        draw(canvas);
        canvas.Flush();
        return sheet;
    }
}
