using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.Nitf;

/// <summary>Elements and values of NITF, found by local name: files come with and without the namespace.</summary>
internal static class NitfElements
{
    /// <summary>The child elements of that name.</summary>
    public static IEnumerable<XElement> All(this XElement? parent, string name) => parent?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The first child element of that name.</summary>
    public static XElement? First(this XElement? parent, string name) => parent.All(name).FirstOrDefault();

    /// <summary>An attribute in one line; null where it is absent or empty.</summary>
    public static string? Attr(this XElement? element, string name) => WireText.Line(element?.Attribute(name)?.Value);

    /// <summary>The element's text in one line; null where it is empty.</summary>
    public static string? Line(this XElement? element) => WireText.Line(element);
}
