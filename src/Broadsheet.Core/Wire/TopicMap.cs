using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>Which subject of a wire goes to which section, and what it is called as a keyword. The newspaper edits it.</summary>
public sealed class TopicMap
{
    private readonly FrozenDictionary<string, TopicRow> _rows;

    private TopicMap(IEnumerable<TopicRow> rows) =>
        _rows = rows.GroupBy(r => r.Code, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <summary>The map that a new newspaper starts from: the seventeen top subjects of IPTC Media Topics.</summary>
    public static TopicMap Default { get; } = new(MediaTopics.Top);

    /// <summary>Reads <c>wire-topics.json</c>; the default map where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is not a list of rows; names the file and the place.</exception>
    public static async Task<TopicMap> Load(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) return Default;
        try
        {
            await using var stream = File.OpenRead(file);
            return new(await JsonSerializer.DeserializeAsync(stream, TopicJson.Default.TopicRowArray, ct) ?? []);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}, line {e.LineNumber + 1}: not a list of topics: {e.Message}", e);
        }
    }

    /// <summary>Writes the map as the newspaper edits it.</summary>
    public async Task Save(string file, CancellationToken ct)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, [.. _rows.Values.OrderBy(r => r.Code, StringComparer.Ordinal)], TopicJson.Default.TopicRowArray, ct);
    }

    /// <summary>The row of a subject, or null. Old IPTC subject codes meet the top Media Topic that has their first two digits.</summary>
    public TopicRow? this[NewsSubject subject] =>
        CodeOf(subject) is { } code ? _rows.GetValueOrDefault(code) ?? (IsSubjectCode(subject) ? _rows.GetValueOrDefault($"medtop:{subject.Code![..2]}000000") : null) : null;

    /// <summary>The code as the map has it: <c>medtop:04000000</c>; null for a free keyword.</summary>
    public static string? CodeOf(NewsSubject subject) =>
        subject.Code is null || subject.Scheme is null ? null
        : subject.Scheme.Contains("mediatopic", StringComparison.OrdinalIgnoreCase) ? $"medtop:{subject.Code}"
        : subject.Scheme.Contains("subjectcode", StringComparison.OrdinalIgnoreCase) ? $"subj:{subject.Code}"
        : $"{subject.Scheme}:{subject.Code}";

    private static bool IsSubjectCode(NewsSubject subject) =>
        subject.Code is { Length: 8 } code && code.All(char.IsAsciiDigit) && CodeOf(subject)!.StartsWith("subj", StringComparison.Ordinal);
}

/// <summary>A row of the map.</summary>
/// <param name="Code">The subject: <c>medtop:04000000</c>.</param>
/// <param name="Section">Path of the section its articles go to; null for none.</param>
/// <param name="Name">What it is called as a keyword, by language; null takes the wire's own name.</param>
public sealed record TopicRow(string Code, string? Section, Dictionary<string, string>? Name = null);

/// <summary>JSON of the map, by source generation.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TopicRow[]))]
internal sealed partial class TopicJson : JsonSerializerContext;
