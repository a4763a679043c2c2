using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>Makes a <see cref="NewsItem"/> of a <c>newsItem</c>.</summary>
internal static class G2NewsItem
{
    /// <summary>Reads the item.</summary>
    /// <param name="item">The <c>newsItem</c> element.</param>
    /// <param name="meta">Its management metadata, already checked.</param>
    /// <param name="raw">The bytes it was read from.</param>
    /// <param name="limits">Limits of depth and length.</param>
    /// <exception cref="RefusedException">A value is of the wrong type or too long.</exception>
    public static WireReading Read(XElement item, G2ItemMeta meta, ReadOnlyMemory<byte> raw, WireLimits limits)
    {
        var itemClass = Kind(meta.ItemClass) ?? GuessKind(item);
        var isText = itemClass is "text" or "composite";
        var about = G2ContentMeta.Read(item, isText, limits);
        var content = G2Content.Read(item, about, itemClass, limits);
        var head = content.Head;
        var headline = about.Headline ?? head?.Headline ?? content.Title;
        if (headline?.Length > limits.MaxHeadline)
            throw new RefusedException($"the headline of the text has {headline.Length} characters: at most {limits.MaxHeadline} are taken");
        var assertions = new G2Assertions(item);
        var bylines = G2Parties.Read(item, assertions);
        if (bylines.Count == 0 && head is not null)
            bylines = head.Bylines;
        var subjects = G2Subjects.Read(item, assertions);
        var news = new NewsItem(meta.Source, meta.Guid, meta.Version)
        {
            Format = item.Value("standardversion") is { } version ? $"newsml-g2 {version}" : "newsml-g2",
            ContentKind = itemClass,
            Status = meta.Status,
            Headline = headline,
            Standfirst = Other(about.Summary ?? head?.Abstract ?? about.Subheadline ?? head?.Subheadline, headline),
            Slugline = about.Slugline,
            Dateline = about.Dateline ?? head?.Dateline,
            BodyHtml = content.Body.Html,
            Language = about.Language,
            Bylines = bylines,
            Subjects = subjects,
            Pictures = Pictures(item, itemClass, meta, about, content, bylines),
            Associations = [.. Associations(itemClass, headline, content), .. content.Body.Associations],
            Urgency = about.Urgency,
            ContentCreated = about.Created,
            FirstCreated = meta.FirstCreated,
            VersionCreated = meta.VersionCreated,
            Embargo = meta.Embargo,
            Credit = about.Credit,
            Copyright = meta.Copyright,
            UsageTerms = meta.UsageTerms,
            EditorialNote = meta.EditorialNote,
            Genre = subjects.FirstOrDefault(s => s.Kind == "genre") is { } genre ? genre.Code ?? genre.Names.Values.FirstOrDefault() : null,
            Links = meta.Links,
            Raw = raw,
        };
        var isEmpty = news.Headline is null && news.BodyHtml.Length == 0 && news.Pictures.Count == 0 && news.Associations.Count == 0;
        return isEmpty && meta.Status != PublishingStatus.Canceled
            ? new WireReading.Skipped(meta.Guid, $"a {itemClass} item without headline, text or file")
            : new WireReading.Found(news);
    }

    private static string? Kind(string? itemClass) => itemClass switch
    {
        "text" or "picture" or "video" or "audio" or "graphic" or "composite" => itemClass,
        "graphics" => "graphic",
        "photo" or "image" => "picture",
        "animation" => "video",
        _ => null,
    };

    private static string GuessKind(XElement item)
    {
        var sets = item.Children("contentSet").ToList();
        if (sets.Elements().Any(e => e.Name.LocalName is "inlineXML" or "inlineData"))
            return "text";
        return sets.Children("remoteContent").Select(r => r.Value("contenttype")?.Split('/')[0]).FirstOrDefault() switch
        {
            "image" => "picture",
            "video" => "video",
            "audio" => "audio",
            _ => "text",
        };
    }

    private static List<NewsPicture> Pictures(
        XElement item, string itemClass, G2ItemMeta meta, G2ContentMeta about, G2Content content, IReadOnlyList<NewsByline> bylines)
    {
        var files = content.Files.Where(f => f.Kind == "picture").Select(f => f.File).ToList();
        if (itemClass is "video" or "audio")
            files.AddRange(Icons(item));
        var pictures = new List<NewsPicture>();
        if (files.Count > 0)
        {
            var isPicture = itemClass is "picture" or "graphic";
            pictures.Add(new NewsPicture(isPicture ? meta.Guid : null, NewsRenditions.BestFirst(files))
            {
                Caption = about.Caption ?? (isPicture ? content.Body.AsCaption() : null),
                AltText = BodyMedia.AltText(about.AltText, about.Headline),
                Headline = isPicture ? about.Headline : null,
                Credit = isPicture ? about.Credit : null,
                Creator = isPicture ? Maker(bylines) : null,
                Copyright = isPicture ? meta.Copyright : null,
                UsageTerms = isPicture ? meta.UsageTerms : null,
            });
        }
        pictures.AddRange(content.Body.Pictures.Where(p => !files.Any(f => p.Renditions.Any(r => r.Href == f.Href))));
        return pictures;
    }

    private static string? Maker(IReadOnlyList<NewsByline> bylines) =>
        (bylines.FirstOrDefault(b => b.Role is { } role && role.StartsWith("photo", StringComparison.OrdinalIgnoreCase)) ?? bylines.FirstOrDefault(b => b.Role is null))?.Name;

    private static IEnumerable<NewsRendition> Icons(XElement item) => item.Children("contentMeta").Children("icon")
        .Where(i => i.Value("href") is not null)
        .Select(i => new NewsRendition(i.Value("href")!, i.Value("contenttype"), Usage: G2Content.Usage(i)));

    private static IEnumerable<NewsAssociation> Associations(string itemClass, string? headline, G2Content content) =>
        content.Files.Where(f => f.Kind != "picture").Select(f => new NewsAssociation(f.File.Usage, f.Kind is "file" ? itemClass : f.Kind, headline, f.File.Href));

    private static string? Other(string? text, string? than) => text == than ? null : text;
}
