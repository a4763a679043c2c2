using Broadsheet.Language.Search;

namespace Broadsheet.Core.Search;

/// <summary>A piece of text; <paramref name="IsMatch"/> where the words of the query stand.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="IsMatch">True for what is to be marked.</param>
public sealed record SearchPiece(string Text, bool IsMatch);

/// <summary>Marks the words of a query in a text, and cuts out the place where most of them stand.</summary>
public static class SearchExcerpt
{
    private const int Usual = 240;
    private const int Wide = 130;

    /// <summary>The whole text with its matches.</summary>
    public static IReadOnlyList<SearchPiece> Marked(string text, SearchQuery query)
    {
        text = SearchTokens.Composed(text);
        return Cut(text, Places(text, query), 0, text.Length);
    }

    /// <summary>A few lines of a text around its matches; its beginning where there are none.</summary>
    public static IReadOnlyList<SearchPiece> Of(string text, SearchQuery query)
    {
        text = SearchTokens.Composed(text);
        // A syllable says as much as two letters and is as wide.
        var length = text.Take(Usual).Count(c => c >= '\u2E80') > Usual / 3 ? Wide : Usual;
        var places = Places(text, query);
        var (best, most) = (0, 0);
        for (int i = 0, j = 0; i < places.Count; i++)
        {
            while (j < places.Count && places[j].End <= places[i].Start + (length * 3 / 4)) j++;
            if (j - i > most) (best, most) = (places[i].Start, j - i);
        }
        var from = best < length / 3 ? 0 : WordStart(text, best - (length / 4));
        var to = text.Length - from <= length * 5 / 4 ? text.Length : WordEnd(text, from + length);
        var pieces = Cut(text, places, from, to);
        return [.. (from > 0 ? [new("… ", false)] : Array.Empty<SearchPiece>()), .. pieces, .. (to < text.Length ? [new(" …", false)] : Array.Empty<SearchPiece>())];
    }

    private static List<(int Start, int End)> Places(string text, SearchQuery query)
    {
        var tokens = SearchTokens.Of(text);
        var found = query.Wanted.SelectMany(t => t.Phrases).SelectMany(p => p.In(text, tokens)).Select(r => (Start: r.Start.Value, End: r.End.Value)).OrderBy(r => r.Start).ThenByDescending(r => r.End);
        var places = new List<(int Start, int End)>();
        foreach (var place in found)
        {
            if (places.Count > 0 && place.Start <= places[^1].End) places[^1] = (places[^1].Start, Math.Max(places[^1].End, place.End));
            else places.Add(place);
        }
        return places;
    }

    private static List<SearchPiece> Cut(string text, List<(int Start, int End)> places, int from, int to)
    {
        var pieces = new List<SearchPiece>();
        var at = from;
        foreach (var (start, end) in places.Where(p => p.Start >= from && p.End <= to))
        {
            if (start > at) pieces.Add(new(Line(text[at..start]), false));
            pieces.Add(new(Line(text[start..end]), true));
            at = end;
        }
        if (at < to) pieces.Add(new(Line(text[at..to]), false));
        return pieces;
    }

    private static string Line(string text) => text.Replace("\n", " · ", StringComparison.Ordinal);

    // A Korean text may have no space for long: after twenty characters a cut within a word does no harm.
    private static int WordStart(string text, int at)
    {
        for (var i = at; i < Math.Min(at + 20, text.Length); i++)
            if (char.IsWhiteSpace(text[i])) return i + 1;
        return char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int WordEnd(string text, int at)
    {
        for (var i = at; i > at - 20; i--)
            if (char.IsWhiteSpace(text[i])) return i;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
