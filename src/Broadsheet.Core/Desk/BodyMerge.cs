using Broadsheet.Core.Articles;
using DiffPlex.Chunkers;

namespace Broadsheet.Core.Desk;

/// <summary>A place of a body where two people wrote different things.</summary>
/// <param name="Base">What stood there before; blocks of the dialect, empty for nothing.</param>
/// <param name="Mine">What the one who saves wrote.</param>
/// <param name="Theirs">What was saved meanwhile.</param>
public sealed record BodyConflict(string Base, string Mine, string Theirs);

/// <summary>
/// Puts two changes of one body together: block by block, and inside a block that both changed, word by word. Where that
/// leaves a doubt, it is a conflict, and both stand in the merged body one after the other, theirs first.
/// </summary>
public static class BodyMerge
{
    private static readonly CustomFunctionChunker Blocks = new(Cut);
    private static readonly CustomFunctionChunker Pieces = new(Split);

    /// <summary>Merges canonical bodies.</summary>
    /// <param name="original">The body that both began from.</param>
    /// <param name="mine">One change.</param>
    /// <param name="theirs">The other change.</param>
    /// <returns>A canonical body that holds both, and where they clash.</returns>
    public static (string Body, IReadOnlyList<BodyConflict> Conflicts) Merge(string original, string mine, string theirs)
    {
        if (mine == theirs || theirs == original) return (mine, []);
        if (mine == original) return (theirs, []);
        var merged = new List<string>();
        var conflicts = new List<BodyConflict>();
        foreach (var run in ThreeWay.Runs(original, mine, theirs, Blocks))
        {
            if (!run.IsClash) merged.AddRange(run.Together);
            else if (InLine(run) is { } together) merged.Add(together);
            else
            {
                conflicts.Add(new(Text(run.Base), Text(run.Mine), Text(run.Theirs)));
                merged.AddRange(run.Theirs);
                merged.AddRange(run.Mine.Where(b => !run.Theirs.Contains(b)));
            }
        }
        return (BodyDialect.Normalise(Text(merged)), conflicts);
    }

    // One block that both changed: in different places it can be both, if what comes out is a block of the dialect.
    private static string? InLine(MergedRun run)
    {
        if (run.Base.Count != 1 || run.Mine.Count != 1 || run.Theirs.Count != 1) return null;
        var words = ThreeWay.Runs(run.Base[0], run.Mine[0], run.Theirs[0], Pieces);
        if (words.Any(w => w.IsClash)) return null;
        var together = string.Concat(words.SelectMany(w => w.Together));
        return BodyDialect.Normalise(together) == together ? together : null;
    }

    private static string Text(IEnumerable<string> blocks) => string.Join('\n', blocks);

    // A block is a line; only preformatted text has line ends inside.
    private static List<string> Cut(string body)
    {
        var blocks = new List<string>();
        var from = 0;
        while (from < body.Length)
        {
            var end = body.IndexOf('\n', from);
            if (body.AsSpan(from).StartsWith("<pre", StringComparison.Ordinal) && body.IndexOf("</pre>", from, StringComparison.Ordinal) is > 0 and var close)
                end = body.IndexOf('\n', close);
            if (end < 0) end = body.Length;
            blocks.Add(body[from..end]);
            from = end + 1;
        }
        return blocks;
    }

    // Tags and words; a word keeps the space behind it.
    private static List<string> Split(string block)
    {
        var pieces = new List<string>();
        for (var from = 0; from < block.Length;)
        {
            var to = block[from] == '<' ? block.IndexOf('>', from) + 1 : EndOfWord(block, from);
            if (to <= from) to = block.Length;
            pieces.Add(block[from..to]);
            from = to;
        }
        return pieces;
    }

    private static int EndOfWord(string block, int from)
    {
        var at = from;
        while (at < block.Length && block[at] is not ('<' or ' ')) at++;
        while (at < block.Length && block[at] == ' ') at++;
        return at;
    }
}
