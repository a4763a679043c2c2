using System.Diagnostics;
using System.Text.Json;
using Broadsheet.Tests.House;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>An empty newspaper that is served while <c>broadsheet import</c> runs beside it as a process of its own, and a folder for wire files.</summary>
public class ImportPaper : NewspaperApp
{
    private readonly DirectoryInfo _wire = Directory.CreateTempSubdirectory("broadsheet-wire-");

    /// <summary>Begins at the program's own time: it has a clock of its own.</summary>
    public ImportPaper() => Clock.SetUtcNow(TimeProvider.System.GetUtcNow());

    /// <summary>The folder of wire files.</summary>
    public string Wire => _wire.FullName;

    /// <summary>The wire files of the sample.</summary>
    public static string Samples => Path.Combine(Repository.Root, "samples", "wire");

    /// <summary>Writes a wire file and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Wire, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file of bytes and gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = Write(name, "");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs <c>import --publish --json</c>.</summary>
    public async Task<ImportRun> Import(params string[] arguments) => await Run(["import", .. arguments, "--publish", "--json"]);

    /// <summary>Runs the program to its end. Afterwards the served newspaper's clock is not behind the program's.</summary>
    public async Task<ImportRun> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        if (now > Clock.GetUtcNow()) Clock.SetUtcNow(now);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program on this newspaper's data.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "broadsheet"), [.. arguments, "--data", Data.Path]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Further environment of the program.</summary>
    protected virtual IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>();

    /// <summary>How many rows each table has, as one text to compare.</summary>
    public Task<string> Rows() => InDb(async db => string.Join(' ',
        await db.WireItems.CountAsync(), await db.WireRaws.CountAsync(), await db.Articles.CountAsync(), await db.ArticleVersions.CountAsync(), await db.Addresses.CountAsync(), await db.People.CountAsync(),
        await db.Keywords.CountAsync(), await db.Bylines.CountAsync(), await db.ArticleKeywords.CountAsync(), await db.ArticlePhotos.CountAsync(), await db.Photos.CountAsync(), await db.Listings.CountAsync(),
        await db.Events.CountAsync(e => e.PhotoId == null), await db.PublicationDays.SumAsync(d => d.Count)));

    /// <summary>That nothing stands twice and every count adds up, whatever went before.</summary>
    public Task NothingIsDoubled() => InDb(async db =>
    {
        var articles = await db.Articles.CountAsync();
        Assert.Equal(articles, await db.WireItems.Where(w => w.ArticleId != null).Select(w => w.ArticleId).Distinct().CountAsync());
        Assert.Equal(articles, await db.WireItems.Where(w => w.ArticleId != null).Select(w => w.Guid).Distinct().CountAsync());
        Assert.Equal(await db.WireItems.CountAsync(), await db.WireRaws.CountAsync());
        Assert.Equal(await db.Articles.CountAsync(a => a.Path != null), await db.Addresses.CountAsync(a => a.Kind == Core.Addresses.AddressKind.Article));
        Assert.Equal(await db.Listings.CountAsync(l => l.ListId == 0), await db.PublicationDays.SumAsync(d => d.Count));
        return true;
    });

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _wire.Delete(recursive: true);
    }
}

/// <summary>How an import ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record ImportRun(int Code, string Output, string Error)
{
    /// <summary>Its JSON lines.</summary>
    public IReadOnlyList<WireLine> Lines { get; } = Output.StartsWith('{') ? [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<WireLine>(l, JsonSerializerOptions.Web)!)] : [];

    /// <summary>How many lines have a status.</summary>
    public int Count(string status) => Lines.Count(l => l.Status == status);

    /// <summary>The line of an item.</summary>
    public WireLine Line(string idEnd) => Assert.Single(Lines, l => l.Id?.EndsWith(idEnd, StringComparison.Ordinal) == true);
}

/// <summary>A line of <c>import --json</c>.</summary>
public sealed record WireLine(string? Source, string? Id, string Status, string? Url, string? Error)
{
    /// <summary>The path of its address, with leading slash.</summary>
    public string Address() => new Uri(Url!).AbsolutePath;
}
