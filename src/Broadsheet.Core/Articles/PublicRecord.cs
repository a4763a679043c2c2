using System.Globalization;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Articles;

/// <summary>What the newspaper says about its own articles, and what it takes out of them. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
/// <param name="db">The database.</param>
/// <param name="tree">The sections, read inside the same write.</param>
public sealed class PublicRecord(BroadsheetDb db, SectionTree tree)
{
    /// <summary>Longest passage that is suppressed, in characters (UTF-16). What is longer is a version.</summary>
    public const int LongestPassage = 10_000;

    private const int LeastLetters = 2;

    /// <summary>Puts a note on an article's public record, with the newest version: one that was written before in the same write belongs to it.</summary>
    /// <param name="article">A published or retracted article.</param>
    /// <param name="kind">What it is. All but an editor's note, which changes nothing in the text, mark the article as updated.</param>
    /// <param name="html">What it says; brought into the dialect's inline form here.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="ArgumentException">It says nothing.</exception>
    /// <exception cref="InvalidOperationException">Readers have no such article.</exception>
    public async Task<Correction> Correct(Article article, CorrectionKind kind, string html, long? by, DateTimeOffset now, CancellationToken ct)
    {
        if (article.State is not (ArticleState.Published or ArticleState.Retracted))
            throw new InvalidOperationException($"Article {article.PublicId} is {article.State}: only what readers have is corrected.");
        var words = BodyDialect.NormaliseInline(html);
        if (words.Length == 0) throw new ArgumentException("A correction says something.", nameof(html));
        var correction = new Correction { ArticleId = article.Id, Language = article.Language, Kind = kind, At = Moment.Cut(now), ById = by, Html = words, VersionNumber = article.VersionNumber };
        db.Add(correction);
        if (kind != CorrectionKind.EditorsNote) article.MarkUpdated(Moment.Cut(now));
        await Record(EventKinds.ArticleCorrected, article, by, now, ct);
        return correction;
    }

    /// <summary>Takes a passage out of every version of an article, of its headlines, captions and corrections, those to come among them.</summary>
    /// <param name="article">An article that was published.</param>
    /// <param name="passage">Plain text as it stands on the page; white space, case and the kind of quotation marks make no difference.</param>
    /// <param name="ground">What readers are told of why.</param>
    /// <param name="reason">Why, for the newsroom; not blank.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="ArgumentException">The passage has fewer than two letters or digits, or more than <see cref="LongestPassage"/> characters; or there is no reason.</exception>
    public Task<Suppression> SuppressPassage(Article article, string passage, SuppressionGround ground, string reason, long? by, DateTimeOffset now, CancellationToken ct)
    {
        if (passage.Length > LongestPassage) throw new ArgumentException($"A passage has at most {LongestPassage} characters.", nameof(passage));
        if (FoldedText.Letters(FoldedText.Passage(passage)) < LeastLetters) throw new ArgumentException("A passage has at least two letters or digits.", nameof(passage));
        return Suppress(article, new Suppression { ArticleId = article.Id, Passage = BodyDialect.PlainLine(passage), Ground = ground, Reason = Stated(reason), At = Moment.Cut(now), ById = by }, ct);
    }

    /// <summary>Takes a whole version from readers. Where it is the newest, its article shows the notice until the next is written.</summary>
    /// <param name="article">An article that was published.</param>
    /// <param name="number">The version.</param>
    /// <param name="ground">What readers are told of why.</param>
    /// <param name="reason">Why, for the newsroom; not blank.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="ArgumentException">There is no such version, or no reason.</exception>
    public Task<Suppression> SuppressVersion(Article article, int number, SuppressionGround ground, string reason, long? by, DateTimeOffset now, CancellationToken ct)
    {
        if (number < 1 || number > article.VersionNumber) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Article {article.PublicId} has no version {number}."), nameof(number));
        return Suppress(article, new Suppression { ArticleId = article.Id, VersionNumber = number, Ground = ground, Reason = Stated(reason), At = Moment.Cut(now), ById = by }, ct);
    }

    /// <summary>Gives readers back what was suppressed. The record keeps that it was.</summary>
    /// <exception cref="InvalidOperationException">It was lifted before.</exception>
    public async Task Lift(Article article, Suppression suppression, long? by, DateTimeOffset now, CancellationToken ct)
    {
        suppression.Lift(by, Moment.Cut(now));
        await db.SaveChangesAsync(ct);
        await ShownWords.Set(db, article, ct);
        await Record(EventKinds.ArticleUnsuppressed, article, by, now, ct);
    }

    /// <summary>In which versions of an article a passage stands, oldest first: what a desk is shown before it suppresses it.</summary>
    public async Task<IReadOnlyList<int>> VersionsWith(Article article, string passage, CancellationToken ct)
    {
        var masking = new Masking([new Suppression { ArticleId = article.Id, Passage = passage, Reason = "", At = default }]);
        var found = new List<int>();
        await foreach (var version in db.ArticleVersions.AsNoTracking().Where(v => v.ArticleId == article.Id).OrderBy(v => v.Number).AsAsyncEnumerable().WithCancellation(ct))
            if (masking.Version(version, article.Language) is var shown && (shown.Headline, shown.Standfirst, shown.Dateline, shown.LeadCaption, shown.LeadAltText, shown.Body) != (version.Headline, version.Standfirst, version.Dateline, version.LeadCaption, version.LeadAltText, version.Body))
                found.Add(version.Number);
        return found;
    }

    private async Task<Suppression> Suppress(Article article, Suppression suppression, CancellationToken ct)
    {
        if (article.State == ArticleState.Draft) throw new InvalidOperationException($"Article {article.PublicId} is a draft: its text is changed instead.");
        db.Add(suppression);
        await db.SaveChangesAsync(ct);
        await ShownWords.Set(db, article, ct);
        await Record(EventKinds.ArticleSuppressed, article, suppression.ById, suppression.At, ct);
        return suppression;
    }

    private async Task Record(string kind, Article article, long? by, DateTimeOffset now, CancellationToken ct)
    {
        var tags = ArticleTags.Of(article, await PublicationDesk.PlacementOf(db, article.Id, ct), tree);
        db.Record(new Event { Kind = kind, At = Moment.Cut(now), ArticleId = article.Id, SectionId = article.SectionId, ByPersonId = by, Tags = string.Join(' ', tags.Append(ArticleTags.Corrections(article.Language))) });
    }

    private static string Stated(string reason) => !string.IsNullOrWhiteSpace(reason) ? reason.Trim() : throw new ArgumentException("What is suppressed has a reason on the record.", nameof(reason));
}
