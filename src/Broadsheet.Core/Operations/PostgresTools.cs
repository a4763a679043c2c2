using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Broadsheet.Core.Operations;

/// <summary>PostgreSQL's own programs: they know every kind of object that a database can hold.</summary>
internal static class PostgresTools
{
    // Everything goes, and comes back, in one transaction: until its end readers see the old newspaper.
    private const string Clear = """
        DO $clear$
        DECLARE found record;
        BEGIN
            FOR found IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') LOOP
                EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', found.name);
            END LOOP;
            FOR found IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
                EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', found.name);
            END LOOP;
        END $clear$;

        """;

    /// <summary>Writes a dump of the whole database as of one moment.</summary>
    /// <exception cref="OperationRefusedException">The program is missing, or refuses.</exception>
    internal static async Task Dump(string connection, string file, CancellationToken ct)
    {
        using var dump = Start("pg_dump", connection, ["--format=custom", "--no-owner", "--no-privileges", "--no-password", $"--file={file}"]);
        var errors = dump.StandardError.ReadToEndAsync(ct);
        await End(dump, "pg_dump", errors, ct);
    }

    /// <summary>Puts a dump in place of everything in the database, in one transaction: broken off, it changes nothing.</summary>
    /// <exception cref="OperationRefusedException">A program is missing, or refuses.</exception>
    internal static async Task Restore(string connection, string file, CancellationToken ct)
    {
        using var read = Start("pg_restore", connection, ["--no-owner", "--no-privileges", "--file=-", file]);
        using var write = Start("psql", connection, ["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]);
        var (readErrors, writeErrors) = (read.StandardError.ReadToEndAsync(ct), write.StandardError.ReadToEndAsync(ct));
        read.StandardInput.Close();
        try
        {
            await write.StandardInput.WriteAsync($"BEGIN;\n{Clear}".AsMemory(), ct);
            await write.StandardInput.FlushAsync(ct);
            await read.StandardOutput.BaseStream.CopyToAsync(write.StandardInput.BaseStream, ct);
            await End(read, "pg_restore", readErrors, ct);
            // Only now: psql that meets the end of its input without this has changed nothing.
            await write.StandardInput.WriteAsync("COMMIT;\n".AsMemory(), ct);
            write.StandardInput.Close();
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            if (!read.HasExited) read.Kill();
            await End(write, "psql", writeErrors, ct);
            throw;
        }
        await End(write, "psql", writeErrors, ct);
    }

    private static Process Start(string program, string connection, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Environment(new(connection)))
            if (!string.IsNullOrEmpty(value)) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new OperationRefusedException($"The program {program} is not on the PATH: install the package postgresql-client (version of the server or newer).");
        }
    }

    // By the environment, where other users of the machine can't read the password.
    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder c) =>
    [
        ("PGHOST", c.Host), ("PGPORT", FormattableString.Invariant($"{c.Port}")), ("PGDATABASE", c.Database ?? c.Username), ("PGUSER", c.Username),
        ("PGPASSWORD", c.Password), ("PGPASSFILE", c.Passfile), ("PGSSLMODE", Mode(c.SslMode)), ("PGSSLROOTCERT", c.RootCertificate),
        ("PGSSLCERT", c.SslCertificate), ("PGSSLKEY", c.SslKey), ("PGCONNECT_TIMEOUT", "15"), ("PGAPPNAME", "broadsheet"), ("LC_ALL", "C.UTF-8"),
    ];

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.Disable => "disable",
        SslMode.Allow => "allow",
        SslMode.Require => "require",
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => "prefer",
    };

    private static async Task End(Process process, string program, Task<string> errors, CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        var said = (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (process.ExitCode != 0)
            throw new OperationRefusedException($"{program} ended with {process.ExitCode}: {(said.Length > 0 ? said[0] : "it did not say why")}");
    }
}
