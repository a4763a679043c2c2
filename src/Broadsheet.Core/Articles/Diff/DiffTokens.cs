using System.Globalization;
using System.Text;

namespace Broadsheet.Core.Articles.Diff;

/// <summary>Cuts text into what is compared: words (a Korean eojeol is one), spaces, and every other sign by itself.</summary>
internal static class DiffTokens
{
    /// <summary>The tokens of a run; put together they are the run.</summary>
    internal static IEnumerable<string> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var first = Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
            if (Rune.IsWhiteSpace(first)) while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            else if (IsWord(first)) end = WordEnd(text, at);
            if (end == at) end = at + StringInfo.GetNextTextElementLength(text, at);
            yield return text[at..end];
            at = end;
        }
    }

    /// <summary>True where a word has a Hangul syllable.</summary>
    internal static bool IsKorean(string word) => word.Any(c => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF');

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) return at;
            if (IsWord(rune)) at += rune.Utf16SequenceLength;
            // don't, O’Brien: an apostrophe between letters belongs to the word.
            else if (rune.Value is '\'' or 0x2019 && at + 1 < text.Length && Rune.TryGetRuneAt(text, at + 1, out var next) && IsWord(next)) at++;
            else return at;
        }
        return at;
    }

    // Scripts without spaces are compared sign by sign.
    private static bool IsWord(Rune rune) =>
        rune.Value is not ((>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF))
        && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
