using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Operations;

[Trait("Category", "Database")]
public sealed class CheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_newspaper_passes()
    {
        await using var paper = await Paper.With("One", "Two");
        await paper.AddPhoto();
        var (code, output, error) = await paper.Run("check");
        Assert.Equal((0, "All is well.\n", ""), (code, output, error));
    }

    [Fact]
    public async Task A_deleted_original_is_found()
    {
        await using var paper = await Paper.With("One");
        var photo = await paper.AddPhoto();
        File.Delete(paper.Original(photo));
        Assert.Matches(@"\Aphoto 1 \(media/originals/.*\): its original is missing\. .*\n1 faults\.\n\z", await Faults(paper));
    }

    [Fact]
    public async Task A_flipped_byte_in_an_original_is_found()
    {
        await using var paper = await Paper.With("One");
        var path = paper.Original(await paper.AddPhoto());
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Ct);
        Assert.Matches(@"\Afile media/originals/.*: damaged: .*\n1 faults\.\n\z", await Faults(paper));
    }

    [Theory]
    [InlineData("""UPDATE "Articles" SET "State" = 3""", "list site 0 (en): names article 1, which is not public so")]
    [InlineData("""DELETE FROM "Listings" WHERE "Kind" = 0""", "is public and stands in no list of the site")]
    [InlineData("""DELETE FROM "Addresses" WHERE "Kind" = 0""", "is published and its address is not claimed for it")]
    [InlineData("""UPDATE "Addresses" SET "TargetId" = 99 WHERE "Kind" = 0""", "leads to an article that is not there")]
    [InlineData("""UPDATE "PublicationDays" SET "Count" = 7""", "the archive says 7 articles, and there are 1")]
    [InlineData("""DELETE FROM "PublicationDays" """, "the archive says 0 articles, and there are 1")]
    [InlineData("""UPDATE "ArticleVersions" SET "Body" = '<p>x<script>alert(1)</script>'""", "article 1 version 1: its body is not in the canonical form")]
    [InlineData("""DELETE FROM "ArticleVersions" """, "has no version 1")]
    public async Task Rows_that_contradict_each_other_are_found(string harm, string fault)
    {
        await using var paper = await Paper.With("One");
        await paper.Sql(harm);
        Assert.Contains(fault, await Faults(paper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_come_as_JSON_lines_too()
    {
        await using var paper = await Paper.With("One");
        File.Delete(paper.Original(await paper.AddPhoto()));
        var (code, output, _) = await paper.Run("check", "--json");
        Assert.Equal(1, code);
        using var fault = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["thing", "place", "what", "remedy"], fault.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_damaged_SQLite_file_is_found()
    {
        await using var paper = await Paper.With(Enumerable.Range(0, 30).Select(n => $"Article {n}").ToArray());
        if (paper.Holdings.IsPostgres) return; // its files are the server's own
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(paper.Holdings.SqlitePath, FileMode.Open, FileAccess.Write))
        {
            file.Position = 3 * 4096;
            await file.WriteAsync(new byte[20 * 4096], Ct);
        }
        Assert.StartsWith("database ", await Faults(paper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_must_be_a_newspaper()
    {
        await using var paper = await Paper.Empty();
        var (code, _, error) = await paper.Run("check");
        Assert.Equal(2, code);
        Assert.Contains("There is no newspaper in", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(paper.Data, "broadsheet.db")));
    }

    private static async Task<string> Faults(Paper paper)
    {
        var (code, output, error) = await paper.Run("check");
        Assert.True(code == 1, $"{code} {output} {error}");
        return output;
    }
}
