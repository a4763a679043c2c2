using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Search;

/// <summary>Makes the index say what articles say now.</summary>
/// <param name="db">The database.</param>
public sealed class SearchIndexer(BroadsheetDb db)
{
    /// <summary>
    /// Grows when tokens or facts are made in another way; an index of an older number is built anew.
    /// </summary>
    public const int Version = 2;

    /// <summary>Reads articles and cuts them into tokens, on all processors. What readers don't get is left out.</summary>
    /// <param name="articles">Their keys.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<IReadOnlyList<SearchEntry>> Read(IReadOnlyCollection<long> articles, CancellationToken ct)
    {
        var drafts = await SearchDraft.Read(db, articles, ct);
        var entries = new SearchEntry[drafts.Count];
        Parallel.For(0, drafts.Count, i => entries[i] = drafts[i].Cut());
        return entries;
    }

    /// <summary>Reads articles and puts them into the index, inside <see cref="BroadsheetDb.Write"/>. Doing it twice changes nothing.</summary>
    /// <param name="articles">Their keys.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task Index(IReadOnlyCollection<long> articles, CancellationToken ct) => await Index(articles, await Read(articles, ct), ct);

    /// <summary>Puts articles into the index, or takes them out where there is no entry, inside <see cref="BroadsheetDb.Write"/>.</summary>
    /// <param name="articles">Their keys.</param>
    /// <param name="entries">What <see cref="Read"/> made of them.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task Index(IReadOnlyCollection<long> articles, IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        var index = db.MakeSearchIndex();
        var known = await db.SearchDocuments.AsNoTracking().Where(d => articles.Contains(d.ArticleId)).ToListAsync(ct);
        await index.Remove(known.ConvertAll(d => d.Key), ct);
        await GiveKeys(entries, known.ToDictionary(d => d.ArticleId, d => d.Key), ct);
        await index.Put(entries, ct);
        var changes = new Dictionary<(string Language, string Word), int>();
        foreach (var document in known) Count(changes, document, -1);
        foreach (var entry in entries) Count(changes, entry.Document, 1);
        var counted = changes.Where(c => c.Value != 0).ToDictionary();
        if (counted.Count > 0) await index.Count(counted, ct);
    }

    // Most minutes have no article yet: which ones do is asked once.
    private async Task GiveKeys(IReadOnlyList<SearchEntry> entries, Dictionary<long, long> before, CancellationToken ct)
    {
        var minutes = entries.Select(e => SearchKey.At(e.PublishedAt)).Distinct().ToList();
        var begun = (await db.SearchDocuments.Where(d => minutes.Contains(d.Key)).Select(d => d.Key).ToListAsync(ct)).ToHashSet();
        var taken = new HashSet<long>();
        foreach (var entry in entries) entry.Document.Key = await Key(entry, before, begun, taken, ct);
    }

    // An article keeps its key while its minute stays. A new one comes after those of its minute; a full minute runs over into the next.
    private async Task<long> Key(SearchEntry entry, Dictionary<long, long> before, HashSet<long> begun, HashSet<long> taken, CancellationToken ct)
    {
        var first = SearchKey.At(entry.PublishedAt);
        if (before.TryGetValue(entry.Document.ArticleId, out var old) && SearchKey.Minute(old) == SearchKey.Minute(first) && taken.Add(old)) return old;
        if (!begun.Contains(first) && taken.Add(first)) return first;
        while (true)
        {
            var (from, last) = (first, SearchKey.LastOf(first));
            var highest = await db.SearchDocuments.Where(d => d.Key >= from && d.Key <= last).MaxAsync(d => (long?)d.Key, ct) ?? from - 1;
            highest = taken.Where(k => k >= from && k <= last).Append(highest).Max();
            if (highest < last)
            {
                taken.Add(highest + 1);
                return highest + 1;
            }
            first = last + 1;
        }
    }

    private static void Count(Dictionary<(string Language, string Word), int> changes, SearchDocument document, int by)
    {
        foreach (var word in document.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            changes[(document.Language, word)] = changes.GetValueOrDefault((document.Language, word)) + by;
    }
}
