using System.Globalization;

namespace Broadsheet.Web.Features.Reader;

/// <summary>An address of an article's history: <c>…/history</c>, <c>…/history/3</c>, <c>…/history/3/changes</c>.</summary>
/// <param name="Article">The article's own path.</param>
/// <param name="Rest">What follows it, with its slash.</param>
/// <param name="Number">The version; null for the list.</param>
/// <param name="IsChanges">True for what changed with it.</param>
public sealed record HistoryAddress(string Article, string Rest, int? Number, bool IsChanges)
{
    private const int ArticleParts = 4;

    /// <summary>Reads a path without language prefix; null where it is none.</summary>
    public static HistoryAddress? Read(string path)
    {
        var parts = path.Split('/');
        if (parts.Length is <= ArticleParts or > ArticleParts + 3 || parts[ArticleParts] != "history") return null;
        var article = string.Join('/', parts.Take(ArticleParts));
        int? number = null;
        if (parts.Length > ArticleParts + 1)
        {
            var digits = parts[ArticleParts + 1];
            // One address for a version: no zeros in front.
            if (digits is not [>= '1' and <= '9', ..] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return null;
            number = read;
        }
        var isChanges = parts.Length == ArticleParts + 3;
        return isChanges && parts[^1] != "changes" ? null : new(article, path[article.Length..], number, isChanges);
    }
}
