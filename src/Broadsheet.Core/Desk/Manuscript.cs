using Broadsheet.Core.Articles;

namespace Broadsheet.Core.Desk;

/// <summary>Somebody's part in an article, as the desk lists it.</summary>
/// <param name="PersonId">The person or agency.</param>
/// <param name="Role"><c>reporter</c>, <c>photographer</c>, <c>translator</c>, …; null where unsaid.</param>
/// <param name="Email">The address printed at the article's end; null for none.</param>
public sealed record Credit(long PersonId, string? Role = null, string? Email = null);

/// <summary>The photo above the text, with what is said of it here.</summary>
/// <param name="PhotoId">Internal key of the photo.</param>
/// <param name="Caption">Inline HTML of the dialect; null takes the photo's own.</param>
/// <param name="AltText">Plain text; null takes the photo's own.</param>
public sealed record LeadPhoto(long PhotoId, string? Caption = null, string? AltText = null);

/// <summary>
/// Everything of an article that the newsroom edits, at one time. Readers never see one: publication writes it into the
/// article. What comes from a form is made one by <see cref="Normalised"/>.
/// </summary>
public sealed record Manuscript
{
    /// <summary>Plain text on one line; may be empty while work goes on.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Plain text on one line; empty for none.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>The place before the first word; null for none.</summary>
    public string? Dateline { get; init; }

    /// <summary>Canonical HTML of the dialect.</summary>
    public string Body { get; init; } = "";

    /// <summary>The photo above the text.</summary>
    public LeadPhoto? Lead { get; init; }

    /// <summary>What sort of text it is.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>Its main section: the desk.</summary>
    public long SectionId { get; init; }

    /// <summary>Further sections.</summary>
    public IReadOnlyList<long> AlsoIn { get; init; } = [];

    /// <summary>Who wrote it, in the order printed.</summary>
    public IReadOnlyList<Credit> Bylines { get; init; } = [];

    /// <summary>Keys of its keywords, in order.</summary>
    public IReadOnlyList<long> Keywords { get; init; } = [];

    /// <summary>Names of keywords that are not there yet: publication makes them, typing does not.</summary>
    public IReadOnlyList<string> NewKeywords { get; init; } = [];

    /// <summary>The last part of the address that is wanted; null makes one of the headline.</summary>
    public string? Slug { get; init; }

    /// <summary>Headline for search engines, where it differs.</summary>
    public string? SearchHeadline { get; init; }

    /// <summary>Headline for cards, where it differs.</summary>
    public string? SocialHeadline { get; init; }

    /// <summary>How much it weighs on a front: 1 to 9.</summary>
    public int Priority { get; init; } = 5;

    /// <summary>Where the facts came from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Words of headline, standfirst and body.</summary>
    public int CountWords() => BodyText.CountWords(Headline, Standfirst, BodyText.Of(Body));

    /// <summary>The same with every text in its canonical form: what a browser sent becomes what is kept.</summary>
    public Manuscript Normalised() => this with
    {
        Headline = BodyDialect.PlainLine(Headline),
        Standfirst = BodyDialect.PlainLine(Standfirst),
        Dateline = Line(Dateline),
        Body = BodyDialect.Normalise(Body),
        Lead = Lead is null ? null : Lead with { Caption = Inline(Lead.Caption), AltText = Line(Lead.AltText) },
        AlsoIn = [.. AlsoIn.Distinct().Where(id => id != SectionId)],
        Bylines = [.. Bylines.DistinctBy(b => b.PersonId).Select(b => b with { Role = Line(b.Role), Email = Line(b.Email) })],
        Keywords = [.. Keywords.Distinct()],
        NewKeywords = [.. NewKeywords.Select(BodyDialect.PlainLine).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)],
        Slug = Line(Slug),
        SearchHeadline = Line(SearchHeadline),
        SocialHeadline = Line(SocialHeadline),
        Priority = Math.Clamp(Priority, 1, 9),
        Sources = [.. Sources.Select(BodyDialect.PlainLine).Where(s => s.Length > 0)],
    };

    /// <inheritdoc/>
    public bool Equals(Manuscript? other) =>
        other is not null
        && (Headline, Standfirst, Dateline, Body) == (other.Headline, other.Standfirst, other.Dateline, other.Body)
        && (Lead, Kind, SectionId, Priority) == (other.Lead, other.Kind, other.SectionId, other.Priority)
        && (Slug, SearchHeadline, SocialHeadline) == (other.Slug, other.SearchHeadline, other.SocialHeadline)
        && AlsoIn.SequenceEqual(other.AlsoIn) && Bylines.SequenceEqual(other.Bylines) && Keywords.SequenceEqual(other.Keywords)
        && NewKeywords.SequenceEqual(other.NewKeywords) && Sources.SequenceEqual(other.Sources);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Headline, Standfirst, Body, SectionId);

    private static string? Line(string? text) => text is null || BodyDialect.PlainLine(text) is not { Length: > 0 } line ? null : line;

    private static string? Inline(string? html) => html is null || BodyDialect.NormaliseInline(html) is not { Length: > 0 } line ? null : line;
}
