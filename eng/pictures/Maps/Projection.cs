using SkiaSharp;

namespace Broadsheet.Pictures.Maps;

/// <summary>Equirectangular projection true at one parallel: degrees to pixels.</summary>
/// <param name="west">Longitude of the left edge.</param>
/// <param name="north">Latitude of the top edge.</param>
/// <param name="perDegree">Pixels to a degree of latitude.</param>
/// <param name="parallel">The latitude at which distances are true in both directions.</param>
internal sealed class Projection(double west, double north, double perDegree, double parallel, SKPoint origin = default)
{
    private const double KilometersPerDegree = 111.2;
    private readonly double perLongitude = perDegree * Math.Cos(parallel * Math.PI / 180);

    public float PixelsPerKilometer => (float)(perDegree / KilometersPerDegree);

    public SKPoint this[double longitude, double latitude] => new(
        (float)(origin.X + ((longitude - west) * perLongitude)),
        (float)(origin.Y + ((north - latitude) * perDegree)));

    /// <summary>All points of a list of longitudes and latitudes in turn.</summary>
    public SKPoint[] All(params ReadOnlySpan<double> pairs)
    {
        var points = new SKPoint[pairs.Length / 2];
        for (var i = 0; i < points.Length; i++) points[i] = this[pairs[2 * i], pairs[(2 * i) + 1]];
        return points;
    }
}
