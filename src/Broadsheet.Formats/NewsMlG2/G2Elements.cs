using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>Elements and values of NewsML-G2, found by local name in IPTC's namespace or in none.</summary>
internal static class G2Elements
{
    /// <summary>The namespace of every version from 1.0 on.</summary>
    public const string Namespace = "http://iptc.org/std/nar/2006-10-01/";

    /// <summary>Whether an element is one of the standard's, not of another vocabulary.</summary>
    public static bool IsG2(this XElement element) => element.Name.NamespaceName is Namespace or "";

    /// <summary>The child elements of that name.</summary>
    public static IEnumerable<XElement> Children(this XElement? parent, string name) =>
        parent?.Elements().Where(e => e.Name.LocalName == name && e.IsG2()) ?? [];

    /// <summary>The child elements of that name of several elements.</summary>
    public static IEnumerable<XElement> Children(this IEnumerable<XElement> parents, string name) => parents.SelectMany(p => p.Children(name));

    /// <summary>The first child element of that name.</summary>
    public static XElement? Child(this XElement? parent, string name) => parent.Children(name).FirstOrDefault();

    /// <summary>An attribute in one line; null where it is absent or empty.</summary>
    public static string? Value(this XElement? element, string name) => WireText.Line(element?.Attribute(name)?.Value);

    /// <summary>The language in force at an element; empty where the file does not say.</summary>
    public static string Language(this XElement element) =>
        element.AncestorsAndSelf().Select(e => e.Attribute(XNamespace.Xml + "lang")?.Value.Trim()).FirstOrDefault(l => l is not null) ?? "";

    /// <summary>What a coded attribute says, without alias or scheme: <c>caption</c> of <c>drol:caption</c>, of a URI its last part.</summary>
    /// <param name="element">The element.</param>
    /// <param name="attribute">The attribute with the qcode, of which the one with the URI is <c>…uri</c>; for <c>qcode</c> it is <c>uri</c>.</param>
    public static string? Code(this XElement? element, string attribute)
    {
        if (element.Value(attribute) is { } qcode)
        {
            qcode = qcode.Split(' ')[0];
            return WireText.Line(qcode[(qcode.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }
        var uri = element.Value(attribute == "qcode" ? "uri" : attribute + "uri")?.Split(' ')[0].TrimEnd('/', '#');
        return uri is null ? null : WireText.Line(uri[(uri.LastIndexOfAny(['/', '#']) + 1)..]);
    }

    /// <summary>A lower-case form of <see cref="Code"/> to compare with the standard's own codes.</summary>
    public static string? Role(this XElement? element, string attribute = "role") => element.Code(attribute)?.ToLowerInvariant();

    /// <summary>The name of a party or concept: <c>name</c> in the item's language first, else its literal.</summary>
    public static string? Name(this XElement element)
    {
        var names = element.Children("name").Where(n => WireText.Line(n) is not null).ToList();
        var language = element.Document?.Root is { } root ? root.Language() : "";
        var chosen = names.FirstOrDefault(n => n.Language() == language) ?? names.FirstOrDefault();
        return WireText.Line(chosen) ?? element.Value("literal");
    }
}
