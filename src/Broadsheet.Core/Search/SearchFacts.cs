using System.Globalization;
using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Search;

/// <summary>Facts of an article as words of the index, so that filtering costs what searching costs.</summary>
public static class SearchFacts
{
    /// <summary>A fact as it stands among the tokens of a text; none of those begins with its sign.</summary>
    public static string Token(string fact) => "·" + fact;

    /// <summary>Every article has it.</summary>
    public const string Any = "all";

    /// <summary>It has a picture.</summary>
    public const string Picture = "pic";

    /// <summary>One of its own sections.</summary>
    public static string Section(long id) => string.Create(CultureInfo.InvariantCulture, $"s{id}");

    /// <summary>Its kind.</summary>
    public static string Kind(ArticleKind kind) => string.Create(CultureInfo.InvariantCulture, $"k{(int)kind}");

    /// <summary>A byline.</summary>
    public static string Person(long id) => string.Create(CultureInfo.InvariantCulture, $"p{id}");

    /// <summary>The month of its publication, UTC: lets an index without order look at the newest first.</summary>
    public static string Month(DateTimeOffset at) => at.ToString("'m'yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The year of its publication, UTC, for the same.</summary>
    public static string Year(DateTimeOffset at) => at.ToString("'y'yyyy", CultureInfo.InvariantCulture);

    /// <summary>A word of one syllable in it.</summary>
    public static string ShortWord(string word) => "w" + word;
}
