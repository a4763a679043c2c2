using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>Elements that name something for the house to put there: a photo, something of another site, an inset of related articles.</summary>
internal static class Placed
{
    private const int MostRelated = 10;

    /// <summary>True for an element that names at least one valid key.</summary>
    internal static bool IsPlaced(IElement e) => e.LocalName switch
    {
        "figure" => Guid.TryParse(e.GetAttribute("data-photo"), out _) || Embeds.Find(e.GetAttribute("data-embed")) is not null,
        "aside" => Keys(e).Count > 0,
        _ => false,
    };

    /// <summary>Takes every such element out from inside another.</summary>
    internal static void TakeFrom(IElement e, List<IElement> placed)
    {
        foreach (var inner in e.QuerySelectorAll("figure[data-photo], figure[data-embed], aside[data-related]").Where(IsPlaced).ToList())
        {
            if (!IsInside(inner, e)) continue;
            // Its words were apart from those around it.
            inner.Before(e.Owner!.CreateTextNode(" "));
            inner.Remove();
            placed.Add(inner);
        }
    }

    /// <summary>The element in canonical form; the caption is taken out of it, other words stay behind.</summary>
    internal static string Write(IElement e, List<IElement> placed)
    {
        if (e.LocalName == "aside") return $"<aside data-related=\"{string.Join(' ', Keys(e))}\"></aside>";
        var figure = new StringBuilder("<figure");
        if (Guid.TryParse(e.GetAttribute("data-photo"), out var photo))
        {
            DialectText.Attribute(figure, "data-photo", photo.ToString());
            DialectText.Attribute(figure, "data-alt", e.GetAttribute("data-alt"));
        }
        else DialectText.Attribute(figure, "data-embed", Embeds.Find(e.GetAttribute("data-embed"))!.Page);
        figure.Append('>');
        TakeFrom(e, placed);
        if (e.QuerySelector("figcaption") is { } caption)
        {
            if (InlineWriter.Write(caption) is { Length: > 0 } words) figure.Append("<figcaption>").Append(words).Append("</figcaption>");
            caption.Remove();
        }
        return figure.Append("</figure>").ToString();
    }

    private static List<Guid> Keys(IElement e) =>
        [.. (e.GetAttribute("data-related") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Where(g => g != Guid.Empty).Distinct().Take(MostRelated)];

    private static bool IsInside(INode node, INode outer)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
            if (at == outer) return true;
        return false;
    }
}
