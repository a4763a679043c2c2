namespace Broadsheet.Core.Staff;

/// <summary>A link that works once: somebody's way in, or the set-up of a new newspaper.</summary>
public sealed class StaffLink
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Hash of the key in the link. Unique.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Whose; null for the link that sets a newspaper up.</summary>
    public long? LoginId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it works.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
