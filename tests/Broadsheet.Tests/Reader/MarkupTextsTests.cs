using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Broadsheet.Web.Components;
using Xunit;

namespace Broadsheet.Tests.Reader;

public sealed partial class MarkupTextsTests
{
    private static readonly ResourceManager Resources = new("Broadsheet.Web.Resources.Texts", typeof(Texts).Assembly);

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_places()
    {
        var english = Read("");
        var korean = Read("ko");

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), korean.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(korean[text.Key])));
    }

    [Fact]
    public void Words_are_korean_in_korean()
    {
        var samePlaces = Read("").Where(text => text.Value.Length > 0 && !text.Key.StartsWith("CommentCounter", StringComparison.Ordinal) && text.Key is not ("Dateline" or "ByNames"));
        var korean = Read("ko");
        Assert.All(samePlaces.Where(text => korean[text.Key].Length > 0 && text.Key is not ("Feed" or "NameSeparator" or "NameLastSeparator")),
            text => Assert.Matches("[가-힣]", korean[text.Key]));
    }

    [Fact]
    public void A_word_unknown_is_shown_as_its_key_and_an_odd_language_falls_back()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("NoSuchKey", Texts.T("NoSuchKey"));
        Assert.Equal("Print", Texts.In("Print", "!"));
        Assert.Equal("horoscope", Texts.KindName("horoscope"));
        Assert.Null(Texts.KindName(null));
    }

    private static string[] Places(string text) => [.. PlacePattern().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(string language)
    {
        var set = Resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex PlacePattern();
}
