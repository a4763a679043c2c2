using System.Diagnostics;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Operations;
using Broadsheet.Core.Sections;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Tests.Media;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Operations;

/// <summary>A small newspaper in a folder of its own, on the database that the run is for, and the program's command line on it.</summary>
internal sealed class Paper : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestFolder _folder = new();
    private readonly TimeProvider _clock = TimeProvider.System;

    private Paper(TestDatabase database)
    {
        _database = database;
        Holdings = new(Path.Combine(_folder.Path, "data"), database.Setting);
        Directory.CreateDirectory(Holdings.Folder);
    }

    public Holdings Holdings { get; }

    public string Data => Holdings.Folder;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>No newspaper yet: a data folder and a database with nothing in them.</summary>
    public static async Task<Paper> Empty() => new(await TestDatabase.Make());

    /// <summary>A newspaper with a section, and an article for each headline.</summary>
    public static async Task<Paper> With(params string[] headlines)
    {
        var paper = await Empty();
        await using (var db = paper.Holdings.Open())
        {
            await DatabaseStart.Prepare(db, (_, _) => Task.CompletedTask, Ct);
            await db.Write(async () => await SectionDesk.Add(db, null, "harbor", new LocalText("en", "Harbor"), paper._clock.GetUtcNow(), Ct), Ct);
        }
        foreach (var headline in headlines) await paper.Publish(headline);
        return paper;
    }

    public async Task Publish(string headline)
    {
        await using var db = Holdings.Open();
        await db.Write(
            async () =>
            {
                var (now, tree) = (Moment.Cut(_clock.GetUtcNow()), await SectionTree.Load(db, Ct));
                var article = new Article { Language = "en", SectionId = tree.At("harbor")!.Id };
                db.Add(article);
                await db.SaveChangesAsync(Ct);
                db.Add(article.Write(new Words(headline, "", BodyDialect.Normalise($"<p>{headline}, said the harbor office.</p>")), now));
                await new PublicationDesk(db, tree, TimeZoneInfo.Utc).Publish(article, new([], [], []), now, now, null, Ct);
            },
            Ct);
    }

    /// <summary>Takes a drawn photo into the library and marks its renditions as made, with one in the store.</summary>
    public async Task<Photo> AddPhoto(int width = 40)
    {
        var picture = Assert.IsType<PhotoInspection.Accepted>(PhotoIntake.Inspect(new MemoryStream(Drawing.File(".png", width, 30)), new MediaOptions()));
        var store = new MediaStore(Holdings.Media);
        await using var db = Holdings.Open();
        var photo = await new PhotoDesk(db, store, _clock).Take(picture, new PhotoFacts(), Ct);
        store.KeepRendition(photo.Hash, 40, PhotoFormat.Jpeg, [1, 2, 3]);
        await db.Photos.ExecuteUpdateAsync(u => u.SetProperty(p => p.State, PhotoState.Ready), Ct);
        return photo;
    }

    public string Original(Photo photo) => new MediaStore(Holdings.Media).OriginalPath(photo.Hash, PhotoFormats.OfExtension(photo.Format));

    public async Task<List<string>> Headlines()
    {
        await using var db = Holdings.Open();
        return await db.Articles.OrderBy(a => a.Id).Select(a => a.Headline).ToListAsync(Ct);
    }

    public async Task Sql(string sql)
    {
        await using var db = Holdings.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }

    /// <summary>A file beside the data folder.</summary>
    public string Beside(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Everything in the data folder but the database's own files and the lock, with sizes: what must stay when a command refuses.</summary>
    public string[] Files() =>
        [.. from file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Data, file)
            where name != ".in-use" && !name.StartsWith("broadsheet.db", StringComparison.Ordinal)
            orderby name
            select $"{name} {new FileInfo(file).Length}"];

    /// <summary>Where the program looks for other programs; null leaves it as it is.</summary>
    public string? SearchPath { get; set; }

    /// <summary>Runs the program to its end.</summary>
    public async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program on this newspaper; it was built beside the tests, in the same configuration.</summary>
    public Process Start(params string[] arguments)
    {
        // A connection that this process keeps would go on reading the file that a restore puts aside.
        SqliteConnection.ClearAllPools();
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Broadsheet.Web", here.Name, "broadsheet");
        var start = new ProcessStartInfo(program, [.. arguments, "--data", Data]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Holdings.IsPostgres) start.Environment["Broadsheet__Database"] = Holdings.Database;
        if (SearchPath is not null) start.Environment["PATH"] = SearchPath;
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
