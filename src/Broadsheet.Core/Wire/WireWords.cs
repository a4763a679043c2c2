using Broadsheet.Core.Articles;
using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>Turns a wire item's text into the words of an article.</summary>
internal static class WireWords
{
    private const int MaxHeadline = 300;

    /// <summary>Why an item makes no article, or null where it does.</summary>
    internal static string? WhyNoArticle(NewsItem item) =>
        item.ContentKind is "picture" or "graphic" && item.BodyHtml.Length == 0 ? $"a {item.ContentKind} item whose file does not lie beside it"
        : item.ContentKind is "video" or "audio" && item.BodyHtml.Length == 0 ? $"{item.ContentKind} without text"
        : string.IsNullOrWhiteSpace(item.BodyHtml) && string.IsNullOrWhiteSpace(item.Standfirst) ? "no text: headline and metadata only"
        : null;

    /// <summary>The words, with photos placed: the first above the text, the others after its paragraphs in turn.</summary>
    internal static Words Of(NewsItem item, IReadOnlyList<WirePhoto> photos)
    {
        var body = BodyDialect.Normalise(item.BodyHtml);
        var standfirst = Line(item.Standfirst);
        // Some wires send the first paragraph as the summary too; it need not stand twice.
        if (standfirst.Length > 0 && BodyText.Of(body).StartsWith(standfirst, StringComparison.Ordinal)) standfirst = "";
        return new Words(Headline(item, body), standfirst, Place(body, photos.Skip(1)))
        {
            Dateline = Line(item.Dateline) is { Length: > 0 } dateline ? dateline : null,
            Lead = photos is [var first, ..] ? (first.PhotoId, first.Caption, first.AltText) : null,
        };
    }

    /// <summary>Text on one line: control characters out, white space folded.</summary>
    internal static string Line(string? text) => text is null ? "" :
        string.Join(' ', new string([.. text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Headline(NewsItem item, string body)
    {
        var line = new[] { item.Headline, item.Slugline, item.Standfirst, BodyText.Of(body) }.Select(Line).First(l => l.Length > 0);
        if (line.Length <= MaxHeadline) return line;
        var cut = line.LastIndexOf(' ', MaxHeadline - 1);
        return line[..(cut > MaxHeadline / 2 ? cut : MaxHeadline - 1)] + "…";
    }

    private static string Place(string body, IEnumerable<WirePhoto> photos)
    {
        var blocks = body.Length == 0 ? [] : body.Split('\n').ToList();
        var at = 2;
        foreach (var photo in photos)
        {
            var figure = BodyDialect.Normalise($"<figure data-photo=\"{photo.PublicId}\" data-alt=\"{System.Net.WebUtility.HtmlEncode(photo.AltText)}\"><figcaption>{photo.Caption}</figcaption></figure>");
            blocks.Insert(Math.Min(at, blocks.Count), figure);
            at += 3;
        }
        return string.Join('\n', blocks);
    }
}
