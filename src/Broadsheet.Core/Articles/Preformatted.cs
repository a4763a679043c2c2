using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Writes a block of text whose lines and spaces count.</summary>
internal static class Preformatted
{
    /// <summary>The block, or nothing where there is nothing to see.</summary>
    internal static string Write(IElement e, List<IElement> placed)
    {
        Placed.TakeFrom(e, placed);
        var text = new StringBuilder();
        Read(e, text);
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').ToString().Split('\n').Select(DialectText.Preformatted);
        // A parser drops a line end at the beginning; white space at the end is nobody's.
        var written = string.Join('\n', lines).TrimStart('\n').TrimEnd();
        return DialectText.HasInk(written) ? $"<pre>{written}</pre>" : "";
    }

    private static void Read(INode parent, StringBuilder to)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) to.Append(text.Data);
            if (node is not IElement element) continue;
            var apart = element.LocalName == "br" || BodyDialect.IsBlock(element.LocalName);
            if (apart && to.Length > 0 && (element.LocalName == "br" || to[^1] != '\n')) to.Append('\n');
            Read(element, to);
            if (apart && element.LocalName != "br" && to.Length > 0 && to[^1] != '\n') to.Append('\n');
        }
    }
}
