using System.Xml.Linq;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>What an item says beside its content of the concepts that it names: its <c>assert</c> elements.</summary>
internal sealed class G2Assertions
{
    private static readonly string[] Identifiers = ["qcode", "uri", "literal"];
    private readonly Dictionary<(string Attribute, string Value), XElement> about = [];

    /// <param name="item">The item's root element.</param>
    public G2Assertions(XElement item)
    {
        foreach (var assertion in item.Children("assert"))
        {
            foreach (var attribute in Identifiers)
            {
                if (assertion.Value(attribute) is { } value)
                    about.TryAdd((attribute, value), assertion);
            }
        }
    }

    /// <summary>The <c>assert</c> about the concept that an element names, or null.</summary>
    public XElement? About(XElement concept)
    {
        foreach (var attribute in Identifiers)
        {
            if (concept.Value(attribute) is { } value && about.TryGetValue((attribute, value), out var assertion))
                return assertion;
        }
        return null;
    }
}
