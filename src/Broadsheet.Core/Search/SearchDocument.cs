using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Search;

/// <summary>
/// A public article as the search knows it: what matches are filtered, counted and ordered by. The words stand in the full-text
/// index of the database in use, under the same key.
/// </summary>
public sealed class SearchDocument
{
    /// <summary>Grows with first publication, so that the newest matches come first without sorting (<see cref="SearchKey"/>).</summary>
    public long Key { get; internal set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>Its language.</summary>
    public required string Language { get; init; }

    /// <summary>What sort of text it is.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>Its own sections, the main one first, keys separated by spaces. What lies above them is looked up when asked.</summary>
    public required string Sections { get; init; }

    /// <summary>Its bylines' people, keys separated by spaces.</summary>
    public required string People { get; init; }

    /// <summary>True where a picture stands above or in the text.</summary>
    public bool HasPicture { get; init; }

    /// <summary>The tokens of its headline, a space before and behind each: thousands are looked at to rank a search.</summary>
    public required string Head { get; init; }

    /// <summary>The words that it added to <see cref="SearchWord"/>, separated by spaces: taken from there again when it goes.</summary>
    public required string Words { get; init; }
}

/// <summary>How many articles have a word in headline, standfirst or first paragraph: what 'did you mean' chooses from.</summary>
public sealed class SearchWord
{
    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>As it is written, in small letters, without particles.</summary>
    public required string Word { get; init; }

    /// <summary>Its first character; narrows what is compared.</summary>
    public required string Initial { get; init; }

    /// <summary>Articles.</summary>
    public int Count { get; set; }
}
