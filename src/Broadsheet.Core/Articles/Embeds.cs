using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Broadsheet.Core.Articles;

/// <summary>Another site whose players, charts or documents may stand in an article.</summary>
/// <param name="Name">As readers know it.</param>
/// <param name="Site">The domain that a reader is told of before anything is loaded from it.</param>
/// <param name="Origin">Where its frames come from: scheme and host.</param>
/// <param name="Match">Regular expression of the addresses that name something there, in any of their forms; its group <c>id</c> is what is named.</param>
/// <param name="Page">The one form of the address that is kept, with <c>{id}</c>.</param>
/// <param name="Frame">The address that a frame loads, with <c>{id}</c>.</param>
public sealed record EmbedProvider(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("site")] string Site,
    [property: JsonPropertyName("origin")] string Origin,
    [property: JsonPropertyName("match")] string Match,
    [property: JsonPropertyName("page")] string Page,
    [property: JsonPropertyName("frame")] string Frame);

/// <summary>Something of another site.</summary>
/// <param name="Provider">Whose it is.</param>
/// <param name="Page">Its address for people.</param>
/// <param name="Frame">The address that a frame loads.</param>
public sealed record Embed(EmbedProvider Provider, string Page, string Frame);

/// <summary>Which other sites may stand in an article: the list <c>embeds.json</c>, which the editor has too.</summary>
public static partial class Embeds
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly List<(EmbedProvider Provider, Regex Match)> All = Read();

    /// <summary>The sites of the list.</summary>
    public static IEnumerable<EmbedProvider> Providers => All.Select(a => a.Provider);

    /// <summary>What an address names; null where no site of the list has it.</summary>
    /// <param name="address">An address in any of the forms that the site uses.</param>
    public static Embed? Find(string? address)
    {
        if (address is null or { Length: > 500 }) return null;
        foreach (var (provider, match) in All)
        {
            if (match.Match(address.Trim()) is not { Success: true } found) continue;
            var id = found.Groups["id"].Value;
            return new(provider, provider.Page.Replace("{id}", id, StringComparison.Ordinal), provider.Frame.Replace("{id}", id, StringComparison.Ordinal));
        }
        return null;
    }

    private static List<(EmbedProvider, Regex)> Read()
    {
        using var json = typeof(Embeds).Assembly.GetManifestResourceStream("embeds.json")!;
        return JsonSerializer.Deserialize(json, EmbedsJson.Default.ListEmbedProvider)!
            .ConvertAll(p => (p, new Regex(p.Match, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)));
    }

    [JsonSerializable(typeof(List<EmbedProvider>))]
    private sealed partial class EmbedsJson : JsonSerializerContext;
}
