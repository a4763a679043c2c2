using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Wire;
using Broadsheet.Formats;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary>Takes wire files in, in batches; pictures are taken from beside each file.</summary>
internal sealed class WireImport(IServiceProvider services, WireFiling filing, WireFormat format)
{
    private const int BatchSize = 200;
    private readonly WireOptions _limits = services.GetRequiredService<WireOptions>();
    private readonly MediaOptions _media = services.GetRequiredService<MediaOptions>();

    /// <summary>The files of paths: folders with all below them, in the order of their names.</summary>
    /// <exception cref="UsageException">A path is neither file nor folder.</exception>
    internal static List<string> Files(IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (File.Exists(path)) files.Add(Path.GetFullPath(path));
            else if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(Path.GetFullPath(path), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
                    .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".xml" or ".json" or ".nitf" or ".g2" or ".ninjs" or ".jsonl" or ".ndjson").Order(StringComparer.Ordinal));
            }
            else throw new UsageException($"{path}: there is no such file or folder.");
        }
        return files;
    }

    /// <summary>Reads one file; what became of each item is told once it is safe in the database.</summary>
    /// <param name="file">Absolute path.</param>
    /// <param name="told">Called in the order of the file; the second value is the share of the file that was read, 0 to 1.</param>
    /// <param name="ct">Ends after the batch that is under way.</param>
    internal async Task Import(string file, Action<WireOutcome, double> told, CancellationToken ct)
    {
        var length = new FileInfo(file).Length;
        if (length > _limits.MaxFileBytes)
        {
            told(new(null, null, WireStatus.Failed, null, $"{file}: larger than {_limits.MaxFileBytes:N0} bytes (setting {WireOptions.Section}:MaxFileBytes)"), 1);
            return;
        }
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        var batch = new List<WireDelivery>(BatchSize);
        var keys = new HashSet<(string, string)>();
        var bytes = 0L;
        await foreach (var reading in WireReader.ReadAsync(stream, format, new WireLimits(_limits.MaxItemBytes), ct))
        {
            var delivery = await Deliver(reading, file, ct);
            if (reading is WireReading.Found { Item: var item } && !keys.Add((item.Source, item.Guid))) await Flush();
            batch.Add(delivery);
            if (reading is WireReading.Found { Item: var added })
            {
                keys.Add((added.Source, added.Guid));
                bytes += added.Raw.Length;
            }
            if (batch.Count == BatchSize || bytes > 4 * _limits.MaxItemBytes) await Flush();
        }
        await Flush();

        async Task Flush()
        {
            if (batch.Count == 0) return;
            var share = length == 0 ? 1 : stream.Position / (double)length;
            await using var scope = services.CreateAsyncScope();
            var desk = new WireDesk(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), filing, scope.ServiceProvider.GetRequiredService<TimeProvider>());
            foreach (var (outcome, delivery) in (await desk.Receive(batch, ct)).Zip(batch))
                told(outcome.Status == WireStatus.Failed ? outcome with { Reason = $"{file}{(delivery.Reading.Line > 0 ? $":{delivery.Reading.Line}" : "")}: {outcome.Reason}" } : outcome, share);
            batch.Clear();
            keys.Clear();
            bytes = 0;
        }
    }

    private async Task<WireDelivery> Deliver(WireReading reading, string file, CancellationToken ct)
    {
        var name = Path.GetFileName(file);
        if (reading is not WireReading.Found { Item: { Pictures.Count: > 0, Status: PublishingStatus.Usable } item }) return new(reading, name, []);
        await using var scope = services.CreateAsyncScope();
        var (photos, note) = await new WirePictures(scope.ServiceProvider.GetRequiredService<PhotoDesk>(), _media).Take(item, Path.GetDirectoryName(file)!, ct);
        return new(reading, name, photos, note);
    }

    /// <summary>Makes sure that there is a section to file under: a new newspaper gets one.</summary>
    internal static async Task NeedSections(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        if ((await SectionTree.Load(db, ct)).All.Count > 0) return;
        await db.Write(() => SectionDesk.Add(db, null, "news", new([new("en", "News"), new("ko", "뉴스")]), now, ct), ct);
    }
}
