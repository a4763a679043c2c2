using System.Text;
using Broadsheet.Language.Korean;
using F23.StringSimilarity;

namespace Broadsheet.Language.Search;

/// <summary>Words as people write them, and how far two are apart: what 'did you mean' is made of.</summary>
public static class PlainWords
{
    private const int Longest = 30;
    private static readonly OptimalStringAlignment Alignment = new();

    /// <summary>The words of a text, each once, in small letters, Korean ones without particles; numbers and the shortest are left out.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in SearchTokens.Composed(text) + " ")
        {
            if (char.IsLetter(c)) word.Append(c);
            else if (c is not ('\'' or '’'))
            {
                if (word.Length is > 0 and <= Longest && Shape(word.ToString()) is { } shaped) words.Add(shaped);
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>A word as it stands among <see cref="Of"/>; null where it is too short to be mistaken.</summary>
    public static string? Shape(string word)
    {
        var folded = SearchTokens.Fold(word);
        if (Hangul.IsSyllable(folded.Length > 0 ? folded[0] : ' ')) return Particles.Strip(folded) is { Length: > 1 } noun ? noun : null;
        return folded.Length > 3 ? folded : null;
    }

    /// <summary>
    /// How many letters have to be put in, taken out, changed or swapped with their neighbour to make one word of the other
    /// (optimal string alignment); Hangul is compared letter by letter, not by syllable.
    /// </summary>
    public static int Distance(string one, string other) => (int)Alignment.Distance(Letters(one), Letters(other));

    /// <summary>How far a word may lie from what was meant.</summary>
    public static int Tolerance(string word) => Letters(word).Length < 6 ? 1 : 2;

    private static string Letters(string word) => SearchTokens.Composed(word).Normalize(NormalizationForm.FormD);
}
