using Broadsheet.Core.Data.Postgres;
using Broadsheet.Core.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Core.Data;

/// <summary>Chooses the database by the setting <c>Broadsheet:Database</c>.</summary>
public static class DatabaseSetup
{
    /// <summary>Registers <see cref="BroadsheetDb"/> and its factory.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="database">A SQLite path, relative to the data folder, or a PostgreSQL connection string (<c>Host=…</c>).</param>
    /// <param name="dataFolder">The <c>--data</c> folder.</param>
    public static IServiceCollection AddBroadsheetDb(this IServiceCollection services, string database, string dataFolder)
    {
        if (IsPostgres(database))
        {
            services.AddPooledDbContextFactory<PostgresBroadsheetDb>(o => UsePostgres(o, database));
            services.AddScoped<BroadsheetDb>(s => s.GetRequiredService<IDbContextFactory<PostgresBroadsheetDb>>().CreateDbContext());
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteBroadsheetDb>(o => UseSqlite(o, Path.Combine(dataFolder, database)));
            services.AddScoped<BroadsheetDb>(s => s.GetRequiredService<IDbContextFactory<SqliteBroadsheetDb>>().CreateDbContext());
        }
        return services;
    }

    /// <summary>True for a PostgreSQL connection string.</summary>
    public static bool IsPostgres(string database) =>
        database.Contains("Host=", StringComparison.OrdinalIgnoreCase) || database.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);

    internal static void UseSqlite(DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(new SqlitePragmas());

    internal static void UsePostgres(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(connection);
}
