using System.Globalization;
using System.Text;

namespace Broadsheet.Language.Search;

/// <summary>
/// Cuts a text into what both full-text indexes hold. Words of alphabets become stems without accents, numbers stay whole;
/// Hangul, Han and Kana become pairs of neighbouring syllables, also across spaces, and the last syllable of a run stands alone:
/// so every syllable begins one token, and neither particles nor spacing hide a word.
/// </summary>
public static class SearchTokens
{
    /// <summary>How many tokens of a text are made; what comes after is not found.</summary>
    public const int Most = 10_000;

    private const int LongestToken = 40;

    private enum Class
    {
        Space,
        Other,
        Letter,
        Digit,
        Syllable,
    }

    /// <summary>The tokens of a text, in its order.</summary>
    /// <param name="text">Plain text; line ends are borders between blocks.</param>
    /// <param name="most">Stops after so many.</param>
    public static List<SearchToken> Of(string text, int most = Most)
    {
        var tokens = new List<SearchToken>(Math.Min(most, text.Length / 4));
        for (var i = 0; i < text.Length && tokens.Count < most;)
        {
            switch (ClassOf(text, i, out var length))
            {
                case Class.Syllable: i = Syllables(text, i, tokens); break;
                case Class.Letter: i = Word(text, i, tokens); break;
                case Class.Digit: i = Number(text, i, tokens); break;
                default:
                    if (text[i] == '\n' && tokens.Count > 0 && tokens[^1].Text != SearchToken.Border) tokens.Add(new(SearchToken.Border, i, i));
                    i += length;
                    break;
            }
        }
        if (tokens.Count > most) tokens.RemoveRange(most, tokens.Count - most);
        return tokens;
    }

    /// <summary>Two neighbouring tokens as one of three syllables, where the second pair begins with the last of the first; null for any others.</summary>
    public static string? Joined(string first, string second)
    {
        if (!Rune.TryGetRuneAt(first, 0, out var one) || one.Utf16SequenceLength == first.Length || !IsSyllabic(first, 0)) return null;
        if (!Rune.TryGetRuneAt(second, 0, out var middle) || middle.Utf16SequenceLength == second.Length) return null;
        return first.AsSpan(one.Utf16SequenceLength).SequenceEqual(second.AsSpan(0, middle.Utf16SequenceLength)) ? string.Concat(first, second.AsSpan(middle.Utf16SequenceLength)) : null;
    }

    /// <summary>True where a word is written in syllables or characters that are indexed in pairs.</summary>
    internal static bool IsSyllabic(string text, int index) => ClassOf(text, index, out _) == Class.Syllable;

    private static int Syllables(string text, int start, List<SearchToken> tokens)
    {
        var (first, firstEnd) = (start, start);
        var i = start;
        while (i < text.Length)
        {
            var kind = ClassOf(text, i, out var length);
            if (kind == Class.Space && text[i] != '\n') { i += length; continue; }
            if (kind != Class.Syllable) break;
            if (i > start) tokens.Add(new(string.Concat(text.AsSpan(first, firstEnd - first), text.AsSpan(i, length)), first, i + length));
            (first, firstEnd) = (i, i + length);
            i += length;
        }
        tokens.Add(new(text[first..firstEnd], first, firstEnd));
        return firstEnd;
    }

    private static int Word(string text, int start, List<SearchToken> tokens)
    {
        var letters = new StringBuilder();
        var i = start;
        while (i < text.Length)
        {
            var kind = ClassOf(text, i, out var length);
            if (kind == Class.Letter) { letters.Append(text, i, length); i += length; }
            // don't, O'Neill and U.N. are one word each.
            else if (text[i] is '\'' or '’' && IsLetter(text, i + 1)) i++;
            else if (text[i] == '.' && IsAcronym(text, start, i)) i++;
            else break;
        }
        var end = i;
        if (end > start && text[end - 1] == '.') end--;
        var word = Fold(letters.ToString());
        if (word.EndsWith('s') && end - start > 2 && text[end - 2] is '\'' or '’') word = word[..^1];
        if (word.Length > 0) tokens.Add(new(Cut(EnglishStem.Of(word)), start, end));
        return i;
    }

    private static int Number(string text, int start, List<SearchToken> tokens)
    {
        var digits = new StringBuilder();
        var i = start;
        while (i < text.Length)
        {
            if (ClassOf(text, i, out var length) == Class.Digit)
            {
                var value = CharUnicodeInfo.GetDecimalDigitValue(text, i);
                if (value >= 0) digits.Append((char)('0' + value));
                else digits.Append(text, i, length);
                i += length;
            }
            else if (text[i] == ',' && i + 3 < text.Length && char.IsDigit(text[i + 1]) && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3])) i++;
            else break;
        }
        tokens.Add(new(Cut(digits.ToString()), start, i));
        return i;
    }

    /// <summary>A text in composed form (NFC); what is no character at all becomes U+FFFD.</summary>
    public static string Composed(string text)
    {
        if (text.All(char.IsAscii)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE ? "\uFFFD" : rune.ToString());
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Small letters without accents; what is a letter in its own right stays.</summary>
    internal static string Fold(string word)
    {
        if (word.All(char.IsAscii)) return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark) folded.Append(c);
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Cut(string token) => token.Length <= LongestToken ? token : token[..(LongestToken - (char.IsHighSurrogate(token[LongestToken - 1]) ? 1 : 0))];

    private static bool IsLetter(string text, int index) => index < text.Length && ClassOf(text, index, out _) == Class.Letter;

    // A period belongs to the word where single letters stand before and after it.
    private static bool IsAcronym(string text, int start, int period)
    {
        var before = period - start == 1 || text[period - 2] == '.';
        if (!before) return false;
        return period + 1 >= text.Length || !IsLetter(text, period + 1) ? text.AsSpan(start, period - start).Contains('.') : !IsLetter(text, period + 2);
    }

    private static Class ClassOf(string text, int index, out int length)
    {
        if (!Rune.TryGetRuneAt(text, index, out var rune))
        {
            length = 1;
            return Class.Other;
        }
        length = rune.Utf16SequenceLength;
        return rune.Value switch
        {
            0x30FB => Class.Other,
            >= 0xAC00 and <= 0xD7A3 or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
                or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF => Class.Syllable,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Class.Letter,
                UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => Class.Digit,
                _ => Rune.IsWhiteSpace(rune) ? Class.Space : Class.Other,
            },
        };
    }
}
