using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Search;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Components;

/// <summary>A search as its address says it. What is not a search parameter is left out.</summary>
public sealed record SearchParameters
{
    /// <summary>Articles on a page.</summary>
    public const int PageSize = 20;

    private const int LastPage = SearchDesk.MostMatches / PageSize;

    /// <summary>What was typed.</summary>
    public required SearchQuery Query { get; init; }

    /// <summary>Path of a section, or null.</summary>
    public string? Section { get; init; }

    /// <summary>A kind, or null.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>A person's slug, or null.</summary>
    public string? By { get; init; }

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True for articles with a picture only.</summary>
    public bool Picture { get; init; }

    /// <summary>True for every language, not only the edition's.</summary>
    public bool AnyLanguage { get; init; }

    /// <summary>Newest first, or null for the best first.</summary>
    public bool Newest { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True once something was asked for.</summary>
    public bool IsAsked => Query.Text.Length > 0 || Section is not null || Kind is not null || By is not null || From is not null || To is not null || Picture;

    /// <summary>Reads a query string; null where a parameter can't be read.</summary>
    public static SearchParameters? Read(IQueryCollection query)
    {
        if (SearchQuery.Read(One(query, "q") ?? "") is not { } text) return null;
        var (from, to, kind, page) = (One(query, "from"), One(query, "to"), One(query, "kind"), One(query, "page"));
        if (One(query, "section")?.Length > 200 || One(query, "by")?.Length > 200) return null;
        DateOnly first = default, last = default;
        ArticleKind sort = default;
        var number = 1;
        if (from is not null && !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first)) return null;
        if (to is not null && !DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out last)) return null;
        if (kind is not null && (!kind.All(char.IsAsciiLetter) || !Enum.TryParse(kind, ignoreCase: true, out sort))) return null;
        if (page is not null && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > LastPage)) return null;
        return new()
        {
            Query = text,
            Section = One(query, "section")?.Trim('/'),
            Kind = kind is null ? null : sort,
            By = One(query, "by"),
            From = from is null ? null : first,
            To = to is null ? null : last,
            Picture = One(query, "picture") is "1",
            AnyLanguage = One(query, "lang") is "any",
            Newest = One(query, "sort") is "newest",
            Page = number,
        };
    }

    /// <summary>The search that is asked for; null where its section or author is unknown.</summary>
    /// <param name="db">The database.</param>
    /// <param name="tree">The sections.</param>
    /// <param name="site">For the time zone of days.</param>
    /// <param name="language">The edition.</param>
    /// <param name="ct">Ends the look-up.</param>
    public async Task<SearchRequest?> Request(BroadsheetDb db, SectionTree tree, SiteOptions site, string language, CancellationToken ct)
    {
        var section = Section is null ? null : tree.At(Section);
        var person = By is null ? null : await db.People.AsNoTracking().Where(p => p.Slug == By).Select(p => (long?)p.Id).FirstOrDefaultAsync(ct);
        if ((Section is not null && section is null) || (By is not null && person is null)) return null;
        return new(Query)
        {
            Language = AnyLanguage ? null : language,
            Section = section?.Id,
            Kind = Kind,
            Person = person,
            From = From is { } from ? site.Midnight(from) : null,
            Before = To is { } to && to < DateOnly.MaxValue ? site.Midnight(to.AddDays(1)) : null,
            WithPicture = Picture,
            Order = Newest ? SearchOrder.Newest : SearchOrder.Best,
            Skip = (Page - 1) * PageSize,
            Take = PageSize,
        };
    }

    /// <summary>The parameters as they stand in an address, without what was typed.</summary>
    public IReadOnlyList<(string Name, string Value)> Chosen()
    {
        var chosen = new List<(string, string)>();
        if (Section is not null) chosen.Add(("section", Section));
        if (Kind is { } kind) chosen.Add(("kind", kind.ToString().ToLowerInvariant()));
        if (By is not null) chosen.Add(("by", By));
        if (Picture) chosen.Add(("picture", "1"));
        if (AnyLanguage) chosen.Add(("lang", "any"));
        if (Newest) chosen.Add(("sort", "newest"));
        return chosen;
    }

    /// <summary>The query string of this search, with its question mark.</summary>
    public string QueryString()
    {
        var all = new List<(string Name, string Value)> { ("q", Query.Text) };
        all.AddRange(Chosen());
        if (From is { } from) all.Add(("from", Day(from)));
        if (To is { } to) all.Add(("to", Day(to)));
        if (Page > 1) all.Add(("page", Page.ToString(CultureInfo.InvariantCulture)));
        return "?" + string.Join('&', all.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
    }

    /// <summary>A day as addresses and forms write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value, ..] ? value.Replace("\0", "", StringComparison.Ordinal) : null;
}
