using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Broadsheet.Formats.Xml;

/// <summary>Writes a table (XHTML and NITF share the model) with rows, heads and spans; its layout attributes are left behind.</summary>
internal static class BodyTable
{
    /// <summary>Adds the table, unless no cell of it shows anything.</summary>
    public static void Write(XElement table, StringBuilder html)
    {
        if (WireText.IsBlank(table.Value))
            return;
        html.Append("<table>");
        foreach (var caption in table.Elements().Where(e => Named(e, "caption")))
        {
            if (InlineHtml.Of(caption) is { } text)
                html.Append("<caption>").Append(text).Append("</caption>");
        }
        Part("thead", [.. table.Elements().Where(e => Named(e, "thead")).SelectMany(Rows)], html);
        Part("tbody", [.. table.Elements().Where(e => Named(e, "tbody")).SelectMany(Rows).Concat(Rows(table))], html);
        Part("tfoot", [.. table.Elements().Where(e => Named(e, "tfoot")).SelectMany(Rows)], html);
        html.Append("</table>");
    }

    private static IEnumerable<XElement> Rows(XElement part) => part.Elements().Where(e => Named(e, "tr"));

    private static void Part(string name, IReadOnlyList<XElement> rows, StringBuilder html)
    {
        if (rows.Count == 0)
            return;
        html.Append('<').Append(name).Append('>');
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Elements().Where(e => Named(e, "td") || Named(e, "th")))
            {
                var cellName = cell.Name.LocalName.ToLowerInvariant();
                html.Append('<').Append(cellName);
                Span(cell, "colspan", html);
                Span(cell, "rowspan", html);
                html.Append('>').Append(InlineHtml.Of(cell)).Append("</").Append(cellName).Append('>');
            }
            html.Append("</tr>");
        }
        html.Append("</").Append(name).Append('>');
    }

    private static void Span(XElement cell, string name, StringBuilder html)
    {
        if (int.TryParse(cell.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= 1000)
            html.Append(CultureInfo.InvariantCulture, $" {name}=\"{span}\"");
    }

    private static bool Named(XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);
}
