using DiffPlex;

namespace Broadsheet.Core.Articles.Diff;

/// <summary>A place where two lists differ.</summary>
/// <param name="Before">What only the earlier has.</param>
/// <param name="After">What only the later has.</param>
internal sealed record Hunk(Range Before, Range After);

/// <summary>Where two lists of keys differ.</summary>
internal static class Myers
{
    private static readonly Parts Cut = new();

    /// <summary>How many keys of both lists are left to compare when what they begin and end with alike is put aside.</summary>
    internal static (int Head, int Tail) Alike(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (head, tail, least) = (0, 0, Math.Min(before.Count, after.Count));
        while (head < least && before[head] == after[head]) head++;
        while (tail < least - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        return (head, tail);
    }

    /// <summary>The differences in order. The keys hold no U+0000: no text of ours does.</summary>
    internal static IEnumerable<Hunk> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after, int head, int tail)
    {
        var (old, now) = (before.Count - head - tail, after.Count - head - tail);
        if (old + now == 0) return [];
        if (old == 0 || now == 0) return [new(head..(head + old), head..(head + now))];
        var found = Differ.Instance.CreateDiffs(Join(before, head, old), Join(after, head, now), ignoreWhiteSpace: false, ignoreCase: false, Cut);
        return found.DiffBlocks.Select(b => new Hunk(
            (head + b.DeleteStartA)..(head + b.DeleteStartA + b.DeleteCountA), (head + b.InsertStartB)..(head + b.InsertStartB + b.InsertCountB)));
    }

    private static string Join(IReadOnlyList<string> keys, int from, int count) => string.Join('\0', keys.Skip(from).Take(count));

    private sealed class Parts : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Split('\0');
    }
}
