using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Writes the insides of lists and tables.</summary>
internal static class BodyTable
{
    private const int WidestSpan = 100;

    /// <summary>The items of a list that hold something.</summary>
    public static string ListItems(IElement list, int depth)
    {
        var written = new StringBuilder();
        foreach (var item in list.Children)
        {
            var inside = BodyText.Join(BodyBlocks.Of(item, depth + 1));
            if (!BodyText.IsBlank(inside)) written.Append("<li>").Append(inside).Append("</li>");
        }
        return written.ToString();
    }

    /// <summary>The rows of a table, with header cells and spans; nothing for a table without content.</summary>
    public static string Rows(IElement table, int depth)
    {
        var written = new StringBuilder();
        var blank = true;
        foreach (var row in Own(table))
        {
            written.Append("<tr>");
            foreach (var cell in row.Children)
            {
                var tag = cell.LocalName == "th" ? "th" : "td";
                var inside = BodyText.Join(BodyBlocks.Of(cell, depth + 1));
                blank &= BodyText.IsBlank(inside);
                written.Append('<').Append(tag).Append(Span(cell, "colspan")).Append(Span(cell, "rowspan")).Append('>')
                    .Append(inside).Append("</").Append(tag).Append('>');
            }
            written.Append("</tr>");
        }
        return blank ? "" : written.ToString();
    }

    // Rows of this table only, not of tables in its cells.
    private static IEnumerable<IElement> Own(IElement table) => table.Children.SelectMany(part => part.LocalName switch
    {
        "tr" => [part],
        "thead" or "tbody" or "tfoot" => part.Children.Where(row => row.LocalName == "tr"),
        _ => Enumerable.Empty<IElement>(),
    });

    private static string Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= WidestSpan
            ? $" {attribute}=\"{span}\"" : "";
}
