using System.Globalization;
using ScottPlot;

namespace Broadsheet.Bench.Pages;

/// <summary>Lines of <see cref="PageTimes"/> as a table and as a picture.</summary>
internal static class PageReport
{
    private static readonly string[] Drawn = ["home", "section", "archive, month", "author", "keyword", "article", "feed"];

    private const string FontFile = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

    /// <summary>Prints a Markdown table: a row for each page, a column for each database and size.</summary>
    internal static void Table(string file)
    {
        var lines = Read(file);
        var columns = lines.Select(l => (l.Database, l.Articles)).Distinct().ToList();
        Console.WriteLine($"| page | queries | {string.Join(" | ", columns.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Database}, {c.Articles:N0}")))} |");
        Console.WriteLine($"|---|---|{string.Concat(columns.Select(_ => "---|"))}");
        foreach (var page in lines.GroupBy(l => l.Page))
        {
            var cells = columns.Select(c => page.FirstOrDefault(l => (l.Database, l.Articles) == c) is { } line ? string.Create(CultureInfo.InvariantCulture, $"{line.Median:0.0} / {line.High:0.0}") : "–");
            Console.WriteLine($"| {page.Key} | {string.Join('–', page.Select(l => l.Queries).Distinct().Order())} | {string.Join(" | ", cells)} |");
        }
    }

    /// <summary>Draws the median of each page against the size of the archive; both axes logarithmic.</summary>
    internal static void Picture(string file, string picture)
    {
        if (!File.Exists(FontFile)) throw new FileNotFoundException("The picture's words need a font (Debian package fonts-dejavu-core).", FontFile);
        Fonts.AddFontFile("DejaVu Sans", FontFile);
        Fonts.Default = "DejaVu Sans";
        var databases = Read(file).GroupBy(l => l.Database).ToList();
        var all = new Multiplot();
        all.AddPlots(databases.Count);
        for (var i = 0; i < databases.Count; i++)
        {
            var plot = all.GetPlot(i);
            plot.Title(databases[i].Key);
            foreach (var page in databases[i].GroupBy(l => l.Page).Where(p => Drawn.Contains(p.Key)))
            {
                var line = plot.Add.Scatter(page.Select(l => Math.Log10(l.Articles)).ToArray(), page.Select(l => Math.Log10(l.Median)).ToArray());
                (line.LegendText, line.LineWidth, line.MarkerSize) = (page.Key, 2, 7);
            }
            plot.Axes.Bottom.TickGenerator = Ticks([3, 4, 5, 6], t => Math.Pow(10, t).ToString("N0", CultureInfo.InvariantCulture));
            plot.Axes.Left.TickGenerator = Ticks([0, 0.301, 0.699, 1, 1.301, 1.699, 2], t => Math.Pow(10, t).ToString("0", CultureInfo.InvariantCulture));
            plot.Axes.SetLimits(2.8, 6.2, -0.1, 2.1);
            plot.XLabel("articles");
            plot.YLabel("milliseconds to make a page, median");
            plot.Font.Set("DejaVu Sans");
            plot.ShowLegend(Alignment.UpperLeft);
        }
        all.Layout = new ScottPlot.MultiplotLayouts.Columns();
        File.WriteAllBytes(picture, all.Render(560 * databases.Count, 480).GetImageBytes());
    }

    private static ScottPlot.TickGenerators.NumericManual Ticks(double[] places, Func<double, string> name) => new([.. places], [.. places.Select(name)]);

    private static List<Line> Read(string file) => [.. File.ReadLines(file).Select(l => l.Split('\t')).Select(c => new Line(c[0], int.Parse(c[1], CultureInfo.InvariantCulture), c[2], c[3], double.Parse(c[4], CultureInfo.InvariantCulture), double.Parse(c[5], CultureInfo.InvariantCulture)))];

    private sealed record Line(string Database, int Articles, string Page, string Queries, double Median, double High);
}
