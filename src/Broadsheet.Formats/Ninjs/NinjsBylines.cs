using System.Text.RegularExpressions;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Reads a byline as printed into names.</summary>
internal static partial class NinjsBylines
{
    /// <summary>
    /// The names of a byline. 'A B and C D' is two people where both sides have at least two words; commas part nothing,
    /// since what follows one is as often an office. A byline that is the copyright holder is an agency's.
    /// </summary>
    public static IReadOnlyList<NewsByline> Read(string? byline, string? copyrightHolder)
    {
        if (WithoutBy(byline) is not { Length: > 0 } names) return [];
        if (names.Equals(copyrightHolder, StringComparison.OrdinalIgnoreCase)) return [new NewsByline(names, IsAgency: true)];
        var parts = names.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(parts, part => part.Contains(' ', StringComparison.Ordinal))
            ? [.. parts.Select(part => new NewsByline(part))]
            : [new NewsByline(names)];
    }

    /// <summary>A byline without its 'By'.</summary>
    public static string? WithoutBy(string? byline) => byline is null ? null : By().Replace(byline, "").Trim();

    [GeneratedRegex(@"^\s*(by|von|par|por|av|di)[\s:]+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();
}
