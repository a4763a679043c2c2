namespace Broadsheet.Language.Search;

/// <summary>Tokens that stand next to each other in a text. One word of a query may have several: any of them will do.</summary>
/// <param name="Tokens">In order; at least one.</param>
/// <param name="IsPrefix">The last token may go on.</param>
/// <param name="IsShortWord">A word of one syllable, which pairs can't show: the only token is that syllable, and it is a whole word.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Tokens, bool IsPrefix, bool IsShortWord)
{
    /// <summary>Where the phrase stands in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    public IEnumerable<Range> In(string text, IReadOnlyList<SearchToken> tokens)
    {
        for (var at = 0; at + Tokens.Count <= tokens.Count; at++)
        {
            if (IsShortWord)
            {
                var (word, start) = (Tokens[0], tokens[at].Start);
                if (tokens[at].Text.StartsWith(word, StringComparison.Ordinal) && ShortWords.At(text, start) == word) yield return start..(start + word.Length);
            }
            else if (StandsAt(tokens, at)) yield return tokens[at].Start..tokens[at + Tokens.Count - 1].End;
        }
    }

    private bool StandsAt(IReadOnlyList<SearchToken> tokens, int at)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            var (wanted, there) = (Tokens[i], tokens[at + i].Text);
            if (IsPrefix && i == Tokens.Count - 1 ? !there.StartsWith(wanted, StringComparison.Ordinal) : there != wanted) return false;
        }
        return true;
    }
}
