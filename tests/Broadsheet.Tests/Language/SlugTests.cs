using System.Diagnostics;
using System.Text;
using Broadsheet.Language;
using Xunit;

namespace Broadsheet.Tests.Language;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Council mends the breakwater", "council-mends-the-breakwater")]
    [InlineData("의회, 방파제 보수", "uihoe-bangpaje-bosu")]
    [InlineData("金正恩", "jinzhengen")]
    [InlineData("さくら", "sakura")]
    [InlineData("カタカナ", "katakana")]
    [InlineData("Москва и Пхеньян", "moskva-i-pkhenyan")]
    [InlineData("Αθήνα", "athina")]
    [InlineData("القاهرة", "lqhrh")]
    [InlineData("ירושלים", "yrvslym")]
    [InlineData("नमस्ते", "nmste")]
    [InlineData("กรุงเทพ", "krungethph")]
    [InlineData("Ｆｕｌｌ　Ｗｉｄｔｈ　１２", "full-width-12")]
    [InlineData("Straße, Ærø, Łódź", "strasse-aero-lodz")]
    [InlineData("Café São Paulo", "cafe-sao-paulo")]
    [InlineData("½ cup № 5", "1-2-cup-no-5")]
    public void Any_script_becomes_letters_that_an_address_can_hold(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Theory]
    [InlineData("It's the mayor's", "its-the-mayors")]
    [InlineData("It’s the mayor’s ‘plan’", "its-the-mayors-plan")]
    [InlineData("Itʼs Ｉｔ＇ｓ", "its-its")]
    [InlineData("14–9: half-done — they said…again", "14-9-half-done-they-said-again")]
    [InlineData("a - - b -- c", "a-b-c")]
    [InlineData("--edge--", "edge")]
    [InlineData("50% of $3.5m/£2", "50-of-3-5m-gbp2")]
    [InlineData("a\tb\nc\rd\u0085e\u2028f\u00A0g", "a-b-c-d-e-f-g")]
    [InlineData("tick`s", "ticks")]
    public void Apostrophes_vanish_and_everything_else_parts_words(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Theory]
    [InlineData("safe\u202Egnp.exe", "safegnp-exe")]
    [InlineData("\u202Bשלום\u202C", "slvm")]
    [InlineData("zero\u200Bwidth\u200D\uFEFF joiner", "zerowidth-joiner")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("null\0byte\u0007bell", "nullbytebell")]
    [InlineData("half\uD800pair", "half-pair")]
    public void What_nobody_sees_leaves_no_trace(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Fact]
    public void Emoji_are_named() => Assert.Equal("i-heart-busan", Slug.From("I ❤️ Busan"));

    [Theory]
    [InlineData("한글 방파제")]
    [InlineData("Café déjà vu")]
    [InlineData("がぎぐ")]
    public void Composed_and_decomposed_are_one(string text) =>
        Assert.Equal(Slug.From(text.Normalize(NormalizationForm.FormC)), Slug.From(text.Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!…—“”")]
    [InlineData("\u202E\u200B")]
    [InlineData("'''")]
    public void Nothing_left_takes_the_fallback(string text)
    {
        Assert.Equal("untitled", Slug.From(text));
        Assert.Equal("", Slug.From(text, ""));
    }

    [Fact]
    public void A_long_headline_is_cut_at_the_end_of_a_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("breakwater", 20)));
        Assert.Equal(string.Join('-', Enumerable.Repeat("breakwater", 7)), slug);
    }

    [Fact]
    public void A_word_that_ends_at_the_limit_is_whole() =>
        Assert.Equal(new string('a', 80), Slug.From(new string('a', 80) + " b"));

    [Fact]
    public void A_word_longer_than_the_limit_is_cut() => Assert.Equal(new string('a', 80), Slug.From(new string('a', 500)));

    [Fact]
    public void Invisible_characters_before_the_words_do_not_use_up_the_headline() =>
        Assert.Equal("words", Slug.From(new string('\u200B', 5000) + "words"));

    [Theory]
    [InlineData("a")]
    [InlineData("가")]
    [InlineData("\u200B")]
    [InlineData("—")]
    [InlineData("word ")]
    public void A_megabyte_is_no_trouble(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length));
        var clock = Stopwatch.StartNew();
        Assert.True(Slug.From(text).Length <= Slug.MaxLength);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"took {clock.Elapsed}");
    }
}
