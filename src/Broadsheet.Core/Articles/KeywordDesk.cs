using System.Text.Json;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Data;
using Broadsheet.Language;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Articles;

/// <summary>Finds the keywords that are meant by names, and makes new ones.</summary>
/// <param name="db">The database.</param>
public sealed class KeywordDesk(BroadsheetDb db)
{
    /// <summary>Most keywords of an article.</summary>
    public const int Most = 20;

    /// <summary>The keywords that somebody typed. One is known by its address or by its name in this language.</summary>
    /// <param name="names">As typed.</param>
    /// <param name="language">The language they are in.</param>
    /// <param name="among">Keys of keywords that stood there before: their names mean them again.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>Keys of those that are there, and names of those that are not.</returns>
    public async Task<(IReadOnlyList<long> Known, IReadOnlyList<string> New)> Find(IEnumerable<string> names, string language, IReadOnlyList<long> among, CancellationToken ct)
    {
        var typed = names.Select(BodyDialect.PlainLine).Select(n => (Name: n, Slug: Slug.From(n, ""))).Where(n => n.Slug.Length > 0).DistinctBy(n => n.Slug).Take(Most).ToList();
        var slugs = typed.ConvertAll(n => n.Slug);
        var near = await db.Keywords.AsNoTracking().Where(k => slugs.Contains(k.Slug) || among.Contains(k.Id)).Select(k => new { k.Id, k.Slug, k.Name }).ToListAsync(ct);
        var (known, made) = (new List<long>(), new List<string>());
        foreach (var (name, slug) in typed)
        {
            var found = near.Find(k => among.Contains(k.Id) && k.Name.In(language).Equals(name, StringComparison.OrdinalIgnoreCase))?.Id ?? await Named(language, name, ct) ?? near.Find(k => k.Slug == slug)?.Id;
            if (found is { } id) known.Add(id);
            else made.Add(name);
        }
        return ([.. known.Distinct()], made);
    }

    /// <summary>Keys of keywords by slug; those that are not there are made, with their addresses. Inside <see cref="BroadsheetDb.Write"/>.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Make(IEnumerable<(string Slug, LocalText Name)> wanted, CancellationToken ct)
    {
        var names = wanted.DistinctBy(w => w.Slug).ToDictionary(w => w.Slug, w => w.Name, StringComparer.Ordinal);
        var keywords = await db.Keywords.Where(k => names.Keys.Contains(k.Slug)).ToDictionaryAsync(k => k.Slug, ct);
        foreach (var (slug, name) in names.Where(n => !keywords.ContainsKey(n.Key))) db.Add(keywords[slug] = new Keyword { Slug = slug, Name = name });
        await db.SaveChangesAsync(ct);
        var paths = names.Keys.Select(Path).ToList();
        var claimed = await db.Addresses.Where(a => paths.Contains(a.Path)).Select(a => a.Path).ToListAsync(ct);
        db.AddRange(keywords.Values.Where(k => !claimed.Contains(Path(k.Slug))).Select(k => new Address { Path = Path(k.Slug), Kind = AddressKind.Keyword, TargetId = k.Id }));
        return keywords.ToDictionary(k => k.Key, k => k.Value.Id, StringComparer.Ordinal);
    }

    /// <summary>Keys of keywords by name; those that are not there are made in this language. Inside <see cref="BroadsheetDb.Write"/>.</summary>
    public async Task<IReadOnlyList<long>> Make(IReadOnlyList<string> names, string language, CancellationToken ct)
    {
        if (names.Count == 0) return [];
        var made = await Make(names.Select(n => (Slug.From(n), new LocalText(language, n))), ct);
        return [.. names.Select(n => made[Slug.From(n)]).Distinct()];
    }

    // Names by language lie in the column as one JSON object.
    private async Task<long?> Named(string language, string name, CancellationToken ct)
    {
        var member = $"{JsonSerializer.Serialize(language)}:{JsonSerializer.Serialize(name)}";
        var pattern = $"%{member.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
        return await db.Keywords.Where(k => EF.Functions.Like((string)(object)k.Name, pattern, "!")).OrderBy(k => k.Id).Select(k => (long?)k.Id).FirstOrDefaultAsync(ct);
    }

    private static string Path(string slug) => $"topic/{slug}";
}
