using Broadsheet.Language.Search;

namespace Broadsheet.Core.Search;

/// <summary>A word or phrase of a query, with the ways in which it is found.</summary>
/// <param name="Text">As it was typed, without signs.</param>
/// <param name="Phrases">Any of these will do.</param>
/// <param name="IsExcluded">Articles with it are left out.</param>
public sealed record SearchTerm(string Text, IReadOnlyList<SearchPhrase> Phrases, bool IsExcluded);

/// <summary>
/// What a reader typed: words that must all be there, <c>"phrases"</c>, <c>-exclusions</c> and <c>prefixes*</c>. Anything else
/// is white space: there is no syntax that a query could break.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>Longest query, in characters.</summary>
    public const int MaxLength = 400;

    /// <summary>Most words and phrases; what comes after is left out of the search.</summary>
    public const int MaxTerms = 16;

    private SearchQuery(string text, IReadOnlyList<SearchTerm> terms) => (Text, Terms) = (text, terms);

    /// <summary>As it was typed, without white space at its ends.</summary>
    public string Text { get; }

    /// <summary>Its words and phrases.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>Those that must be there.</summary>
    public IEnumerable<SearchTerm> Wanted => Terms.Where(t => !t.IsExcluded);

    /// <summary>Reads a query; null where it is too long.</summary>
    public static SearchQuery? Read(string text)
    {
        if (text.Length > MaxLength) return null;
        text = SearchTokens.Composed(text).Replace('“', '"').Replace('”', '"').Trim();
        var terms = new List<SearchTerm>();
        for (var i = 0; i < text.Length && terms.Count < MaxTerms;)
        {
            if (char.IsWhiteSpace(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && text[i] is '-' or '+') i++;
            var excluded = text.AsSpan(start, i - start).StartsWith("-") && (start == 0 || char.IsWhiteSpace(text[start - 1]));
            if (i < text.Length && text[i] == '"') i = Phrase(text, i + 1, excluded, terms);
            else i = Word(text, i, excluded, terms);
        }
        return new(text, terms);
    }

    /// <summary>The query with one of its words replaced.</summary>
    public string With(string word, string other) => Text.Replace(word, other, StringComparison.OrdinalIgnoreCase);

    private static int Phrase(string text, int start, bool excluded, List<SearchTerm> terms)
    {
        var end = text.IndexOf('"', start);
        if (end < 0) end = text.Length;
        var words = text[start..end].Trim();
        if (SearchWords.Phrase(words, isPrefix: false) is { } phrase) terms.Add(new(words, [phrase], excluded));
        return Math.Min(text.Length, end + 1);
    }

    private static int Word(string text, int start, bool excluded, List<SearchTerm> terms)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '"') end++;
        var word = text[start..end];
        var phrases = SearchWords.Of(word.TrimEnd('*'), isPrefix: word.EndsWith('*'));
        if (phrases.Count > 0) terms.Add(new(word.Trim('*'), phrases, excluded));
        return end;
    }
}
