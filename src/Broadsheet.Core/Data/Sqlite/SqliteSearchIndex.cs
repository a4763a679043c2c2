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
    /// <inheritdoc/>
    public override async Task Put(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        db.AddRange(entries.Select(e => e.Document));
        await db.SaveChangesAsync(ct);
        await using var command = await Command("INSERT INTO SearchTexts(rowid, Tokens) VALUES ($key, $tokens)", ct);
        foreach (var entry in entries)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$key", entry.Document.Key);
            command.Parameters.AddWithValue("$tokens", string.Join(' ', entry.Tokens.Append(SearchToken.Border).Concat(entry.Facts.Select(SearchFacts.Token))));
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
        await db.SearchDocuments.Where(d => keys.Contains(d.Key)).ExecuteDeleteAsync(ct);
    }

    /// <inheritdoc/>
    public override Task Settle(CancellationToken ct) => Task.CompletedTask;

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
        var matches = new List<SearchMatch>();
        await using var command = await Command(
            $"""
            SELECT d.Key, d.ArticleId, d.Kind, d.Sections, d.People, d.HasPicture, d.Head
            FROM SearchTexts CROSS JOIN SearchDocuments d ON d.Key = SearchTexts.rowid
            WHERE SearchTexts MATCH $query AND SearchTexts.rowid BETWEEN $from AND $until {(plan.Language is null ? "" : "AND d.Language = $language")}
            ORDER BY SearchTexts.rowid DESC LIMIT $most
            """, ct);
        command.Parameters.AddWithValue("$query", Expression(plan));
        command.Parameters.AddWithValue("$from", plan.From);
        command.Parameters.AddWithValue("$until", plan.Until);
        command.Parameters.AddWithValue("$most", most);
        if (plan.Language is not null) command.Parameters.AddWithValue("$language", plan.Language);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            matches.Add(new(rows.GetInt64(0), rows.GetInt64(1), (ArticleKind)rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.GetBoolean(5), rows.GetString(6)));
        return matches;
    }

    private static string Expression(SearchPlan plan)
    {
        var wanted = plan.Wanted.Select(Any).Concat(plan.Facts.Select(group => $"({string.Join(" OR ", group.Select(f => Quote(SearchFacts.Token(f))))})")).DefaultIfEmpty(Quote(SearchFacts.Token(SearchFacts.Any)));
        var query = string.Join(" AND ", wanted);
        return plan.Excluded.Count == 0 ? query : $"({query}) NOT ({string.Join(" OR ", plan.Excluded.Select(Any))})";
    }

    private static string Any(IReadOnlyList<SearchPhrase> forms) => $"({string.Join(" OR ", forms.Select(Form))})";

    private static string Form(SearchPhrase form) =>
        form.IsShortWord ? Quote(SearchFacts.Token(SearchFacts.ShortWord(form.Tokens[0]))) : $"{Quote(string.Join(' ', form.Tokens))}{(form.IsPrefix ? " *" : "")}";

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
