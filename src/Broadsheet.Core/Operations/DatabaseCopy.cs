using Microsoft.Data.Sqlite;

namespace Broadsheet.Core.Operations;

/// <summary>Copies a database as of one moment while others read and write it.</summary>
internal static class DatabaseCopy
{
    /// <summary>Writes the copy: a SQLite file, or a dump in pg_dump's custom form.</summary>
    /// <param name="holdings">Whose database.</param>
    /// <param name="file">Where to; replaced.</param>
    /// <param name="ct">Ends it, for PostgreSQL at once.</param>
    internal static async Task Take(Holdings holdings, string file, CancellationToken ct)
    {
        File.Delete(file);
        MakePrivate(file);
        if (holdings.IsPostgres) await PostgresTools.Dump(holdings.Database, file, ct);
        else await Task.Run(() => CopySqlite(holdings.SqlitePath, file), ct);
    }

    // One step for the whole file: SQLite holds one snapshot for it, and writers go on in the log beside.
    private static void CopySqlite(string from, string to)
    {
        using var source = Connect(from, SqliteOpenMode.ReadWrite);
        using var target = Connect(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    private static void MakePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, options).Dispose();
    }
}
