using System.Text;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Wire;

/// <summary>A newspaper with the sections News and Business, whose wire desk is at hand.</summary>
public sealed class WirePaper : NewspaperApp
{
    /// <summary>Where and how the desk files: published at once.</summary>
    public WireFiling Filing { get; init; } = new(World.Seoul, ["en", "ko"], TopicMap.Default, Publish: true, Section: null);

    /// <summary>Hands each text to the desk, one after the other, and gives what became of the items.</summary>
    public async Task<IReadOnlyList<WireOutcome>> Receive(params string[] texts)
    {
        var outcomes = new List<WireOutcome>();
        foreach (var text in texts) outcomes.AddRange(await Receive(Filing, text));
        return outcomes;
    }

    /// <summary>Hands a text to the desk.</summary>
    public async Task<IReadOnlyList<WireOutcome>> Receive(WireFiling filing, string text)
    {
        var outcomes = new List<WireOutcome>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await foreach (var reading in WireReader.ReadAsync(stream, WireFormat.Auto, new WireLimits(), CancellationToken.None))
        {
            await using var scope = Services.CreateAsyncScope();
            var desk = new WireDesk(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), filing, Clock);
            outcomes.AddRange(await desk.Receive([new WireDelivery(reading, "wire.json", outcomes.Count + 1, [])], CancellationToken.None));
        }
        await Hear();
        return outcomes;
    }

    /// <summary>What became of the one item of the last text.</summary>
    public async Task<WireOutcome> Last(params string[] texts) => (await Receive(texts))[^1];

    /// <summary>The article at a path.</summary>
    public Task<Article> ArticleAt(string path) => InDb(db => db.Articles.SingleAsync(a => a.Path == path));

    /// <summary>How many rows each table of the wire and its articles has, as one text to compare.</summary>
    public Task<string> Rows() => InDb(async db => string.Join(' ',
        await db.WireItems.CountAsync(), await db.WireRaws.CountAsync(), await db.Articles.CountAsync(), await db.ArticleVersions.CountAsync(), await db.Addresses.CountAsync(), await db.People.CountAsync(),
        await db.Keywords.CountAsync(), await db.Bylines.CountAsync(), await db.ArticleKeywords.CountAsync(), await db.ArticlePhotos.CountAsync(), await db.Photos.CountAsync(), await db.Listings.CountAsync(),
        await db.Events.CountAsync(), await db.PublicationDays.SumAsync(d => d.Count)));

    /// <inheritdoc/>
    protected override Task Fill() => Change(async db =>
    {
        await SectionDesk.Add(db, null, "news", new LocalText([new("en", "News"), new("ko", "뉴스")]), World.At(6), CancellationToken.None);
        await SectionDesk.Add(db, null, "business", new LocalText([new("en", "Business"), new("ko", "경제")]), World.At(6), CancellationToken.None);
    });
}
