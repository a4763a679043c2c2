using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;

namespace Broadsheet.Core.Desk;

/// <summary>What somebody may do with an article at the desk.</summary>
public static class DeskRights
{
    /// <summary>True where they may open it: their own, or one of a desk that they may read.</summary>
    public static bool MaySee(this StaffMember member, DeskArticle desk, SectionTree tree) =>
        desk.IsOf(member.PersonId) && member.May(Right.Write) || member.May(Right.ReadDesk, desk.SectionId, tree);

    /// <summary>True where they may change its words.</summary>
    public static bool MayEdit(this StaffMember member, DeskArticle desk, SectionTree tree) =>
        desk.IsOf(member.PersonId) && member.May(Right.Write) || member.May(Right.EditOthers, desk.SectionId, tree);

    /// <summary>True where they may give it to readers.</summary>
    public static bool MayPublish(this StaffMember member, DeskArticle desk, SectionTree tree) =>
        member.May(Right.Publish, desk.SectionId, tree) || (desk.IsOf(member.PersonId) && member.May(Right.PublishOwn, desk.SectionId, tree));
}
