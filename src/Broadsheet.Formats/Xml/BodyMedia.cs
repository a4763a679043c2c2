using System.Globalization;
using System.Xml.Linq;

namespace Broadsheet.Formats.Xml;

/// <summary>A picture or other medium inside a body: NITF <c>media</c>, XHTML <c>figure</c> and <c>img</c>.</summary>
internal sealed record BodyMedia
{
    /// <summary>The picture, where it is one and names a file.</summary>
    public NewsPicture? Picture { get; private init; }

    /// <summary>What is not a picture.</summary>
    public IReadOnlyList<NewsAssociation> Others { get; private init; } = [];

    /// <summary>The caption without markup.</summary>
    public string? PlainCaption { get; private init; }

    /// <summary>Reads the element.</summary>
    public static BodyMedia Read(XElement element) => element.Name.LocalName.ToLowerInvariant() switch
    {
        "media" => Nitf(element),
        "video" or "audio" => new BodyMedia { Others = [Other(element.Name.LocalName.ToLowerInvariant(), Source(element))] },
        _ => Html(element),
    };

    /// <summary>An alt text worth having: null where it is empty or says what another text of the picture says.</summary>
    public static string? AltText(string? alt, params string?[] others) =>
        WireText.Line(alt) is { } line && !others.Any(o => string.Equals(WireText.Line(o), line, StringComparison.OrdinalIgnoreCase)) ? line : null;

    private static BodyMedia Nitf(XElement media)
    {
        var references = Named(media, "media-reference").Where(r => Value(r, "source") is not null).ToList();
        var kind = (Value(media, "media-type") ?? "").ToLowerInvariant();
        if (kind.Length == 0)
            kind = references.Select(r => Value(r, "mime-type")).FirstOrDefault(m => m is not null)?.Split('/')[0].ToLowerInvariant() ?? "image";
        var caption = Caption(Named(media, "media-caption"));
        var first = references.FirstOrDefault();
        if (kind is not ("image" or "photo" or "picture" or "graphic" or "illustration"))
            return new BodyMedia { Others = [new NewsAssociation(Value(first, "name"), kind, caption.Plain, Value(first, "source"))], PlainCaption = caption.Plain };
        if (first is null)
            return new BodyMedia { PlainCaption = caption.Plain };
        var metadata = Named(media, "media-metadata").ToLookup(m => (Value(m, "name") ?? "").ToLowerInvariant(), m => Value(m, "value"));
        var producer = Bylines.WithoutBy(WireText.Line(Named(media, "media-producer").FirstOrDefault()));
        return new BodyMedia
        {
            PlainCaption = caption.Plain,
            Picture = new NewsPicture(null, NewsRenditions.BestFirst(references.Select(NitfRendition)))
            {
                Caption = caption.Html,
                AltText = references.Select(r => AltText(Value(r, "alternate-text"), caption.Plain, Value(r, "name"))).FirstOrDefault(a => a is not null),
                Headline = metadata["headline"].Concat(metadata["title"]).FirstOrDefault(m => m is not null),
                Creator = producer,
                Credit = references.Select(r => Value(r, "source-credit")).FirstOrDefault(c => c is not null) ?? metadata["credit"].FirstOrDefault() ?? producer,
                Copyright = references.Select(r => Value(r, "copyright")).FirstOrDefault(c => c is not null),
            },
        };
    }

    private static NewsRendition NitfRendition(XElement reference)
    {
        var inPixels = Value(reference, "units") is null or "pixels";
        return new NewsRendition(Value(reference, "source")!, Value(reference, "mime-type"), inPixels ? Pixels(reference, "width") : null, inPixels ? Pixels(reference, "height") : null);
    }

    private static BodyMedia Html(XElement element)
    {
        var caption = Caption(element.DescendantsAndSelf().Where(e => e.Name.LocalName == "figcaption"));
        var images = element.DescendantsAndSelf().Where(e => e.Name.LocalName is "img" or "image" && Source(e) is not null).ToList();
        var others = element.Descendants().Where(e => e.Name.LocalName is "video" or "audio").Select(e => Other(e.Name.LocalName, Source(e))).ToList();
        if (images.Count == 0)
            return new BodyMedia { PlainCaption = caption.Plain, Others = others };
        var picture = new NewsPicture(null, [.. images.Select(i => new NewsRendition(Source(i)!, null, Pixels(i, "width"), Pixels(i, "height")))])
        {
            Caption = caption.Html,
            AltText = images.Select(i => AltText(Value(i, "alt"), caption.Plain)).FirstOrDefault(a => a is not null),
        };
        return new BodyMedia { Picture = picture, PlainCaption = caption.Plain, Others = others };
    }

    /// <summary>The caption's paragraphs, each once, on lines of their own.</summary>
    private static (string? Html, string? Plain) Caption(IEnumerable<XElement> captions)
    {
        List<(string Html, string Plain)> lines = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var caption in captions)
        {
            var inline = new InlineHtml();
            foreach (var node in caption.Nodes())
            {
                var isParagraph = node is XElement { Name.LocalName: "p" };
                if (isParagraph)
                    Add(inline);
                inline.Node(node);
                if (isParagraph)
                    Add(inline);
            }
            Add(inline);
        }
        return lines.Count == 0 ? (null, null) : (string.Join("<br>", lines.Select(l => l.Html)), string.Join(' ', lines.Select(l => l.Plain)));

        void Add(InlineHtml inline)
        {
            if (inline.Take() is { } line && seen.Add(line.Plain))
                lines.Add(line);
        }
    }

    private static NewsAssociation Other(string kind, string? source) => new(null, kind, null, source);

    private static string? Source(XElement element) =>
        Value(element, "src") ?? element.Elements().Where(e => e.Name.LocalName == "source").Select(e => Value(e, "src")).FirstOrDefault(s => s is not null);

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    private static string? Value(XElement? element, string name) => WireText.Line(element?.Attribute(name)?.Value);

    private static int? Pixels(XElement element, string name) =>
        int.TryParse(Value(element, name)?.Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;
}
