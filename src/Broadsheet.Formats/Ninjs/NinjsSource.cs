using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Finds who provides an item: ninjs has no property for it.</summary>
internal static class NinjsSource
{
    /// <summary>
    /// The first information source without a role or in a provider's, else the host of the item's address, else the
    /// authority of its <c>tag:</c> or <c>urn:</c> name, else the copyright holder, else <c>unknown</c>. Lower case.
    /// </summary>
    public static string Of(JsonElement item, string uri) =>
        (FromSources(item) ?? FromUri(uri) ?? item.Text("copyrightHolder", "copyrightholder") ?? "unknown").Trim().ToLowerInvariant();

    private static string? FromSources(JsonElement item)
    {
        foreach (var (_, source) in item.Objects("infoSources", "infosources", "infosource"))
        {
            var role = source.Text("role", "rel");
            var provides = role is null || role.EndsWith("provider", StringComparison.OrdinalIgnoreCase) || role.EndsWith("distributor", StringComparison.OrdinalIgnoreCase);
            // An address for the source tells nothing that would not stand in its name.
            if (provides && source.Text("name", "literal", "code") is { } name) return name;
        }
        return null;
    }

    private static string? FromUri(string uri)
    {
        if (Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0) return address.Host;
        if (uri.StartsWith("tag:", StringComparison.OrdinalIgnoreCase) && uri.IndexOf(',', StringComparison.Ordinal) is > 4 and var comma) return uri[4..comma];
        if (!uri.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)) return null;
        var parts = uri.Split(':');
        // urn:newsml:dpa.com:… names its provider third (RFC 3085), urn:uuid: nobody.
        return parts.Length switch
        {
            > 3 when parts[1].Equals("newsml", StringComparison.OrdinalIgnoreCase) && parts[2].Length > 0 => parts[2],
            > 2 when parts[1].Length > 0 && !parts[1].Equals("uuid", StringComparison.OrdinalIgnoreCase)
                && !parts[1].Equals("newsml", StringComparison.OrdinalIgnoreCase) => parts[1],
            _ => null,
        };
    }
}
