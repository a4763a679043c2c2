namespace Broadsheet.Core.Articles.Diff;

/// <summary>What became of a word.</summary>
internal enum WordFate
{
    Same = 0,
    Removed = 1,
    Added = 2,
}

/// <summary>Compares two lines word by word; where a Korean word changes its ending, by syllable.</summary>
internal static class WordDiff
{
    /// <summary>The words of both, in an order that gives each line when the other's own words are left out.</summary>
    /// <param name="before">The earlier line.</param>
    /// <param name="after">The later line.</param>
    /// <param name="budget">Steps that may still be taken; what is used is taken off.</param>
    /// <returns>Null where that would take too many steps.</returns>
    internal static List<(WordFate Fate, DiffToken Token)>? Compare(IReadOnlyList<DiffToken> before, IReadOnlyList<DiffToken> after, ref long budget)
    {
        var (old, now) = (before.Select(t => t.Key).ToList(), after.Select(t => t.Key).ToList());
        var (head, tail) = Myers.Alike(old, now);
        var left = (long)(old.Count + now.Count - (2 * (head + tail)));
        var cost = left * left;
        if (cost > budget) return null;
        budget -= cost;
        var words = new List<(WordFate, DiffToken)>(Math.Max(old.Count, now.Count));
        var at = 0;
        foreach (var hunk in Joined([.. Myers.Compare(old, now, head, tail)], before))
        {
            for (; at < hunk.Before.Start.Value; at++) words.Add((WordFate.Same, before[at]));
            Hunk([.. before.Take(hunk.Before)], [.. after.Take(hunk.After)], words);
            at = hunk.Before.End.Value;
        }
        for (; at < before.Count; at++) words.Add((WordFate.Same, before[at]));
        return words;
    }

    // Two changed words with a space between them read better as one change.
    private static List<Hunk> Joined(List<Hunk> hunks, IReadOnlyList<DiffToken> before)
    {
        var joined = new List<Hunk>(hunks.Count);
        foreach (var hunk in hunks)
        {
            if (joined.Count > 0 && joined[^1] is var last && hunk.Before.Start.Value - last.Before.End.Value is 1 && before[last.Before.End.Value].IsSpace)
                joined[^1] = new(last.Before.Start..hunk.Before.End, last.After.Start..hunk.After.End);
            else joined.Add(hunk);
        }
        return joined;
    }

    private static void Hunk(List<DiffToken> before, List<DiffToken> after, List<(WordFate, DiffToken)> to)
    {
        if (before.Count == after.Count && before.Zip(after).All(p => p.First == p.Second || Ending(p.First, p.Second) is not null))
        {
            foreach (var (old, now) in before.Zip(after)) Syllables(old, now, to);
            return;
        }
        to.AddRange(before.Select(t => (WordFate.Removed, t)));
        to.AddRange(after.Select(t => (WordFate.Added, t)));
    }

    private static void Syllables(DiffToken old, DiffToken now, List<(WordFate, DiffToken)> to)
    {
        if (old == now)
        {
            to.Add((WordFate.Same, old));
            return;
        }
        var (head, tail) = Ending(old, now)!.Value;
        void Add(WordFate fate, string text)
        {
            if (text.Length > 0) to.Add((fate, old with { Text = text }));
        }
        Add(WordFate.Same, old.Text[..head]);
        Add(WordFate.Removed, old.Text[head..^tail]);
        Add(WordFate.Added, now.Text[head..^tail]);
        Add(WordFate.Same, old.Text[^tail..]);
    }

    // How many characters two Korean words begin and end with alike, where that is half of the shorter at least.
    private static (int Head, int Tail)? Ending(DiffToken old, DiffToken now)
    {
        if (old.Format != now.Format || !DiffTokens.IsKorean(old.Text) || !DiffTokens.IsKorean(now.Text)) return null;
        var (a, b) = (old.Text, now.Text);
        var (head, tail, least) = (0, 0, Math.Min(a.Length, b.Length));
        while (head < least && a[head] == b[head]) head++;
        while (head > 0 && (GoesOn(a, head) || GoesOn(b, head))) head--;
        while (tail < least - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        while (tail > 0 && (GoesOn(a, a.Length - tail) || GoesOn(b, b.Length - tail))) tail--;
        return 2 * (head + tail) >= least && head + tail > 0 ? (head, tail) : null;
    }

    // True where a character belongs to the one before it: a low surrogate, a mark, the vowel or end of a syllable in parts.
    private static bool GoesOn(string text, int at) => at < text.Length && (char.IsLowSurrogate(text[at]) || text[at] is >= '\u1160' and <= '\u11FF'
        || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
