using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Language;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Desk;

/// <summary>Finds the keywords that somebody typed, and makes those that are new.</summary>
public static class KeywordDesk
{
    /// <summary>Most keywords of an article.</summary>
    public const int Most = 20;

    /// <summary>Keys of keywords, in the order typed; inside <see cref="BroadsheetDb.Write"/>.</summary>
    /// <param name="db">The database.</param>
    /// <param name="names">As typed.</param>
    /// <param name="language">The language they are in.</param>
    /// <param name="ct">Ends the attempt.</param>
    public static async Task<IReadOnlyList<long>> Resolve(BroadsheetDb db, IEnumerable<string> names, string language, CancellationToken ct)
    {
        var wanted = names.Select(n => (Name: BodyDialect.PlainLine(n), Slug: Slug.From(n, ""))).Where(n => n.Slug.Length > 0).DistinctBy(n => n.Slug).Take(Most).ToList();
        var slugs = wanted.ConvertAll(n => n.Slug);
        var known = await db.Keywords.Where(k => slugs.Contains(k.Slug)).ToDictionaryAsync(k => k.Slug, ct);
        foreach (var (name, slug) in wanted.Where(n => !known.ContainsKey(n.Slug))) db.Add(known[slug] = new Keyword { Slug = slug, Name = new LocalText(language, name) });
        await db.SaveChangesAsync(ct);
        var paths = slugs.ConvertAll(s => $"topic/{s}");
        var claimed = await db.Addresses.Where(a => paths.Contains(a.Path)).Select(a => a.Path).ToListAsync(ct);
        db.AddRange(known.Values.Where(k => !claimed.Contains($"topic/{k.Slug}")).Select(k => new Address { Path = $"topic/{k.Slug}", Kind = AddressKind.Keyword, TargetId = k.Id }));
        return wanted.ConvertAll(n => known[n.Slug].Id);
    }
}
