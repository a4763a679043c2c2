using System.Collections.Concurrent;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>
/// The editions, kept in memory like pages: four queries are asked anew after an event about the site or something new in the
/// edition, and when an embargo ends. A page notes its event number first: what changes later drops the page as well.
/// </summary>
/// <param name="room">Knows what changed.</param>
/// <param name="site">The operator's settings.</param>
/// <param name="pages">For the footer.</param>
public sealed class Editions(PressRoom room, SiteOptions site, PlainPages pages)
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>An edition as it is now.</summary>
    public async Task<Edition> Load(BroadsheetDb db, string language, DateTimeOffset now, CancellationToken ct)
    {
        var titles = pages.Titles(Edition.InterfaceOf(language, site.LanguageList));
        if (_kept.TryGetValue(language, out var kept) && kept.ReadAt <= now && !(kept.Edition.NextChange <= now) && room.IsCurrent(kept.Noted, kept.Tags)) return kept.Edition with { Pages = titles };
        var noted = room.Heard;
        var paper = await db.Newspapers.AsNoTracking().SingleOrDefaultAsync(ct) ?? new Newspaper();
        var tree = await SectionTree.Load(db, ct);
        var newest = await db.List(ListKind.Site, 0, language, now).Select(l => (DateTimeOffset?)l.PublishedAt).FirstOrDefaultAsync(ct);
        var next = await db.Listings.Where(l => l.Kind == ListKind.Site && l.ListId == 0 && l.Language == language && l.PublishedAt > now)
            .OrderBy(l => l.PublishedAt).Select(l => (DateTimeOffset?)l.PublishedAt).FirstOrDefaultAsync(ct);
        var edition = new Edition(site, paper, tree, language, newest is { } at ? DateOnly.FromDateTime(site.In(at).DateTime) : null, next, titles);
        if (!db.IsRehearsal) _kept[language] = new(edition, now, noted, ["site", $"site:{language}"]);
        return edition;
    }

    private sealed record Kept(Edition Edition, DateTimeOffset ReadAt, long Noted, IReadOnlyList<string> Tags);
}
