using Broadsheet.Core.Data.Postgres;
using Broadsheet.Core.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Broadsheet.Core.Data;

/// <summary>Lets <c>eng/migrate</c> make migrations without a database.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBroadsheetDb>
{
    public SqliteBroadsheetDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteBroadsheetDb>();
        DatabaseSetup.UseSqlite(options, "design.db");
        return new(options.Options);
    }
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBroadsheetDb>
{
    public PostgresBroadsheetDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresBroadsheetDb>();
        DatabaseSetup.UsePostgres(options, "Host=localhost");
        return new(options.Options);
    }
}
