using Broadsheet.Language.Korean;

namespace Broadsheet.Language.Search;

/// <summary>Words of one syllable, with or without particles behind them (물, 물을): indexed apart, since as a pair 물 would also be found in 동물.</summary>
public static class ShortWords
{
    private const int LongestParticle = 4;

    /// <summary>The words of one syllable in a text, each once.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
            if (At(text, i) is { } word) words.Add(word);
        return words;
    }

    /// <summary>The word of one syllable that begins at a place, or null.</summary>
    internal static string? At(string text, int start)
    {
        if (!SearchTokens.IsSyllabic(text, start) || (start > 0 && (SearchTokens.IsSyllabic(text, start - 1) || char.IsLowSurrogate(text[start])))) return null;
        var first = char.IsHighSurrogate(text[start]) ? 2 : 1;
        var end = start + first;
        while (end < text.Length && end - start <= first + LongestParticle && SearchTokens.IsSyllabic(text, end)) end++;
        var word = text[start..(start + first)];
        return end == start + first || Particles.Is(text.AsSpan(start + first, end - start - first)) ? word : null;
    }
}
