using System.Globalization;
using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>Description of the content: <c>contentMeta</c> (NewsML-G2 specification, 'Content metadata').</summary>
internal sealed record G2ContentMeta
{
    private static readonly string[] SummaryRoles = ["summary", "abstract", "standfirst", "teaser", "lead", "synopsis", "deck", "short"];

    /// <summary>The main headline.</summary>
    public string? Headline { get; init; }

    /// <summary>A second headline.</summary>
    public string? Subheadline { get; init; }

    /// <summary>A summary of the content.</summary>
    public string? Summary { get; init; }

    /// <summary>A picture's caption, as HTML of inline elements.</summary>
    public string? Caption { get; init; }

    /// <summary>A picture's alt text.</summary>
    public string? AltText { get; init; }

    /// <summary>The slugline.</summary>
    public string? Slugline { get; init; }

    /// <summary>The dateline.</summary>
    public string? Dateline { get; init; }

    /// <summary>The credit line.</summary>
    public string? Credit { get; init; }

    /// <summary>1 to 9.</summary>
    public int? Urgency { get; init; }

    /// <summary>When the content was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="item">The item's root element; one without <c>contentMeta</c> is taken.</param>
    /// <param name="isText">True for a text, whose undescribed description is a summary; else it is a caption.</param>
    /// <param name="limits">The longest headline.</param>
    /// <exception cref="RefusedException">A value is of the wrong type or too long.</exception>
    public static G2ContentMeta Read(XElement item, bool isText, WireLimits limits)
    {
        var meta = item.Children("contentMeta").ToList();
        var language = WireText.Line(meta.Children("language").FirstOrDefault().Value("tag")) ?? NullIfEmpty(item.Language());
        var headlines = Headlines(meta, language, limits);
        var descriptions = meta.Children("description").Where(d => WireText.Line(d) is not null).ToList();
        var captions = descriptions.Where(d => d.Role() is "caption" || (!isText && d.Role() is null)).ToList();
        var summary = descriptions.FirstOrDefault(d => SummaryRoles.Contains(d.Role())) ?? (isText ? descriptions.FirstOrDefault(d => d.Role() is null) : null);
        var caption = captions.Select(InlineHtml.Of).Where(c => c is not null).Distinct(StringComparer.Ordinal).ToList();
        return new G2ContentMeta
        {
            Headline = headlines.ElementAtOrDefault(0),
            Subheadline = headlines.ElementAtOrDefault(1),
            Summary = WireText.Line(summary),
            Caption = caption.Count == 0 ? null : caption[0],
            AltText = BodyMedia.AltText(
                WireText.Line(descriptions.FirstOrDefault(d => d.Role() is "alttext" or "alt" or "alternatetext" or "accessibility")), [.. captions.Select(WireText.Line)]),
            Slugline = meta.Children("slugline").Select(WireText.Line).FirstOrDefault(t => t is not null),
            Dateline = meta.Children("dateline").Select(WireText.Line).FirstOrDefault(t => t is not null),
            Credit = G2ItemMeta.Lines(meta.Children("creditline").Take(1)),
            Urgency = UrgencyOf(meta.Children("urgency").FirstOrDefault()),
            Created = Date(meta.Children("contentCreated").FirstOrDefault()),
            Language = language,
        };
    }

    /// <summary>Headlines, the main one first: by its role, then by its language, then by its place.</summary>
    private static List<string> Headlines(IReadOnlyList<XElement> meta, string? language, WireLimits limits)
    {
        var headlines = meta.Children("headline").Where(h => WireText.Line(h) is not null).ToList();
        if (headlines.Find(h => WireText.Line(h)!.Length > limits.MaxHeadline) is { } tooLong)
            throw new RefusedException($"contentMeta/headline has {WireText.Line(tooLong)!.Length} characters: at most {limits.MaxHeadline} are taken", XmlTree.LineOf(tooLong));
        return [.. headlines.OrderBy(Rank).ThenBy(h => h.Language() == language ? 0 : 1).Select(h => WireText.Line(h)!)];

        static int Rank(XElement headline) => headline.Role() switch
        {
            "main" or "title" or "headline" or "hl1" or "primary" => 0,
            null => 1,
            "subtitle" or "subheadline" or "sub" or "hl2" or "deck" => 2,
            _ => 3,
        };
    }

    private static int? UrgencyOf(XElement? urgency)
    {
        if (WireText.Line(urgency) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 9
            ? value
            : throw new RefusedException($"contentMeta/urgency is '{WireDate.Shown(text)}': a whole number from 1 to 9 was expected", XmlTree.LineOf(urgency!));
    }

    private static DateTimeOffset? Date(XElement? element)
    {
        if (WireText.Line(element) is not { } text)
            return null;
        try
        {
            return WireDate.Shortened(text, "contentMeta/contentCreated");
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Message, XmlTree.LineOf(element!), refused);
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
