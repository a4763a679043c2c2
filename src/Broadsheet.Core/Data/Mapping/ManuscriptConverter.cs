using System.Text.Json;
using System.Text.Json.Serialization;
using Broadsheet.Core.Desk;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Keeps a <see cref="Manuscript"/> as one JSON object in a text column.</summary>
public sealed class ManuscriptConverter() : ValueConverter<Manuscript, string>(
    manuscript => JsonSerializer.Serialize(manuscript, ManuscriptJson.Default.Manuscript),
    json => JsonSerializer.Deserialize(json, ManuscriptJson.Default.Manuscript)!);

/// <summary>A manuscript never changes: the same object is the same value.</summary>
public sealed class ManuscriptComparer() : ValueComparer<Manuscript>((a, b) => a == b, manuscript => manuscript.GetHashCode(), manuscript => manuscript);

/// <summary>JSON of manuscripts, by source generation. Letters of every script stay letters.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Manuscript))]
internal sealed partial class ManuscriptJson : JsonSerializerContext;
