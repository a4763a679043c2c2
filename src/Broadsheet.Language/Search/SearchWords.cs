using Broadsheet.Language.Korean;

namespace Broadsheet.Language.Search;

/// <summary>What a word that a reader types may look like in the index.</summary>
public static class SearchWords
{
    private const int MostForms = 80;

    /// <summary>The ways in which a word is found; none where it holds no letter or digit.</summary>
    /// <param name="word">One word as it was typed, in composed form (NFC).</param>
    /// <param name="isPrefix">True where it may go on.</param>
    public static IReadOnlyList<SearchPhrase> Of(string word, bool isPrefix)
    {
        if (Phrase(word, isPrefix) is not { } whole) return [];
        if (isPrefix && whole.Tokens[^1].All(char.IsAsciiLetterLower)) return AsPrefix(whole, word);
        var core = word.Trim('-', '–', '—', '.', ',', '"', '\'', '“', '”', '‘', '’', '(', ')', '[', ']', '?', '!', '·', '…', ':', ';');
        var tail = core.Length;
        while (tail > 0 && Hangul.IsSyllable(core[tail - 1])) tail--;
        // KF-21을: what stands behind a word of other letters is a particle or belongs to it.
        if (tail > 0) return tail < core.Length && Particles.Is(core.AsSpan(tail)) && Phrase(core[..tail], false) is { } bare ? [whole, bare] : [whole];
        return core.Length == 0 ? [whole] : Korean(core);
    }

    /// <summary>Words of a phrase in quotation marks: as they stand, one after the other.</summary>
    public static SearchPhrase? Phrase(string text, bool isPrefix)
    {
        var tokens = SearchTokens.Of(SearchTokens.Composed(text).Replace('\n', ' '), most: 100).ConvertAll(t => t.Text);
        if (tokens.Count == 0) return null;
        var last = tokens[^1];
        if (!SearchTokens.IsSyllabic(last, 0)) return new(tokens, isPrefix, false);
        // The last syllable of a run begins a pair in most texts. Behind its own pair it says nothing new.
        if (tokens.Count > 1 && tokens[^2].Length > last.Length && tokens[^2].EndsWith(last, StringComparison.Ordinal) && SearchTokens.IsSyllabic(tokens[^2], 0)) return new(tokens[..^1], false, false);
        var isPast = last.Length == 1 && Hangul.IsSyllable(last[0]) && Hangul.Tail(last[0]) == 'ㅆ';
        return tokens.Count == 1 && !isPast ? new(tokens, false, true) : new(tokens, true, false);
    }

    private static List<SearchPhrase> Korean(string word)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { word };
        forms.Add(Particles.Strip(word));
        if (word.Length > 1 && word[^1] == '다')
            foreach (var stem in VerbForms.Stems(word)) forms.UnionWith(VerbForms.Of(stem));
        // A form finds what begins with it: longer ones add nothing.
        var kept = forms.Where(f => !forms.Any(s => s.Length > 1 && s.Length < f.Length && f.StartsWith(s, StringComparison.Ordinal)));
        return [.. kept.Take(MostForms).Select(f => Phrase(f, false)).OfType<SearchPhrase>()];
    }

    // The index holds stems: what was typed may be shorter or longer than its own.
    private static SearchPhrase[] AsPrefix(SearchPhrase whole, string word)
    {
        var letters = SearchTokens.Fold(new string([.. word.Where(char.IsLetter)]));
        if (whole.Tokens.Count > 1 || letters.Length == 0 || letters == whole.Tokens[0]) return [whole];
        return [whole with { Tokens = [letters] }, whole with { IsPrefix = letters.Length <= whole.Tokens[0].Length }];
    }
}
