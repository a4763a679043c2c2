using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Reads the pictures and other associations of an item.</summary>
internal static class NinjsPictures
{
    /// <summary>A picture item, or a picture association, as a picture.</summary>
    public static NewsPicture Picture(JsonElement item)
    {
        var headlines = item.Wordings("headlines", "headline").ToList();
        var descriptions = item.Wordings("descriptions", "description").ToList();
        return new NewsPicture(item.Text("uri"), Renditions(item))
        {
            Caption = NinjsWordings.Caption(descriptions),
            AltText = NinjsWordings.InRole(descriptions, "alt", "alttext", "alt_text", "altText") ?? item.Text("alttext", "altText", "alt_text", "alt"),
            Headline = NinjsWordings.Headline(headlines) ?? item.Text("title"),
            Credit = Credit(item, descriptions),
            Creator = NinjsBylines.WithoutBy(item.Text("by", "byline")),
            Copyright = item.Text("copyrightNotice", "copyrightnotice", "copyrightHolder", "copyrightholder"),
            UsageTerms = item.Text("usageTerms", "usageterms"),
        };
    }

    /// <summary>The credit line: a description in that role, or the property that agencies add.</summary>
    public static string? Credit(JsonElement item, IReadOnlyList<NinjsWording> descriptions) =>
        NinjsWordings.InRole(descriptions, "creditline", "credit") ?? item.Text("creditLine", "creditline", "credit");

    /// <summary>
    /// The pictures and the rest of an item's associations. One picture under two names is taken once; a picture without
    /// a file is kept among the rest, so that it does not go unsaid.
    /// </summary>
    public static (List<NewsPicture> Pictures, List<NewsAssociation> Others, List<(string Relation, string Guid)> Links) Associations(JsonElement item)
    {
        var (pictures, others, links) = (new List<NewsPicture>(), new List<NewsAssociation>(), new List<(string, string)>());
        foreach (var (name, value) in item.Objects("associations"))
        {
            var kind = value.Text("type") ?? (HasImages(value) ? "picture" : "text");
            var guid = value.Text("uri");
            if (kind is "picture" or "graphic" && Picture(value) is { Renditions.Count: > 0 } picture)
            {
                if (guid is null || !pictures.Exists(p => p.Guid == guid)) pictures.Add(picture);
                continue;
            }
            var title = NinjsWordings.Headline(value.Wordings("headlines", "headline").ToList()) ?? value.Text("title");
            others.Add(new NewsAssociation(name, kind, title, guid));
            if (kind is "text" or "composite" && guid is not null) links.Add((value.Text("rel") ?? name ?? "related", guid));
        }
        return (pictures, others, links);
    }

    /// <summary>The files of an item, largest first; those without a size keep their order at the end.</summary>
    public static List<NewsRendition> Renditions(JsonElement item) =>
        item.Objects("renditions")
            .Where(rendition => rendition.Value.Text("href") is not null)
            .Select(rendition => new NewsRendition(
                rendition.Value.Text("href")!,
                rendition.Value.Text("contentType", "contenttype", "mimetype"),
                Pixels(rendition.Value.Whole("width")),
                Pixels(rendition.Value.Whole("height")),
                rendition.Value.Whole("sizeInBytes", "sizeinbytes"),
                rendition.Name))
            .OrderByDescending(rendition => (long)(rendition.Width ?? 0) * (rendition.Height ?? 0))
            .ToList();

    /// <summary>Whether any of an item's files is an image by its type.</summary>
    public static bool HasImages(JsonElement item) => Renditions(item).Exists(IsImage);

    private static bool IsImage(NewsRendition rendition) => rendition.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static int? Pixels(long? value) => value is > 0 and <= int.MaxValue ? (int)value : null;
}
