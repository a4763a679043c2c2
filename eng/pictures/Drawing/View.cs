using System.Numerics;
using SkiaSharp;

namespace Broadsheet.Pictures.Drawing;

/// <summary>
/// A pinhole camera. The world is in meters: X to the right, Y up, Z away from the viewer.
/// </summary>
/// <param name="eye">Where the viewer stands.</param>
/// <param name="target">The point that appears at <paramref name="centre"/>.</param>
/// <param name="focal">Pixels that one meter covers at a distance of one meter.</param>
internal sealed class View(Vector3 eye, Vector3 target, float focal, SKPoint centre)
{
    private const float Nearest = 0.05f;
    private readonly Vector3 ahead = Vector3.Normalize(target - eye);

    private Vector3 Right => Vector3.Normalize(Vector3.Cross(Vector3.UnitY, ahead));

    /// <summary>The place of a point in the picture.</summary>
    public SKPoint this[float x, float y, float z] => this[new Vector3(x, y, z)];

    /// <inheritdoc cref="this[float, float, float]"/>
    public SKPoint this[Vector3 point]
    {
        get
        {
            var (offset, right) = (point - eye, Right);
            var up = Vector3.Cross(ahead, right);
            var scale = focal / MathF.Max(Nearest, Vector3.Dot(offset, ahead));
            return new SKPoint(centre.X + (Vector3.Dot(offset, right) * scale), centre.Y - (Vector3.Dot(offset, up) * scale));
        }
    }

    /// <summary>Pixels that one meter covers at a point.</summary>
    public float Scale(float x, float y, float z) => focal / MathF.Max(Nearest, Depth(new Vector3(x, y, z)));

    /// <summary>Meters from the viewer's plane.</summary>
    public float Depth(Vector3 point) => Vector3.Dot(point - eye, ahead);

    /// <summary>A four-cornered face.</summary>
    public SKPath Face(Vector3 a, Vector3 b, Vector3 c, Vector3 d) => Shapes.Polygon(this[a], this[b], this[c], this[d]);

    /// <summary>A rectangle lying on the ground at height <paramref name="y"/>.</summary>
    public SKPath Floor(float left, float right, float near, float far, float y = 0) =>
        Face(new(left, y, near), new(right, y, near), new(right, y, far), new(left, y, far));

    /// <summary>Draws an upright box whose visible sides take three tones: top, front (towards the viewer) and flank.</summary>
    public void Box(SKCanvas canvas, Vector3 low, Vector3 high, SKColor top, SKColor front, SKColor flank)
    {
        if (eye.X < low.X || eye.X > high.X)
        {
            var x = eye.X < low.X ? low.X : high.X;
            using var side = Face(new(x, low.Y, low.Z), new(x, low.Y, high.Z), new(x, high.Y, high.Z), new(x, high.Y, low.Z));
            canvas.Fill(side, flank);
        }
        if (eye.Y > high.Y)
        {
            using var lid = Floor(low.X, high.X, low.Z, high.Z, high.Y);
            canvas.Fill(lid, top);
        }
        if (eye.Z < low.Z)
        {
            using var face = Face(new(low.X, low.Y, low.Z), new(high.X, low.Y, low.Z), new(high.X, high.Y, low.Z), new(low.X, high.Y, low.Z));
            canvas.Fill(face, front);
        }
    }
}
