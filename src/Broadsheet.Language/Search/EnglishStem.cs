using Lucene.Net.Tartarus.Snowball.Ext;

namespace Broadsheet.Language.Search;

/// <summary>English words without their endings, by Porter's second algorithm.</summary>
internal static class EnglishStem
{
    private const int Longest = 40;

    [ThreadStatic]
    private static EnglishStemmer? _stemmer;

    /// <summary>The stem of a word in small ASCII letters.</summary>
    internal static string Of(string word)
    {
        if (word.Length is < 3 or > Longest || !word.All(char.IsAsciiLetterLower)) return word;
        var stemmer = _stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
