using SkiaSharp;

namespace Broadsheet.Pictures.Drawing;

/// <summary>The strokes of the house on a canvas. All coordinates and widths are pixels of the finished picture.</summary>
internal static class Brush
{
    /// <summary>Fills a shape given as SVG path data.</summary>
    public static void Shape(this SKCanvas canvas, string path, SKColor colour)
    {
        using var shape = SKPath.ParseSvgPathData(path) ?? throw new ArgumentException("Not SVG path data.", nameof(path));
        canvas.Fill(shape, colour);
    }

    /// <summary>Draws the outline of a shape given as SVG path data.</summary>
    public static void Outline(this SKCanvas canvas, string path, SKColor colour, float width)
    {
        using var shape = SKPath.ParseSvgPathData(path) ?? throw new ArgumentException("Not SVG path data.", nameof(path));
        canvas.Stroke(shape, colour, width);
    }

    public static void Fill(this SKCanvas canvas, SKPath shape, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawPath(shape, paint);
    }

    /// <param name="dashes">Lengths of strokes and gaps, in turn; null for an unbroken line.</param>
    public static void Stroke(this SKCanvas canvas, SKPath shape, SKColor colour, float width, float[]? dashes = null)
    {
        using var pattern = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeJoin = SKStrokeJoin.Round, StrokeCap = dashes is null ? SKStrokeCap.Round : SKStrokeCap.Butt, PathEffect = pattern };
        canvas.DrawPath(shape, paint);
    }

    public static void Polygon(this SKCanvas canvas, SKColor colour, params ReadOnlySpan<SKPoint> corners)
    {
        using var shape = Shapes.Polygon(corners);
        canvas.Fill(shape, colour);
    }

    public static void Line(this SKCanvas canvas, SKPoint from, SKPoint to, SKColor colour, float width) => canvas.Line(from.X, from.Y, to.X, to.Y, colour, width);

    public static void Line(this SKCanvas canvas, float x1, float y1, float x2, float y2, SKColor colour, float width)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    public static void Box(this SKCanvas canvas, float x, float y, float width, float height, SKColor colour, float round = 0)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(x, y, width, height, round, round, paint);
    }

    public static void Disc(this SKCanvas canvas, float x, float y, float radius, SKColor colour) => canvas.Oval(x, y, radius, radius, colour);

    public static void Oval(this SKCanvas canvas, float x, float y, float across, float up, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawOval(x, y, across, up, paint);
    }

    public static void Ring(this SKCanvas canvas, float x, float y, float radius, SKColor colour, float width)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width };
        canvas.DrawCircle(x, y, radius, paint);
    }

    /// <summary>A soft round light or shadow that fades to nothing at <paramref name="radius"/>.</summary>
    public static void Glow(this SKCanvas canvas, float x, float y, float radius, SKColor colour, float strength = 1, float squash = 1)
    {
        using var shader = SKShader.CreateRadialGradient(new SKPoint(0, 0), radius, [Faded(colour, strength), Faded(colour, strength * 0.35f), Faded(colour, 0)], [0, 0.4f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(1, squash);
        canvas.DrawCircle(0, 0, radius, paint);
        canvas.Restore();
    }

    /// <summary>A rectangle shaded from one end to the other.</summary>
    public static void Gradient(this SKCanvas canvas, SKRect area, SKPoint from, SKPoint to, SKColor[] colours, float[]? stops = null)
    {
        using var shader = SKShader.CreateLinearGradient(from, to, colours, stops, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawRect(area, paint);
    }

    /// <summary>A shape shaded from one point to another.</summary>
    public static void Gradient(this SKCanvas canvas, SKPath shape, SKPoint from, SKPoint to, SKColor[] colours, float[]? stops = null)
    {
        using var shader = SKShader.CreateLinearGradient(from, to, colours, stops, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawPath(shape, paint);
    }

    /// <summary>The colour with an opacity from 0 to 1.</summary>
    public static SKColor Faded(SKColor colour, float opacity) => colour.WithAlpha((byte)MathF.Round(255 * Math.Clamp(opacity, 0, 1)));
}
