using Broadsheet.Core.Staff;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>Why somebody who was signed in is so no longer.</summary>
public enum Absence
{
    /// <summary>Nobody was.</summary>
    None,

    /// <summary>The session is over, was ended from elsewhere, or the ways to sign in changed.</summary>
    Ended,

    /// <summary>They may not come in any longer.</summary>
    Disabled,
}

/// <summary>Who is behind the request that is being answered. Filled in when the session's cookie is read; one a request.</summary>
public sealed class StaffPresence
{
    /// <summary>Who they are; null for nobody.</summary>
    public StaffMember? Member { get; internal set; }

    /// <summary>Why there is nobody although a session was named.</summary>
    public Absence Absence { get; internal set; }

    /// <summary>Key of their session.</summary>
    public long SessionId { get; internal set; }

    /// <summary>When they last proved who they are.</summary>
    public DateTimeOffset ProvedAt { get; internal set; }

    /// <summary>True where they said name and language, and have a passkey or a password with codes: they can come back without a link.</summary>
    public bool IsSettled { get; internal set; }

    /// <summary>Language of the newsroom's pages.</summary>
    public string Language { get; internal set; } = "en";
}
