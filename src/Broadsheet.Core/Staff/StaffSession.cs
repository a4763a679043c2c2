namespace Broadsheet.Core.Staff;

/// <summary>How somebody proved who they are.</summary>
public enum SignInMethod
{
    /// <summary>A one-time link.</summary>
    Link = 0,

    /// <summary>A passkey.</summary>
    Passkey = 1,

    /// <summary>Password and code.</summary>
    Password = 2,

    /// <summary>Password and recovery code.</summary>
    Recovery = 3,
}

/// <summary>Somebody signed in on one device. The row is the truth: ended here is ended there, at the next request.</summary>
public sealed class StaffSession
{
    /// <summary>Internal key; stands in the list of sessions.</summary>
    public long Id { get; private set; }

    /// <summary>Hash of the key that the browser's cookie holds. Unique.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Whose.</summary>
    public required long LoginId { get; init; }

    /// <summary>The sign-in's security stamp at the beginning: where it has changed since, the session is over.</summary>
    public required string Stamp { get; set; }

    /// <summary>Browser and system as a person calls them: <c>Firefox, Windows</c>.</summary>
    public required string Device { get; init; }

    /// <summary>How they signed in.</summary>
    public SignInMethod Method { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last request, to about five minutes.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When they last proved who they are: what is sensitive asks for a recent proof.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    /// <summary>When it is over unless they go on working.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
