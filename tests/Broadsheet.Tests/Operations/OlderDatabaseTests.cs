using System.IO.Compression;
using System.Reflection;
using Broadsheet.Tests.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Operations;

/// <summary>
/// Databases that earlier programs made, with a whole sample newspaper in them: this program takes them over and nothing is
/// lost. Each schema that was ever released has its own.
/// </summary>
[Trait("Category", "Database")]
public sealed class OlderDatabaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("first-edition")]
    public async Task A_database_of_an_earlier_program_is_taken_over_with_everything_in_it(string schema)
    {
        await using var paper = new OlderPaper(schema);
        await paper.InitializeAsync();
        Assert.Empty(await paper.InDb(db => db.Database.GetPendingMigrationsAsync(Ct)));
        Assert.Equal((57, 58, 377, 22), await paper.InDb(async db => (await db.Articles.CountAsync(Ct), await db.ArticleVersions.CountAsync(Ct), await db.Listings.CountAsync(Ct), await db.People.CountAsync(Ct))));
        var front = await paper.Page("/");
        Assert.Contains("Kim Jong-un to meet Putin", front, StringComparison.Ordinal);
        foreach (var path in await paper.InDb(db => db.Articles.Where(a => a.State == Core.Articles.ArticleState.Published).Select(a => a.Path).ToListAsync(Ct)))
            Assert.Equal(200, await paper.Status("/" + path));
        Assert.Contains("Kim Jong-un to meet Putin as both sides confirm trip", await paper.Find("kim putin"));
        Assert.NotEmpty(await paper.Find("김정은", edition: "/ko"));
        Assert.True(!paper.Log.Problems.Any(), string.Join("\n", paper.Log.Problems));
    }

    private sealed class OlderPaper(string schema) : NewspaperApp
    {
        protected override async Task Plant(string database)
        {
            if (!TestDatabase.OnPostgres)
            {
                await using var file = File.Create(Path.Combine(Data.Path, database));
                await using var packed = Resource("db");
                await packed.CopyToAsync(file, Ct);
                return;
            }
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(Ct);
            using var reader = new StreamReader(Resource("sql"));
#pragma warning disable CA2100 // The dump is a file of this project.
            await using var command = new NpgsqlCommand(await reader.ReadToEndAsync(Ct), connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Ct);
        }

        private GZipStream Resource(string kind)
        {
            var assembly = Assembly.GetExecutingAssembly();
            var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith($"{schema}.{kind}.gz", StringComparison.Ordinal));
            return new GZipStream(assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress);
        }
    }
}
