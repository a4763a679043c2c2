using System.Security.Cryptography;

namespace Broadsheet.Core.Media;

/// <summary>
/// The folder of pictures: <c>originals/ab/cd/{hash}.{ext}</c> and <c>renditions/ab/cd/{hash}/{width}.{ext}</c>, by the
/// SHA-256 of the original. Files appear whole or not at all: written beside, flushed to the disk, then renamed. Several
/// processes may share the folder. Originals are never public.
/// </summary>
/// <param name="folder">The media folder; made when the first file is kept.</param>
public sealed class MediaStore(string folder)
{
    private readonly string root = Path.GetFullPath(folder);

    /// <summary>Where the original stands, whether it is there or not.</summary>
    /// <param name="hash">64 lower-case hexadecimal digits.</param>
    /// <param name="format">The original's format.</param>
    /// <exception cref="ArgumentException">No such hash can be.</exception>
    public string OriginalPath(string hash, PhotoFormat format) => Path.Combine(Shelf("originals", hash), $"{hash}.{format.Extension()}");

    /// <summary>Where the rendition stands, whether it is there or not.</summary>
    /// <param name="hash">The original's hash.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="format">The rendition's format.</param>
    /// <exception cref="ArgumentException">No such hash or width can be.</exception>
    public string RenditionPath(string hash, int width, PhotoFormat format)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return Path.Combine(Shelf("renditions", hash), hash, FormattableString.Invariant($"{width}.{format.Extension()}"));
    }

    /// <summary>Keeps an accepted picture. Nothing happens where it is already there.</summary>
    /// <returns>True when it is new.</returns>
    /// <exception cref="IOException">The disk is full or not writable.</exception>
    public bool KeepOriginal(PhotoInspection.Accepted photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var path = OriginalPath(photo.Hash, photo.Format);
        if (File.Exists(path) && new FileInfo(path).Length == photo.Bytes)
            return false;
        Write(path, photo.Content.Span);
        return true;
    }

    /// <summary>Keeps a rendition, in place of an older one.</summary>
    /// <exception cref="IOException">The disk is full or not writable.</exception>
    public void KeepRendition(string hash, int width, PhotoFormat format, ReadOnlySpan<byte> bytes) => Write(RenditionPath(hash, width, format), bytes);

    /// <summary>The rendition for reading, or null where it has not been made. The caller disposes of it.</summary>
    public FileStream? OpenRendition(string hash, int width, PhotoFormat format)
    {
        try
        {
            return new FileStream(RenditionPath(hash, width, format), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes all renditions of a picture: its facts have changed, or it goes.</summary>
    public void RemoveRenditions(string hash)
    {
        var shelf = Path.Combine(Shelf("renditions", hash), hash);
        if (Directory.Exists(shelf))
            Directory.Delete(shelf, recursive: true);
    }

    /// <summary>Removes a picture for good: original and renditions.</summary>
    public void Remove(string hash, PhotoFormat format)
    {
        RemoveRenditions(hash);
        if (Directory.Exists(Shelf("originals", hash)))
            File.Delete(OriginalPath(hash, format));
    }

    /// <summary>Reads every original and yields what is wrong: bytes that do not hash to their name, files that no one put there.</summary>
    /// <returns>Path under the media folder, and what is wrong with it.</returns>
    public IEnumerable<(string Path, string Fault)> Verify(CancellationToken cancellation = default)
    {
        var originals = Path.Combine(root, "originals");
        if (!Directory.Exists(originals))
            yield break;
        foreach (var path in Directory.EnumerateFiles(originals, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetFileNameWithoutExtension(path);
            if (!IsHash(name) || !Enum.GetValues<PhotoFormat>().Any(f => path == OriginalPath(name, f)))
                yield return (Path.GetRelativePath(root, path), path.EndsWith(".part", StringComparison.Ordinal) ? "left over from a write that was broken off" : "not a name that originals have");
            else if (HashOf(path) != name)
                yield return (Path.GetRelativePath(root, path), "damaged: the bytes do not hash to the name");
        }
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    private string Shelf(string kind, string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return IsHash(hash)
            ? Path.Combine(root, kind, hash[..2], hash[2..4])
            : throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(hash));
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = File.OpenHandle(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, preallocationSize: bytes.Length))
            {
                RandomAccess.Write(file, bytes, 0);
                RandomAccess.FlushToDisk(file);
            }
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
