using System.Collections.Frozen;

namespace Broadsheet.Core.Staff;

/// <summary>Which role brings which rights: the one place that says so.</summary>
public static class Rights
{
    private static readonly Right[] Writing = [Right.Write, Right.ReadDesk, Right.UsePhotos, Right.UseWire];

    private static readonly FrozenDictionary<StaffRole, FrozenSet<Right>> Table = new Dictionary<StaffRole, FrozenSet<Right>>
    {
        [StaffRole.Contributor] = [Right.Write],
        [StaffRole.Reporter] = [.. Writing, Right.PublishOwn],
        [StaffRole.PhotoEditor] = [Right.ReadDesk, Right.UsePhotos, Right.KeepPhotos],
        [StaffRole.CopyEditor] = [.. Writing, Right.EditOthers],
        [StaffRole.Editor] =
        [
            .. Writing, Right.EditOthers, Right.Assign, Right.PublishOwn, Right.Publish, Right.Correct, Right.Retract, Right.Suppress, Right.KeepPhotos,
            Right.ComposeFronts, Right.ReadRecord,
        ],
        [StaffRole.Moderator] = [Right.Moderate],
        [StaffRole.StandardsBoard] = [Right.ReadDesk, Right.Correct, Right.Suppress, Right.Moderate, Right.HearAppeals, Right.ReadRecord],
        [StaffRole.Administrator] = [.. Enum.GetValues<Right>()],
    }.ToFrozenDictionary();

    /// <summary>True where the role brings the right.</summary>
    public static bool Brings(StaffRole role, Right right) => Table[role].Contains(right);
}
