using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.Nitf;

/// <summary>What stands above an NITF text: <c>body.head</c> (NITF 3.6), also where NewsML-G2 carries the text.</summary>
internal sealed record NitfBodyHead
{
    /// <summary>The main headline (<c>hedline/hl1</c>).</summary>
    public string? Headline { get; private init; }

    /// <summary>The first further headline (<c>hedline/hl2</c>).</summary>
    public string? Subheadline { get; private init; }

    /// <summary>The abstract.</summary>
    public string? Abstract { get; private init; }

    /// <summary>The dateline as printed: place and date.</summary>
    public string? Dateline { get; private init; }

    /// <summary>The bylines.</summary>
    public IReadOnlyList<NewsByline> Bylines { get; private init; } = [];

    /// <summary>The distributor.</summary>
    public string? Distributor { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="nitf">The <c>nitf</c> element.</param>
    public static NitfBodyHead Read(XElement nitf)
    {
        var head = nitf.First("body").First("body.head");
        var hedline = head.First("hedline");
        return new NitfBodyHead
        {
            Headline = (hedline ?? head).All("hl1").Select(h => h.Line()).FirstOrDefault(h => h is not null),
            Subheadline = (hedline ?? head).All("hl2").Select(h => h.Line()).FirstOrDefault(h => h is not null),
            Abstract = head.First("abstract").Line(),
            Dateline = head.All("dateline").Select(Place).FirstOrDefault(d => d is not null),
            Bylines = [.. head.All("byline").SelectMany(Byline).DistinctBy(b => b.Name)],
            Distributor = head.First("distributor").Line(),
        };
    }

    /// <summary>Adds the text to a body: <c>body.content</c>, then the tagline below it.</summary>
    /// <param name="nitf">The <c>nitf</c> element.</param>
    /// <param name="body">Where it goes.</param>
    public static void Content(XElement nitf, BodyHtml body)
    {
        var printed = nitf.First("body");
        foreach (var content in printed.All("body.content"))
            body.Content(content);
        foreach (var tagline in printed.All("body.end").SelectMany(e => e.All("tagline")))
            body.Content(tagline);
    }

    /// <summary>Place and date with a comma between, unless the file has running text of its own.</summary>
    private static string? Place(XElement dateline)
    {
        var hasOwnText = dateline.Nodes().OfType<XText>().Any(t => !WireText.IsBlank(t.Value));
        return hasOwnText
            ? dateline.Line()
            : WireText.Line(string.Join(", ", dateline.Elements().Select(e => e.Line() ?? (e.Name.LocalName == "location" ? e.Attr("city") : null)).Where(t => t is not null)));
    }

    private static IEnumerable<NewsByline> Byline(XElement byline)
    {
        var person = byline.First("person");
        var printed = person?.Line() ?? WireText.Line(string.Concat(byline.DescendantNodes().OfType<XText>()
            .Where(t => !t.Ancestors().TakeWhile(a => a != byline).Any(a => a.Name.LocalName is "byttl" or "virtloc" or "alt-code"))
            .Select(t => t.Value)));
        var names = Xml.Bylines.Split(printed);
        var title = byline.First("byttl").Line();
        if (names.Count == 0)
            return title is null ? [] : [new NewsByline(Xml.Bylines.WithoutBy(title) ?? title, IsAgency: true)];
        var address = byline.Descendants().Where(e => e.Name.LocalName == "virtloc").Select(e => e.Line() ?? e.Attr("value")).FirstOrDefault(a => a?.Contains('@', StringComparison.Ordinal) == true);
        return names.Select((name, place) => new NewsByline(name, title, place == 0 ? address : null));
    }
}
