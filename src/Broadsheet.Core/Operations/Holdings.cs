using Broadsheet.Core.Data;
using Broadsheet.Core.Data.Postgres;
using Broadsheet.Core.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Operations;

/// <summary>An operation on the whole newspaper that can't be done; the message says why and what to do, on one line.</summary>
public sealed class OperationRefusedException(string message) : Exception(message);

/// <summary>How far a long operation is.</summary>
/// <param name="What">What is being done now, in a few words.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 where nobody knows.</param>
public readonly record struct OperationStep(string What, long Done, long Total);

/// <summary>What a newspaper consists of: a data folder and a database.</summary>
/// <param name="Folder">The <c>--data</c> folder, absolute.</param>
/// <param name="Database">The setting <c>Broadsheet:Database</c>: a SQLite path or a PostgreSQL connection string.</param>
public sealed record Holdings(string Folder, string Database)
{
    /// <summary>Folders that a backup holds whole. Renditions are not among them: they are made again.</summary>
    public static IReadOnlyList<string> Trees { get; } = ["media/originals", "pages"];

    /// <summary>Single files that a backup holds.</summary>
    public static IReadOnlyList<string> Files { get; } = ["wire-topics.json", Settings];

    /// <summary>The operator's settings: they go into a backup without what is secret, and come back only where there are none.</summary>
    public const string Settings = "broadsheet.json";

    /// <summary>True where the database is PostgreSQL.</summary>
    public bool IsPostgres => DatabaseSetup.IsPostgres(Database);

    /// <summary>The kind of database as a manifest names it.</summary>
    public string Kind => IsPostgres ? BackupManifest.Postgres : BackupManifest.Sqlite;

    /// <summary>Where the SQLite file lies, absolute.</summary>
    public string SqlitePath => Path.GetFullPath(Path.Combine(Folder, Database));

    /// <summary>The folder of photos.</summary>
    public string Media => Path.Combine(Folder, "media");

    /// <summary>Backups that migrations took.</summary>
    public string Backups => Path.Combine(Folder, "backups");

    /// <summary>Where something of the folder lies.</summary>
    /// <param name="name">Its path under the folder, with forward slashes.</param>
    public string Place(string name) => Path.Combine(Folder, name);

    /// <summary>A context of its own on the newspaper's database; the caller disposes of it.</summary>
    public BroadsheetDb Open() => IsPostgres ? OpenPostgres(Database) : OpenSqlite(SqlitePath);

    internal static SqliteBroadsheetDb OpenSqlite(string path)
    {
        var options = new DbContextOptionsBuilder<SqliteBroadsheetDb>();
        DatabaseSetup.UseSqlite(options, path);
        return new(options.Options);
    }

    private static PostgresBroadsheetDb OpenPostgres(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresBroadsheetDb>();
        DatabaseSetup.UsePostgres(options, connection);
        return new(options.Options);
    }
}
