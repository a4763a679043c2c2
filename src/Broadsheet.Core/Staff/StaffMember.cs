using Broadsheet.Core.Sections;

namespace Broadsheet.Core.Staff;

/// <summary>Somebody at work in the newsroom, with what they may do.</summary>
/// <param name="LoginId">Key of the sign-in.</param>
/// <param name="PersonId">Key of the person: stands in events and bylines.</param>
/// <param name="Name">The name by language.</param>
/// <param name="Grants">The roles and where they hold.</param>
public sealed record StaffMember(long LoginId, long PersonId, LocalText Name, IReadOnlyList<StaffGrant> Grants)
{
    /// <summary>True where the right holds somewhere: whether a page of the newsroom is shown at all.</summary>
    public bool May(Right right) => Grants.Any(g => Rights.Brings(g.Role, right));

    /// <summary>True where the right holds in a section: given for all, for it or for one above it.</summary>
    public bool May(Right right, long sectionId, SectionTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Grants.Any(g => Rights.Brings(g.Role, right) && (g.SectionId is not { } desk || tree.Lineage(sectionId).Any(s => s.Id == desk)));
    }

    /// <summary>The sections in which the right holds, with all below them; null where it holds in every one.</summary>
    public IReadOnlySet<long>? SectionsOf(Right right, SectionTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var grants = Grants.Where(g => Rights.Brings(g.Role, right)).ToList();
        if (grants.Any(g => g.SectionId is null)) return null;
        var desks = grants.Select(g => g.SectionId!.Value).ToHashSet();
        return tree.All.Where(s => tree.Lineage(s.Id).Any(above => desks.Contains(above.Id))).Select(s => s.Id).ToHashSet();
    }
}
