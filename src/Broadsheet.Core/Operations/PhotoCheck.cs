using System.Runtime.CompilerServices;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Operations;

/// <summary>Whether every photo of the library has its original.</summary>
/// <param name="db">A sound database of this program's schema.</param>
/// <param name="holdings">Where photos lie.</param>
internal sealed class PhotoCheck(BroadsheetDb db, Holdings holdings)
{
    private readonly MediaStore _store = new(holdings.Media);

    internal async IAsyncEnumerable<Fault> Run([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var photo in db.Photos.OrderBy(p => p.Id).Select(p => new { p.Id, p.Hash, p.Format, p.Bytes }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Place(photo.Hash, photo.Format) is not { } path)
                yield return new("photo", $"{photo.Id}", $"its row names no file: hash '{photo.Hash}', format '{photo.Format}'", "Restore the newest sound backup");
            else if (new FileInfo(path) is var file && !file.Exists)
                yield return new("photo", $"{photo.Id} ({Path.GetRelativePath(holdings.Folder, path)})", "its original is missing", OriginalsCheck.PutBack);
            else if (file.Length != photo.Bytes)
                yield return new("photo", $"{photo.Id} ({Path.GetRelativePath(holdings.Folder, path)})", $"its original has {file.Length} bytes instead of {photo.Bytes}", OriginalsCheck.PutBack);
        }
    }

    private string? Place(string hash, string format) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && Enum.GetValues<PhotoFormat>().Any(f => f.Extension() == format)
            ? _store.OriginalPath(hash, PhotoFormats.OfExtension(format)) : null;
}

/// <summary>Whether every original on the disk is what its name says.</summary>
/// <param name="store">The store.</param>
/// <param name="media">Its folder.</param>
/// <param name="clock">The time: a file that is being written now is not left over.</param>
internal sealed class OriginalsCheck(MediaStore store, string media, TimeProvider clock)
{
    internal const string PutBack = "Put the file back from a backup (restore it into another folder and copy it), or import the picture again";

    private static readonly TimeSpan StillBeingWritten = TimeSpan.FromMinutes(10);

    internal IEnumerable<Fault> Run(IProgress<OperationStep>? progress, CancellationToken ct)
    {
        progress?.Report(new("Reading photos", 0, 0));
        foreach (var (path, what) in store.Verify(ct))
        {
            var file = new FileInfo(Path.Combine(media, path));
            if (file.Extension != ".part") yield return new("file", $"media/{path}", what, PutBack);
            else if (file.Exists && clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > StillBeingWritten) yield return new("file", $"media/{path}", what, "Delete it");
        }
    }
}
