namespace Broadsheet.Core.Mail;

/// <summary>
/// A mail that is to be sent. It is written in the transaction that wants it sent, so that a mail server that is down loses
/// nothing; once sent its text is emptied.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Whom it goes to.</summary>
    public required string Recipient { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Its text, sealed with the newspaper's keys (it may hold a one-time link); empty once it is sent or given up.</summary>
    public required string Sealed { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>After this it is of no use any longer and is given up.</summary>
    public required DateTimeOffset UsefulUntil { get; init; }

    /// <summary>When it is tried next; null once it is sent or given up.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Tries that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Why the last one failed, as the mail server said it; null where none did.</summary>
    public string? Fault { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Notes that a try failed: the next one comes after 1, 2, 4, … minutes, an hour at most, as long as the mail is of use.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    public void Fail(string reason, DateTimeOffset now)
    {
        Failures++;
        Fault = reason.Length > 500 ? reason[..500] : reason;
        var next = Moment.Cut(now).AddMinutes(Math.Min(60, 1 << Math.Min(Failures - 1, 6)));
        NextTryAt = next < UsefulUntil ? next : null;
        if (NextTryAt is null) Sealed = "";
    }

    /// <summary>Notes that it was sent.</summary>
    /// <param name="now">When.</param>
    public void Sent(DateTimeOffset now) => (SentAt, NextTryAt, Sealed, Fault) = (Moment.Cut(now), null, "", null);
}
