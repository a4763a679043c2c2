using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>A member of a package, as the package names it.</summary>
/// <param name="Reference">The member's guid or address.</param>
/// <param name="Kind">Its class (<c>text</c>, <c>picture</c>, …), or null where the package does not say.</param>
/// <param name="Title">Its title.</param>
/// <param name="Group">Role of its group (<c>main</c>, <c>sidebar</c>).</param>
internal sealed record G2Member(string Reference, string? Kind, string? Title, string? Group);

/// <summary>A <c>packageItem</c>: which items belong together (NewsML-G2 specification, 'Packages').</summary>
/// <param name="Description">What it is, for a person to read.</param>
/// <param name="Members">Its members in the order of its groups, beginning at the root group.</param>
internal sealed record G2Package(string Description, IReadOnlyList<G2Member> Members)
{
    private const int MostMembers = 1_000;

    /// <summary>Reads the package.</summary>
    public static G2Package Read(XElement package, G2ItemMeta meta)
    {
        List<G2Member> members = [];
        foreach (var set in package.Children("groupSet"))
        {
            var groups = set.Children("group").GroupBy(g => g.Value("id") ?? "").ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            var seen = new HashSet<XElement>();
            if (set.Value("root") is { } root && groups.TryGetValue(root, out var first))
                Walk(first, groups, seen, members);
            foreach (var group in set.Children("group"))
                Walk(group, groups, seen, members);
        }
        members.AddRange(package.Children("itemRef").Select(r => Member(r, null)).OfType<G2Member>());
        var title = meta.Title ?? package.Children("contentMeta").Children("headline").Select(WireText.Line).FirstOrDefault(t => t is not null);
        return new G2Package($"a package of {members.Count} items{(title is null ? "" : $" ('{WireDate.Shown(title)}')")}: it has no text of its own", members);
    }

    /// <summary>Goes through a group and the groups it refers to. Iterative: a file may chain groups without end.</summary>
    private static void Walk(XElement start, Dictionary<string, XElement> groups, HashSet<XElement> seen, List<G2Member> members)
    {
        var waiting = new Stack<XElement>([start]);
        while (waiting.TryPop(out var group))
        {
            if (!seen.Add(group))
                continue;
            foreach (var reference in group.Children("itemRef"))
            {
                if (Member(reference, group.Code("role")) is { } member && members.Count < MostMembers)
                    members.Add(member);
            }
            foreach (var inner in group.Children("groupRef").Reverse())
            {
                if (inner.Value("idref") is { } id && groups.TryGetValue(id, out var next))
                    waiting.Push(next);
            }
        }
    }

    private static G2Member? Member(XElement reference, string? group) =>
        (reference.Value("residref") ?? reference.Value("href")) is { } target
            ? new G2Member(target, reference.Child("itemClass").Role("qcode"), WireText.Line(reference.Child("title")) ?? WireText.Line(reference.Child("headline")), group)
            : null;
}
