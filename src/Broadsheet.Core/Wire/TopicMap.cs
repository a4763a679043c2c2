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
    /// <exception cref="InvalidDataException">The file is not a list of rows, or not readable; names the file and the place.</exception>
    public static async Task<TopicMap> Load(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) return Default;
        try
        {
            await using var stream = File.OpenRead(file);
            var rows = await JsonSerializer.DeserializeAsync(stream, TopicJson.Default.TopicRowArray, ct) ?? [];
            for (var i = 0; i < rows.Length; i++)
                if (string.IsNullOrWhiteSpace(rows[i]?.Code)) throw new InvalidDataException($"{file}: topic {i + 1} has no \"code\" such as \"medtop:04000000\".");
            return new(rows);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}, line {e.LineNumber + 1}: not a list of topics: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    /// <summary>Writes the map as the newspaper edits it, all of it or nothing.</summary>
    public async Task Save(string file, CancellationToken ct)
    {
        var part = $"{file}.{Guid.NewGuid():N}.part";
        await using (var stream = File.Create(part))
            await JsonSerializer.SerializeAsync(stream, [.. _rows.Values.OrderBy(r => r.Code, StringComparer.Ordinal)], TopicJson.Default.TopicRowArray, ct);
        File.Move(part, file, overwrite: true);
    }

    /// <summary>The section of a subject, or null. An old IPTC subject code without a row goes where the top Media Topic of its first two digits goes.</summary>
    public string? SectionOf(NewsSubject subject) => CodeOf(subject) is not { } code ? null
        : _rows.TryGetValue(code, out var row) ? row.Section
        : code.StartsWith("subj:", StringComparison.Ordinal) && code.Length == "subj:".Length + 8 ? _rows.GetValueOrDefault($"medtop:{code[5..7]}000000")?.Section
        : null;

    /// <summary>What the map calls a subject as a keyword, by language; null where it leaves that to the wire.</summary>
    public IReadOnlyDictionary<string, string>? NameOf(NewsSubject subject) =>
        CodeOf(subject) is { } code && _rows.GetValueOrDefault(code)?.Name is { Count: > 0 } name ? name : null;

    /// <summary>The code as the map has it: <c>medtop:04000000</c>; null for a free keyword.</summary>
    public static string? CodeOf(NewsSubject subject)
    {
        if (subject.Code is null || subject.Scheme is null) return null;
        // Some feeds give the scheme's address and a QCode as well.
        var code = subject.Code[(subject.Code.LastIndexOf(':') + 1)..];
        return Names(subject.Scheme, "mediatopic", "medtop") ? $"medtop:{code}"
            : Names(subject.Scheme, "subjectcode", "subj") ? $"subj:{code}"
            : $"{subject.Scheme}:{subject.Code}";
    }

    private static bool Names(string scheme, string inAddress, string alias) =>
        scheme.Contains(inAddress, StringComparison.OrdinalIgnoreCase) || string.Equals(scheme, alias, StringComparison.OrdinalIgnoreCase);
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
