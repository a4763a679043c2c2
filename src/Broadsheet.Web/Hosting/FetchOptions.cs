using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Broadsheet.Web.Hosting;

/// <summary>What the newspaper fetches from outside: settings <c>Broadsheet:Fetch:*</c>.</summary>
public sealed class FetchOptions : IValidatableObject
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Fetch";

    /// <summary>Internal networks (<c>10.1.2.0/24</c>) that may be asked all the same, separated by commas; none by default.</summary>
    public string Allow { get; set; } = "";

    /// <summary>The same, read.</summary>
    public IReadOnlyList<IPNetwork> Networks => [.. Parts.Select(p => IPNetwork.Parse(p))];

    private string[] Parts => Allow.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Parts.Where(p => !IPNetwork.TryParse(p, out _)).Select(p => new ValidationResult($"'{p}' is not a network such as 10.1.2.0/24.", [nameof(Allow)]));
}
