using System.Text.Json.Nodes;
using Broadsheet.Tests.Media;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>Pictures that lie beside a wire file, or claim to.</summary>
[Trait("Category", "Database")]
public sealed class WirePictureTests(ImportPaper paper) : IClassFixture<ImportPaper>
{
    private static readonly byte[] Jpeg = Drawing.File(".jpg", 400, 300);

    [Fact]
    public async Task Whatever_a_picture_points_at_the_article_comes_in_and_the_reason_is_told_and_kept()
    {
        var outside = Path.Combine(Path.GetDirectoryName(paper.Wire)!, $"{Path.GetFileName(paper.Wire)}-outside.jpg");
        await File.WriteAllBytesAsync(outside, Jpeg, TestContext.Current.CancellationToken);
        try
        {
            paper.Write("hostile/text.jpg", "This is a text.");
            paper.Write("hostile/bomb.png", Bomb());
            paper.Write("hostile/empty.jpg", "");
            File.CreateSymbolicLink(Path.Combine(paper.Wire, "hostile", "link.jpg"), outside);
            Directory.CreateSymbolicLink(Path.Combine(paper.Wire, "hostile", "way-out"), Path.GetDirectoryName(outside)!);
            string[] hrefs =
            [
                "missing.jpg", "../../../../etc/passwd", "/etc/passwd", $"../{Path.GetFileName(outside)}", outside, "link.jpg", $"way-out/{Path.GetFileName(outside)}", "http://127.0.0.1:1/p.jpg", "file:///etc/passwd",
                "..%2f..%2fetc%2fpasswd", "a%00b.jpg", "..\\..\\x.jpg", "text.jpg", "bomb.png", "empty.jpg", ".", new string('x', 390), "//127.0.0.1/p.jpg", "\ud83d\ude00.jpg", "?", "#",
            ];
            for (var i = 0; i < hrefs.Length; i++) paper.Write($"hostile/{i:00}.json", WithPicture($"hostile-{i:00}", hrefs[i]));
            var run = await paper.Import(Path.Combine(paper.Wire, "hostile"));
            Assert.Equal((0, "", hrefs.Length), (run.Code, run.Error, run.Count("created")));
            Assert.All(run.Lines, l => Assert.StartsWith("picture ", l.Error, StringComparison.Ordinal));
            Assert.Equal(hrefs.Length, await paper.InDb(db => db.WireItems.CountAsync(w => w.Guid.Contains(":hostile-") && w.Reason!.StartsWith("picture "))));
            foreach (var line in run.Lines) Assert.Equal(200, await paper.Status(line.Address()));
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Fact]
    public async Task A_picture_beside_the_file_comes_with_its_caption_and_credit_and_no_alt_text_is_made_up()
    {
        paper.Write("beside/pictures/harbor.jpg", Jpeg);
        paper.Write("beside/item.json", WithPicture("beside", "pictures/harbor.jpg"));
        var page = await paper.Page((await paper.Import(Path.Combine(paper.Wire, "beside"))).Line(":beside").Address());
        Assert.Contains("The harbor at noon.", page, StringComparison.Ordinal);
        Assert.Contains("Gang Ba-da", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alt=\"The harbor", page, StringComparison.Ordinal);
        var photo = await paper.InDb(db => db.Photos.SingleAsync(p => p.Width == 400));
        Assert.Equal((null, "Gang Ba-da"), (photo.AltText, photo.Credit));
    }

    [Fact]
    public async Task The_same_picture_in_two_items_is_one_photo()
    {
        var picture = Drawing.File(".jpg", 410, 300);
        paper.Write("one/a.jpg", picture);
        paper.Write("one/b.jpg", picture);
        paper.Write("one/1.json", WithPicture("one-1", "a.jpg"));
        paper.Write("one/2.json", WithPicture("one-2", "b.jpg"));
        await paper.Import(Path.Combine(paper.Wire, "one"));
        var id = await paper.InDb(db => db.Photos.Where(p => p.Width == 410).Select(p => p.Id).SingleAsync());
        Assert.Equal(2, await paper.InDb(db => db.ArticlePhotos.CountAsync(p => p.PhotoId == id)));
    }

    [Fact]
    public async Task A_picture_that_comes_after_its_text_is_taken_when_the_file_is_read_again()
    {
        var file = paper.Write("late/item.json", WithPicture("late", "late.jpg"));
        Assert.Contains("no such file", (await paper.Import(file)).Line(":late").Error, StringComparison.Ordinal);
        paper.Write("late/late.jpg", Drawing.File(".jpg", 420, 300));
        var second = (await paper.Import(file)).Line(":late");
        Assert.Equal(("updated", null), (second.Status, second.Error));
        Assert.Contains("The harbor at noon.", await paper.Page(second.Address()), StringComparison.Ordinal);
        Assert.Equal("unchanged", (await paper.Import(file)).Line(":late").Status);
    }

    [Fact]
    public async Task Texts_of_a_picture_with_characters_that_no_database_keeps_come_in_without_them()
    {
        paper.Write("nul/nul.jpg", Drawing.File(".jpg", 430, 300));
        var file = paper.Write("nul/item.json", WithPicture("nul", "nul.jpg", caption: "The harbor\u0001 at\u0007 noon."));
        var line = (await paper.Import(file)).Line(":nul");
        Assert.Equal(("created", null), (line.Status, line.Error));
        Assert.Contains("The harbor at noon.", await paper.Page(line.Address()), StringComparison.Ordinal);
    }

    private static string WithPicture(string guid, string href, string caption = "The harbor at noon.") => Wires.Ninjs(guid, headline: $"With a picture {guid}", more:
        ("associations", new JsonObject
        {
            ["photo"] = new JsonObject
            {
                ["uri"] = $"urn:ninjs:wire.example.com:{guid}-photo",
                ["type"] = "picture",
                ["byline"] = "Gang Ba-da",
                ["description_text"] = caption,
                ["renditions"] = new JsonObject { ["web"] = new JsonObject { ["href"] = href, ["mimetype"] = "image/jpeg" } },
            },
        }));

    // A PNG whose head claims 60,000 by 60,000 pixels.
    private static byte[] Bomb()
    {
        var png = Drawing.File(".png", 8, 8);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
