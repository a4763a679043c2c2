namespace Broadsheet.Language.Korean;

/// <summary>
/// Arithmetic of Hangul syllables (Unicode Standard, section 3.12): each is a lead consonant, a vowel and, perhaps, a tail.
/// </summary>
internal static class Hangul
{
    internal const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    internal const string Tails = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const int First = 0xAC00;

    /// <summary>True for a whole syllable.</summary>
    internal static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>The vowel of a syllable.</summary>
    internal static char Vowel(char syllable) => Vowels[(syllable - First) / 28 % 21];

    /// <summary>The tail of a syllable; NUL for none.</summary>
    internal static char Tail(char syllable) => Tails[(syllable - First) % 28];

    /// <summary>The syllable with another tail; NUL takes it away.</summary>
    internal static char WithTail(char syllable, char tail) => (char)(syllable - ((syllable - First) % 28) + Tails.IndexOf(tail, StringComparison.Ordinal));

    /// <summary>The syllable with another vowel and tail.</summary>
    internal static char With(char syllable, char vowel, char tail) =>
        (char)(First + ((syllable - First) / 588 * 588) + (Vowels.IndexOf(vowel, StringComparison.Ordinal) * 28) + Tails.IndexOf(tail, StringComparison.Ordinal));
}
