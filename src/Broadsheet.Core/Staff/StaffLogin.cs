using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Core.Staff;

/// <summary>
/// How somebody of the newsroom signs in: an address, and passkeys or a password with codes. The name and everything that is
/// printed belong to the person.
/// </summary>
public sealed class StaffLogin : IdentityUser<long>
{
    /// <summary>The person: signs articles and stands in events. One sign-in a person.</summary>
    public required long PersonId { get; init; }

    /// <summary>Language of the newsroom's pages (BCP 47: <c>en</c>, <c>ko</c>).</summary>
    public required string Language { get; set; }

    /// <summary>When they were invited.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they said name and language themselves; null until they have followed their first link.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }

    /// <summary>Since when they may not come in; null where they may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The time step of the last code that was taken (RFC 6238): neither it nor an older one is taken again.</summary>
    public long LastCodeStep { get; set; }
}
