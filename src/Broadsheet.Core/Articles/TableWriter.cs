using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Writes a table of the dialect: caption, head, body; cells hold lines.</summary>
internal static class TableWriter
{
    private const int MaxSpan = 100;

    /// <summary>The table, or nothing where it has no cell with words.</summary>
    internal static string Write(IElement table, List<IElement> placed)
    {
        Placed.TakeFrom(table, placed);
        var head = new StringBuilder();
        var body = new StringBuilder();
        // Rows of a table inside a cell belong to the outer table's cell as words, not as rows.
        foreach (var row in Rows(table))
            Row(row.ParentElement?.LocalName == "thead" && body.Length == 0 ? head : body, row);
        if (head.Length + body.Length == 0) return "";
        var captions = table.Children.Where(c => c.LocalName == "caption").Select(c => InlineWriter.Write(c)).Where(c => c.Length > 0).ToList();
        return "<table>"
            + (captions.Count > 0 ? $"<caption>{string.Join(' ', captions)}</caption>" : "")
            + (head.Length > 0 ? $"<thead>{head}</thead>" : "")
            + (body.Length > 0 ? $"<tbody>{body}</tbody>" : "")
            + "</table>";
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(part => part.LocalName switch
    {
        "tr" => [part],
        "thead" or "tbody" or "tfoot" => part.Children.Where(c => c.LocalName == "tr"),
        _ => [],
    });

    private static void Row(StringBuilder to, IElement row)
    {
        var cells = new StringBuilder();
        var words = false;
        foreach (var cell in row.Children.Where(c => c.LocalName is "th" or "td"))
        {
            var text = InlineWriter.Write(cell, breaks: true);
            words |= text.Length > 0;
            cells.Append('<').Append(cell.LocalName);
            Span(cells, cell, "colspan");
            Span(cells, cell, "rowspan");
            if (cell.LocalName == "th" && cell.GetAttribute("scope") is "col" or "row" or "colgroup" or "rowgroup") DialectText.Attribute(cells, "scope", cell.GetAttribute("scope"));
            cells.Append('>').Append(text).Append("</").Append(cell.LocalName).Append('>');
        }
        if (words) to.Append("<tr>").Append(cells).Append("</tr>");
    }

    private static void Span(StringBuilder to, IElement cell, string name)
    {
        if (int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= MaxSpan)
            to.Append(' ').Append(name).Append("=\"").Append(span).Append('"');
    }
}
