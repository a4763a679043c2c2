using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>Who made the content: <c>by</c>, <c>creator</c> and <c>contributor</c>.</summary>
internal static class G2Parties
{
    /// <summary>The bylines: the printed ones first, then people whom they do not name.</summary>
    public static IReadOnlyList<NewsByline> Read(XElement item)
    {
        var meta = item.Children("contentMeta").ToList();
        var people = meta.Elements().Where(e => e.IsG2() && e.Name.LocalName is "creator" or "contributor")
            .Select(e => Party(e, item)).OfType<NewsByline>().ToList();
        var bylines = meta.Children("by").Select(b => WireText.Author(WireText.Line(b))).OfType<string>()
            .Select(name => people.Find(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? new NewsByline(name)).ToList();
        foreach (var person in people)
        {
            if (!bylines.Any(b => b.Name.Contains(person.Name, StringComparison.OrdinalIgnoreCase)))
                bylines.Add(person);
        }
        return bylines;
    }

    private static NewsByline? Party(XElement party, XElement item)
    {
        var about = Assertion(party, item);
        var name = party.Name() ?? about?.Name();
        if (name is null)
            return null;
        // Some producers write the role where the person's own code belongs.
        var role = party.Code("role") ?? (party.Value("qcode") is { } qcode && qcode.StartsWith("crol:", StringComparison.Ordinal) ? party.Code("qcode") : null);
        var details = new[] { party, about }.OfType<XElement>().Elements().Where(e => e.Name.LocalName is "personDetails" or "organisationDetails").ToList();
        var email = details.Children("contactInfo").Children("email").Select(WireText.Line).FirstOrDefault(e => e is not null);
        var isAgency = party.Role("type") is "organisation" or "organization" or "org" || details.Any(d => d.Name.LocalName == "organisationDetails");
        return new NewsByline(WireText.Author(name) ?? name, role, email, isAgency);
    }

    /// <summary>The item's <c>assert</c> about the same concept, where it has one.</summary>
    public static XElement? Assertion(XElement concept, XElement item)
    {
        foreach (var attribute in (string[])["qcode", "uri", "literal"])
        {
            if (concept.Value(attribute) is { } value && item.Children("assert").FirstOrDefault(a => a.Value(attribute) == value) is { } assertion)
                return assertion;
        }
        return null;
    }
}
