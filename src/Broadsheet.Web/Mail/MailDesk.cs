using System.Security.Cryptography;
using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Web.Mail;

/// <summary>Takes mail to be sent. <see cref="MailJob"/> sends it.</summary>
public sealed class MailDesk(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("mail");

    /// <summary>Writes a mail. Stands inside <see cref="BroadsheetDb.Write"/>.</summary>
    /// <param name="db">The database.</param>
    /// <param name="recipient">Whom it goes to.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">Its text, plain.</param>
    /// <param name="now">When.</param>
    /// <param name="life">How long it is of use.</param>
    public void Post(BroadsheetDb db, string recipient, string subject, string text, DateTimeOffset now, TimeSpan life)
    {
        now = Moment.Cut(now);
        db.Add(new OutgoingMail { Recipient = recipient, Subject = subject, Sealed = _seal.Protect(text), CreatedAt = now, NextTryAt = now, UsefulUntil = now + life });
    }

    /// <summary>The text of a mail.</summary>
    /// <exception cref="CryptographicException">The keys it was sealed with are gone.</exception>
    public string Open(OutgoingMail mail) => _seal.Unprotect(mail.Sealed);
}
