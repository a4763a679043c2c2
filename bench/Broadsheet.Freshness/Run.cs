using System.Diagnostics;

namespace Broadsheet.Freshness;

/// <summary>One row of the table.</summary>
internal static class Run
{
    private const int WarmUp = 5;
    private static int _version;

    /// <summary>Changes the article again and again, and asks a node for it until it answers with the change.</summary>
    /// <returns>Milliseconds from the commit to the end of the first fresh answer, ascending.</returns>
    public static async Task<IReadOnlyList<double>> Measure(Paper paper, Uri node, int changes, bool notify)
    {
#pragma warning disable RS0030 // A reader on loopback, and nobody else is asked.
        using var reader = new HttpClient { BaseAddress = node, Timeout = TimeSpan.FromSeconds(30) };
#pragma warning restore RS0030
        reader.DefaultRequestHeaders.Add("Accept", "text/html");
        var path = new Uri(paper.Path, UriKind.Relative);
        var times = new List<double>(changes);
        for (var i = -WarmUp; i < changes; i++)
        {
            // In the press; and at any moment between two looks of a node that is told nothing and looks every second.
            await reader.GetStringAsync(path);
            await Task.Delay(TimeSpan.FromMilliseconds((i + WarmUp) * 37 % (notify ? 50 : 1_000)));
            var words = FormattableString.Invariant($"Version {++_version}.");
            await paper.Change(words, notify);
            var committed = Stopwatch.GetTimestamp();
            while (!(await reader.GetStringAsync(path)).Contains(words, StringComparison.Ordinal)) await Task.Yield();
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
        }
        times.Sort();
        return times;
    }
}
