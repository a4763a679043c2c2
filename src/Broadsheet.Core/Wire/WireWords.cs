using Broadsheet.Core.Articles;
using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>Turns a wire item's text into the words of an article.</summary>
internal static class WireWords
{
    private const int MaxHeadline = 300;

    /// <summary>Why an item without words makes no article.</summary>
    internal static string WhyNoArticle(NewsItem item) => item.ContentKind switch
    {
        "picture" or "graphic" => item.Pictures.Count == 0 ? $"a {item.ContentKind} item that names no file" : $"a {item.ContentKind} item without text",
        "video" or "audio" => $"{item.ContentKind} without text",
        _ => "no text: headline and metadata only",
    };

    /// <summary>The words, with photos placed: the first above the text, the others after its paragraphs in turn. Null where the item has no text.</summary>
    internal static Words? Of(NewsItem item, IReadOnlyList<WirePhoto> photos)
    {
        var body = BodyDialect.Normalise(item.BodyHtml);
        var text = BodyText.Of(body);
        var standfirst = Line(item.Standfirst);
        var isMedia = item.ContentKind is "picture" or "graphic" or "video" or "audio";
        if (text.Length == 0 && (standfirst.Length == 0 || isMedia)) return null;
        var headline = new[] { item.Headline, item.Slugline, item.Standfirst, text }.Select(Line).First(l => l.Length > 0);
        // Some wires send the first paragraph as the summary too; it need not stand twice.
        if (standfirst.Length > 0 && text.StartsWith(standfirst, StringComparison.Ordinal)) standfirst = "";
        return new Words(Cut(headline), standfirst, Place(body, photos.Skip(1)))
        {
            Dateline = Line(item.Dateline) is { Length: > 0 } dateline ? dateline : null,
            Lead = photos is [var first, ..] ? (first.PhotoId, first.Caption, first.AltText) : null,
        };
    }

    /// <summary>Text on one line: control characters and direction overrides out, white space folded.</summary>
    internal static string Line(string? text) => text is null ? "" :
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text on lines, without control characters; null for none.</summary>
    internal static string? Lines(string? text) =>
        text is null || string.Join('\n', Clean(text).Split('\n').Select(Line).Where(l => l.Length > 0)) is not { Length: > 0 } lines ? null : lines;

    // U+202A to U+202E turn what follows them around, beyond the line they stand in.
    private static string Clean(string text) => text.All(IsFine) ? text : new string([.. text.Where(IsFine)]);

    private static bool IsFine(char c) => (!char.IsControl(c) || char.IsWhiteSpace(c)) && c is not (>= '\u202A' and <= '\u202E');

    private static string Cut(string line)
    {
        if (line.Length <= MaxHeadline) return line;
        var cut = line.LastIndexOf(' ', MaxHeadline - 1);
        if (cut <= MaxHeadline / 2) cut = char.IsLowSurrogate(line[MaxHeadline - 1]) ? MaxHeadline - 2 : MaxHeadline - 1;
        return line[..cut] + "…";
    }

    // A block a line, but for the lines of a preformatted one.
    private static List<string> Blocks(string body)
    {
        var blocks = new List<string>();
        var isInside = false;
        foreach (var line in body.Length == 0 ? [] : body.Split('\n'))
        {
            if (isInside) blocks[^1] += "\n" + line;
            else blocks.Add(line);
            isInside = line.LastIndexOf("<pre>", StringComparison.Ordinal) is var opened and >= 0 ? opened > line.LastIndexOf("</pre>", StringComparison.Ordinal) : isInside && !line.Contains("</pre>", StringComparison.Ordinal);
        }
        return blocks;
    }

    private static string Place(string body, IEnumerable<WirePhoto> photos)
    {
        var blocks = Blocks(body);
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
