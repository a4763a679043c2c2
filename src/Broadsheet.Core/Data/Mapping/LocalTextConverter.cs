using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Keeps a <see cref="LocalText"/> as one JSON object in a text column.</summary>
public sealed class LocalTextConverter() : ValueConverter<LocalText, string>(text => Write(text), json => Read(json))
{
    private static string Write(LocalText text) =>
        JsonSerializer.Serialize(text.All.ToDictionary(t => t.Key, t => t.Value), DataJson.Default.DictionaryStringString);

    private static LocalText Read(string json) =>
        new(JsonSerializer.Deserialize(json, DataJson.Default.DictionaryStringString) ?? []);
}

/// <summary>Texts are equal when every language is.</summary>
public sealed class LocalTextComparer() : ValueComparer<LocalText>((a, b) => a == null ? b == null : a.Equals(b), text => text.GetHashCode(), text => text);

/// <summary>Keeps a list of short texts as one JSON array in a text column.</summary>
public sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    list => JsonSerializer.Serialize(list.ToArray(), DataJson.Default.StringArray),
    json => JsonSerializer.Deserialize(json, DataJson.Default.StringArray) ?? Array.Empty<string>());

/// <summary>Lists are equal when their texts are.</summary>
public sealed class TextListComparer() : ValueComparer<IReadOnlyList<string>>(
    (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
    list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(text))),
    list => list);

/// <summary>Moments as UTC milliseconds since 1970: SQLite can order and compare these, not <see cref="DateTimeOffset"/>.</summary>
public sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

/// <summary>Moments in UTC cut to milliseconds, so that PostgreSQL gives back what SQLite does.</summary>
public sealed class UtcMoment() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => Moment.Cut(moment), moment => moment);
