using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Which ninjs an item is written in.</summary>
/// <param name="Major">1, 2 or 3; 0 where nothing tells.</param>
/// <param name="Name">As it goes into <see cref="NewsItem.Format"/>: <c>ninjs 2.1</c>, <c>ninjs 3</c> where only the style tells, <c>ninjs</c>.</param>
internal readonly partial record struct NinjsVersion(int Major, string Name)
{
    private static readonly string[] CamelCase =
    [
        "versionCreated", "firstCreated", "contentCreated", "embargoedUntil", "pubStatus", "copyrightHolder", "copyrightNotice", "usageTerms",
        "edNote", "representationType", "infoSources", "altIds", "trustIndicators", "rightsInfo", "digitalSourceType", "eventDetails", "plannedCoverage",
    ];

    private static readonly string[] Lists =
        ["headlines", "bodies", "descriptions", "people", "organisations", "places", "subjects", "events", "objects", "infosources", "genres", "trustindicators", "by", "standard"];

    private static readonly string[] Singular =
        ["headline", "byline", "person", "organisation", "place", "subject", "event", "object", "infosource", "genre", "trustindicator", "mimetype", "$standard"];

    /// <summary>By the item's own declaration (number, or number in the schema's address), else by its style of names.</summary>
    public static NinjsVersion Of(JsonElement item)
    {
        if (item.Find("$standard", "standard") is { ValueKind: JsonValueKind.Object } standard)
        {
            if (Number().Match(standard.Text("version") ?? "") is { Success: true } number) return Declared(number.Value);
            if (Schema().Match(standard.Text("schema") ?? "") is { Success: true } schema) return Declared(schema.Groups["number"].Value);
        }
        if (CamelCase.Any(name => item.TryGetProperty(name, out _))) return new NinjsVersion(3, "ninjs 3");
        if (Lists.Any(name => item.TryGetProperty(name, out _)) || IsList(item, "renditions") || IsList(item, "associations") || IsList(item, "altids")) return new NinjsVersion(2, "ninjs 2");
        var old = Singular.Any(name => item.TryGetProperty(name, out _)) || item.EnumerateObject().Any(property =>
            property.Name.StartsWith("body_", StringComparison.Ordinal) || property.Name.StartsWith("headline_", StringComparison.Ordinal)
            || property.Name.StartsWith("description_", StringComparison.Ordinal));
        return old ? new NinjsVersion(1, "ninjs 1") : new NinjsVersion(0, "ninjs");
    }

    private static bool IsList(JsonElement item, string name) => item.Find(name) is { ValueKind: JsonValueKind.Array };

    private static NinjsVersion Declared(string number) => new(int.Parse(number.AsSpan(0, 1), CultureInfo.InvariantCulture), "ninjs " + number);

    [GeneratedRegex(@"^[1-9](\.\d{1,3})?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"ninjs-schema\D*(\d\.\d_v)?(?<number>[1-9]\.\d{1,3})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Schema();
}
