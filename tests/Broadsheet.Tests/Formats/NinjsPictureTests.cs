using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>Pictures and other associations.</summary>
public sealed class NinjsPictureTests
{
    private const string Renditions = """
        "renditions":[{"name":"thumb","href":"t.jpg","contentType":"image/jpeg","width":70,"height":70,"sizeInBytes":438},{"name":"web","href":"w.jpg","width":700,"height":700}]
        """;

    [Fact]
    public async Task A_picture_item_is_one_picture_with_its_best_file_first()
    {
        var item = await NinjsFiles.ItemAsync($$"""
            {"uri":"p","type":"graphic","by":"By Ann Lee","headlines":[{"value":"Map"}],"altText":"A map of the river.","usageTerms":"Once.",
             "descriptions":[{"role":"creditline","value":"KNS"},{"role":"caption","value":"The river & its towns."}],{{Renditions}} }
            """);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("picture", null), (item.ContentKind, item.Standfirst));
        Assert.Equal(("p", "The river &amp; its towns.", "A map of the river.", "KNS", "Ann Lee", "Map", "Once."),
            (picture.Guid, picture.Caption, picture.AltText, picture.Credit, picture.Creator, picture.Headline, picture.UsageTerms));
        Assert.Equal([new NewsRendition("w.jpg", null, 700, 700, null, "web"), new NewsRendition("t.jpg", "image/jpeg", 70, 70, 438, "thumb")], picture.Renditions);
    }

    [Fact]
    public async Task A_caption_that_stands_twice_is_taken_once_and_never_becomes_the_alt_text()
    {
        var item = await NinjsFiles.ItemAsync("""
            {"uri":"a","headline":"x","associations":{"main":{"uri":"p","type":"picture","description_text":"A lake.","description_html":"<p>A lake.</p><p>A lake.</p>",
             "altids":{"alt":"123"},"renditions":{"web":{"href":"w.jpg","mimetype":"image/jpeg"}}},"again":{"uri":"p","type":"picture","renditions":{"web":{"href":"w.jpg"}}}}}
            """);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("A lake.", null), (picture.Caption, picture.AltText));
        var twice = await NinjsFiles.ItemAsync("""{"uri":"a","type":"picture","description_html":"<p>A <b>lake</b>.</p><p>A <b>lake</b>.</p>","renditions":{"web":{"href":"w.jpg"}}}""");
        Assert.Equal("A <strong>lake</strong>.", twice.Pictures[0].Caption);
    }

    [Fact]
    public async Task Associations_that_are_no_pictures_are_kept_and_texts_are_linked()
    {
        var item = await NinjsFiles.ItemAsync("""
            {"uri":"a","type":"composite","headlines":[{"value":"x"}],"associations":[
             {"name":"v","uri":"v1","type":"video","title":"The film"},{"name":"side","rel":"related","uri":"t1","type":"text","headlines":[{"value":"Side"}]},
             {"name":"gone","uri":"p9","type":"picture"}]}
            """);
        Assert.Equal([new NewsAssociation("v", "video", "The film", "v1"), new NewsAssociation("side", "text", "Side", "t1"), new NewsAssociation("gone", "picture", null, "p9")], item.Associations);
        Assert.Equal([("related", "t1")], item.Links);
        Assert.Empty(item.Pictures);
    }

    [Fact]
    public async Task A_video_keeps_its_text_and_its_files()
    {
        var item = await NinjsFiles.ItemAsync("""{"uri":"v","type":"video","headline":"x","body_text":"Script.","renditions":{"main":{"href":"v.mp4","mimetype":"video/mp4"}}}""");
        Assert.Equal(("video", "<p>Script.</p>"), (item.ContentKind, item.BodyHtml));
        Assert.Equal([new NewsAssociation("main", "video", "x", "v.mp4")], item.Associations);
    }
}
