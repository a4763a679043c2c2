using Broadsheet.Language;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Model;

/// <summary>The last part of an address, from any headline.</summary>
public sealed class SlugTests
{
    [Theory]
    [InlineData("Council mends the breakwater", "council-mends-the-breakwater")]
    [InlineData("“It’s done,” says mayor — at last", "its-done-says-mayor-at-last")]
    [InlineData("Café Zürich: 3½ stars", "cafe-zurich-31-2-stars")]
    [InlineData("Москва", "moskva")]
    public void A_headline_becomes_words_joined_by_hyphens(string headline, string slug) => Assert.Equal(slug, Slug.From(headline));

    [Theory]
    [InlineData("의회, 방파제 보수")]
    [InlineData("Путин прибыл во Владивосток")]
    [InlineData("الرئيس يزور الميناء")]
    [InlineData("東京の新しい橋")]
    [InlineData("Ώρα μηδέν")]
    public void Other_scripts_are_transliterated_and_not_dropped(string headline)
    {
        var slug = Slug.From(headline);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
        Assert.NotEqual("untitled", slug);
        Assert.True(slug.Length >= 5, slug);
    }

    [Fact]
    public void Direction_overrides_and_other_invisible_characters_leave_no_trace() =>
        Assert.Equal("invoice-fdp-exe", Slug.From("in\u200Bvoice \u202Efdp\u202C.\u2066exe\u2069\uFEFF"));

    [Theory]
    [InlineData("\u202E\u202C")]
    [InlineData("—…“”")]
    [InlineData("\u0001\u0007")]
    [InlineData("")]
    public void A_headline_of_which_nothing_is_left_has_a_slug_all_the_same(string headline) => Assert.Equal("untitled", Slug.From(headline));

    [Theory]
    [InlineData("🎉🎉🎉")]
    [InlineData("👨‍👩‍👧‍👦")]
    public void Emoji_alone_make_a_slug_that_is_one(string headline) => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Slug.From(headline));

    [Fact]
    public void A_headline_of_ten_thousand_characters_is_cut_at_a_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("breakwater", 1000))[..10_000]);
        Assert.InRange(slug.Length, 60, Slug.MaxLength);
        Assert.EndsWith("breakwater", slug, StringComparison.Ordinal);
        Assert.Equal(Slug.MaxLength, Slug.From(new string('x', 10_000)).Length);
    }

    [Fact]
    public void Any_text_gives_a_slug_and_a_slug_stays_as_it_is() => Gen.String.Sample(text =>
    {
        var slug = Slug.From(text);
        return slug.Length is > 0 and <= Slug.MaxLength && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && slug[0] != '-' && slug[^1] != '-' && Slug.From(slug) == slug;
    });
}
