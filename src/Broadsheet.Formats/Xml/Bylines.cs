using System.Text.RegularExpressions;

namespace Broadsheet.Formats.Xml;

/// <summary>Names out of printed bylines.</summary>
internal static partial class Bylines
{
    /// <summary>A byline without its 'By'; null where nothing is left.</summary>
    public static string? WithoutBy(string? byline)
    {
        var line = WireText.Line(byline);
        return line is null ? null : WireText.Line(LeadingBy().Replace(line, "").Trim(',', ';', ' '));
    }

    /// <summary>
    /// The names of a byline. It is split at 'and' only where each side looks like a whole name (two words or more) and
    /// no comma makes a title or an agency of one; in doubt it stays as printed.
    /// </summary>
    public static IReadOnlyList<string> Split(string? byline)
    {
        if (WithoutBy(byline) is not { } line)
            return [];
        var names = And().Split(line);
        return names.Length is > 1 and <= 10 && !line.Contains(',', StringComparison.Ordinal) && names.All(n => n.Contains(' ', StringComparison.Ordinal)) ? names : [line];
    }

    [GeneratedRegex(@"^by[\s:]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingBy();

    [GeneratedRegex(" (?:and|&) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();
}
