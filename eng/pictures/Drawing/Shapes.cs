using SkiaSharp;

namespace Broadsheet.Pictures.Drawing;

/// <summary>Builds outlines from points.</summary>
internal static class Shapes
{
    /// <summary>A closed outline with straight sides.</summary>
    public static SKPath Polygon(params ReadOnlySpan<SKPoint> corners) => Build(corners, closed: true);

    /// <summary>An open line with straight parts.</summary>
    public static SKPath Line(params ReadOnlySpan<SKPoint> points) => Build(points, closed: false);

    /// <summary>A smooth line through all points (Catmull–Rom).</summary>
    public static SKPath Curve(ReadOnlySpan<SKPoint> points, bool closed = false)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(points[0]);
        var last = closed ? points.Length : points.Length - 1;
        for (var i = 0; i < last; i++)
        {
            var (before, from, to, after) = (At(points, i - 1, closed), At(points, i, closed), At(points, i + 1, closed), At(points, i + 2, closed));
            builder.CubicTo(from.X + ((to.X - before.X) / 6), from.Y + ((to.Y - before.Y) / 6), to.X - ((after.X - from.X) / 6), to.Y - ((after.Y - from.Y) / 6), to.X, to.Y);
        }
        if (closed) builder.Close();
        return builder.Detach();
    }

    /// <summary>The ground below a ridge line that runs from left to right: down to <paramref name="bottom"/>.</summary>
    /// <param name="height">The height of the ridge in pixels from the top for each x.</param>
    public static SKPath Ridge(float left, float right, float bottom, Func<float, float> height, float step = 4)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(left, bottom);
        for (var x = left; x <= right; x += step) builder.LineTo(x, height(x));
        builder.LineTo(right, bottom);
        builder.Close();
        return builder.Detach();
    }

    /// <summary>A line between two points that sags by <paramref name="sag"/> pixels in the middle.</summary>
    public static SKPath Hanging(SKPoint from, SKPoint to, float sag)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(from);
        builder.QuadTo((from.X + to.X) / 2, ((from.Y + to.Y) / 2) + (2 * sag), to.X, to.Y);
        return builder.Detach();
    }

    /// <summary>The point between two at <paramref name="share"/>, lowered by the sag of a hanging line.</summary>
    public static SKPoint Along(SKPoint from, SKPoint to, float share, float sag = 0) => new(
        from.X + ((to.X - from.X) * share),
        from.Y + ((to.Y - from.Y) * share) + (4 * sag * share * (1 - share)));

    private static SKPath Build(ReadOnlySpan<SKPoint> points, bool closed)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(points[0]);
        foreach (var point in points[1..]) builder.LineTo(point);
        if (closed) builder.Close();
        return builder.Detach();
    }

    private static SKPoint At(ReadOnlySpan<SKPoint> points, int i, bool closed) => closed
        ? points[((i % points.Length) + points.Length) % points.Length]
        : points[Math.Clamp(i, 0, points.Length - 1)];
}
