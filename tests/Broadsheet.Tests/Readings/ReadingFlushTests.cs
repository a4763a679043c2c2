using System.Diagnostics;
using System.Globalization;
using Broadsheet.Core.Readings;
using Broadsheet.Tests.Press;
using Broadsheet.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>How readings come into the database.</summary>
[Trait("Category", "Database")]
public sealed class ReadingFlushTests(ReadPaper paper) : IClassFixture<ReadPaper>
{
    [Fact]
    public async Task Readings_are_written_down_every_five_seconds()
    {
        var path = await paper.Publish(new("Written down by the clock", "city"));
        await paper.Read(path);
        Assert.Equal((0, 0), await paper.Written(path));
        var start = Stopwatch.GetTimestamp();
        while (await paper.Written(path) is (0, _))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "It was not written down within twenty seconds.");
            paper.Clock.Advance(ReadingsJob.Interval);
            await Task.Yield();
        }
        Assert.Equal((1, 0), await paper.Written(path));
    }

    [Fact]
    public async Task Two_processes_add_to_each_other_and_the_end_writes_the_rest()
    {
        var path = await paper.Publish(new("Read on two nodes", "city"));
        await using (var other = await SecondNode.Start(paper))
        {
            for (var i = 0; i < 3; i++) await paper.Read(path);
            for (var i = 0; i < 4; i++) await other.Ask(path);
            Assert.Equal((3, 0), await paper.Counted(path));
            for (var i = 0; i < 2; i++) await paper.Read(path);
        }
        // The other node was stopped and had written nothing before. It is asked by a program that gives no name.
        Assert.Equal((3, 4), await paper.Written(path));
        Assert.Equal((5, 4), await paper.Counted(path));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_kept_with_its_hour()
    {
        var path = await paper.Publish(new("Read while the table is away", "city"));
        var hour = ReadingHour.Of(paper.Clock.GetUtcNow());
        await Rename("ReadingHours", "Away");
        await paper.Read(path);
        Assert.False(await paper.Flush());
        paper.Clock.Advance(TimeSpan.FromHours(1));
        await paper.Read(path);
        Assert.False(await paper.Flush());
        await Rename("Away", "ReadingHours");
        Assert.Equal((2, 0), await paper.Counted(path));
        var hours = await paper.InDb(db => db.ReadingHours.Join(db.Articles.Where(a => a.Path == path.Substring(1)), r => r.ArticleId, a => a.Id, (r, a) => r).OrderBy(r => r.Hour).Select(r => new { r.Hour, r.Readings }).ToListAsync());
        Assert.Equal([(hour, 1), (hour + 1, 1)], hours.Select(h => (h.Hour, h.Readings)));
        await paper.Flush();
        Assert.Equal((2, 0), await paper.Written(path));
    }

    [Fact]
    public async Task An_article_that_was_purged_meanwhile_does_not_hold_up_the_others()
    {
        var (purged, stays) = (await paper.Publish(new("Purged", "city")), await paper.Publish(new("Stays", "city")));
        await paper.Read(purged);
        await paper.Read(stays);
        await paper.Change(async db =>
        {
            var id = await db.Articles.Where(a => a.Path == purged.Substring(1)).Select(a => a.Id).SingleAsync();
            await db.SearchDocuments.Where(d => d.ArticleId == id).ExecuteDeleteAsync();
            await db.Articles.Where(a => a.Id == id).ExecuteDeleteAsync();
        });
        Assert.Equal((1, 0), await paper.Counted(stays));
        Assert.False(await paper.InDb(db => db.ReadingHours.AnyAsync(r => !db.Articles.Any(a => a.Id == r.ArticleId))));
    }

    [Fact]
    public async Task More_articles_than_go_into_one_statement_are_written_down_together()
    {
        var id = await paper.InDb(db => db.Articles.Where(a => a.Path == World.Column.Substring(1)).Select(a => a.Id).SingleAsync());
        ReadingHour[] hours = [.. Enumerable.Range(1, (2 * ReadingBook.Batch) + 1).Select(h => new ReadingHour { ArticleId = id, Hour = h, Readings = h, Robots = 1 })];
        foreach (var _ in new[] { "inserted", "added" })
            await paper.InDb(async db =>
            {
                await ReadingBook.Add(db, hours, CancellationToken.None);
                return true;
            });
        var sum = hours.Sum(h => 2 * h.Readings);
        Assert.Equal((sum, 2 * hours.Length), await paper.Written(World.Column));
    }

    [Fact]
    public void An_hour_begins_with_its_first_millisecond()
    {
        var noon = DateTimeOffset.Parse("2023-09-12T12:00:00Z", CultureInfo.InvariantCulture);
        Assert.Equal(ReadingHour.Of(noon), ReadingHour.Of(noon.AddMilliseconds(3_599_999)));
        Assert.Equal(ReadingHour.Of(noon) - 1, ReadingHour.Of(noon.AddMilliseconds(-1)));
        Assert.Equal(-1, ReadingHour.Of(DateTimeOffset.UnixEpoch.AddSeconds(-1)));
    }

#pragma warning disable EF1002 // Both names stand in this file.
    private Task<int> Rename(string from, string to) => paper.InDb(db => db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\""));
#pragma warning restore EF1002
}
