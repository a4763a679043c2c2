using System.ComponentModel.DataAnnotations;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>How the newsroom's people sign in: settings <c>Broadsheet:Staff:*</c>.</summary>
public sealed class StaffOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Staff";

    /// <summary>Hours without a request after which a session is over.</summary>
    [Range(1, 24 * 14)]
    public int SessionHours { get; set; } = 12;

    /// <summary>Days after which a session is over in any case.</summary>
    [Range(1, 90)]
    public int SessionDays { get; set; } = 14;

    /// <summary>Hours for which a one-time link works.</summary>
    [Range(1, 24 * 30)]
    public int LinkHours { get; set; } = 72;

    /// <summary>Wrong passwords and codes after which an account is locked for password sign-in.</summary>
    [Range(3, 100)]
    public int LockAfter { get; set; } = 10;

    /// <summary>Minutes for which it is locked.</summary>
    [Range(1, 24 * 60)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Attempts to sign in or to use a link that one address may make in a minute; more are answered 429.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; set; } = 20;
}
