using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using Broadsheet.Core.Media;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Tests.Formats;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Media;

public sealed class HostilePhotoTests
{
    private static readonly MediaOptions Limits = new();

    private static PhotoInspection Inspect(byte[] file) => PhotoIntake.Inspect(new MemoryStream(file), Limits);

    [Fact]
    public void A_PNG_that_claims_400_megapixels_is_refused_before_decoding()
    {
        var clock = Stopwatch.StartNew();
        var reason = Assert.IsType<PhotoInspection.Refused>(Inspect(Png(20_000, 20_000, rows: 1))).Reason;
        Assert.Contains("Broadsheet:Media:MaxPixels", reason, StringComparison.Ordinal);
        Assert.Contains("20,000 x 20,000", reason, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }

    [Fact]
    public void A_real_PNG_of_144_megapixels_in_a_few_kilobytes_is_refused_before_decoding()
    {
        var bomb = Png(12_000, 12_000, rows: 12_000);
        Assert.InRange(bomb.Length, 1, 200_000);
        var clock = Stopwatch.StartNew();
        Assert.Contains("MaxPixels", Assert.IsType<PhotoInspection.Refused>(Inspect(bomb)).Reason, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }

    [Fact]
    public void The_crashing_PNGs_of_libpng_are_read_or_refused()
    {
        foreach (var path in Directory.GetFiles(SharedData.Folder("img-libpng-crashers"), "*.png", SearchOption.AllDirectories))
        {
            if (PhotoIntake.Inspect(path, Limits) is PhotoInspection.Accepted photo)
                Assert.NotEmpty(Renditions.Make(path, photo.Facts, Renditions.WidthsFor(photo.Width, photo.Height)[0], PhotoFormat.Jpeg));
        }
    }

    [Fact]
    public void The_samples_of_all_kinds_are_read_or_refused_by_name()
    {
        foreach (var path in Directory.GetFiles(SharedData.Folder("img-exiftool-metadata")))
        {
            if (PhotoIntake.Inspect(path, Limits) is PhotoInspection.Refused refused)
                Assert.NotEmpty(refused.Reason);
        }
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".tif")]
    [InlineData(".avif")]
    public void Random_mutations_are_read_or_refused(string extension)
    {
        var file = Drawing.File(extension, 60, 40, m => m.Blob("xmp-data", PhotoFactsWriter.ToXmp(PhotoMetadataWriterTests.Sample)));
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte, Gen.Int[1, 16], Gen.Bool).Sample((at, value, count, cut) =>
        {
            byte[] mutated = cut ? [.. file[..at], .. file[Math.Min(file.Length, at + count)..]] : [.. file];
            if (!cut)
                mutated.AsSpan(at, Math.Min(count, file.Length - at)).Fill(value);
            PhotoFactsReader.Read(mutated);
            Inspect(mutated);
        }, iter: 300, threads: 2);
    }

    /// <summary>A PNG of black grey pixels of which only some rows are there.</summary>
    private static byte[] Png(int width, int height, int rows)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + width];
            for (var i = 0; i < rows; i++)
                zlib.Write(row);
        }
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, deflated.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    /// <summary>The check sum of PNG chunks, bit by bit.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
