namespace Broadsheet.Core.Articles.Diff;

/// <summary>The words of an article at one time, as two of them are compared: a published version or a desk's revision.</summary>
/// <param name="Headline">Plain text.</param>
/// <param name="Standfirst">Plain text; empty for none.</param>
/// <param name="Body">Canonical HTML of the dialect.</param>
public sealed record VersionText(string Headline, string Standfirst, string Body)
{
    /// <summary>The place before the first word; null for none.</summary>
    public string? Dateline { get; init; }

    /// <summary>Public key of the photo above the text; null for none.</summary>
    public Guid? LeadPhoto { get; init; }

    /// <summary>Its caption here: inline HTML of the dialect.</summary>
    public string? LeadCaption { get; init; }

    /// <summary>Its alternative text here.</summary>
    public string? LeadAltText { get; init; }

    /// <summary>A version, with the public key of its photo.</summary>
    public static VersionText Of(ArticleVersion version, Guid? leadPhoto) => new(version.Headline, version.Standfirst, version.Body)
    {
        Dateline = version.Dateline,
        LeadPhoto = leadPhoto,
        LeadCaption = version.LeadCaption,
        LeadAltText = version.LeadAltText,
    };
}
