using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Search;

/// <summary>A reader who searches.</summary>
internal static class Searcher
{
    /// <summary>The answer of a search as JSON.</summary>
    public static async Task<JsonElement> Search(this NewspaperApp paper, string query, string more = "", string edition = "")
    {
        var text = await paper.Page($"{edition}/search.json?q={Uri.EscapeDataString(query)}{more}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The headlines that a search finds, in its order.</summary>
    public static async Task<string[]> Find(this NewspaperApp paper, string query, string more = "", string edition = "") =>
        [.. (await paper.Search(query, more, edition)).GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("headline").GetString()!)];

    /// <summary>The excerpt of the first article that a search finds, with matches in brackets.</summary>
    public static async Task<string> Excerpt(this NewspaperApp paper, string query, string edition = "")
    {
        var article = (await paper.Search(query, edition: edition)).GetProperty("articles")[0];
        return string.Concat(article.GetProperty("excerpt").EnumerateArray().Select(p => p.GetProperty("match").GetBoolean() ? $"[{p.GetProperty("text").GetString()}]" : p.GetProperty("text").GetString()));
    }

    /// <summary>A facet's counts by name.</summary>
    public static Dictionary<string, int> Facet(this JsonElement answer, string group) =>
        answer.GetProperty("facets").TryGetProperty(group, out var facets) ? facets.EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("count").GetInt32()) : [];

    /// <summary>The same headlines, in any order.</summary>
    public static void AssertSame(IEnumerable<string> expected, IEnumerable<string> found) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
}
