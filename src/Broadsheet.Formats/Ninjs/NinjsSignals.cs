using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>
/// What an item signals beyond its status. ninjs has no property for it; feeds made from NewsML-G2 carry its
/// <c>signal</c> over under that name, as a text, or a list of texts or concepts (<c>sig:correction</c>, <c>sig:kill</c>).
/// </summary>
/// <param name="Corrects">This version corrects the one before.</param>
/// <param name="Kills">What was published is to be withdrawn.</param>
internal readonly record struct NinjsSignals(bool Corrects, bool Kills)
{
    /// <summary>Reads <c>signal</c> or <c>signals</c>.</summary>
    public static NinjsSignals Of(JsonElement item)
    {
        var codes = Codes(item.Find("signals", "signal")).Select(code => code[(code.LastIndexOfAny([':', '/']) + 1)..].ToLowerInvariant()).ToList();
        return new NinjsSignals(codes.Contains("correction"), codes.Exists(code => code is "kill" or "retraction" or "withdrawal"));
    }

    private static IEnumerable<string> Codes(JsonElement? signals) => signals switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!.Trim()],
        { ValueKind: JsonValueKind.Object } concept => new[] { concept.Text("code", "literal", "uri", "name") }.OfType<string>(),
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(element => element.ValueKind != JsonValueKind.Array).SelectMany(element => Codes(element)),
        _ => [],
    };
}
