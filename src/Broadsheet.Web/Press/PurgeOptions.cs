using System.ComponentModel.DataAnnotations;

namespace Broadsheet.Web.Press;

/// <summary>How a CDN is told what changed: settings <c>Broadsheet:Press:Purge:*</c>.</summary>
public sealed class PurgeOptions : IValidatableObject
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Press:Purge";

    /// <summary>Where changes are posted to; empty for nowhere, and then no CDN is told to keep pages.</summary>
    public string Url { get; set; } = "";

    /// <summary>A header of each post, <c>Name: value</c>, such as the key of the CDN's own API. Never logged.</summary>
    public string Header { get; set; } = "";

    /// <summary>True where a CDN hears of changes.</summary>
    public bool IsOn => Url.Length > 0;

    /// <summary>Name and value of <see cref="Header"/>, or null.</summary>
    public (string Name, string Value)? HeaderPair => Header.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value) : null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0))
            yield return new($"{Section}:Url is no http:// or https:// address without a name and password in it.");
        // The value is a secret: the message does not repeat it.
        if (Header.Length > 0 && (HeaderPair is not var (name, value) || name.Length == 0 || value.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || !value.All(c => c is >= ' ' and <= '~')))
            yield return new($"{Section}:Header must look like 'Name: value', in ASCII.");
    }
}
