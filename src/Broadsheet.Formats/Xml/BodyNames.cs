namespace Broadsheet.Formats.Xml;

/// <summary>Element names of XHTML and NITF bodies, by what they do to the text.</summary>
internal static class BodyNames
{
    /// <summary>Elements that begin a new paragraph.</summary>
    public static readonly IReadOnlySet<string> Blocks = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "p", "paragraph", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hedline", "ul", "ol", "dl", "li", "dt", "dd", "bq", "blockquote",
        "table", "nitf-table", "pre", "hr", "fn", "note", "block", "div", "section", "article", "main", "body", "body.content", "aside",
        "header", "footer", "center", "abstract", "address", "details", "summary", "nitf-table-content", "tagline", "byline", "dateline", "copyrite",
    };

    /// <summary>Pictures and other media.</summary>
    public static readonly IReadOnlySet<string> Media = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "img", "image", "media", "figure", "picture", "video", "audio",
    };

    /// <summary>Elements whose content is never printed.</summary>
    public static readonly IReadOnlySet<string> Unprinted = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "head", "title", "meta", "link", "object", "embed", "iframe", "template", "noscript", "form", "input", "button",
        "select", "textarea", "svg", "math", "canvas", "media-object", "media-metadata", "key-list", "tobject", "datasource", "alt-code",
        "nitf-table-metadata", "nav", "map", "area", "source", "track", "param", "classifier",
    };
}
