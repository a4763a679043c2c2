using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>A passage leaves the words, whatever stands in it.</summary>
public sealed class MaskingTests
{
    [Theory]
    [InlineData("Kim Ju-ae", "<p>With his daughter Kim Ju-ae he came.</p>", "<p>With his daughter […] he came.</p>")]
    [InlineData("kim ju-ae", "<p>KIM JU-AE came.</p>", "<p>[…] came.</p>")]
    [InlineData("his daughter came", "<p>With <em>his <strong>daughter</strong></em> came.</p>", "<p>With <em>[…]</em>.</p>")]
    [InlineData("the end. And the beginning", "<p>It was the end.</p>\n<p>And the beginning of it.</p>", "<p>It was […]</p>\n<p>of it.</p>")]
    [InlineData("one two", "<ul><li>one</li><li>two</li><li>three</li></ul>", "<ul><li>[…]</li><li>three</li></ul>")]
    [InlineData("a & b", "<p>Of a &amp; b &lt;c&gt;.</p>", "<p>Of […] &lt;c&gt;.</p>")]
    [InlineData("“well”, he said", "<p>\"Well\", he\u00A0said.</p>", "<p>[…].</p>")]
    [InlineData("김정은이", "<p>김정은이 떠났다.</p>", "<p>[…] 떠났다.</p>")]
    [InlineData("김정은", "<p>\u1100\u1175\u11B7\u110C\u1165\u11BC\u110B\u1173\u11AB 위원장</p>", "<p>[…] 위원장</p>")]
    [InlineData("secret", "<p>a sec\u00ADret\u200B</p>", "<p>a […]</p>")]
    [InlineData("no such", "<p>Nothing of it.</p>", "<p>Nothing of it.</p>")]
    [InlineData("Ju-ae", "<p><a href=\"https://example.com/kim-ju-ae\">A child</a></p>", "<p>A child</p>")]
    [InlineData("the child", "<p><abbr title=\"of the child\">otc</abbr></p>", "<p><abbr title=\"of […]\">otc</abbr></p>")]
    public void A_passage_is_found_across_elements_and_blocks(string passage, string body, string masked) => Assert.Equal(masked, Of(passage).Body(body));

    [Fact]
    public void A_passage_is_found_in_captions_and_on_both_sides_of_a_picture()
    {
        const string Photo = "<figure data-photo=\"0190a1b2-0000-7000-8000-000000000001\" data-alt=\"The child waves\"><figcaption>The <em>child</em>.</figcaption></figure>";
        Assert.Equal(Photo.Replace("The child waves", "[…] waves", StringComparison.Ordinal).Replace("The <em>child</em>", "[…]", StringComparison.Ordinal), Of("the child").Body(Photo));
        Assert.Equal($"<p>It was […]</p>\n{Photo}\n<p>came.</p>", Of("named so and").Body($"<p>It was named so</p>\n{Photo}\n<p>and came.</p>"));
    }

    [Fact]
    public void A_passage_that_comes_about_by_masking_another_goes_too() =>
        Assert.Equal("[…]", new Masking([Passage("b b"), Passage("a […] c")]).Line("a b b c"));

    [Fact]
    public void A_text_with_what_is_no_character_is_masked_like_any_other() =>
        Assert.Equal("a\uFFFE […]", new Masking([Passage("b b")]).Line("a\uFFFE b b"));

    [Fact]
    public void Part_of_a_syllable_is_no_passage() => Assert.Equal("<p>각하가</p>", Of("가하").Body("<p>각하가</p>"));

    [Fact]
    public void A_version_that_is_suppressed_has_no_words()
    {
        var masking = new Masking([new Suppression { ArticleId = 1, VersionNumber = 2, Reason = "r", At = World.At(9) }]);
        var version = new ArticleVersion { ArticleId = 1, Number = 2, Headline = "h", Standfirst = "s", Body = "<p>b</p>", LeadCaption = "c", LeadAltText = "a", LeadPhotoId = 3, Dateline = "d" };
        var shown = masking.Version(version, "en");
        Assert.Equal(("[Removed]", "", "", null, null, null, null), (shown.Headline, shown.Standfirst, shown.Body, shown.LeadCaption, shown.LeadAltText, shown.LeadPhotoId, shown.Dateline));
        Assert.NotNull(masking.OfVersion(2));
        Assert.Same(version, Masking.None.Version(version, "en"));
    }

    private static Masking Of(string passage) => new([Passage(passage)]);

    private static Suppression Passage(string passage) => new() { ArticleId = 1, Passage = passage, Reason = "r", At = World.At(9) };
}
