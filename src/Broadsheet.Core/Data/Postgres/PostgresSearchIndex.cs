using System.Globalization;
using System.Text;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Search;
using Broadsheet.Language.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Broadsheet.Core.Data.Postgres;

/// <summary>
/// The search in PostgreSQL. Its index knows no order: the newest matches are looked for in the newest two months, then in as many
/// years as should hold enough of them, so that a frequent word costs no more than a rare one.
/// </summary>
/// <param name="db">The database.</param>
internal sealed class PostgresSearchIndex(PostgresBroadsheetDb db) : SearchIndex
{
    // tsvector counts no further.
    private const int LastPosition = 16_383;
    private const int MostYears = 20;

    /// <inheritdoc/>
    public override async Task Put(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        await using var command = await Command(
            """
            INSERT INTO "SearchDocuments" ("Key", "ArticleId", "Language", "Kind", "Sections", "People", "HasPicture", "Head", "Words", "Tokens")
            SELECT k, a, l, i, s, p, b, h, w, t::tsvector FROM unnest(@keys, @articles, @languages, @kinds, @sections, @people, @pictures, @heads, @words, @tokens) AS u(k, a, l, i, s, p, b, h, w, t)
            """, ct);
        void Column<T>(string name, Func<SearchEntry, T> value) => command.Parameters.AddWithValue(name, entries.Select(value).ToArray());
        Column("keys", e => e.Document.Key);
        Column("articles", e => e.Document.ArticleId);
        Column("languages", e => e.Document.Language);
        Column("kinds", e => (int)e.Document.Kind);
        Column("sections", e => e.Document.Sections);
        Column("people", e => e.Document.People);
        Column("pictures", e => e.Document.HasPicture);
        Column("heads", e => e.Document.Head);
        Column("words", e => e.Document.Words);
        Column("tokens", e => Vector(e.Tokens, e.Facts));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public override Task Remove(IReadOnlyList<long> keys, CancellationToken ct) => db.SearchDocuments.Where(d => keys.Contains(d.Key)).ExecuteDeleteAsync(ct);

    // New words wait in a list that every search walks through, until it is full: 1 MB of them took a search four times 15 ms.
    /// <inheritdoc/>
    public override async Task Settle(CancellationToken ct)
    {
        await using var command = await Command("""SELECT gin_clean_pending_list('"IX_SearchDocuments_Tokens"')""", ct);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public override async Task Count(IReadOnlyDictionary<(string Language, string Word), int> changes, CancellationToken ct)
    {
        await using (var command = await Command(
            """
            INSERT INTO "SearchWords" AS w ("Language", "Word", "Initial", "Count") SELECT * FROM unnest(@languages, @words, @initials, @counts)
            ON CONFLICT ("Language", "Word") DO UPDATE SET "Count" = w."Count" + excluded."Count"
            """, ct))
        {
            command.Parameters.AddWithValue("languages", changes.Keys.Select(k => k.Language).ToArray());
            command.Parameters.AddWithValue("words", changes.Keys.Select(k => k.Word).ToArray());
            command.Parameters.AddWithValue("initials", changes.Keys.Select(k => k.Word[..1]).ToArray());
            command.Parameters.AddWithValue("counts", changes.Values.ToArray());
            await command.ExecuteNonQueryAsync(ct);
        }
        if (!changes.Values.Any(v => v < 0)) return;
        await using var tidy = await Command("""DELETE FROM "SearchWords" w USING unnest(@languages, @words) AS u(l, t) WHERE w."Language" = u.l AND w."Word" = u.t AND w."Count" <= 0""", ct);
        tidy.Parameters.AddWithValue("languages", changes.Keys.Select(k => k.Language).ToArray());
        tidy.Parameters.AddWithValue("words", changes.Keys.Select(k => k.Word).ToArray());
        await tidy.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<SearchMatch>> Find(SearchPlan plan, int most, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        if (await Newest(ct) is not { } newest) return [];
        // The planner doesn't know what unpacking a long vector costs: left alone it reads the whole table for a frequent word.
        await using (var settings = await Command("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL jit = off", ct)) await settings.ExecuteNonQueryAsync(ct);
        var top = Math.Min(plan.Until, newest);
        var last = SearchKey.Minute(top);
        var before = last.AddMonths(-1);
        if (await Since(new(before.Year, before.Month, 1), [SearchFacts.Month(before), SearchFacts.Month(last)]) is not { } months) return await Matches(plan, most, ct);
        if (months.Count >= most) return months;
        // Half as long again as it takes if the months before were like these two.
        var years = months.Count == 0 ? int.MaxValue : (int)(1.5 * most / months.Count / 6) + 1;
        if (years <= MostYears && await Since(new(last.Year - years, 1, 1), [.. Enumerable.Range(0, years + 1).Select(back => SearchFacts.Year(last.AddYears(-back)))]) is { } found && found.Count >= most) return found;
        return await Matches(plan, most, ct);

        // Null where the search doesn't reach back so far.
        async Task<List<SearchMatch>?> Since(DateOnly first, IReadOnlyList<string> names) =>
            SearchKey.At(new(first, TimeOnly.MinValue, TimeSpan.Zero)) is var begin && begin <= plan.From ? null : await Matches(plan with { Facts = [.. plan.Facts, names], From = begin }, most, ct);
    }

    private async Task<long?> Newest(CancellationToken ct)
    {
        await using var command = await Command("""SELECT max("Key") FROM "SearchDocuments" """, ct);
        return await command.ExecuteScalarAsync(ct) as long?;
    }

    private async Task<List<SearchMatch>> Matches(SearchPlan plan, int most, CancellationToken ct)
    {
        await using var command = await Command(
            $"""
            WITH found AS MATERIALIZED (SELECT ctid AS place, "Key" FROM "SearchDocuments" WHERE "Tokens" @@ @query::tsquery AND "Key" BETWEEN @from AND @until
                {(plan.Language is null ? "" : "AND \"Language\" = @language")} ORDER BY "Key" DESC LIMIT @most)
            SELECT d."Key", "ArticleId", "Kind", "Sections", "People", "HasPicture", "Head" FROM found JOIN "SearchDocuments" d ON d.ctid = found.place ORDER BY d."Key" DESC
            """, ct);
        command.Parameters.AddWithValue("query", Expression(plan));
        command.Parameters.AddWithValue("from", plan.From);
        command.Parameters.AddWithValue("until", plan.Until);
        command.Parameters.AddWithValue("most", most);
        if (plan.Language is not null) command.Parameters.AddWithValue("language", plan.Language);
        var matches = new List<SearchMatch>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            matches.Add(new(rows.GetInt64(0), rows.GetInt64(1), (ArticleKind)rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.GetBoolean(5), rows.GetString(6)));
        return matches;
    }

    private static string Expression(SearchPlan plan) => string.Join(" & ",
        plan.Wanted.Select(Any)
            .Concat(plan.Facts.Select(group => $"({string.Join(" | ", group.Select(f => Quote(SearchFacts.Token(f))))})")).DefaultIfEmpty(Quote(SearchFacts.Token(SearchFacts.Any)))
            .Concat(plan.Excluded.Select(term => "!" + Any(term))));

    private static string Any(IReadOnlyList<SearchPhrase> forms) => $"({string.Join(" | ", forms.Select(Form))})";

    private static string Form(SearchPhrase form)
    {
        if (form.IsShortWord) return Quote(SearchFacts.Token(SearchFacts.ShortWord(form.Tokens[0])));
        var threes = Enumerable.Range(0, form.Tokens.Count - 1).Select(i => Three(form.Tokens[i], form.Tokens[i + 1])).ToList();
        return !form.IsPrefix && threes.Count > 0 && threes.TrueForAll(t => t is not null)
            ? $"({string.Join(" & ", threes.Select(t => Quote(t!)))})"
            : $"({string.Join(" <-> ", form.Tokens.Select(Quote))}{(form.IsPrefix ? ":*" : "")})";
    }

    // Two neighbouring pairs of syllables are indexed as one token too: PostgreSQL finds the places of a phrase only by unpacking
    // every vector that holds its words, and a Korean word of three syllables would be a phrase. Null for what is no such pair.
    private static string? Three(string first, string second) =>
        SearchTokens.Joined(first, second) is { } joined ? SearchFacts.Token(joined) : null;

    private static string Quote(string token) => $"'{token.Replace("'", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}'";

    private static string Vector(IReadOnlyList<string> tokens, IReadOnlyCollection<string> facts)
    {
        var places = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(tokens.Count, LastPosition); i++)
        {
            if (tokens[i] == SearchToken.Border) continue;
            if (places.TryGetValue(tokens[i], out var list)) list.Append(CultureInfo.InvariantCulture, $",{i + 1}");
            else places[tokens[i]] = new StringBuilder().Append(CultureInfo.InvariantCulture, $":{i + 1}");
        }
        for (var i = 0; i + 1 < Math.Min(tokens.Count, LastPosition); i++)
            if (Three(tokens[i], tokens[i + 1]) is { } three) places[three] = new();
        foreach (var fact in facts) places[SearchFacts.Token(fact)] = new();
        return string.Join(' ', places.Select(p => Quote(p.Key) + p.Value));
    }

    private async Task<NpgsqlCommand> Command(string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
