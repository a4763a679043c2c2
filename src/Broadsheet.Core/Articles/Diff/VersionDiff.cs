namespace Broadsheet.Core.Articles.Diff;

/// <summary>
/// What changed between two versions: line by line, and inside a line word by word. Lines are the smallest blocks with words
/// (a paragraph, an item, a cell), so a change of one word in a long list shows that word.
/// </summary>
public sealed class VersionDiff
{
    // Steps of comparing words, which take about ten nanoseconds each.
    private const long Budget = 200_000_000;
    private const int LeastMoved = 20;

    private VersionDiff(IReadOnlyList<LineChange> lines, bool isCoarse) => (Lines, IsCoarse) = (lines, isCoarse);

    /// <summary>Headline, standfirst and dateline where there are any, then the photo above the text and the body.</summary>
    public IReadOnlyList<LineChange> Lines { get; }

    /// <summary>True where versions were so long and so different that some lines are shown as removed and added instead of being compared word by word.</summary>
    public bool IsCoarse { get; }

    /// <summary>True where nothing changed that a reader could see.</summary>
    public bool IsEmpty => Lines.All(l => l.Kind == ChangeKind.Same);

    /// <summary>Compares two versions. Takes a second at most for bodies of 100,000 words.</summary>
    public static VersionDiff Between(VersionText before, VersionText after)
    {
        var budget = Budget;
        var isCoarse = false;
        var lines = new List<LineChange>();
        void Single(LineForm form, string? old, string? now)
        {
            var (was, isNow) = (new DiffLine(form, LineReader.Plain(old ?? "")), new DiffLine(form, LineReader.Plain(now ?? "")));
            if (was.Tokens.Count > 0 && isNow.Tokens.Count > 0) Pair(was, isNow);
            else if (was.Tokens.Count > 0) lines.Add(Alone(was, ChangeKind.Removed));
            else if (isNow.Tokens.Count > 0) lines.Add(Alone(isNow, ChangeKind.Added));
        }
        void Pair(DiffLine was, DiffLine isNow)
        {
            if (was.Key == isNow.Key) lines.Add(Alone(isNow, ChangeKind.Same));
            else if (WordDiff.Compare(was.Tokens, isNow.Tokens, ref budget) is { } words)
                lines.Add(new(ChangeKind.Changed, isNow.Form, DiffHtml.Write(words, isNow.Form)) { Photo = isNow.Photo });
            else
            {
                isCoarse = true;
                lines.AddRange([Alone(was, ChangeKind.Removed), Alone(isNow, ChangeKind.Added)]);
            }
        }
        Single(LineForm.Headline, before.Headline, after.Headline);
        Single(LineForm.Standfirst, before.Standfirst, after.Standfirst);
        Single(LineForm.Dateline, before.Dateline, after.Dateline);
        var (earlier, later) = (LineReader.Read(before), LineReader.Read(after));
        isCoarse |= LineAlignment.IsBeyond(earlier, later);
        foreach (var (was, isNow) in Moved([.. LineAlignment.Of(earlier, later)]))
        {
            if (was.Line is { } old && isNow.Line is { } now) Pair(old, now);
            else if (was.Line is { } gone) lines.Add(Alone(gone, was.IsMoved ? ChangeKind.MovedAway : ChangeKind.Removed));
            else lines.Add(Alone(isNow.Line!, isNow.IsMoved ? ChangeKind.MovedHere : ChangeKind.Added));
        }
        return new(lines, isCoarse);
    }

    // A line that is gone here and new there has moved, each to one place.
    private static IEnumerable<((DiffLine? Line, bool IsMoved) Before, (DiffLine? Line, bool IsMoved) After)> Moved(List<(DiffLine? Before, DiffLine? After)> pairs)
    {
        var gone = pairs.Where(p => p.After is null && IsLong(p.Before!)).CountBy(p => p.Before!.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var moved = pairs.Where(p => p.Before is null && gone.ContainsKey(p.After!.Key)).CountBy(p => p.After!.Key, StringComparer.Ordinal)
            .ToDictionary(c => c.Key, c => Math.Min(c.Value, gone[c.Key]), StringComparer.Ordinal);
        var (away, here) = (new Dictionary<string, int>(moved, StringComparer.Ordinal), new Dictionary<string, int>(moved, StringComparer.Ordinal));
        foreach (var (before, after) in pairs)
            yield return ((before, after is null && Take(away, before!.Key)), (after, before is null && Take(here, after!.Key)));
    }

    private static bool IsLong(DiffLine line) => line.Photo is not null || line.Tokens.Sum(t => t.Text.Length) >= LeastMoved;

    private static bool Take(Dictionary<string, int> left, string key)
    {
        if (left.GetValueOrDefault(key) == 0) return false;
        left[key]--;
        return true;
    }

    private static LineChange Alone(DiffLine line, ChangeKind kind) => new(kind, line.Form, DiffHtml.Write(line, kind switch
    {
        ChangeKind.Same => WordFate.Same,
        ChangeKind.Removed or ChangeKind.MovedAway => WordFate.Removed,
        _ => WordFate.Added,
    }))
    { Photo = line.Photo, Related = line.Related ?? [] };
}
