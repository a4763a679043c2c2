using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.People;
using Broadsheet.Formats;
using Broadsheet.Language;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Wire;

/// <summary>Finds or makes the people and keywords that a batch of wire items names.</summary>
internal sealed class WireNames(BroadsheetDb db, WireFiling filing)
{
    private const int MaxKeywords = 12;
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _keywords = new(StringComparer.Ordinal);

    /// <summary>The language an item's article is in: the primary subtag, or the newspaper's first language.</summary>
    internal static string Language(string? tag, IReadOnlyList<string> languages)
    {
        var primary = tag?.Split('-', '_')[0].ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) && primary != "und" ? primary : languages[0];
    }

    /// <summary>Finds or makes what the items name, and saves it with all that was added before.</summary>
    internal async Task Resolve(IEnumerable<NewsItem> items, CancellationToken ct)
    {
        var news = items.ToList();
        var people = news.SelectMany(Credited).GroupBy(b => PersonSlug(b.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(b => b.Name.Count(char.IsUpper))!);
        var slugs = people.Keys.ToList();
        foreach (var known in await db.People.Where(p => slugs.Contains(p.Slug)).ToListAsync(ct)) _people[known.Slug] = known;
        // An item that names nobody gave its provider's code, which is in lower case; now the provider has signed with its name.
        foreach (var known in _people.Values)
            if (people.TryGetValue(known.Slug, out var signed) && known.Name.In(filing.Languages[0]) is var code && !code.Any(char.IsUpper) && code.Equals(signed.Name, StringComparison.OrdinalIgnoreCase))
                known.Name = known.Name.With(filing.Languages[0], signed.Name);
        foreach (var (slug, byline) in people.Where(p => !_people.ContainsKey(p.Key)))
            db.Add(_people[slug] = new Person { Slug = slug, Name = new LocalText(filing.Languages[0], byline.Name), Kind = byline.IsAgency ? PersonKind.Agency : PersonKind.Person });

        var wanted = news.SelectMany(Wanted).GroupBy(w => w.Slug, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First());
        foreach (var (slug, id) in await new KeywordDesk(db).Make(wanted.Values, ct)) _keywords[slug] = id;
        await Claim(_people.Values.Select(p => (AddressKind.Person, $"by/{p.Slug}", p.Id)), ct);
    }

    internal IReadOnlyList<(long Id, string? Role, string? Email)> People(NewsItem news) =>
        [.. Credited(news).Select(b => (_people[PersonSlug(b.Name)].Id, b.Role, b.Email)).DistinctBy(p => p.Id)];

    internal IReadOnlyList<long> Keywords(NewsItem news) => [.. Wanted(news).Select(w => _keywords[w.Slug]).Distinct()];

    // Nobody named: the agency itself signs.
    private static IEnumerable<NewsByline> Credited(NewsItem news) =>
        news.Bylines.Any(b => WireWords.Line(b.Name).Length > 0)
            ? news.Bylines.Where(b => WireWords.Line(b.Name).Length > 0).Select(b => b with { Name = WireWords.Line(b.Name) }).Take(20)
            : [new NewsByline(WireWords.Line(news.Credit) is { Length: > 0 and < 80 } credit ? credit : news.Source, IsAgency: true)];

    private IEnumerable<(string Slug, LocalText Name)> Wanted(NewsItem news) => news.Subjects
        .Where(s => s.Kind != "genre")
        .Select(s => Name(s, news.Language)).OfType<LocalText>()
        .Select(name => (Slug: Slug.From(name.In("en"), ""), Name: name))
        .Where(w => w.Slug.Length > 0).DistinctBy(w => w.Slug).Take(MaxKeywords);

    private LocalText? Name(NewsSubject subject, string? language)
    {
        if (filing.Topics.NameOf(subject) is { } given) return new LocalText(given);
        var names = subject.Names.Where(n => WireWords.Line(n.Value) is { Length: > 0 and <= 60 })
            .Select(n => KeyValuePair.Create(Language(n.Key.Length > 0 ? n.Key : language, filing.Languages), WireWords.Line(n.Value))).DistinctBy(n => n.Key).ToList();
        return names.Count > 0 ? new LocalText(names) : null;
    }

    private static string PersonSlug(string name) => Slug.From(name, "unnamed");

    private async Task Claim(IEnumerable<(AddressKind Kind, string Path, long Id)> wanted, CancellationToken ct)
    {
        var all = wanted.ToList();
        var paths = all.ConvertAll(w => w.Path);
        var taken = await db.Addresses.Where(a => paths.Contains(a.Path)).Select(a => a.Path).ToListAsync(ct);
        db.AddRange(all.Where(w => !taken.Contains(w.Path)).Select(w => new Address { Path = w.Path, Kind = w.Kind, TargetId = w.Id }));
    }
}
