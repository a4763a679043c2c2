namespace Broadsheet.Core.Staff;

/// <summary>A role that somebody has, everywhere or in one section with all below it.</summary>
public sealed class StaffGrant
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Whose it is: the key of the sign-in.</summary>
    public required long LoginId { get; init; }

    /// <summary>What they are.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>The desk; null for all.</summary>
    public long? SectionId { get; init; }
}
