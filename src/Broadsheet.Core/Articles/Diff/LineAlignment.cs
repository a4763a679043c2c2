namespace Broadsheet.Core.Articles.Diff;

/// <summary>Says which line of one version has become which of the other.</summary>
internal static class LineAlignment
{
    /// <summary>More lines than these are not compared: versions so different share nothing that is worth the time.</summary>
    private const int MostLines = 12_000;

    private const int MostPairs = 4_000;
    private const int Window = 12;
    private const double Alike = 0.4;
    private const double AlikeAlone = 0.2;

    /// <summary>True where so many lines differ that they are not compared with each other.</summary>
    internal static bool IsBeyond(List<DiffLine> before, List<DiffLine> after)
    {
        if (before.Count + after.Count <= MostLines) return false;
        var (head, tail) = Myers.Alike(before.ConvertAll(l => l.Key), after.ConvertAll(l => l.Key));
        return before.Count + after.Count - (2 * (head + tail)) > MostLines;
    }

    /// <summary>The lines of both in order: pairs that are the same or changed, and lines of one alone.</summary>
    internal static IEnumerable<(DiffLine? Before, DiffLine? After)> Of(List<DiffLine> before, List<DiffLine> after)
    {
        var (old, now) = (before.ConvertAll(l => l.Key), after.ConvertAll(l => l.Key));
        var (head, tail) = Myers.Alike(old, now);
        IEnumerable<Hunk> hunks = old.Count + now.Count - (2 * (head + tail)) > MostLines
            ? [new(head..(before.Count - tail), head..(after.Count - tail))] : Myers.Compare(old, now, head, tail);
        var (at, to) = (0, 0);
        foreach (var hunk in hunks)
        {
            for (; at < hunk.Before.Start.Value; at++, to++) yield return (before[at], after[to]);
            foreach (var pair in Pairs(before[hunk.Before], after[hunk.After])) yield return pair;
            (at, to) = (hunk.Before.End.Value, hunk.After.End.Value);
        }
        for (; at < before.Count; at++, to++) yield return (before[at], after[to]);
    }

    private static IEnumerable<(DiffLine? Before, DiffLine? After)> Pairs(List<DiffLine> before, List<DiffLine> after)
    {
        var (at, to) = (0, 0);
        foreach (var (old, now) in Matches(before, after))
        {
            for (; at < old; at++) yield return (before[at], null);
            for (; to < now; to++) yield return (null, after[to]);
            yield return (before[at++], after[to++]);
        }
        for (; at < before.Count; at++) yield return (before[at], null);
        for (; to < after.Count; to++) yield return (null, after[to]);
    }

    // The pairs in order that are most like each other together: a longest common subsequence by weight.
    private static List<(int Before, int After)> Matches(List<DiffLine> before, List<DiffLine> after)
    {
        if (before.Count == 0 || after.Count == 0 || before.Count + after.Count > MostLines) return [];
        if ((long)before.Count * after.Count > MostPairs) return Near(before, after);
        var least = before.Count == 1 && after.Count == 1 ? AlikeAlone : Alike;
        var likeness = new double[before.Count, after.Count];
        var best = new double[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
            for (var j = after.Count - 1; j >= 0; j--)
            {
                var like = before[i].Likeness(after[j]);
                likeness[i, j] = like >= least ? like : 0;
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), likeness[i, j] > 0 ? likeness[i, j] + best[i + 1, j + 1] : 0);
            }
        var matches = new List<(int, int)>();
        for (int i = 0, j = 0; i < before.Count && j < after.Count;)
        {
            if (likeness[i, j] > 0 && best[i, j] <= likeness[i, j] + best[i + 1, j + 1]) matches.Add((i++, j++));
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }
        return matches;
    }

    // Of many lines each looks for the one most like it among the next few.
    private static List<(int Before, int After)> Near(List<DiffLine> before, List<DiffLine> after)
    {
        var matches = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i < before.Count && from < after.Count; i++)
        {
            var best = (At: -1, Like: 0.0);
            for (var j = from; j < Math.Min(after.Count, from + Window); j++)
                if (before[i].Likeness(after[j]) is var like && like >= Alike && like > best.Like) best = (j, like);
            if (best.At < 0) continue;
            matches.Add((i, best.At));
            from = best.At + 1;
        }
        return matches;
    }
}
