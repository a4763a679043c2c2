using System.Globalization;
using System.Net;
using System.Text;
using Broadsheet.Core.Articles;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>What an entry of a feed says of the article's public record.</summary>
internal static class FeedNotes
{
    /// <summary>When readers were last told of something; null where never.</summary>
    internal static DateTimeOffset? Updated(Article article, IReadOnlyList<Correction> corrections) =>
        corrections.Select(c => (DateTimeOffset?)c.At).Append(article.UpdatedAt).Max();

    /// <summary>Corrections and removals as paragraphs below the text, in the article's language; empty for none.</summary>
    internal static string Html(Article article, IReadOnlyList<Correction> corrections, Masking masking, SiteOptions site)
    {
        var notes = new StringBuilder();
        foreach (var correction in corrections)
            notes.Append("<p><strong>").Append(WebUtility.HtmlEncode(Texts.In($"Correction_{CorrectionNames.Key(correction.Kind)}", article.Language)))
                .Append("</strong> (").Append(Day(correction.At, site)).Append(") ").Append(masking.Inline(correction.Html)).Append("</p>");
        foreach (var removed in masking.Active)
            notes.Append("<p><em>").Append(WebUtility.HtmlEncode(CorrectionNames.Removal(removed, Day(removed.At, site), article.Language))).Append("</em></p>");
        return notes.Length == 0 ? "" : $"<hr>{notes}";
    }

    private static string Day(DateTimeOffset at, SiteOptions site) => site.In(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
