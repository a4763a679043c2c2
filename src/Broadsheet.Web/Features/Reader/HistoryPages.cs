using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The versions of an article that readers could get: their list, each as it stood, what changed with each.</summary>
public sealed class HistoryPages(BroadsheetDb db, SiteOptions site, Editions editions, VersionPages versions)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The page, or null where readers can't have it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="asked">Which page.</param>
    /// <param name="prefix">The interface asked for; null for that of the article's own language.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<PublicPage?> Page(long id, HistoryAddress asked, string? prefix, DateTimeOffset now, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);
        if (article is null || !article.IsPublic(now) || (asked.Number is { } number && !article.HasPublicVersion(number))) return null;
        if (prefix == article.Language) return new PublicPage.Moved($"/{article.Path}{asked.Rest}");
        var first = Math.Max(1, article.FirstPublicVersion);
        if (asked.IsChanges && asked.Number == first) return new PublicPage.Moved(Href(article, prefix, string.Create(CultureInfo.InvariantCulture, $"/history/{first}")));
        var edition = await editions.Load(db, prefix ?? article.Language, now, ct);
        var masking = await Masking.Of(db, article, ct);
        var rows = await db.ArticleVersions.AsNoTracking().Where(v => v.ArticleId == id && v.Number >= first).OrderByDescending(v => v.Number)
            .Select(v => new { v.Number, v.CreatedAt, v.IsMinor }).ToListAsync(ct);
        var corrections = (await db.Corrections.AsNoTracking().Where(c => c.ArticleId == id).OrderByDescending(c => c.At).ToListAsync(ct))
            .ToLookup(c => Math.Max(first, c.VersionNumber), c => new CorrectionModel(CorrectionNames.Key(c.Kind), site.In(c.At), masking.Inline(c.Html)));
        var entries = rows.ConvertAll(r => (r.IsMinor, Entry: Entry(r.Number, r.Number == first ? article.PublishedAt!.Value : r.CreatedAt)));
        var history = Frame(edition, article, asked, prefix, masking);
        var page = asked.Number is null
            ? PublicPage.Of<HistoryPage, HistoryModel>(new(history, Groups(entries, first), article.VersionNumber), edition.Interface)
            : await versions.Page(article, asked, Place(history, entries.ConvertAll(e => e.Entry), asked, masking, edition), masking, edition, now, ct);
        return page with
        {
            Tags = [.. page.Tags, "site", $"article:{id}"],
            ExpiresAt = edition.NextChange is { } next && next < now + Kept ? next : now + Kept,
        };

        VersionEntry Entry(int number, DateTimeOffset at)
        {
            var href = Href(article, prefix, string.Create(CultureInfo.InvariantCulture, $"/history/{number}"));
            return new(number, site.In(at), href, number == first ? null : $"{href}/changes", [.. corrections[number]], masking.OfVersion(number) is { } s ? Removal(s) : null);
        }
    }

    private static List<VersionGroup> Groups(List<(bool IsMinor, VersionEntry Entry)> entries, int first)
    {
        var groups = new List<VersionGroup>();
        foreach (var (isMinor, entry) in entries.Select(e => (e.IsMinor && e.Entry.Number != first && e.Entry.Notes.Count == 0, e.Entry)))
        {
            if (isMinor && groups is [.., { IsMinor: true } last]) groups[^1] = last with { Versions = [.. last.Versions, entry] };
            else groups.Add(new(isMinor, [entry]));
        }
        return groups;
    }

    private VersionPlace Place(HistoryFrame history, List<VersionEntry> entries, HistoryAddress asked, Masking masking, Edition edition)
    {
        var at = entries.FindIndex(e => e.Number == asked.Number);
        Link? To(VersionEntry? entry) => entry is null ? null
            : new(edition.Say(() => Texts.T("HistoryVersion", entry.Number)), asked.IsChanges ? entry.ChangesHref ?? entry.Href : entry.Href);
        return new()
        {
            History = history,
            Version = entries[at],
            Earlier = To(entries.ElementAtOrDefault(at + 1)),
            Later = at == 0 ? null : To(entries[at - 1]),
            Removals = [.. masking.Active.Where(s => s.Passage is not null).Select(Removal)],
        };
    }

    private HistoryFrame Frame(Edition edition, Article article, HistoryAddress asked, string? prefix, Masking masking)
    {
        var others = site.LanguageList.Where(l => l != (prefix ?? article.Language))
            .Select(l => new LanguageLink(l, Href(article, l == article.Language ? null : l, asked.Rest), Edition.OwnName(l)));
        return new(
            edition.FrameWith([.. others], article.SectionId, $"feed/{edition.Tree[article.SectionId].Path}"),
            new Head { Title = edition.Say(() => Title(asked, article.Headline)), Canonical = site.Absolute($"/{article.Path}"), NoIndex = true },
            new(article.Headline, Href(article, prefix, "")), article.Language, Href(article, prefix, "/history"),
            article.State == ArticleState.Retracted ? masking.Inline(article.Notice ?? "") : null);
    }

    private static string Title(HistoryAddress asked, string headline) => asked switch
    {
        { Number: null } => Texts.T("HistoryTitle", headline),
        { IsChanges: true } => Texts.T("ChangesTitle", asked.Number, headline),
        _ => Texts.T("VersionTitle", asked.Number, headline),
    };

    private static string Href(Article article, string? prefix, string rest) => prefix is null ? $"/{article.Path}{rest}" : $"/{prefix}/{article.Path}{rest}";

    private RemovalModel Removal(Suppression s) => new(s.VersionNumber is null ? "passage" : "version", s.Ground.ToString().ToLowerInvariant(), site.In(s.At));
}
