using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>Who made the content: <c>by</c>, <c>creator</c> and <c>contributor</c>.</summary>
internal static class G2Parties
{
    /// <summary>Most people and organisations taken of one item.</summary>
    private const int Most = 100;

    /// <summary>The bylines: the printed ones first, then people whom they do not name.</summary>
    /// <param name="item">The item's root element.</param>
    /// <param name="assertions">What the item says of them.</param>
    public static IReadOnlyList<NewsByline> Read(XElement item, G2Assertions assertions)
    {
        var meta = item.Children("contentMeta").ToList();
        var people = meta.Elements().Where(e => e.IsG2() && e.Name.LocalName is "creator" or "contributor").Take(Most)
            .Select(e => Party(e, assertions)).OfType<NewsByline>().ToList();
        var printed = meta.Children("by").Take(Most).SelectMany(b => Bylines.Split(WireText.Line(b)));
        var bylines = printed.Select(name => people.Find(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? new NewsByline(name)).ToList();
        foreach (var person in people)
        {
            if (!bylines.Any(b => b.Name.Contains(person.Name, StringComparison.OrdinalIgnoreCase)))
                bylines.Add(person);
        }
        return bylines;
    }

    private static NewsByline? Party(XElement party, G2Assertions assertions)
    {
        var about = assertions.About(party);
        var name = party.Name() ?? about?.Name();
        if (name is null)
            return null;
        // Some producers write the role where the person's own code belongs.
        var role = party.Code("role") ?? (party.Value("qcode") is { } qcode && qcode.StartsWith("crol:", StringComparison.Ordinal) ? party.Code("qcode") : null);
        var details = new[] { party, about }.OfType<XElement>().Elements().Where(e => e.Name.LocalName is "personDetails" or "organisationDetails").ToList();
        var email = details.Children("contactInfo").Children("email").Select(WireText.Line).FirstOrDefault(e => e is not null);
        var isAgency = party.Role("type") is "organisation" or "organization" or "org" || details.Any(d => d.Name.LocalName == "organisationDetails");
        return new NewsByline(Bylines.WithoutBy(name) ?? name, role, email, isAgency);
    }
}
