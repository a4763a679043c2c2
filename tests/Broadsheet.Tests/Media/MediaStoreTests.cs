using System.ComponentModel.DataAnnotations;
using Broadsheet.Core.Media;
using Xunit;

namespace Broadsheet.Tests.Media;

public sealed class MediaStoreTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private MediaStore Store => new(Path.Combine(folder.Path, "media"));

    private static PhotoInspection.Accepted Photo(int width = 40) =>
        Assert.IsType<PhotoInspection.Accepted>(PhotoIntake.Inspect(new MemoryStream(Drawing.File(".png", width, 30)), new MediaOptions()));

    [Fact]
    public void An_original_is_kept_once_under_its_hash()
    {
        var photo = Photo();
        Assert.True(Store.KeepOriginal(photo));
        Assert.False(Store.KeepOriginal(photo));
        var path = Store.OriginalPath(photo.Hash, photo.Format);
        Assert.EndsWith(Path.Combine("media", "originals", photo.Hash[..2], photo.Hash[2..4], photo.Hash + ".png"), path, StringComparison.Ordinal);
        Assert.Equal(photo.Content.ToArray(), File.ReadAllBytes(path));
        Assert.Empty(Store.Verify(TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_rendition_is_kept_replaced_opened_and_removed()
    {
        var photo = Photo();
        Assert.Null(Store.OpenRendition(photo.Hash, 320, PhotoFormat.WebP));
        Store.KeepRendition(photo.Hash, 320, PhotoFormat.WebP, [1, 2, 3]);
        Store.KeepRendition(photo.Hash, 320, PhotoFormat.WebP, [4, 5]);
        using (var file = Store.OpenRendition(photo.Hash, 320, PhotoFormat.WebP))
            Assert.Equal(2, file!.Length);
        Store.KeepOriginal(photo);
        Store.Remove(photo.Hash, photo.Format);
        Store.Remove(photo.Hash, photo.Format);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [InlineData("..cdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [InlineData("/bcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    public void No_name_leads_out_of_the_folder(string hash)
    {
        Assert.Throws<ArgumentException>(() => Store.OriginalPath(hash, PhotoFormat.Jpeg));
        Assert.Throws<ArgumentException>(() => Store.OpenRendition(hash, 320, PhotoFormat.Jpeg));
        Assert.Throws<ArgumentException>(() => Store.RemoveRenditions(hash));
    }

    [Fact]
    public void Damaged_cut_off_and_foreign_files_are_found()
    {
        var (good, bad) = (Photo(), Photo(41));
        Store.KeepOriginal(good);
        Store.KeepOriginal(bad);
        var path = Store.OriginalPath(bad.Hash, bad.Format);
        var bytes = File.ReadAllBytes(path);
        bytes[^20] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.WriteAllText(path + ".0123.part", "half");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "notes.txt"), "hello");
        var faults = Store.Verify(TestContext.Current.CancellationToken).ToList();
        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, f => f.Path.EndsWith(bad.Hash + ".png", StringComparison.Ordinal) && f.Fault.StartsWith("damaged", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Fault.StartsWith("left over", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Path.EndsWith("notes.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_at_once_keep_the_same_picture_whole()
    {
        var photo = Photo();
        Parallel.For(0, 20, _ => Store.KeepOriginal(photo));
        Assert.Empty(Store.Verify(TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(0, 64_000_000, false)]
    [InlineData(100_000_000, 64_000_000, true)]
    [InlineData(100_000_000, 2_000_000_000, false)]
    public void Limits_out_of_range_are_refused(long pixels, long bytes, bool valid)
    {
        var options = new MediaOptions { MaxPixels = pixels, MaxBytes = bytes };
        Assert.Equal(valid, Validator.TryValidateObject(options, new(options), null, validateAllProperties: true));
    }
}
