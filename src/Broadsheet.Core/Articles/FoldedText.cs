using System.Globalization;
using System.Text;

namespace Broadsheet.Core.Articles;

/// <summary>
/// A text as it is compared with a passage: by characters as people count them (grapheme clusters, UAX #29), composed, without
/// regard to case, to the kind of white space and quotation mark, and to characters that nobody sees.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _folded;

    // For each folded character the cluster that it comes from.
    private readonly List<(int Start, int End)> _clusters = [];

    internal FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = IsPlain(text, at) ? 1 : StringInfo.GetNextTextElementLength(text, at);
            var before = folded.Length;
            Fold(text.AsSpan(at, length), folded);
            for (var i = before; i < folded.Length; i++) _clusters.Add((at, at + length));
            at += length;
        }
        _folded = folded.ToString();
    }

    /// <summary>A passage as texts are searched for it: no white space at its ends. Empty where nothing can be compared.</summary>
    internal static string Passage(string text) => new FoldedText(text)._folded.Trim(' ');

    /// <summary>How many letters and digits a passage has.</summary>
    internal static int Letters(string passage) => passage.EnumerateRunes().Count(Rune.IsLetterOrDigit);

    /// <summary>Where a folded passage stands, as ranges of the text; none begins inside another.</summary>
    internal IEnumerable<(int Start, int End)> Find(string passage)
    {
        if (passage.Length == 0) yield break;
        for (var at = 0; (at = _folded.IndexOf(passage, at, StringComparison.Ordinal)) >= 0;)
        {
            var last = at + passage.Length - 1;
            var begins = at == 0 || _clusters[at - 1].Start != _clusters[at].Start;
            var ends = last + 1 == _folded.Length || _clusters[last + 1].Start != _clusters[last].Start;
            if (begins && ends)
            {
                yield return (_clusters[at].Start, _clusters[last].End);
                at = last + 1;
            }
            else at++;
        }
    }

    private static bool IsPlain(string text, int at) => text[at] is >= ' ' and < (char)0x7F && (at + 1 == text.Length || text[at + 1] < 0x7F);

    private static void Fold(ReadOnlySpan<char> cluster, StringBuilder to)
    {
        if (cluster is [>= ' ' and < (char)0x7F])
        {
            if (cluster[0] == ' ') Space(to);
            else to.Append(char.ToLowerInvariant(cluster[0]));
            return;
        }
        var seen = new StringBuilder(cluster.Length);
        var isSpace = true;
        foreach (var rune in cluster.EnumerateRunes())
        {
            // U+FFFE is no character, and normalising a text with it throws.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value == 0xFFFE) continue;
            isSpace &= Rune.IsWhiteSpace(rune);
            seen.Append(rune.Value switch { 0x2018 or 0x2019 or 0x201B => "'", 0x201C or 0x201D or 0x201F => "\"", _ => rune.ToString() });
        }
        if (seen.Length == 0) return;
        if (isSpace) Space(to);
        else to.Append(seen.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant());
    }

    private static void Space(StringBuilder to)
    {
        if (to.Length == 0 || to[^1] != ' ') to.Append(' ');
    }
}
