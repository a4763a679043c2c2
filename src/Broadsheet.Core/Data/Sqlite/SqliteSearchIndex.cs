using System.Data.Common;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Search;
using Broadsheet.Language.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Core.Data.Sqlite;

/// <summary>The search in SQLite: FTS5, which finds matches in the order of their keys.</summary>
/// <param name="db">The database.</param>
internal sealed class SqliteSearchIndex(SqliteBroadsheetDb db) : SearchIndex
{
    private const string Words = "{Head Lead Body} : ";
    private static readonly (string Column, int Weight)[] Weights = [("{Head} : ", 4), ("{Lead} : ", 2)];

    /// <inheritdoc/>
    public override async Task Put(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        await using var command = await Command("INSERT INTO SearchTexts(rowid, Head, Lead, Body, Facts) VALUES ($key, $head, $lead, $body, $facts)", ct);
        foreach (var entry in entries)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$key", entry.Key);
            command.Parameters.AddWithValue("$head", string.Join(' ', entry.Head));
            command.Parameters.AddWithValue("$lead", string.Join(' ', entry.Lead));
            command.Parameters.AddWithValue("$body", string.Join(' ', entry.Body));
            command.Parameters.AddWithValue("$facts", string.Join(' ', entry.Facts));
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <inheritdoc/>
    public override async Task Remove(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var command = await Command("DELETE FROM SearchTexts WHERE rowid = $key", ct);
        foreach (var key in keys)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$key", key);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <inheritdoc/>
    public override async Task Count(IReadOnlyDictionary<(string Language, string Word), int> changes, CancellationToken ct)
    {
        await using var command = await Command(
            """
            INSERT INTO SearchWords(Language, Word, Initial, Count) VALUES ($language, $word, $initial, $by)
            ON CONFLICT(Language, Word) DO UPDATE SET Count = Count + excluded.Count
            """, ct);
        foreach (var ((language, word), by) in changes)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$language", language);
            command.Parameters.AddWithValue("$word", word);
            command.Parameters.AddWithValue("$initial", word[..1]);
            command.Parameters.AddWithValue("$by", by);
            await command.ExecuteNonQueryAsync(ct);
        }
        if (!changes.Values.Any(v => v < 0)) return;
        await using var tidy = await Command("DELETE FROM SearchWords WHERE Language = $language AND Word = $word AND Count <= 0", ct);
        foreach (var (language, word) in changes.Where(c => c.Value < 0).Select(c => c.Key))
        {
            tidy.Parameters.Clear();
            tidy.Parameters.AddWithValue("$language", language);
            tidy.Parameters.AddWithValue("$word", word);
            await tidy.ExecuteNonQueryAsync(ct);
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<SearchMatch>> Find(SearchPlan plan, int most, CancellationToken ct)
    {
        var whole = Expression(plan);
        var matches = new List<SearchMatch>();
        await using (var command = await Command(
            """
            SELECT d.Key, d.ArticleId, d.Kind, d.Sections, d.People, d.HasPicture
            FROM SearchTexts CROSS JOIN SearchDocuments d ON d.Key = SearchTexts.rowid
            WHERE SearchTexts MATCH $query AND SearchTexts.rowid BETWEEN $from AND $until
            ORDER BY SearchTexts.rowid DESC LIMIT $most
            """, ct))
        {
            Ask(command, whole, plan.From, plan.Until, most);
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                matches.Add(new(rows.GetInt64(0), rows.GetInt64(1), (ArticleKind)rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.GetBoolean(5), 0));
        }
        if (matches.Count == 0 || plan.Wanted.Count == 0) return matches;
        var weights = new Dictionary<long, int>();
        foreach (var term in plan.Wanted.Take(WeighedTerms))
            foreach (var (column, weight) in Weights)
                await Weigh(weights, $"{Any(term, column)} AND ({whole})", matches[^1].Key, matches[0].Key, most, weight, ct);
        return [.. matches.Select(m => m with { Weight = weights.GetValueOrDefault(m.Key) })];
    }

    private async Task Weigh(Dictionary<long, int> weights, string query, long from, long until, int most, int weight, CancellationToken ct)
    {
        await using var command = await Command("SELECT rowid FROM SearchTexts WHERE SearchTexts MATCH $query AND rowid BETWEEN $from AND $until ORDER BY rowid DESC LIMIT $most", ct);
        Ask(command, query, from, until, most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) weights[rows.GetInt64(0)] = weights.GetValueOrDefault(rows.GetInt64(0)) + weight;
    }

    private static void Ask(SqliteCommand command, string query, long from, long until, int most)
    {
        command.Parameters.AddWithValue("$query", query);
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$until", until);
        command.Parameters.AddWithValue("$most", most);
    }

    private static string Expression(SearchPlan plan)
    {
        var wanted = plan.Wanted.Select(term => Any(term, Words)).Concat(plan.Facts.Select(group => $"Facts : ({string.Join(" OR ", group.Select(Quote))})"));
        var query = string.Join(" AND ", wanted);
        return plan.Excluded.Count == 0 ? query : $"({query}) NOT ({string.Join(" OR ", plan.Excluded.Select(term => Any(term, Words)))})";
    }

    private static string Any(IReadOnlyList<SearchPhrase> forms, string columns) => $"({string.Join(" OR ", forms.Select(f => Form(f, columns)))})";

    private static string Form(SearchPhrase form, string columns) =>
        form.IsShortWord ? columns == Words ? $"Facts : {Quote(SearchFacts.ShortWord(form.Tokens[0]))}" : $"{columns}{Quote(form.Tokens[0])}"
        : $"{columns}{Quote(string.Join(' ', form.Tokens))}{(form.IsPrefix ? " *" : "")}";

    // Tokens are letters and digits: there is nothing to escape, but nothing that FTS5 takes for its own words either.
    private static string Quote(string tokens) => $"\"{tokens.Replace("\"", "", StringComparison.Ordinal)}\"";

    private async Task<SqliteCommand> Command(string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return (SqliteCommand)command;
    }
}
