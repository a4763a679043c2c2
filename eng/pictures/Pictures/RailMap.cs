using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Maps;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The railroad from Pyongyang to Vladivostok, with the end of the line enlarged.</summary>
internal static class RailMap
{
    private static readonly SKColor SeaTint = Ink.Mix(Ink.Paper, Ink.Shallow, 0.85f);
    private static readonly SKColor LandTint = new(0xEF, 0xE6, 0xD0);
    private static readonly SKColor NorthTint = Ink.Mix(LandTint, Ink.Ochre, 0.38f);
    private static readonly SKRect Inset = new(1128, 548, 1560, 908);

    public static void Draw(Scene scene, Lettering lettering)
    {
        var map = new Projection(122.6, 44.72, 153, 41.3);
        Ground(scene, map, new SKRect(0, 0, scene.Width, scene.Height));
        scene.Draw(canvas => Names(canvas, lettering, map));

        var close = new Projection(131.55, 43.41, 600, 43.1, new SKPoint(Inset.Left, Inset.Top));
        Ground(scene, close, Inset);
        scene.Draw(canvas =>
        {
            InsetNames(canvas, lettering, map, close);
            Furniture.ScaleBar(canvas, lettering, 1160, 1008, 200 * map.PixelsPerKilometer, "100", "200 km");
            Furniture.NorthArrow(canvas, lettering, 1528, 1017);
            Furniture.Frame(canvas, scene);
        });
    }

    /// <summary>Sea, land, borders and rail inside an area.</summary>
    private static void Ground(Scene scene, Projection map, SKRect area)
    {
        using var land = Shapes.Polygon(map.All(NortheastAsia.Land));
        using var island = Shapes.Polygon(map.All(NortheastAsia.RusskyIsland));
        using var lake = Shapes.Curve(map.All(NortheastAsia.LakeKhanka), closed: true);
        scene.Draw(canvas =>
        {
            canvas.ClipRect(area);
            canvas.Clear(SeaTint);
            Furniture.WaterLines(canvas, land, SeaTint, Ink.Sea);
            Graticule(canvas, map);
            canvas.Fill(land, LandTint);
            canvas.Save();
            canvas.ClipPath(land, antialias: true);
            using var north = NorthKorea(map);
            canvas.Fill(north, NorthTint);
            canvas.Restore();
        });
        Relief(scene, map, land, area);
        scene.Draw(canvas =>
        {
            canvas.ClipRect(area);
            canvas.Fill(island, LandTint);
            canvas.Fill(lake, SeaTint);
            canvas.Stroke(lake, Ink.Sea, 1.6f);
            canvas.Stroke(land, Ink.Sea, 2.4f);
            canvas.Stroke(island, Ink.Sea, 2.2f);
            foreach (var border in new[] { NortheastAsia.NorthernBorder, NortheastAsia.Demarcation, NortheastAsia.ChinaRussia })
            {
                using var line = Shapes.Curve(map.All(border));
                canvas.Stroke(line, Brush.Faded(Ink.Key, 0.15f), 7);
                canvas.Stroke(line, Ink.Key, 2f, [12, 5, 3, 5]);
            }
            Rail(canvas, map.All(NortheastAsia.Railroad));
            Rail(canvas, map.All(NortheastAsia.LastLeg));
        });
    }

    /// <summary>Mountains as a light hatching from the northwest, where the land is high.</summary>
    private static void Relief(Scene scene, Projection map, SKPath land, SKRect area)
    {
        var degree = map[1, 0].X - map[0, 0].X;
        var zero = map[0, 0];
        scene.Draw(canvas =>
        {
            canvas.ClipRect(area);
            canvas.ClipPath(land, antialias: true);
            for (var y = area.Top; y < area.Bottom; y += 9)
            {
                for (var x = area.Left + (y % 2 * 5); x < area.Right; x += 11)
                {
                    var (lon, lat) = ((x - zero.X) / degree, (zero.Y - y) / degree * 0.751f);
                    var height = Noise.Cloud(lon * 2.2f, lat * 2.6f, 40);
                    var east = Noise.Cloud((lon + 0.06f) * 2.2f, (lat - 0.05f) * 2.6f, 40);
                    var shade = ((height - east) * 10) - 0.12f;
                    if (shade <= 0) continue;
                    var length = MathF.Min(11, 26 * shade);
                    canvas.Line(x, y, x + (length * 0.55f), y + length, Brush.Faded(Ink.Key, 0.22f), 1.5f);
                }
            }
        });
    }

    private static SKPath NorthKorea(Projection map)
    {
        var outline = map.All(NortheastAsia.NorthernBorder).Concat(map.All(131.2, 41.8, 130.2, 39.5, 128.9, 38.7)).Concat(map.All(NortheastAsia.Demarcation).Reverse()).Concat(map.All(125.8, 37.3, 124, 37.5, 123.8, 39.5));
        return Shapes.Polygon([.. outline]);
    }

    private static void Rail(SKCanvas canvas, SKPoint[] points)
    {
        using var line = Shapes.Curve(points);
        canvas.Stroke(line, Ink.Paper, 13);
        canvas.Stroke(line, Ink.Brick, 7.5f);
        canvas.Stroke(line, Ink.Paper, 2.6f, [11, 11]);
    }

    private static void Graticule(SKCanvas canvas, Projection map)
    {
        var colour = Ink.Mix(SeaTint, Ink.Sea, 0.35f);
        for (var lon = 122; lon <= 138; lon += 2) canvas.Line(map[lon, 36], map[lon, 47], colour, 1.2f);
        for (var lat = 36; lat <= 46; lat += 2) canvas.Line(map[120, lat], map[139, lat], colour, 1.2f);
    }

    private static void Names(SKCanvas canvas, Lettering lettering, Projection map)
    {
        Country("NORTH KOREA", 126.75, 40.42, 40, 9);
        Country("SOUTH KOREA", 127.35, 37.88, 30, 5);
        Country("CHINA", 127.0, 43.05, 46, 16);
        Country("RUSSIA", 133.95, 44.05, 44, 14);
        var sea = map[130.95, 39.95];
        lettering.Write(canvas, "East Sea", sea.X, sea.Y, 56, Ink.Sea, Face.Italic, Anchor.Middle, 5, 4, SeaTint);
        var yellow = map[123.75, 38.75];
        lettering.Write(canvas, "Yellow", yellow.X, yellow.Y, 32, Ink.Sea, Face.Italic, Anchor.Middle, 2, 4, SeaTint);
        lettering.Write(canvas, "Sea", yellow.X, yellow.Y + 36, 32, Ink.Sea, Face.Italic, Anchor.Middle, 2, 4, SeaTint);

        Town("Pyongyang", 125.75, 39.03, -18, -12, Anchor.Right, large: true);
        Town("Hamhung", 127.54, 39.9, -18, -6, Anchor.Right);
        Town("Chongjin", 129.78, 41.8, -18, -4, Anchor.Right);
        Town("Tumangang / Khasan", 130.64, 42.43, 26, 30, Anchor.Left);
        Town("Ussuriysk", 131.95, 43.8, -16, -14, Anchor.Right);
        Town("Vladivostok", 131.888, 43.118, 34, 14, Anchor.Left, large: true);
        var russky = map[131.83, 43.0];
        canvas.Line(russky.X + 10, russky.Y + 4, russky.X + 40, russky.Y + 34, Ink.Key, 1.6f);
        lettering.Write(canvas, "Russky Island", russky.X + 46, russky.Y + 48, 28, Ink.Key, Face.Italic, halo: 4, haloColour: SeaTint);

        lettering.Write(canvas, "42° N", 1574, map[0, 42].Y - 8, 22, Ink.Sea, anchor: Anchor.Right);
        lettering.Write(canvas, "130° E", map[130, 0].X + 8, 1042, 22, Ink.Sea);
        lettering.Write(canvas, "20 hours or more by train", 42, 70, 40, Ink.Brick, Face.Bold, halo: 5, haloColour: LandTint);
        lettering.Write(canvas, "Pyongyang to Vladivostok, by way of Tumangang and Khasan", 42, 106, 27, Ink.Key, halo: 5, haloColour: LandTint);

        void Country(string name, double lon, double lat, float size, float spacing)
        {
            var at = map[lon, lat];
            lettering.Write(canvas, name, at.X, at.Y, size, Ink.Mix(Ink.Key, Ink.Paper, 0.18f), Face.Bold, Anchor.Middle, spacing, 5, Brush.Faded(LandTint, 0.75f));
        }

        void Town(string name, double lon, double lat, float dx, float dy, Anchor anchor, bool large = false)
        {
            var at = map[lon, lat];
            Furniture.Town(canvas, at, large ? 10 : 7);
            lettering.Write(canvas, name, at.X + dx, at.Y + dy, large ? 38 : 31, Ink.Key, large ? Face.Bold : Face.Text, anchor, 0, 5, Brush.Faded(Ink.Paper, 0.85f));
        }
    }

    private static void InsetNames(SKCanvas canvas, Lettering lettering, Projection map, Projection close)
    {
        using var frame = Shapes.Polygon(new(Inset.Left, Inset.Top), new(Inset.Right, Inset.Top), new(Inset.Right, Inset.Bottom), new(Inset.Left, Inset.Bottom));
        canvas.Stroke(frame, Ink.Key, 3);
        var (low, high) = (map[131.55, 42.81], map[132.54, 43.41]);
        using var window = Shapes.Polygon(new(low.X, high.Y), new(high.X, high.Y), new(high.X, low.Y), new(low.X, low.Y));
        canvas.Stroke(window, Ink.Key, 1.6f);
        canvas.Line(low.X, low.Y, Inset.Left, Inset.Top, Brush.Faded(Ink.Key, 0.5f), 1.2f);
        canvas.Line(high.X, low.Y, Inset.Right, Inset.Top, Brush.Faded(Ink.Key, 0.5f), 1.2f);

        var city = close[131.888, 43.118];
        Furniture.Town(canvas, city, 9);
        lettering.Write(canvas, "Vladivostok", city.X + 22, city.Y - 8, 31, Ink.Key, Face.Bold, halo: 5, haloColour: LandTint);
        var campus = close[131.89, 43.028];
        canvas.Polygon(Ink.Brick, new(campus.X, campus.Y - 11), new(campus.X + 11, campus.Y), new(campus.X, campus.Y + 11), new(campus.X - 11, campus.Y));
        lettering.WriteLines(canvas, ["Far Eastern Federal", "University"], campus.X + 22, campus.Y + 4, 24, 27, Ink.Key, halo: 5);
        var island = close[131.83, 42.93];
        lettering.Write(canvas, "Russky Island", island.X - 10, island.Y + 30, 28, Ink.Key, Face.Italic, Anchor.Middle, halo: 5, haloColour: SeaTint);
        var bay = close[131.66, 43.06];
        lettering.WriteLines(canvas, ["Amur", "Bay"], bay.X, bay.Y, 24, 26, Ink.Sea, Face.Italic, Anchor.Middle, 4);
    }
}
