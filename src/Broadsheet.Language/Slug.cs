using System.Globalization;
using System.Text;
using AnyAscii;

namespace Broadsheet.Language;

/// <summary>Turns a headline or name in any script into the last part of an address.</summary>
public static class Slug
{
    /// <summary>Longest slug, in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// Lower-case ASCII letters and digits, words joined by hyphens, cut at a word's end. Other scripts are transliterated
    /// (Hangul by syllable), apostrophes vanish, invisible and direction characters too.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="fallback">What to take where nothing is left.</param>
    public static string From(string text, string fallback = "untitled")
    {
        var slug = new StringBuilder(MaxLength);
        var wordEnd = 0;
        foreach (var c in Ascii(text))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '`') continue;
            else if (slug.Length > 0 && slug[^1] != '-') { wordEnd = slug.Length; slug.Append('-'); }
            if (slug.Length > MaxLength) break;
        }
        if (slug.Length > MaxLength) slug.Length = wordEnd > 0 && wordEnd <= MaxLength ? wordEnd : MaxLength;
        var result = slug.ToString().Trim('-');
        return result.Length == 0 ? fallback : result;
    }

    private static string Ascii(string text)
    {
        // 400 code points make more than a slug; a 10,000-character headline costs no more than a usual one.
        var kept = new StringBuilder();
        var taken = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) kept.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control) continue;
            else kept.Append(rune.Value switch
            {
                0x2018 or 0x2019 or 0x02BC or 0xFF07 => "'",
                0x2013 or 0x2014 or 0x2026 => " ",
                // Not characters: they make no text that could be composed.
                >= 0xFDD0 and <= 0xFDEF => "",
                var value when (value & 0xFFFE) == 0xFFFE => "",
                _ => rune.ToString(),
            });
            if (++taken == 400) break;
        }
        // Syllables and accents that come in parts (as file names of some systems do) are put together first.
        return kept.ToString().Normalize(NormalizationForm.FormC).Transliterate();
    }
}
