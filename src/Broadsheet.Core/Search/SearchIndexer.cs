using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Search;

/// <summary>Makes the index say what articles say now. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
/// <param name="db">The database.</param>
public sealed class SearchIndexer(BroadsheetDb db)
{
    /// <summary>
    /// Grows when tokens or facts are made in another way; an index of an older number is built anew.
    /// </summary>
    public const int Version = 1;

    /// <summary>Reads articles and puts them into the index, or takes them out where readers no longer get them. Doing it twice changes nothing.</summary>
    /// <param name="articles">Their keys.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task Index(IReadOnlyCollection<long> articles, CancellationToken ct)
    {
        var index = db.MakeSearchIndex();
        var changes = new Dictionary<(string Language, string Word), int>();
        var known = await db.SearchDocuments.AsNoTracking().Where(d => articles.Contains(d.ArticleId)).ToListAsync(ct);
        await index.Remove(known.ConvertAll(d => d.Key), ct);
        await db.SearchDocuments.Where(d => articles.Contains(d.ArticleId)).ExecuteDeleteAsync(ct);
        foreach (var document in known) Count(changes, document.Language, document.Words, -1);
        var drafts = await SearchDraft.Read(db, articles, ct);
        var before = known.ToDictionary(d => d.ArticleId, d => d.Key);
        var taken = new HashSet<long>();
        var entries = new List<SearchEntry>(drafts.Count);
        foreach (var draft in drafts)
        {
            var (document, entry) = draft.At(await Key(draft, before, taken, ct));
            db.Add(document);
            entries.Add(entry);
            Count(changes, document.Language, document.Words, 1);
        }
        await db.SaveChangesAsync(ct);
        await index.Put(entries, ct);
        var counted = changes.Where(c => c.Value != 0).ToDictionary();
        if (counted.Count > 0) await index.Count(counted, ct);
    }

    // An article keeps its key while its minute stays. A new one comes after those of its minute; a full minute runs over into the next.
    private async Task<long> Key(SearchDraft draft, Dictionary<long, long> before, HashSet<long> taken, CancellationToken ct)
    {
        var first = SearchKey.At(draft.PublishedAt);
        if (before.TryGetValue(draft.Article.Id, out var old) && SearchKey.Minute(old) == SearchKey.Minute(first) && taken.Add(old)) return old;
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

    private static void Count(Dictionary<(string Language, string Word), int> changes, string language, string words, int by)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            changes[(language, word)] = changes.GetValueOrDefault((language, word)) + by;
    }
}
