namespace Broadsheet.Core.Articles;

/// <summary>An article: what fronts and lists need of it. Its words stand in <see cref="ArticleVersion"/>.</summary>
public sealed partial class Article
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key in bodies, API and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>BCP 47; one language, for ever.</summary>
    public required string Language { get; init; }

    /// <summary>What sort of text it is.</summary>
    public ArticleKind Kind { get; set; }

    /// <summary>Whether readers get it.</summary>
    public ArticleState State { get; private set; }

    /// <summary>Its main section: breadcrumb, desk, defaults.</summary>
    public required long SectionId { get; set; }

    /// <summary>The permanent address without leading slash, given at first publication; null before.</summary>
    public string? Path { get; private set; }

    /// <summary>How much it weighs on a front: 1 (the day's lead) to 9; 5 is usual.</summary>
    public int Priority { get; set; } = 5;

    /// <summary>Headline of the newest version, plain text.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>Standfirst of the newest version, plain text.</summary>
    public string Standfirst { get; private set; } = "";

    /// <summary>Headline for search engines, where it differs.</summary>
    public string? SearchHeadline { get; set; }

    /// <summary>Headline for cards, where it differs.</summary>
    public string? SocialHeadline { get; set; }

    /// <summary>Photo above the text in the newest version.</summary>
    public long? LeadPhotoId { get; private set; }

    /// <summary>Its caption here: inline HTML of the dialect; null takes the photo's own.</summary>
    public string? LeadCaption { get; private set; }

    /// <summary>Its alternative text here; null takes the photo's own.</summary>
    public string? LeadAltText { get; private set; }

    /// <summary>First publication: gives the day of the address and the order of lists. Lies ahead under an embargo.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Last change that readers are told of.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Number of the newest version.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Number of the first version that readers could get: those before it were drafts, or lay under an embargo. 0 or 1 for all.</summary>
    public int FirstPublicVersion { get; private set; }

    /// <summary>True while something of it is suppressed (<see cref="Suppression"/>): its words are read through <see cref="Masking"/>.</summary>
    public bool IsMasked { get; private set; }

    /// <summary>Articles of one text in several languages share this key; null for one alone.</summary>
    public Guid? TranslationKey { get; set; }

    /// <summary>The wire it came from; null for the newspaper's own work.</summary>
    public string? WireSource { get; init; }

    /// <summary>The wire's credit line, shown at the article's end.</summary>
    public string? WireCredit { get; set; }

    /// <summary>Conditions of use of the wire; never shown.</summary>
    public string? UsageTerms { get; set; }

    /// <summary>Where the facts came from, as the desk listed it.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Why it was retracted or withdrawn: inline HTML of the dialect.</summary>
    public string? Notice { get; private set; }

    /// <summary>Counts changes: the token of optimistic concurrency.</summary>
    public int Revision { get; private set; }

    /// <summary>True where readers may look up the versions of its words.</summary>
    /// <param name="number">Number of a version.</param>
    public bool HasPublicVersion(int number) => number >= FirstPublicVersion && number >= 1 && number <= VersionNumber;

    /// <summary>True where readers get its address with 200 at a time.</summary>
    public bool IsPublic(DateTimeOffset now) =>
        State is ArticleState.Published or ArticleState.Retracted && PublishedAt <= now;
}
