using System.Globalization;
using System.Text;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Plain text as facts keep it: no control characters, no lone surrogates, line ends as <c>\n</c>, trimmed.</summary>
internal static class FactText
{
    /// <summary>Longest field kept, in UTF-16 units; the rest is cut off at a character as a person counts it.</summary>
    public const int MaxLength = 20_000;

    /// <summary>The text cleaned, or null where nothing is left of it.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune.Value is 0xFFFE or 0xFFFF)
                continue;
            clean.Append(rune.ToString());
            if (clean.Length > 2 * MaxLength)
                break;
        }
        var trimmed = Cut(clean.ToString().Trim(), MaxLength, s => s.Length);
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>As much of the text as measures at most <paramref name="limit"/>, cut between grapheme clusters.</summary>
    /// <param name="text">Text without lone surrogates.</param>
    /// <param name="limit">The largest measure.</param>
    /// <param name="measure">Measures one cluster, in the unit of the limit.</param>
    public static string Cut(string text, int limit, Func<string, int> measure)
    {
        if (text.Length <= limit / 4)
            return text;
        int end = 0, used = 0;
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            used += measure(cluster);
            if (used > limit)
                return text[..end].TrimEnd();
            end += cluster.Length;
        }
        return text;
    }

    /// <summary>Parts that are not empty, joined by a comma; null for none.</summary>
    public static string? Join(IEnumerable<string?> parts) => Clean(string.Join(", ", parts.Select(Clean).OfType<string>()));
}
