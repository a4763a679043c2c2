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
    private static readonly string[] Extensions = [".xml", ".json", ".nitf", ".g2", ".ninjs", ".jsonl", ".ndjson"];
    private readonly WireOptions _limits = services.GetRequiredService<WireOptions>();
    private readonly MediaOptions _media = services.GetRequiredService<MediaOptions>();

    /// <summary>The files of paths, each once: folders with all below them, in the order of their names.</summary>
    /// <exception cref="UsageException">A path is neither file nor folder, or a folder can't be read.</exception>
    internal static List<string> Files(IEnumerable<string> paths) => [.. paths.SelectMany(FilesOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads one file; what became of each item is told once it is safe in the database.</summary>
    /// <param name="file">Absolute path.</param>
    /// <param name="told">Called in the order of the file, at least once; the second value is the share of the file that was read, 0 to 1.</param>
    /// <param name="ct">Ends after the batch that is under way.</param>
    internal async Task Import(string file, Action<WireOutcome, double> told, CancellationToken ct)
    {
        var (stream, problem) = Open(file);
        if (stream is null)
        {
            told(new(null, null, WireStatus.Failed, null, $"{file}: {problem}"), 1);
            return;
        }
        await using (stream)
        {
            var batch = new WireBatch(services, filing, 4 * _limits.MaxItemBytes);
            var position = 0;
            await using var readings = WireReader.ReadAsync(stream, format, new WireLimits(_limits.MaxItemBytes), ct).GetAsyncEnumerator(ct);
            while (problem is null)
            {
                try
                {
                    if (!await readings.MoveNextAsync()) break;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    problem = e.Message;
                    break;
                }
                var delivery = await Deliver(readings.Current, file, ++position, ct);
                if (!batch.Add(delivery))
                {
                    await Flush();
                    batch.Add(delivery);
                }
                if (batch.IsFull) await Flush();
            }
            await Flush();
            if (problem is not null) told(new(null, null, WireStatus.Failed, null, $"{file}: {problem}"), 1);
            else if (position == 0) told(new(null, null, WireStatus.Skipped, null, $"{file}: there is no item in it"), 1);

            async Task Flush()
            {
                foreach (var (delivery, outcome) in await batch.File(ct))
                    told(Placed(outcome, delivery, file), stream.Length == 0 ? 1 : stream.Position / (double)stream.Length);
            }
        }
    }

    /// <summary>Makes sure that there is a section to file under: a new newspaper gets one.</summary>
    internal static async Task NeedSections(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.Write(
            async () =>
            {
                if ((await SectionTree.Load(db, ct)).All.Count == 0) await SectionDesk.Add(db, null, "news", new([new("en", "News"), new("ko", "뉴스")]), now, ct);
            },
            ct);
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path)) return [Path.GetFullPath(path)];
        if (!Directory.Exists(path)) throw new UsageException($"{path}: there is no such file or folder.");
        try
        {
            return Directory.EnumerateFiles(Path.GetFullPath(path), "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
                .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    private (FileStream? Stream, string? Problem) Open(string file)
    {
        try
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
            if (stream.Length <= _limits.MaxFileBytes) return (stream, null);
            stream.Dispose();
            return (null, $"larger than {_limits.MaxFileBytes:N0} bytes (setting {WireOptions.Section}:MaxFileBytes)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }

    private async Task<WireDelivery> Deliver(WireReading reading, string file, int position, CancellationToken ct)
    {
        var name = Path.GetFileName(file);
        if (reading is not WireReading.Found { Item: { Pictures.Count: > 0, Status: PublishingStatus.Usable } item }) return new(reading, name, position, []);
        await using var scope = services.CreateAsyncScope();
        var (photos, note) = await new WirePictures(scope.ServiceProvider.GetRequiredService<PhotoDesk>(), _media).Take(item, Path.GetDirectoryName(file)!, ct);
        return new(reading, name, position, photos, note);
    }

    // What has no identifier can only be told by its place.
    private static WireOutcome Placed(WireOutcome outcome, WireDelivery delivery, string file) =>
        outcome.Status == WireStatus.Failed || (outcome.Guid is null && outcome.Reason is not null)
            ? outcome with { Reason = $"{file}{(delivery.Reading.Line > 0 ? $":{delivery.Reading.Line}" : "")}: {outcome.Reason}" }
            : outcome;
}
