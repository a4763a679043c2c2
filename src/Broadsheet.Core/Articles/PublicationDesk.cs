using System.Globalization;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Sections;
using Broadsheet.Language;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Articles;

/// <summary>Where an article stands besides its main section.</summary>
/// <param name="Sections">Further sections.</param>
/// <param name="Keywords">Its keywords.</param>
/// <param name="People">Its bylines.</param>
public sealed record Placement(IReadOnlyList<long> Sections, IReadOnlyList<long> Keywords, IReadOnlyList<long> People);

/// <summary>Gives articles to readers and takes them back. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
/// <param name="db">The database.</param>
/// <param name="tree">The sections, read inside the same write.</param>
/// <param name="zone">The newspaper's time zone: says which day an address is of.</param>
/// <param name="by">Who does it: stands in the events. Null for a wire, the clock or the program itself.</param>
public sealed class PublicationDesk(BroadsheetDb db, SectionTree tree, TimeZoneInfo zone, long? by = null)
{
    private readonly Dictionary<(string Language, DateOnly Day), PublicationDay> _days = [];

    /// <summary>Publishes a draft: claims its address for ever and puts it into its lists.</summary>
    /// <param name="article">A saved draft.</param>
    /// <param name="placement">Its lists.</param>
    /// <param name="at">First publication; ahead of now under an embargo.</param>
    /// <param name="now">When this is done.</param>
    /// <param name="slug">The slug wanted; null makes one of the headline.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task Publish(Article article, Placement placement, DateTimeOffset at, DateTimeOffset now, string? slug, CancellationToken ct)
    {
        at = Moment.Cut(at);
        article.Publish(at, await Claim(article, Day(at), Slug.From(slug ?? article.Headline), ct));
        if (article.IsMasked)
        {
            await db.SaveChangesAsync(ct);
            await ShownWords.Set(db, article, ct);
        }
        await List(article, placement, ct);
        Record(EventKinds.ArticlePublished, article, placement, now);
    }

    /// <summary>A public article changed: its lists are set anew, readers' pages are told. What is suppressed of it stays so in its new version.</summary>
    /// <param name="article">A public article.</param>
    /// <param name="placement">Its lists from now on.</param>
    /// <param name="now">When it changed.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <param name="isMinor">True where readers are told of no new time.</param>
    public async Task Update(Article article, Placement placement, DateTimeOffset now, CancellationToken ct, bool isMinor = false)
    {
        var left = await Unlist(article, ct);
        if (article.IsMasked) await ShownWords.Set(db, article, ct);
        await List(article, placement, ct);
        if (!isMinor) article.MarkUpdated(now);
        Record(EventKinds.ArticleUpdated, article, placement, now, left);
    }

    /// <summary>Gives a published article another slug. The old address leads to the new one for ever.</summary>
    /// <param name="article">A published article.</param>
    /// <param name="placement">Its lists.</param>
    /// <param name="slug">The slug wanted.</param>
    /// <param name="now">When this is done.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task Readdress(Article article, Placement placement, string slug, DateTimeOffset now, CancellationToken ct)
    {
        var old = await db.Addresses.FindAsync([article.Path ?? ""], ct) ?? throw new InvalidOperationException($"Article {article.PublicId} has no address to change.");
        article.Move(await Claim(article, Day(article.PublishedAt!.Value), Slug.From(slug), ct));
        (old.Kind, old.TargetId, old.RedirectTo) = (AddressKind.Redirect, null, article.Path);
        foreach (var chained in await db.Addresses.Where(a => a.Kind == AddressKind.Redirect && a.RedirectTo == old.Path).ToListAsync(ct)) chained.RedirectTo = article.Path;
        Record(EventKinds.ArticleUpdated, article, placement, now);
    }

    /// <summary>Puts a notice in place of a public article's text.</summary>
    public void Retract(Article article, Placement placement, string notice, DateTimeOffset now)
    {
        article.Retract(notice);
        article.MarkUpdated(now);
        Record(EventKinds.ArticleRetracted, article, placement, now);
    }

    /// <summary>Takes an article from readers and out of every list.</summary>
    public async Task Withdraw(Article article, Placement placement, string? notice, DateTimeOffset now, CancellationToken ct)
    {
        if (article.State is ArticleState.Published or ArticleState.Retracted) await Unlist(article, ct);
        article.Withdraw(notice);
        Record(EventKinds.ArticleWithdrawn, article, placement, now);
    }

    /// <summary>Gives a withdrawn article back, at its old address.</summary>
    public async Task Restore(Article article, Placement placement, DateTimeOffset now, CancellationToken ct)
    {
        if (!article.Restore()) return;
        await Update(article, placement, now, ct);
    }

    /// <summary>The lists of an article as they are saved.</summary>
    public Task<Placement> PlacementOf(long articleId, CancellationToken ct) => PlacementOf(db, articleId, ct);

    /// <summary>The same for others that write.</summary>
    internal static async Task<Placement> PlacementOf(BroadsheetDb db, long articleId, CancellationToken ct) => new(
        await db.ArticleSections.Where(s => s.ArticleId == articleId).Select(s => s.SectionId).ToListAsync(ct),
        await db.ArticleKeywords.Where(k => k.ArticleId == articleId).Select(k => k.KeywordId).ToListAsync(ct),
        await db.Bylines.Where(b => b.ArticleId == articleId).Select(b => b.PersonId).ToListAsync(ct));

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private async Task<string> Claim(Article article, DateOnly day, string slug, CancellationToken ct)
    {
        var path = $"{day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/{slug}";
        for (var n = 2; await db.Addresses.FindAsync([path], ct) is not null; n++)
            path = $"{day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/{slug}-{n}";
        db.Add(new Address { Path = path, Kind = AddressKind.Article, TargetId = article.Id });
        return path;
    }

    private async Task List(Article article, Placement placement, CancellationToken ct)
    {
        var sections = placement.Sections.Append(article.SectionId).SelectMany(id => tree.Lineage(id)).Select(s => s.Id).Distinct();
        var lists = new List<(ListKind Kind, long Id)> { (ListKind.Site, 0) };
        lists.AddRange(sections.Select(id => (ListKind.Section, id)));
        lists.AddRange(placement.Keywords.Distinct().Select(id => (ListKind.Keyword, id)));
        lists.AddRange(placement.People.Distinct().Select(id => (ListKind.Person, id)));
        var at = article.PublishedAt!.Value;
        db.AddRange(lists.Select(l => new Listing { Kind = l.Kind, ListId = l.Id, Language = article.Language, PublishedAt = at, ArticleId = article.Id }));
        await Count(article, 1, ct);
    }

    // Returns the tags of the lists that it left: their pages change too.
    private async Task<IReadOnlyList<string>> Unlist(Article article, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var rows = await db.Listings.Where(l => l.ArticleId == article.Id && l.Kind != ListKind.Site).Select(l => new { l.Kind, l.ListId }).ToListAsync(ct);
        if (await db.Listings.Where(l => l.ArticleId == article.Id).ExecuteDeleteAsync(ct) == 0) return [];
        foreach (var tracked in db.Listings.Local.Where(l => l.ArticleId == article.Id).ToList()) db.Entry(tracked).State = EntityState.Detached;
        await Count(article, -1, ct);
        return rows.ConvertAll(r => $"{r.Kind.ToString().ToLowerInvariant()}:{r.ListId}");
    }

    private async Task Count(Article article, int by, CancellationToken ct)
    {
        var (language, day) = (article.Language, Day(article.PublishedAt!.Value));
        if (!_days.TryGetValue((language, day), out var counted))
        {
            // Writing locks the row: what is read after it stays true until the commit, whoever else publishes.
            await db.PublicationDays.Where(d => d.Language == language && d.Day == day).ExecuteUpdateAsync(s => s.SetProperty(d => d.Count, d => d.Count), ct);
            counted = await db.PublicationDays.FindAsync([language, day], ct) ?? db.Add(new PublicationDay { Language = language, Day = day }).Entity;
            _days.Add((language, day), counted);
        }
        counted.Count += by;
    }

    private void Record(string kind, Article article, Placement placement, DateTimeOffset now, IReadOnlyList<string>? left = null)
    {
        var tags = ArticleTags.Of(article, placement, tree);
        // A withdrawn article's corrections go with it, and come back with it.
        if (kind != EventKinds.ArticlePublished) tags.Add(ArticleTags.Corrections(article.Language));
        db.Record(new Event { Kind = kind, At = Moment.Cut(now), ArticleId = article.Id, SectionId = article.SectionId, ByPersonId = by, Tags = string.Join(' ', tags.Concat(left ?? []).Distinct(StringComparer.Ordinal)) });
    }
}
