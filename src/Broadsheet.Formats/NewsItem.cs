namespace Broadsheet.Formats;

/// <summary>Whether a wire item may be used, as IPTC's <c>pubStatus</c> says it.</summary>
public enum PublishingStatus
{
    /// <summary>May be published (also where the file says nothing).</summary>
    Usable,

    /// <summary>Held back by the provider: keep, do not publish.</summary>
    Withheld,

    /// <summary>A kill: what was published of it is withdrawn.</summary>
    Canceled,
}

/// <summary>Who wrote or carried an item, in the order of the file.</summary>
/// <param name="Name">The name as printed, without 'By'.</param>
/// <param name="Role">What the person did (<c>reporter</c>, <c>photographer</c>, <c>translator</c>, …), or null where the file does not say.</param>
/// <param name="Email">An address, where one is given.</param>
/// <param name="IsAgency">True for an organisation.</param>
public sealed record NewsByline(string Name, string? Role = null, string? Email = null, bool IsAgency = false);

/// <summary>A subject, keyword or genre of an item.</summary>
/// <param name="Code">The code without its alias: <c>20000763</c> of <c>medtop:20000763</c>; null for a free keyword.</param>
/// <param name="Scheme">The scheme's URI where a catalogue or the file resolves it, else its alias (<c>medtop</c>); null for a free keyword.</param>
/// <param name="Names">Names by BCP 47 language; the empty key where the language is unknown.</param>
/// <param name="Kind">What it is: <c>subject</c>, <c>keyword</c>, <c>genre</c>, <c>person</c>, <c>place</c>, <c>organisation</c>, <c>event</c>.</param>
public sealed record NewsSubject(string? Code, string? Scheme, IReadOnlyDictionary<string, string> Names, string Kind = "subject");

/// <summary>One file of a picture, as the item names it.</summary>
/// <param name="Href">A relative or absolute reference, as found: nobody has checked it.</param>
/// <param name="MediaType">MIME type as claimed.</param>
/// <param name="Width">Pixels as claimed.</param>
/// <param name="Height">Pixels as claimed.</param>
/// <param name="Bytes">Size as claimed.</param>
/// <param name="Usage">The rendition's role (<c>web</c>, <c>highres</c>, <c>thumbnail</c>, <c>original</c>), or null.</param>
public sealed record NewsRendition(string Href, string? MediaType = null, int? Width = null, int? Height = null, long? Bytes = null, string? Usage = null);

/// <summary>A picture that comes with an item.</summary>
/// <param name="Guid">The picture's own identifier, where it has one.</param>
/// <param name="Renditions">Its files, best first.</param>
public sealed record NewsPicture(string? Guid, IReadOnlyList<NewsRendition> Renditions)
{
    /// <summary>The caption as HTML of inline elements, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>Text for who cannot see it. Null where the file has none: a caption is never taken instead.</summary>
    public string? AltText { get; init; }

    /// <summary>The picture's headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The credit line.</summary>
    public string? Credit { get; init; }

    /// <summary>Who made it.</summary>
    public string? Creator { get; init; }

    /// <summary>The copyright notice.</summary>
    public string? Copyright { get; init; }

    /// <summary>Conditions of use.</summary>
    public string? UsageTerms { get; init; }
}

/// <summary>An association that is not a picture (video, audio, another text), kept by name so that nothing goes unsaid.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Kind">Its type (<c>video</c>, <c>audio</c>, <c>text</c>, …).</param>
/// <param name="Title">A title or headline, where it has one.</param>
/// <param name="Reference">Its guid or address.</param>
public sealed record NewsAssociation(string? Name, string Kind, string? Title, string? Reference);

/// <summary>
/// One item of a wire, whatever format carried it. All times carry the offset of the file; nothing in it was checked
/// against anything but its format, and its HTML has been read, not cleaned.
/// </summary>
/// <param name="Source">The provider: its name or code, lower-case as found trimmed; <c>unknown</c> where the file has none.</param>
/// <param name="Guid">The item's permanent identifier.</param>
/// <param name="Version">The item's version; 1 where the file does not say. Never negative.</param>
public sealed record NewsItem(string Source, string Guid, long Version)
{
    /// <summary>Format and version as found: <c>newsml-g2 2.35</c>, <c>ninjs 2.1</c>, <c>nitf 3.6</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The kind of content: <c>text</c>, <c>picture</c>, <c>video</c>, <c>audio</c>, <c>graphic</c>, <c>composite</c>.</summary>
    public string ContentKind { get; init; } = "text";

    /// <summary>Whether it may be used.</summary>
    public PublishingStatus Status { get; init; }

    /// <summary>The headline, plain text. Null where the item has none (a picture item).</summary>
    public string? Headline { get; init; }

    /// <summary>The standfirst (summary, abstract), plain text.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The provider's slugline.</summary>
    public string? Slugline { get; init; }

    /// <summary>The dateline as printed.</summary>
    public string? Dateline { get; init; }

    /// <summary>The text as HTML: block elements <c>p h2 h3 ul ol blockquote table pre</c>, inline <c>a em strong sub sup br</c>. Empty for none.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>BCP 47 language, or null where the file has none.</summary>
    public string? Language { get; init; }

    /// <summary>Bylines in order.</summary>
    public IReadOnlyList<NewsByline> Bylines { get; init; } = [];

    /// <summary>Subjects, keywords and genres in order, each once.</summary>
    public IReadOnlyList<NewsSubject> Subjects { get; init; } = [];

    /// <summary>Pictures in order; the first is the lead.</summary>
    public IReadOnlyList<NewsPicture> Pictures { get; init; } = [];

    /// <summary>Other associations in order.</summary>
    public IReadOnlyList<NewsAssociation> Associations { get; init; } = [];

    /// <summary>Editorial urgency, 1 (highest) to 9; null where unsaid.</summary>
    public int? Urgency { get; init; }

    /// <summary>When the content was first made.</summary>
    public DateTimeOffset? ContentCreated { get; init; }

    /// <summary>When the provider first created the item.</summary>
    public DateTimeOffset? FirstCreated { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset? VersionCreated { get; init; }

    /// <summary>Not to be published before this moment.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>The credit line of the text.</summary>
    public string? Credit { get; init; }

    /// <summary>Copyright holder or notice.</summary>
    public string? Copyright { get; init; }

    /// <summary>Conditions of use.</summary>
    public string? UsageTerms { get; init; }

    /// <summary>A note to the desk (<c>edNote</c>), plain text. Never printed.</summary>
    public string? EditorialNote { get; init; }

    /// <summary>The provider's genre or kind (<c>analysis</c>, <c>opinion</c>, …) as found.</summary>
    public string? Genre { get; init; }

    /// <summary>What the item says it corrects, follows or translates: (relation, guid).</summary>
    public IReadOnlyList<(string Relation, string Guid)> Links { get; init; } = [];

    /// <summary>The bytes this item was read from: the whole file, or the item's own element in a message of several.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }
}

/// <summary>What a wire reader found at one place of a file.</summary>
public abstract record WireReading
{
    private WireReading() { }

    /// <summary>Line of the file, from 1; 0 where unknown.</summary>
    public int Line { get; init; }

    /// <summary>An article or picture item.</summary>
    /// <param name="Item">What was read.</param>
    public sealed record Found(NewsItem Item) : WireReading;

    /// <summary>Valid, but carries no article: a concept, event, planning item, catalogue, package without text.</summary>
    /// <param name="Guid">Its identifier, where it has one.</param>
    /// <param name="Reason">What it is, for a person to read.</param>
    public sealed record Skipped(string? Guid, string Reason) : WireReading;

    /// <summary>Refused: wrong type, missing required part, malformed markup.</summary>
    /// <param name="Guid">Its identifier, where one could be read.</param>
    /// <param name="Reason">What is wrong and what was expected, for a person to read.</param>
    public sealed record Refused(string? Guid, string Reason) : WireReading;
}

/// <summary>Limits that a reader keeps whatever a file says.</summary>
/// <param name="MaxItemBytes">Largest single item, in bytes. Larger ones are refused and skipped over without being held.</param>
/// <param name="MaxDepth">Deepest nesting of elements or objects.</param>
/// <param name="MaxHeadline">Longest headline kept, in characters; longer ones are refused by name of the field.</param>
public sealed record WireLimits(long MaxItemBytes = 16 * 1024 * 1024, int MaxDepth = 128, int MaxHeadline = 5_000);
