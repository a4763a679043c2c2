using System.Reflection;
using System.Text.Json.Serialization;

namespace Broadsheet.Core.Operations;

/// <summary>A file in a backup.</summary>
/// <param name="Name">Its path in the archive, with forward slashes; for all but the database also its path in the data folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>
/// What a backup says of itself: <c>manifest.json</c>, the last file of the archive. An archive that was cut off has none.
/// </summary>
public sealed record BackupManifest
{
    /// <summary>The name of the manifest in the archive.</summary>
    public const string FileName = "manifest.json";

    /// <summary><see cref="Database"/> of a SQLite file.</summary>
    public const string Sqlite = "sqlite";

    /// <summary><see cref="Database"/> of a PostgreSQL dump.</summary>
    public const string Postgres = "postgresql";

    /// <summary>The format that this program writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the archive's layout; a program reads its own and older ones.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>When it was begun, in UTC.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Kind of database: <see cref="Sqlite"/> or <see cref="Postgres"/>.</summary>
    public required string Database { get; init; }

    /// <summary>The last migration of the database in it.</summary>
    public required string Migration { get; init; }

    /// <summary>True where it holds nothing but the database, as those that a migration takes.</summary>
    public bool DatabaseOnly { get; init; }

    /// <summary>Every other file of the archive, in its order there.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }

    /// <summary>Size of everything in it, in bytes, unpacked.</summary>
    [JsonIgnore]
    public long Bytes => Entries.Sum(e => e.Bytes);

    /// <summary>The version of this program.</summary>
    [JsonIgnore]
    public static string ThisProgram { get; } =
        typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The name of the database's file in an archive.</summary>
    /// <param name="kind">Kind of database.</param>
    public static string DatabaseName(string kind) => kind == Postgres ? "database/postgresql.dump" : "database/broadsheet.db";
}

/// <summary>JSON of the operations, by source generation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(List<RestoreMove>))]
internal sealed partial class OperationsJson : JsonSerializerContext;
