using System.Globalization;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Language.Search;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Search;

/// <summary>Finds articles. Costs a fixed number of queries: the index is asked once, what it finds is counted and ordered here.</summary>
/// <param name="db">The database.</param>
/// <param name="tree">The sections.</param>
/// <param name="zone">The newspaper's time zone: says which year an article is of.</param>
public sealed class SearchDesk(BroadsheetDb db, SectionTree tree, TimeZoneInfo zone)
{
    /// <summary>How many matches are looked at, the newest; order and counts are theirs.</summary>
    public const int MostMatches = 5_000;

    private const int FewMatches = 2;
    private const double HalfLifeDays = 60;
    private const double InHead = 4;
    private const double InStandfirst = 2;
    private const double New = 4;
    private const int MostReread = 40;
    private const int MostCandidates = 400;

    /// <summary>Runs a search.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="now">Articles under embargo are not found before it passes.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<SearchResult> Find(SearchRequest request, DateTimeOffset now, CancellationToken ct)
    {
        var index = db.MakeSearchIndex();
        var matches = await index.Find(Plan(request, request.Query, now), MostMatches + 1, ct);
        var isMore = matches.Count > MostMatches;
        var counted = isMore ? [.. matches.Take(MostMatches)] : matches;
        var ordered = request.Order == SearchOrder.Newest || !request.Query.Wanted.Any() ? counted : await Rank(counted, request, now, ct);
        var shown = ordered.Skip(request.Skip).Take(request.Take).Select(m => m.ArticleId).ToList();
        var suggestion = matches.Count <= FewMatches ? await Suggest(index, request, matches.Count, now, ct) : null;
        return new(counted.Count, isMore, shown, Count(counted), suggestion);
    }

    private SearchPlan Plan(SearchRequest request, SearchQuery query, DateTimeOffset now)
    {
        var facts = new List<IReadOnlyList<string>>();
        if (request.Section is { } section) facts.Add([.. Below(section).Select(SearchFacts.Section)]);
        if (request.Kind is { } kind) facts.Add([SearchFacts.Kind(kind)]);
        if (request.Person is { } person) facts.Add([SearchFacts.Person(person)]);
        if (request.WithPicture) facts.Add([SearchFacts.Picture]);
        var from = request.From is { } first ? SearchKey.At(first) : 0;
        var until = request.Before is { } end && end <= now ? SearchKey.At(end) - 1 : SearchKey.Until(now);
        return new(
            [.. query.Wanted.Select(t => t.Phrases)], [.. query.Terms.Where(t => t.IsExcluded).Select(t => t.Phrases)],
            facts, request.Language, from, until);
    }

    private IEnumerable<long> Below(long section) => tree.All.Where(s => s.ParentId == section).SelectMany(s => Below(s.Id)).Prepend(section);

    // First by headline and newness; of those in front the standfirsts are read as well. A word in the headline counts as much
    // as being new; after two months half of the newness is left.
    private async Task<IReadOnlyList<SearchMatch>> Rank(IReadOnlyList<SearchMatch> matches, SearchRequest request, DateTimeOffset now, CancellationToken ct)
    {
        var terms = request.Query.Wanted.Select(t => t.Phrases.Select(p => (Text: $" {string.Join(' ', p.Tokens)}{(p.IsPrefix || p.IsShortWord ? "" : " ")}", p)).ToList()).ToList();
        var ranked = matches.Select(m => (Match: m, Rank: (InHead * terms.Count(t => t.Any(p => m.Head.Contains(p.Text, StringComparison.Ordinal)))) + Newness(m, now)))
            .OrderByDescending(m => m.Rank).ThenByDescending(m => m.Match.Key).ToList();
        var front = Math.Min(ranked.Count, Math.Max(MostReread, request.Skip + request.Take));
        var ids = ranked.Take(front).Select(m => m.Match.ArticleId).ToList();
        var standfirsts = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.Standfirst != "").Select(a => new { a.Id, a.Standfirst }).ToDictionaryAsync(a => a.Id, a => a.Standfirst, ct);
        var reread = ranked.Take(front).Select(m => (m.Match, Rank: m.Rank + (standfirsts.TryGetValue(m.Match.ArticleId, out var text) ? InStandfirst * Holds(text, request.Query) : 0)));
        return [.. reread.OrderByDescending(m => m.Rank).ThenByDescending(m => m.Match.Key).Select(m => m.Match), .. ranked.Skip(front).Select(m => m.Match)];
    }

    private static int Holds(string text, SearchQuery query)
    {
        var tokens = SearchTokens.Of(text);
        return query.Wanted.Count(t => t.Phrases.Any(p => p.In(text, tokens).Any()));
    }

    private static double Newness(SearchMatch match, DateTimeOffset now) => New * Math.Pow(2, -Math.Max(0, (now - SearchKey.Minute(match.Key)).TotalDays) / HalfLifeDays);

    // Few combinations of sections and bylines are many articles': each is taken apart once.
    private SearchFacets Count(IReadOnlyList<SearchMatch> matches)
    {
        var (sections, people) = (new Dictionary<long, int>(), new Dictionary<long, int>());
        foreach (var (keys, count) in matches.CountBy(m => m.Sections, StringComparer.Ordinal))
            foreach (var id in Keys(keys).SelectMany(s => tree.Lineage(s)).Select(s => s.Id).Distinct()) sections[id] = sections.GetValueOrDefault(id) + count;
        foreach (var (keys, count) in matches.CountBy(m => m.People, StringComparer.Ordinal))
            foreach (var id in Keys(keys)) people[id] = people.GetValueOrDefault(id) + count;
        var years = matches.CountBy(m => TimeZoneInfo.ConvertTime(SearchKey.Minute(m.Key), zone).Year).ToDictionary();
        return new(sections, matches.CountBy(m => m.Kind).ToDictionary(), people, years, matches.Count(m => m.HasPicture));
    }

    private static IEnumerable<long> Keys(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => long.Parse(t, CultureInfo.InvariantCulture));

    // The first word that hardly any headline has is replaced by one near to it, where that finds more.
    private async Task<string?> Suggest(SearchIndex index, SearchRequest request, int found, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var word in request.Query.Wanted.Select(t => t.Text).Where(t => !t.Contains(' ', StringComparison.Ordinal)).Take(4))
        {
            if (PlainWords.Shape(word) is not { } shaped || await Near(shaped, request.Language, ct) is not { } other) continue;
            var query = request.Query.With(word, other);
            if (SearchQuery.Read(query) is { } better && (await index.Find(Plan(request, better, now), found + 1, ct)).Count > found) return query;
        }
        return null;
    }

    private async Task<string?> Near(string word, string? language, CancellationToken ct)
    {
        var initials = word.Take(2).Select(c => c.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.SearchWords.AsNoTracking().Where(w => (language == null || w.Language == language) && w.Word == word).SumAsync(w => w.Count, ct);
        var candidates = await db.SearchWords.AsNoTracking()
            .Where(w => (language == null || w.Language == language) && initials.Contains(w.Initial) && w.Word.Length >= word.Length - 2 && w.Word.Length <= word.Length + 2 && w.Count > known)
            .OrderByDescending(w => w.Count).Take(MostCandidates).Select(w => new { w.Word, w.Count }).ToListAsync(ct);
        var tolerance = PlainWords.Tolerance(word);
        return candidates.Where(c => c.Word != word).Select(c => (c.Word, c.Count, Distance: PlainWords.Distance(word, c.Word)))
            .Where(c => c.Distance <= tolerance).OrderBy(c => c.Distance).ThenByDescending(c => c.Count).Select(c => c.Word).FirstOrDefault();
    }
}
