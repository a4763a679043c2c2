using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Looks properties up under the names that the versions of ninjs give them; nothing here throws for a wrong type.</summary>
internal static class NinjsObject
{
    /// <summary>The first of these properties that is there and not null.</summary>
    public static JsonElement? Find(this JsonElement item, params ReadOnlySpan<string> names)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in names)
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) return value;
        }
        return null;
    }

    /// <summary>The first of these properties that holds text that is not blank, trimmed.</summary>
    public static string? Text(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString()!.Trim() is { Length: > 0 } text) return text;
        }
        return null;
    }

    /// <summary>A whole number, or null where there is none or it does not fit.</summary>
    public static long? Whole(this JsonElement item, params ReadOnlySpan<string> names) =>
        item.Find(names) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number)
        && double.IsInteger(number) && number is >= 0 and <= 9_007_199_254_740_992 ? (long)number : null;

    /// <summary>A date, or null.</summary>
    public static DateTimeOffset? Date(this JsonElement item, params ReadOnlySpan<string> names) =>
        item.Text(names) is { } text ? NinjsDate.Read(text, out _) : null;

    /// <summary>The objects of a list with their <c>name</c>, or of an object by name.</summary>
    public static IEnumerable<(string? Name, JsonElement Value)> Objects(this JsonElement item, params ReadOnlySpan<string> names)
    {
        var found = item.Find(names);
        return found is { } value ? Each(value) : [];

        static IEnumerable<(string?, JsonElement)> Each(JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var element in value.EnumerateArray())
                {
                    if (element.ValueKind == JsonValueKind.Object) yield return (element.Text("name"), element);
                }
            }
            if (value.ValueKind != JsonValueKind.Object) yield break;
            foreach (var property in value.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Object) yield return (property.Name, property.Value);
            }
        }
    }

    /// <summary>
    /// The wordings of a text: <c>headlines</c>' elements by role, or <c>headline</c> and every <c>headline_x</c>; a
    /// wording's role is empty where the file gives none, and its type is a MIME type or 1.x's suffix.
    /// </summary>
    public static IEnumerable<NinjsWording> Wordings(this JsonElement item, string plural, string singular)
    {
        foreach (var (_, element) in item.Objects(plural))
        {
            if (element.Text("value") is { } value) yield return new(element.Text("role") ?? "", element.Text("contentType", "contenttype") ?? "", value);
        }
        if (item.Text(singular) is { } plain) yield return new("", "", plain);
        foreach (var property in item.EnumerateObject())
        {
            if (property.Name.Length > singular.Length + 1 && property.Name.StartsWith(singular, StringComparison.Ordinal)
                && property.Name[singular.Length] == '_' && item.Text(property.Name) is { } value)
            {
                var suffix = property.Name[(singular.Length + 1)..];
                yield return new(suffix, suffix, value);
            }
        }
    }
}

/// <summary>One wording of a headline, description or body.</summary>
internal sealed record NinjsWording(string Role, string Type, string Value);
