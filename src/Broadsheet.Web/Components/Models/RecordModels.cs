using Broadsheet.Core.Articles.Diff;

namespace Broadsheet.Web.Components.Models;

/// <summary>A correction in the list of all of them.</summary>
/// <param name="Note">What it says.</param>
/// <param name="Language">Language of the article.</param>
/// <param name="Article">The article.</param>
/// <param name="HistoryHref">Its versions; null where there is one only.</param>
public sealed record CorrectionEntry(CorrectionModel Note, string Language, Link Article, string? HistoryHref);

/// <summary>The corrections of an edition, newest first.</summary>
public sealed record CorrectionsModel
{
    /// <summary>What surrounds it.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its head.</summary>
    public required Head Head { get; init; }

    /// <summary>The heading.</summary>
    public required string Heading { get; init; }

    /// <summary>How the newspaper corrects itself, in its own words; null on further pages, and where it says nothing.</summary>
    public string? IntroductionHtml { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CorrectionEntry> Entries { get; init; } = [];

    /// <summary>Further back, or null at the end.</summary>
    public Link? Older { get; init; }

    /// <summary>The newest, or null on them.</summary>
    public Link? Newer { get; init; }
}

/// <summary>What every page of an article's history has.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Head">Its head.</param>
/// <param name="Article">The article as it stands: its headline and address.</param>
/// <param name="Language">Language of the article.</param>
/// <param name="HistoryHref">The list of versions.</param>
/// <param name="RetractionHtml">The notice of a retracted article; null while it stands.</param>
public sealed record HistoryFrame(Frame Frame, Head Head, Link Article, string Language, string HistoryHref, string? RetractionHtml);

/// <summary>A version in the list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When readers got it, in the newspaper's time zone.</param>
/// <param name="Href">Its page.</param>
/// <param name="ChangesHref">What changed with it; null for the first.</param>
/// <param name="Notes">What was said of it.</param>
/// <param name="Removed">Set where it is suppressed.</param>
public sealed record VersionEntry(int Number, DateTimeOffset At, string Href, string? ChangesHref, IReadOnlyList<CorrectionModel> Notes, RemovalModel? Removed);

/// <summary>Versions that stand together: one, or small edits folded away.</summary>
/// <param name="IsMinor">True for small edits.</param>
/// <param name="Versions">Newest first.</param>
public sealed record VersionGroup(bool IsMinor, IReadOnlyList<VersionEntry> Versions);

/// <summary>The versions of an article.</summary>
/// <param name="History">What every page of it has.</param>
/// <param name="Groups">Newest first.</param>
/// <param name="Newest">Number of the version that stands.</param>
public sealed record HistoryModel(HistoryFrame History, IReadOnlyList<VersionGroup> Groups, int Newest);

/// <summary>A version, or what changed with it: where it stands among the others.</summary>
public sealed record VersionPlace
{
    /// <summary>What every page of the history has.</summary>
    public required HistoryFrame History { get; init; }

    /// <summary>The version.</summary>
    public required VersionEntry Version { get; init; }

    /// <summary>The one before; null for the first.</summary>
    public Link? Earlier { get; init; }

    /// <summary>The one after; null for the newest.</summary>
    public Link? Later { get; init; }

    /// <summary>Passages that were taken out.</summary>
    public IReadOnlyList<RemovalModel> Removals { get; init; } = [];
}

/// <summary>An article as it stood.</summary>
/// <param name="Place">Where it stands among the versions.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Standfirst">Plain text; empty for none.</param>
/// <param name="Dateline">Or null.</param>
/// <param name="Lead">The photo above the text, where it may still be shown.</param>
/// <param name="Body">The text.</param>
public sealed record VersionModel(VersionPlace Place, string Headline, string Standfirst, string? Dateline, Figure? Lead, IReadOnlyList<BodyPart> Body);

/// <summary>What changed with a version.</summary>
/// <param name="Place">Where it stands among the versions.</param>
/// <param name="Diff">The changes; null where one of both is suppressed.</param>
/// <param name="Pictures">Photos that may be shown, by key.</param>
public sealed record ChangesModel(VersionPlace Place, VersionDiff? Diff, IReadOnlyDictionary<Guid, Picture> Pictures);
