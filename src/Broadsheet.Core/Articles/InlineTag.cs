using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>An inline element of the dialect as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Its start tag.</param>
internal sealed record InlineTag(string Name, string Start)
{
    private const int MostInNote = 200;
    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];

    /// <summary>True where the element means something more inside another of its name.</summary>
    internal bool Nests => Name is "span" or "q" or "sub" or "sup";

    /// <summary>True for a footnote: the words stand in it that a reader finds at the end.</summary>
    internal bool IsNote { get; private init; }

    /// <summary>The element as a footnote, or null where it is none: one in another, one with blocks, without words or of more than 200 nodes.</summary>
    internal static InlineTag? Note(IElement element) =>
        element.LocalName == "span" && element.HasAttribute("data-note") && IsLine(element) ? new("span", $"<span data-note{Language(element)}>") { IsNote = true } : null;

    /// <summary>The element as the dialect has it; null for one that is only a wrapper here.</summary>
    internal static InlineTag? Of(IElement element)
    {
        var name = BodyDialect.Inline.GetValueOrDefault(element.LocalName);
        var start = new StringBuilder();
        if (name == "a" && Target(element.GetAttribute("href")) is { } target) DialectText.Attribute(start, "href", target);
        else if (name == "a") name = "span";
        if (name == "abbr") DialectText.Attribute(start, "title", element.GetAttribute("title"));
        start.Append(Language(element));
        return name is null || (name == "span" && start.Length == 0) ? null : new(name, $"<{name}{start}>");
    }

    /// <summary>The attribute <c>lang</c> with the space before it, or nothing where it is no language tag (BCP 47: RFC 5646, section 2.1; case as in 2.1.1).</summary>
    internal static string Language(IElement element)
    {
        var parts = (element.GetAttribute("lang") ?? "").Trim().Split('-');
        if (parts.Sum(p => p.Length + 1) > 36 || parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter)) return "";
        var lang = new StringBuilder(parts[0].ToLowerInvariant());
        foreach (var part in parts.Skip(1))
        {
            if (part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit)) return "";
            lang.Append('-').Append(part.Length switch
            {
                2 => part.ToUpperInvariant(),
                4 => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
                _ => part.ToLowerInvariant(),
            });
        }
        return $" lang=\"{lang}\"";
    }

    private static bool IsLine(IElement element)
    {
        var hasInk = false;
        var nodes = 0;
        foreach (var node in element.GetDescendants())
        {
            if (++nodes > MostInNote || (node is IElement inner && BodyDialect.IsBlock(inner.LocalName))) return false;
            hasInk |= node is IText text && DialectText.HasInk(text.Data);
        }
        return hasInk;
    }

    /// <summary>Where a link may lead: http, https, mailto and tel; a path of this site (<c>/…</c>) or a place on the page (<c>#…</c>). Null for all else.</summary>
    private static string? Target(string? href)
    {
        if (href is null) return null;
        // What the URL standard leaves out when it parses (section 4.4), and what nobody sees.
        var seen = href.EnumerateRunes().Where(r => DialectText.IsWritten(r) && !DialectText.IsLineEnd(r) && Rune.GetUnicodeCategory(r) != UnicodeCategory.Format);
        var target = string.Concat(string.Concat(seen).Trim().Select(c => char.IsWhiteSpace(c) ? Uri.EscapeDataString([c]) : c.ToString()));
        foreach (var scheme in Schemes)
        {
            if (!target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) continue;
            target = scheme + target[scheme.Length..];
            var names = scheme[^1] == '/' ? Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Host.Length > 0 : target.Length > scheme.Length;
            return names ? target : null;
        }
        // "//host" and "/\host" name another site.
        return target.Length > 0 && (target[0] == '#' || (target[0] == '/' && !(target.Length > 1 && target[1] is '/' or '\\'))) ? target : null;
    }
}
