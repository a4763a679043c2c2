using System.Text.Json;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Freshness;

/// <summary>A newspaper of one article, served by this process, which changes it.</summary>
internal sealed class Paper : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly long _article;

    private Paper(WebApplication site, DataFolder data, long article, string path) => (_site, Data, _article, Path) = (site, data, article, path);

    /// <summary>The data folder.</summary>
    public DataFolder Data { get; }

    /// <summary>The article's path.</summary>
    public string Path { get; }

    /// <summary>Where this process serves it.</summary>
    public Uri Address => new(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Makes one and serves it.</summary>
    /// <param name="database">The setting <c>Broadsheet:Database</c>.</param>
    public static async Task<Paper> Make(string database)
    {
        var data = DataFolder.Open(Directory.CreateTempSubdirectory("broadsheet-freshness-").FullName);
        await File.WriteAllTextAsync(data.Settings, JsonSerializer.Serialize(new { Broadsheet = new { Database = database } }));
        var site = WebSite.Build(data, "http://127.0.0.1:0", s => s.AddLogging(l => l.ClearProviders()));
        Article article;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
            await DatabaseStart.Prepare(db, (_, _) => Task.CompletedTask, CancellationToken.None);
            article = await Publish(db, Moment.Cut(TimeProvider.System.GetUtcNow()));
        }
        await site.StartAsync();
        return new(site, data, article.Id, "/" + article.Path);
    }

    /// <summary>Writes words into the article and publishes them; returns when they are committed.</summary>
    /// <param name="words">Its new headline.</param>
    /// <param name="notify">False to commit without a bell or a notification, as if it had been lost.</param>
    public async Task Change(string words, bool notify)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = Moment.Cut(TimeProvider.System.GetUtcNow());
        if (notify)
        {
            await db.Write(async () =>
            {
                var desk = await Desk(db);
                var article = await db.Articles.SingleAsync(a => a.Id == _article);
                db.Add(article.Write(new Words(words, "A standfirst.", "<p>A paragraph.</p>"), now));
                await desk.Update(article, await desk.PlacementOf(_article, CancellationToken.None), now, CancellationToken.None);
            }, CancellationToken.None);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        var changed = await db.Articles.SingleAsync(a => a.Id == _article);
        db.Add(changed.Write(new Words(words, "A standfirst.", "<p>A paragraph.</p>"), now));
        db.Events.Add(new Event { Kind = EventKinds.ArticleUpdated, At = now, ArticleId = _article, Tags = $"article:{_article} site:en" });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync();
        await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data.Path, recursive: true);
    }

    private static async Task<Article> Publish(BroadsheetDb db, DateTimeOffset now)
    {
        Article article = null!;
        await db.Write(async () =>
        {
            var section = await SectionDesk.Add(db, null, "city", new LocalText([new("en", "City"), new("ko", "도시")]), now, CancellationToken.None);
            article = new Article { Language = "en", SectionId = section.Id };
            db.Add(article);
            await db.SaveChangesAsync();
            db.Add(article.Write(new Words("Version 0", "A standfirst.", "<p>A paragraph.</p>"), now));
            await (await Desk(db)).Publish(article, new Placement([], [], []), now, now, "story", CancellationToken.None);
        }, CancellationToken.None);
        return article;
    }

    private static async Task<PublicationDesk> Desk(BroadsheetDb db) => new(db, await SectionTree.Load(db, CancellationToken.None), TimeZoneInfo.Utc);
}
