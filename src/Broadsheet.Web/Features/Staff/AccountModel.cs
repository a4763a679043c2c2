using Broadsheet.Core;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A passkey in the list of one's own.</summary>
/// <param name="Key">Its key, as it stands in addresses.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record PasskeyRow(string Key, string Name, DateTimeOffset CreatedAt);

/// <summary>A session in the list of one's own.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Device">Browser and system; empty where they are not known.</param>
/// <param name="Method">How it was begun.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastSeenAt">Its last request, to five minutes.</param>
/// <param name="IsThis">True for the one that asks.</param>
public sealed record SessionRow(long Id, string Device, SignInMethod Method, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsThis);

/// <summary>One's own account.</summary>
public sealed record AccountModel
{
    /// <summary>As it was sent.</summary>
    public required FormInput Form { get; init; }

    /// <summary>One's address.</summary>
    public required string Address { get; init; }

    /// <summary>One's name, as it is printed.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What one does, as it is printed.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The address that is printed.</summary>
    public required string? Printed { get; init; }

    /// <summary>Languages of the newspaper.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>One's roles, each with the section's name; null for everywhere.</summary>
    public required IReadOnlyList<(StaffRole Role, string? Section)> Roles { get; init; }

    /// <summary>One's passkeys.</summary>
    public required IReadOnlyList<PasskeyRow> Passkeys { get; init; }

    /// <summary>True where one has a password and an app.</summary>
    public required bool HasPassword { get; init; }

    /// <summary>Recovery codes that are left.</summary>
    public required int CodesLeft { get; init; }

    /// <summary>Where one is signed in.</summary>
    public required IReadOnlyList<SessionRow> Sessions { get; init; }

    /// <summary>Address of the newspaper, where passkeys work.</summary>
    public required string PasskeysAt { get; init; }
}
