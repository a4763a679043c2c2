using System.Globalization;
using System.Xml.Linq;
using Broadsheet.Formats.Nitf;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>The content itself: <c>contentSet</c> with its text (<c>inlineXML</c>, <c>inlineData</c>) and files (<c>remoteContent</c>).</summary>
internal sealed class G2Content
{
    private G2Content(BodyHtml body, NitfBodyHead? head)
    {
        Body = body;
        Head = head;
    }

    /// <summary>The text, with the pictures that stand in it.</summary>
    public BodyHtml Body { get; }

    /// <summary>Headline, byline and dateline of an NITF body; null where the text is in another form.</summary>
    public NitfBodyHead? Head { get; }

    /// <summary>A headline found in an XHTML text, for an item whose metadata has none.</summary>
    public string? Title { get; private init; }

    /// <summary>The files, best first.</summary>
    public IReadOnlyList<(string Kind, NewsRendition File)> Files { get; private init; } = [];

    /// <summary>Reads the content of an item.</summary>
    /// <param name="item">The item's root element.</param>
    /// <param name="about">Its metadata: headings of the text that repeat it are dropped.</param>
    /// <param name="itemClass">The item's class, for files without a media type.</param>
    /// <param name="limits">Limits of depth.</param>
    public static G2Content Read(XElement item, G2ContentMeta about, string itemClass, WireLimits limits)
    {
        var sets = item.Children("contentSet").ToList();
        var files = sets.Children("remoteContent").Select(r => File(r, itemClass)).OfType<(string, NewsRendition)>().ToList();
        foreach (var text in sets.Elements().Where(e => e.IsG2() && e.Name.LocalName is "inlineXML" or "inlineData"))
        {
            var content = text.Name.LocalName == "inlineXML" ? FromXml(text, about, files) : FromData(text, about, files, limits);
            if (content.Body.Html.Length > 0 || content.Head is not null || content.Title is not null)
                return content;
        }
        return new G2Content(new BodyHtml(), null) { Files = files };
    }

    private static G2Content FromXml(XElement inline, G2ContentMeta about, IReadOnlyList<(string, NewsRendition)> files)
    {
        var document = inline.Elements().FirstOrDefault();
        var nitf = document?.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName is "nitf");
        if (nitf is not null)
        {
            var head = NitfBodyHead.Read(nitf);
            var body = new BodyHtml(about.Headline, about.Subheadline, head.Headline, head.Subheadline);
            NitfBodyHead.Content(nitf, body);
            return new G2Content(body, head) { Files = files };
        }
        var html = document?.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName.ToLowerInvariant() is "body" or "body.content");
        html ??= document?.Name.LocalName.ToLowerInvariant() is "html" or "div" or "section" or "article" or "p" ? inline : null;
        return FromHtml(html ?? new XElement("body"), about, files);
    }

    private static G2Content FromHtml(XElement html, G2ContentMeta about, IReadOnlyList<(string, NewsRendition)> files)
    {
        var title = about.Headline is null ? html.Descendants().FirstOrDefault(e => e.Name.LocalName.Equals("h1", StringComparison.OrdinalIgnoreCase)) : null;
        var body = new BodyHtml(about.Headline, about.Subheadline, WireText.Line(title));
        body.Content(html);
        return new G2Content(body, null) { Files = files, Title = WireText.Line(title) };
    }

    private static G2Content FromData(XElement data, G2ContentMeta about, IReadOnlyList<(string, NewsRendition)> files, WireLimits limits)
    {
        var type = (data.Value("contenttype") ?? "text/plain").ToLowerInvariant();
        var encoded = data.Attribute("encoding") is not null || data.Attribute("encodinguri") is not null;
        var body = new BodyHtml(about.Headline, about.Subheadline);
        if (encoded)
            return new G2Content(body, null) { Files = files };
        if (type.Contains("html", StringComparison.Ordinal))
            return FromHtml(HtmlText.Load(data.Value, limits.MaxDepth), about, files);
        if (type.StartsWith("text/", StringComparison.Ordinal))
            body.PlainText(data.Value);
        return new G2Content(body, null) { Files = files };
    }

    private static (string Kind, NewsRendition File)? File(XElement remote, string itemClass)
    {
        var type = remote.Value("contenttype");
        var href = remote.Value("href") ?? remote.Value("residref");
        if (href is null)
            return null;
        var main = type?.Split('/')[0].ToLowerInvariant();
        var kind = itemClass is "picture" or "graphic" ? "picture" : main switch
        {
            "image" => "picture",
            "video" or "audio" or "text" => main,
            null => itemClass,
            _ => "file",
        };
        return (kind, new NewsRendition(href, type, Number(remote, "width"), Number(remote, "height"), Size(remote), Usage(remote)));
    }

    /// <summary>The rendition's role in one spelling.</summary>
    public static string? Usage(XElement file) => file.Role("rendition") switch
    {
        "thumb" or "thumbnail" => "thumbnail",
        "highres" or "hires" or "high" => "highres",
        var usage => usage,
    };

    private static int? Number(XElement file, string name) =>
        file.Value(name + "unit") is { } unit && !unit.EndsWith(":pixels", StringComparison.OrdinalIgnoreCase) ? null
        : int.TryParse(file.Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static long? Size(XElement file) =>
        long.TryParse(file.Value("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;
}
