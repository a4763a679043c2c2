using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Articles;

/// <summary>
/// What readers may not get of an article: the one place where suppressed words are left out. Whatever loads words of an
/// article for readers, the search or an export sends them through here (docs/record.md).
/// </summary>
public sealed class Masking
{
    /// <summary>What stands in place of a passage.</summary>
    public const string Mark = "[…]";

    /// <summary>Nothing is left out.</summary>
    public static Masking None { get; } = new([]);

    private readonly List<string> _passages;
    private readonly HashSet<int> _versions;

    /// <param name="suppressions">Those of one article; what was lifted counts no more.</param>
    public Masking(IEnumerable<Suppression> suppressions)
    {
        Active = [.. suppressions.Where(s => s.LiftedAt is null).OrderBy(s => s.At)];
        // Every passage has a letter and the mark has none: masking comes to an end, also where a passage holds the mark.
        // The longest first, so that one inside another leaves no rest of it behind.
        _passages = [.. Active.Select(s => s.Passage).OfType<string>().Select(FoldedText.Passage).Where(p => FoldedText.Letters(p) > 0).Distinct(StringComparer.Ordinal).OrderByDescending(p => p.Length)];
        _versions = [.. Active.Select(s => s.VersionNumber).OfType<int>()];
    }

    /// <summary>What holds, oldest first.</summary>
    public IReadOnlyList<Suppression> Active { get; }

    /// <summary>True where nothing is left out.</summary>
    public bool IsEmpty => Active.Count == 0;

    /// <summary>Reads what holds for an article. One query, and none where nothing of it is suppressed.</summary>
    public static async Task<Masking> Of(BroadsheetDb db, Article article, CancellationToken ct) =>
        article.IsMasked ? (await Of(db, [article.Id], ct))[article.Id] : None;

    /// <summary>The same for several articles, by key; those that are not in it have nothing suppressed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="masked">Keys of articles with <see cref="Article.IsMasked"/>.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<Maskings> Of(BroadsheetDb db, IReadOnlyCollection<long> masked, CancellationToken ct) => new(masked.Count == 0 ? []
        : await db.Suppressions.AsNoTracking().Where(s => masked.Contains(s.ArticleId) && s.LiftedAt == null).ToListAsync(ct));

    /// <summary>The suppression of a whole version, or null.</summary>
    public Suppression? OfVersion(int number) => Active.FirstOrDefault(s => s.VersionNumber == number);

    /// <summary>A version as readers may have it.</summary>
    /// <param name="version">As it was written.</param>
    /// <param name="language">The article's.</param>
    /// <returns>The same where nothing of it is left out.</returns>
    public ArticleVersion Version(ArticleVersion version, string language)
    {
        if (IsEmpty) return version;
        var isHidden = _versions.Contains(version.Number);
        return new ArticleVersion
        {
            ArticleId = version.ArticleId,
            Number = version.Number,
            Headline = isHidden ? Removed(language) : Line(version.Headline),
            Standfirst = isHidden ? "" : Line(version.Standfirst),
            Dateline = isHidden ? null : OrNull(version.Dateline, Line),
            Body = Body(version.Body, version.Number),
            LeadPhotoId = isHidden ? null : version.LeadPhotoId,
            LeadCaption = isHidden ? null : OrNull(version.LeadCaption, Inline),
            LeadAltText = isHidden ? null : OrNull(version.LeadAltText, Line),
            WordCount = isHidden ? 0 : version.WordCount,
            CreatedAt = version.CreatedAt,
            ById = version.ById,
            IsMinor = version.IsMinor,
        };
    }

    /// <summary>A canonical body without the passages: canonical again.</summary>
    public string Body(string html) => Html(html, BodyDialect.Normalise);

    /// <summary>The body of a version; empty where it is suppressed whole.</summary>
    public string Body(string html, int number) => _versions.Contains(number) ? "" : Body(html);

    /// <summary>Inline HTML of the dialect without the passages: a caption, a correction, a notice.</summary>
    public string Inline(string html) => Html(html, BodyDialect.NormaliseInline);

    /// <summary>Plain text without the passages.</summary>
    public string Line(string text) => _passages.Count == 0 ? text : Line(text, _passages);

    /// <summary>The same for what may not be there.</summary>
    public string? LineOf(string? text) => OrNull(text, Line);

    /// <summary>The same for what may not be there.</summary>
    public string? InlineOf(string? html) => OrNull(html, Inline);

    /// <summary>What stands as the headline of a version that is suppressed whole.</summary>
    public static string Removed(string language) => language == "ko" ? "[삭제됨]" : "[Removed]";

    /// <summary>Plain text without folded passages.</summary>
    internal static string Line(string text, IReadOnlyList<string> passages)
    {
        while (true)
        {
            var folded = new FoldedText(text);
            if (passages.SelectMany(folded.Find).Select(r => ((int, int)?)r).FirstOrDefault() is not var (start, end)) return text;
            // What is left and right of it may be the passage again.
            text = text[..start] + Mark + text[end..];
        }
    }

    private string Html(string html, Func<string, string> normalise)
    {
        if (_passages.Count == 0) return html;
        while (true)
        {
            var masked = MaskedHtml.Once(html, _passages);
            if (masked == html) return html;
            html = normalise(masked);
        }
    }

    private static string? OrNull(string? text, Func<string, string> mask) => text is null ? null : mask(text);
}

/// <summary>What readers may not get of several articles.</summary>
/// <param name="suppressions">Those that hold.</param>
public sealed class Maskings(IEnumerable<Suppression> suppressions)
{
    private readonly Dictionary<long, Masking> _byArticle = suppressions.GroupBy(s => s.ArticleId).ToDictionary(g => g.Key, g => new Masking(g));

    /// <summary>That of an article.</summary>
    public Masking this[long articleId] => _byArticle.GetValueOrDefault(articleId) ?? Masking.None;
}
