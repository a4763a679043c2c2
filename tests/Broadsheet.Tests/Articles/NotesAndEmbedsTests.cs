using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class NotesAndEmbedsTests
{
    [Theory]
    [InlineData("<p>a<span data-note>b</span> c</p>", "<p>a<span data-note>b</span> c</p>")]
    [InlineData("<p>a<span data-note=x lang=KO> b <i>c</i><br>d </span></p>", "<p>a <span data-note lang=\"ko\">b <em>c</em> d</span></p>")]
    [InlineData("<p><em>a<span data-note>b</span>c</em></p>", "<p><em>a</em><span data-note>b</span><em>c</em></p>")]
    [InlineData("<p><a href=/x>a<span data-note>see <a href=/y>b</a></span></a></p>", "<p><a href=\"/x\">a</a><span data-note>see </span></p>", true)]
    [InlineData("<p>a<span data-note>b<span data-note>c</span></span></p>", "<p>a<span data-note>bc</span></p>")]
    [InlineData("<p>a<span data-note> </span>b</p>", "<p>a b</p>")]
    [InlineData("<h2>a<span data-note>b</span></h2>", "<h2>ab</h2>")]
    [InlineData("<div>a<span data-note>b<p>c</p></span></div>", "<p>ab</p>\n<p>c</p>")]
    [InlineData("<ul><li>a<span data-note>b</span></li></ul>", "<ul><li>a<span data-note>b</span></li></ul>")]
    [InlineData("<table><caption>a<span data-note>b</span></caption><tr><td>c<span data-note>d</span></table>", "<table><caption>ab</caption><tbody><tr><td>c<span data-note>d</span></td></tr></tbody></table>")]
    public void A_footnote_stands_where_it_belongs_and_in_no_other_element(string html, string body, bool parsedApart = false)
    {
        // A parser ends a link where another begins.
        if (!parsedApart) Assert.Equal(body, BodyDialect.Normalise(html));
        Assert.Null(DialectChecker.Fault(BodyDialect.Normalise(html)));
        Assert.Equal(BodyDialect.Normalise(html), BodyDialect.Normalise(BodyDialect.Normalise(html)));
    }

    [Fact]
    public void A_caption_has_no_footnotes() => Assert.Equal("ab", BodyDialect.NormaliseInline("a<span data-note>b</span>"));

    [Fact]
    public void Whoever_shows_a_body_numbers_its_footnotes()
    {
        var notes = new List<Footnote>();
        var first = Footnotes.Take("<p>a <span data-note>b <span lang=\"ko\">라</span></span>c</p>", notes, n => $"[{n}]");
        var second = Footnotes.Take("<p>d<span data-note lang=\"ko\">마</span></p>", notes, n => $"[{n}]");
        Assert.Equal("<p>a[1]c</p><p>d[2]</p>", first + second);
        Assert.Equal([new("b <span lang=\"ko\">라</span>", null), new Footnote("마", "ko")], notes);
    }

    [Fact]
    public void As_plain_text_a_footnote_stands_in_brackets() => Assert.Equal("a (b) c", BodyText.Of("<p>a<span data-note>b</span> c</p>"));

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?t=4", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("http://m.youtube.com/watch?feature=x&v=dQw4w9WgXcQ&t=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://player.vimeo.com/video/123456?h=1", "https://vimeo.com/123456")]
    [InlineData("https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=x", "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk")]
    [InlineData("https://soundcloud.com/some-desk/a-recording", "https://soundcloud.com/some-desk/a-recording")]
    [InlineData("https://datawrapper.dwcdn.net/aB3dE/2/", "https://datawrapper.dwcdn.net/aB3dE/")]
    [InlineData("https://flo.uri.sh/visualisation/123456/embed", "https://public.flourish.studio/visualisation/123456/")]
    [InlineData("https://archive.org/details/some_film.1950", "https://archive.org/details/some_film.1950")]
    public void An_address_of_a_site_on_the_list_is_kept_in_one_form(string address, string kept)
    {
        var body = BodyDialect.Normalise($"<p>a</p><figure data-embed=\"{address}\"><figcaption>b <b>c</b></figcaption></figure>");
        Assert.Equal($"<p>a</p>\n<figure data-embed=\"{kept}\"><figcaption>b <strong>c</strong></figcaption></figure>", body);
        Assert.Null(DialectChecker.Fault(body));
        Assert.Equal(new BodyBlock.Embed(kept, "b <strong>c</strong>"), BodyBlocks.Read(body)[1]);
        Assert.StartsWith(Embeds.Find(kept)!.Provider.Origin + "/", Embeds.Find(kept)!.Frame, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://evil.example/https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("javascript:alert(1)//https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQdQw4")]
    [InlineData("")]
    public void Any_other_site_goes_and_the_caption_stays(string address) =>
        Assert.Equal("<p>b</p>", BodyDialect.Normalise($"<figure data-embed=\"{address}\"><figcaption>b</figcaption></figure>"));
}
