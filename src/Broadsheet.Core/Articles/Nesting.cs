using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Guards tree walks against markup nested thousands deep.</summary>
internal static class Nesting
{
    /// <summary>Deepest nesting that is kept; a table in a list in a quotation stays far below it.</summary>
    private const int MaxDepth = 200;

    /// <summary>Leaves an element as it is, or its words alone where it is nested too deep. Walks without recursion.</summary>
    internal static void Limit(IElement root)
    {
        var depth = 0;
        var words = new List<string>();
        var tooDeep = false;
        for (var node = root.FirstChild; node is not null;)
        {
            tooDeep |= depth > MaxDepth;
            if (node is IText text && text.Parent is not IElement { LocalName: "script" or "style" }) words.Add(text.Data);
            if (node.FirstChild is { } child)
            {
                node = child;
                depth++;
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent == root ? null : node.Parent;
                depth--;
            }
            node = node?.NextSibling;
        }
        if (tooDeep) root.TextContent = string.Join(' ', words);
    }
}
