using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Broadsheet.Web.Mail;

/// <summary>How the connection to the mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>The connection turns secret before anything is said (STARTTLS, RFC 3207).</summary>
    StartTls,

    /// <summary>It is secret from the beginning (implicit TLS, RFC 8314).</summary>
    Tls,

    /// <summary>It is not: for a server on the same machine.</summary>
    None,
}

/// <summary>The mail server: settings <c>Broadsheet:Mail:*</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Mail";

    /// <summary>The server; empty where no mail is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is kept secret.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Name at the server; empty where it asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Password at the server.</summary>
    public string Password { get; set; } = "";

    /// <summary>Sender: <c>desk@news.example.org</c>, or with a name before it in angle brackets.</summary>
    public string From { get; set; } = "";

    /// <summary>True where mail is sent.</summary>
    public bool IsOn => Host.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !MailboxAddress.TryParse(From, out _)) yield return new($"{Section}:From is '{From}': it must be an address such as desk@news.example.org.");
    }
}
