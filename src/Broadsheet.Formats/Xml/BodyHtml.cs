using System.Text;
using System.Xml.Linq;

namespace Broadsheet.Formats.Xml;

/// <summary>
/// Reads the body of an XHTML or NITF document into HTML of <c>p h2 h3 ul ol blockquote table pre</c>. Empty and spacer
/// paragraphs are dropped, pictures are taken out with their captions, and a caption that the text repeats is taken once.
/// </summary>
/// <param name="headings">Headline and subheadline: a heading at the start that only repeats one is dropped.</param>
internal sealed class BodyHtml(params string?[] headings)
{
    private readonly StringBuilder html = new();
    private readonly List<string> paragraphs = [];
    private readonly List<NewsPicture> pictures = [];
    private readonly HashSet<string> pictureFiles = new(StringComparer.Ordinal);
    private readonly List<NewsAssociation> associations = [];
    private string? lastCaption;

    /// <summary>The HTML so far.</summary>
    public string Html => html.ToString();

    /// <summary>Pictures found, in order.</summary>
    public IReadOnlyList<NewsPicture> Pictures => pictures;

    /// <summary>Other media found, in order.</summary>
    public IReadOnlyList<NewsAssociation> Associations => associations;

    /// <summary>The paragraphs as a caption, each on a line of its own; null where there are none.</summary>
    public string? AsCaption() => paragraphs.Count == 0 ? null : string.Join("<br>", paragraphs);

    /// <summary>Adds plain text: an empty line ends a paragraph; without any, each line is one.</summary>
    public void PlainText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var byEmptyLine = lines.SkipWhile(l => WireText.IsBlank(l)).Reverse().SkipWhile(l => WireText.IsBlank(l)).Any(l => WireText.IsBlank(l));
        var inline = new InlineHtml();
        foreach (var line in lines)
        {
            if (WireText.IsBlank(line))
                Paragraph("p", inline);
            else
                inline.Node(new XText(line + "\n"));
            if (!byEmptyLine)
                Paragraph("p", inline);
        }
        Paragraph("p", inline);
    }

    /// <summary>Adds the content of an element.</summary>
    public void Content(XElement container)
    {
        var inline = new InlineHtml(Media);
        foreach (var node in container.Nodes())
        {
            if (node is XElement element && (BodyNames.Blocks.Contains(element.Name.LocalName) || BodyNames.Media.Contains(element.Name.LocalName) || HoldsBlocks(element)))
            {
                Paragraph("p", inline);
                Block(element);
            }
            else
                inline.Node(node);
        }
        Paragraph("p", inline);
    }

    private static bool HoldsBlocks(XElement element) => !BodyNames.Unprinted.Contains(element.Name.LocalName)
        && element.Descendants().Any(e => BodyNames.Blocks.Contains(e.Name.LocalName));

    private void Block(XElement element)
    {
        switch (element.Name.LocalName.ToLowerInvariant())
        {
            case "h1" or "h2" or "hl1" or "hl2":
                Heading("h2", element);
                break;
            case "h3" or "h4" or "h5" or "h6" or "dt" or "summary":
                Heading("h3", element);
                break;
            case "ul":
                List("ul", element);
                break;
            case "ol":
                List("ol", element);
                break;
            case "bq" or "blockquote":
                Quote(element);
                break;
            case "table":
                BodyTable.Write(element, html);
                break;
            case "pre":
                Preformatted(element);
                break;
            case "hr":
                break;
            case var name when BodyNames.Media.Contains(name):
                Media(element);
                break;
            default:
                Content(element);
                break;
        }
    }

    private void Heading(string name, XElement element)
    {
        var line = WireText.Line(element);
        var repeats = html.Length == 0 && headings.Any(h => h is not null && h == line);
        if (repeats)
            return;
        var inline = new InlineHtml(Media);
        inline.Nodes(element);
        Paragraph(name, inline);
    }

    private void Paragraph(string name, InlineHtml inline)
    {
        if (inline.Take() is not var (text, plain))
            return;
        if (plain == lastCaption)
            return;
        lastCaption = null;
        if (name == "p")
            paragraphs.Add(text);
        html.Append('<').Append(name).Append('>').Append(text).Append("</").Append(name).Append('>');
    }

    private void List(string name, XElement element)
    {
        var start = html.Length;
        html.Append('<').Append(name).Append('>');
        var empty = true;
        foreach (var item in element.Elements())
        {
            var inline = new InlineHtml(Media);
            foreach (var node in item.Nodes())
            {
                if (node is XElement { Name.LocalName: "p" } paragraph)
                {
                    inline.Break();
                    inline.Nodes(paragraph);
                }
                else if (node is not XElement { Name.LocalName: "ul" or "ol" })
                    inline.Node(node);
            }
            var text = inline.Take();
            var nested = item.Elements().Where(e => e.Name.LocalName is "ul" or "ol").ToList();
            if (text is null && nested.Count == 0)
                continue;
            empty = false;
            html.Append("<li>").Append(text?.Html);
            foreach (var inner in nested)
                List(inner.Name.LocalName, inner);
            html.Append("</li>");
        }
        html.Append("</").Append(name).Append('>');
        if (empty)
            html.Length = start;
    }

    private void Quote(XElement element)
    {
        var start = html.Length;
        html.Append("<blockquote>");
        var inside = html.Length;
        Content(element);
        if (WireText.Line(element.Attribute("quote-source")?.Value) is { } source)
            Paragraph("p", Inline(source));
        if (html.Length == inside)
            html.Length = start;
        else
            html.Append("</blockquote>");
    }

    private static InlineHtml Inline(string text)
    {
        var inline = new InlineHtml();
        inline.Node(new XText(text));
        return inline;
    }

    private void Preformatted(XElement element)
    {
        var text = element.Value.ReplaceLineEndings("\n").Trim('\n');
        if (!WireText.IsBlank(text))
            html.Append("<pre>").Append(System.Net.WebUtility.HtmlEncode(text)).Append("</pre>");
    }

    private void Media(XElement element)
    {
        var medium = BodyMedia.Read(element);
        if (medium.Picture is { } picture && pictureFiles.Add(picture.Renditions[0].Href))
            pictures.Add(picture);
        associations.AddRange(medium.Others);
        lastCaption = medium.PlainCaption ?? lastCaption;
    }
}
