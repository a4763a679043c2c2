using System.Text;
using System.Text.RegularExpressions;
using Broadsheet.Language;
using Broadsheet.Tests.Articles;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Language;

public sealed partial class SlugPropertyTests
{
    /// <summary>Code points of every plane.</summary>
    private static readonly Gen<string> Text = Gen.Frequency<string>(
        (4, Gen.Char.Select(c => c.ToString())),
        (2, Gen.Int[0, 0x10FFFF].Select(n => Rune.IsValid(n) ? new Rune(n).ToString() : "\uD800")),
        (3, Gen.Char['a', 'z'].Select(c => c.ToString())),
        (2, Gen.Char['가', '힣'].Select(c => c.ToString())),
        (2, Gen.OneOf(" ", "-", "'", "\u200B", "\u0301", "\u202E", "\n"))).Array[0, 120].Select(string.Concat);

    [Fact]
    public void A_slug_has_lower_case_letters_digits_and_single_hyphens_between() => Text.Sample(Hold, iter: 5000);

    [Fact]
    public void Naughty_strings_make_slugs() => Assert.All(HostileStrings.Naughty().Concat(HostileStrings.Xss()), Hold);

    private static void Hold(string text)
    {
        var slug = Slug.From(text);
        Assert.Matches(Pattern(), slug);
        Assert.InRange(slug.Length, 1, Slug.MaxLength);
        Assert.Equal(slug, Slug.From(slug));
    }

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Pattern();
}
