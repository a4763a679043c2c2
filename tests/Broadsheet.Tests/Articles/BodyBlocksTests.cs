using System.Net;
using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class BodyBlocksTests
{
    private static readonly Guid Photo = Guid.Parse("0190a1b2-0000-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("0190a1b2-0000-7000-8000-000000000002");

    [Fact]
    public void Photos_and_insets_cut_the_body_where_they_stand()
    {
        var body = BodyDialect.Normalise($"<p>One.</p><h2>Two</h2><figure data-photo=\"{Photo}\"></figure><p>Three.</p><aside data-related=\"{Photo} {Other}\"></aside>");
        var blocks = BodyBlocks.Read(body);
        Assert.Equal(new BodyBlock.Markup("<p>One.</p>\n<h2>Two</h2>"), blocks[0]);
        Assert.Equal(new BodyBlock.Photo(Photo, null, null), blocks[1]);
        Assert.Equal(new BodyBlock.Markup("<p>Three.</p>"), blocks[2]);
        Assert.Equal([Photo, Other], Assert.IsType<BodyBlock.Related>(blocks[3]).ArticleIds);
        Assert.Equal(4, blocks.Count);
    }

    [Fact]
    public void An_empty_body_has_no_blocks() => Assert.Empty(BodyBlocks.Read(""));

    [Theory]
    [InlineData("plain")]
    [InlineData("He said \"no\" & left")]
    [InlineData("a < b > c")]
    [InlineData("&quot; &amp;quot; &lt;")]
    [InlineData("it's `here`")]
    [InlineData("왼쪽부터 옥다현·국하람")]
    [InlineData("data-alt=\"x\" data-photo=\"y\"")]
    [InlineData("<figcaption>x</figcaption>")]
    public void Alternative_text_and_caption_come_back_as_they_went_in(string words)
    {
        var encoded = WebUtility.HtmlEncode(words);
        var body = BodyDialect.Normalise($"<figure data-photo=\"{Photo}\" data-alt=\"{encoded}\"><figcaption>{encoded}</figcaption></figure>");
        var photo = Assert.IsType<BodyBlock.Photo>(Assert.Single(BodyBlocks.Read(body)));
        Assert.Equal(words, photo.AltText);
        Assert.Equal(words, BodyText.Of(photo.CaptionHtml!));
    }

    [Fact]
    public void A_caption_that_speaks_of_attributes_gives_no_alternative_text()
    {
        var body = BodyDialect.Normalise($"<figure data-photo=\"{Photo}\"><figcaption>Write data-alt=\"x\" here</figcaption></figure>");
        Assert.Null(Assert.IsType<BodyBlock.Photo>(Assert.Single(BodyBlocks.Read(body))).AltText);
    }

    [Fact]
    public void A_line_of_code_that_looks_like_a_photo_is_code()
    {
        var body = BodyDialect.Normalise($"<pre>\n&lt;figure data-photo=\"{Photo}\"&gt;\nend</pre>");
        Assert.Equal(new BodyBlock.Markup(body), Assert.Single(BodyBlocks.Read(body)));
    }

    /// <summary>A block as the dialect writes it.</summary>
    internal static string Write(BodyBlock block) => block switch
    {
        BodyBlock.Markup markup => markup.Html,
        BodyBlock.Related related => $"<aside data-related=\"{string.Join(' ', related.ArticleIds)}\"></aside>",
        BodyBlock.Embed embed => $"<figure data-embed=\"{embed.Address}\">{(embed.CaptionHtml is { } caption ? $"<figcaption>{caption}</figcaption>" : "")}</figure>",
        BodyBlock.Photo photo => $"<figure data-photo=\"{photo.PhotoId}\"{Alt(photo.AltText)}>{(photo.CaptionHtml is { } caption ? $"<figcaption>{caption}</figcaption>" : "")}</figure>",
        _ => "",
    };

    private static string Alt(string? words) =>
        words is null ? "" : $" data-alt=\"{words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}\"";
}
