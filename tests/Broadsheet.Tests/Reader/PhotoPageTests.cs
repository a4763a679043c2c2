using Broadsheet.Core.Articles;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Photos through HTTP: in pages and as files.</summary>
[Trait("Category", "Database")]
public sealed class PhotoPageTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_page_gives_every_photo_its_size_and_only_jpeg_until_the_other_formats_are_made()
    {
        var (lead, inside) = (await world.Take(1000), await world.Take(700, 900));
        var path = await world.Publish(new("Two photos", "city"));
        await world.Illustrate(path, lead, inside);
        var page = await world.Read(path);
        var images = page.QuerySelectorAll("figure.article-lead img, .text figure img").ToList();
        Assert.Equal([("1000", "500"), ("700", "900")], images.Select(i => (i.GetAttribute("width"), i.GetAttribute("height"))));
        Assert.Equal($"/media/{lead.PublicId:N}/320.jpg 320w, /media/{lead.PublicId:N}/480.jpg 480w, /media/{lead.PublicId:N}/640.jpg 640w, /media/{lead.PublicId:N}/960.jpg 960w", images[0].GetAttribute("srcset"));
        Assert.All(images, i => Assert.NotNull(i.GetAttribute("sizes")));
        Assert.All(images, i => Assert.Equal("Stones in the sea", i.GetAttribute("alt")));
        Assert.Empty(page.QuerySelectorAll("figure.article-lead source, .text figure source"));
        Assert.Equal(["[TEST PAPER]", "[TEST PAPER]"], page.QuerySelectorAll("figure.article-lead .credit, .text figure .credit").Select(c => c.TextContent));
        await world.Develop(lead);
        var sources = (await world.Read(path)).QuerySelector("figure.article-lead")!.QuerySelectorAll("source").ToList();
        Assert.Equal(["image/avif", "image/webp"], sources.Select(s => s.GetAttribute("type")));
        Assert.All(sources, s => Assert.Contains("960w", s.GetAttribute("srcset"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cards_and_structured_data_show_the_lead_photo_with_its_credit()
    {
        var lead = await world.Take(1002);
        var path = await world.Publish(new("A photo for cards", "city"));
        await world.Illustrate(path, lead);
        var page = await world.Read(path);
        Assert.Equal($"http://paper.example/media/{lead.PublicId:N}/960.jpg", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal(("960", "479"), (page.QuerySelector("meta[property='og:image:width']")!.GetAttribute("content"), page.QuerySelector("meta[property='og:image:height']")!.GetAttribute("content")));
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        var image = System.Text.Json.JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("image");
        Assert.Equal("ImageObject", image.GetProperty("@type").GetString());
        Assert.Equal("TEST PAPER", image.GetProperty("creditText").GetString());
        Assert.Equal("The breakwater at low tide.", image.GetProperty("caption").GetString());
    }

    [Fact]
    public async Task A_rendition_comes_in_its_format_whether_it_was_made_before_or_not()
    {
        var photo = await world.Take(1004);
        await world.Illustrate(await world.Publish(new("A photo to be had", "city")), photo);
        foreach (var (extension, type, start) in new[] { ("jpg", "image/jpeg", "FF-D8-FF"), ("webp", "image/webp", "52-49-46-46"), ("avif", "image/avif", "00-00-00") })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Ask($"/media/{photo.PublicId:N}/640.{extension}")));
            Assert.All(answers, a => Assert.Equal((200, type), (a.Status, a.Type)));
            Assert.All(answers, a => Assert.Equal(answers[0].Bytes, a.Bytes));
            Assert.StartsWith(start, BitConverter.ToString(answers[0].Bytes), StringComparison.Ordinal);
            var again = await world.Ask($"/media/{photo.PublicId:N}/640.{extension}", ("If-None-Match", answers[0].Header("ETag")!));
            Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
            var head = await world.Ask(HttpMethod.Head, $"/media/{photo.PublicId:N}/640.{extension}");
            Assert.Equal((200, 0, (long?)answers[0].Bytes.Length), (head.Status, head.Bytes.Length, head.Content.ContentLength));
        }
    }

    [Theory]
    [InlineData("641.jpg")]
    [InlineData("1280.jpg")]
    [InlineData("0640.jpg")]
    [InlineData("0.jpg")]
    [InlineData("-640.jpg")]
    [InlineData("640.png")]
    [InlineData("640.JPG")]
    [InlineData("640")]
    [InlineData("original.jpg")]
    [InlineData("..%2f..%2fbroadsheet.db")]
    public async Task Other_widths_formats_and_names_are_not_found(string file)
    {
        var photo = await world.Take(1006);
        if (!await world.InDb(db => db.ArticlePhotos.AnyAsync(p => p.PhotoId == photo.Id)))
            await world.Illustrate(await world.Publish(new("A photo in its sizes", "city")), photo);
        Assert.Equal(200, await world.Status($"/media/{photo.PublicId:N}/640.jpg"));
        Assert.Equal(404, await world.Status($"/media/{photo.PublicId:N}/{file}"));
    }

    [Fact]
    public async Task An_original_cannot_be_had()
    {
        var photo = await world.Take(1008);
        await world.Illustrate(await world.Publish(new("A photo with an original", "city")), photo);
        var shelf = $"{photo.Hash[..2]}/{photo.Hash[2..4]}/{photo.Hash}.jpg";
        Assert.True(File.Exists(Path.Combine(world.Data.Media, "originals", shelf)));
        foreach (var path in new[] { $"/media/originals/{shelf}", $"/media/{photo.Hash}.jpg", $"/media/{photo.PublicId:N}", $"/media/{photo.PublicId:N}/1008.jpg", $"/originals/{shelf}", $"/media/{photo.PublicId:N}/..%2f..%2foriginals" })
            Assert.Equal(404, await world.Status(path));
    }

    [Fact]
    public async Task A_photo_of_a_draft_is_not_found_and_one_of_two_articles_stays_while_one_of_them_stands()
    {
        var photo = await world.Take(1010);
        var url = $"/media/{photo.PublicId:N}/640.jpg";
        Assert.Equal(404, await world.Status(url));
        await world.Change(async db =>
        {
            var tree = await SectionTree.Load(db, CancellationToken.None);
            var draft = new Article { Language = "en", SectionId = tree.At("city")!.Id };
            db.Add(draft);
            await db.SaveChangesAsync();
            db.Add(draft.Write(new Words("A draft", "", "<p>Not yet.</p>") { Lead = (photo.Id, null, null) }, World.At(9)));
            db.Add(new ArticlePhoto { ArticleId = draft.Id, PhotoId = photo.Id });
        });
        Assert.Equal(404, await world.Status(url));
        var (one, two) = (await world.Publish(new("Uses it", "city")), await world.Publish(new("Uses it too", "city")));
        await world.Illustrate(one, photo);
        await world.Illustrate(two, photo);
        Assert.Equal(200, await world.Status(url));
        await world.Decide(one, Withdraw);
        Assert.Equal(200, await world.Status(url));
        await world.Decide(two, Withdraw);
        Assert.Equal(410, await world.Status(url));
    }

    private static Task Withdraw(PublicationDesk desk, Article article, Placement placement) =>
        desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None);
}
