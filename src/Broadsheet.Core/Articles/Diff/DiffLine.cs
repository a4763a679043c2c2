namespace Broadsheet.Core.Articles.Diff;

/// <summary>A word, a space or a sign with the inline elements around it.</summary>
/// <param name="Text">Plain text; a line break is a line end.</param>
/// <param name="Format">Start tags of the elements around it, the outermost first; empty for none.</param>
internal readonly record struct DiffToken(string Text, string Format)
{
    internal bool IsSpace => Text.Length == 0 || string.IsNullOrWhiteSpace(Text);

    /// <summary>What two tokens are compared by.</summary>
    internal string Key => Format.Length == 0 ? Text : $"{Format}\u0001{Text}";
}

/// <summary>A line of a version: the smallest block with words, wherever it is nested.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="Photo">The photo that it is.</param>
/// <param name="Related">The articles that it leads to.</param>
internal sealed record DiffLine(LineForm Form, IReadOnlyList<DiffToken> Tokens, Guid? Photo = null, IReadOnlyList<Guid>? Related = null)
{
    private const int Looked = 2_000;
    private Dictionary<string, int>? _words;

    /// <summary>What lines are compared by.</summary>
    internal string Key { get; } = $"{(int)Form} {Photo} {(Related is null ? "" : string.Join(',', Related))} {string.Concat(Tokens.Select(t => t.Key + "\u0002"))}";

    /// <summary>How much two lines share: 0 for nothing, 1 for all words.</summary>
    internal double Likeness(DiffLine other)
    {
        if (Form != other.Form || Photo != other.Photo || Related is not null) return 0;
        if (Photo is not null) return 1;
        var (mine, theirs) = (_words ??= Words(), other._words ??= other.Words());
        var all = mine.Values.Sum() + theirs.Values.Sum();
        return all == 0 ? 0 : 2.0 * mine.Sum(w => Math.Min(w.Value, theirs.GetValueOrDefault(w.Key))) / all;
    }

    private Dictionary<string, int> Words() => Tokens.Where(t => !t.IsSpace && char.IsLetterOrDigit(t.Text, 0)).Take(Looked).CountBy(t => t.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
