using Broadsheet.Core.Data;
using Broadsheet.Core.Readings;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Press;

namespace Broadsheet.Web.Features.Reader;

/// <summary>The page of the most read articles of an edition, and the same in short for its front.</summary>
public sealed class MostReadPages(BroadsheetDb db, Editions editions, Teasers teasers)
{
    /// <summary>Where the page is, without prefix and slash.</summary>
    public const string Path = "most-read";

    /// <summary>How old the lists may be: they change by the clock alone.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private const int OnFront = 5;
    private const int OnPage = 10;

    /// <summary>The page: a day and a week. Two queries beside those of every page.</summary>
    public async Task<PublicPage> Page(string language, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await editions.Load(db, language, now, ct);
        var day = await MostRead.Read(db, language, MostRead.Day, OnPage, now, ct);
        var week = await MostRead.Read(db, language, MostRead.Week, OnPage, now, ct);
        var model = new MostReadModel
        {
            Frame = edition.Frame(Path),
            Head = edition.Head(edition.Text("MostRead"), Path, edition.Text("MostReadDescription")),
            Day = Show(day, edition),
            Week = Show(week, edition),
        };
        return PublicPage.Of<MostReadPage, MostReadModel>(model, edition.Interface) with { Tags = [.. Tags(day.Concat(week)), "site"], ExpiresAt = Sooner(edition.NextChange, now) };
    }

    /// <summary>What the front shows: the first five of a day, or nothing where fewer were read enough. One query.</summary>
    public async Task<IReadOnlyList<ReadArticle>> Front(Edition edition, DateTimeOffset now, CancellationToken ct) =>
        await MostRead.Read(db, edition.Language, MostRead.Day, OnFront, now, ct) is { Count: OnFront } five ? five : [];

    /// <summary>Articles as a page shows them.</summary>
    public IReadOnlyList<Teaser> Show(IEnumerable<ReadArticle> articles, Edition edition) => [.. articles.Select(a => teasers.Show(
        new TeaserRow(a.Id, a.Path, a.Headline, "", edition.Language, a.Kind, a.SectionId, 0, false, a.PublishedAt, null, null, null), edition))];

    /// <summary>Their tags: one that is withdrawn or retracted leaves the lists at once.</summary>
    public static IEnumerable<string> Tags(IEnumerable<ReadArticle> articles) => articles.Select(a => $"article:{a.Id}").Distinct(StringComparer.Ordinal);

    /// <summary>When a page with these lists is old: after five minutes, or when it changes anyway.</summary>
    public static DateTimeOffset Sooner(DateTimeOffset? change, DateTimeOffset now) => change is { } at && at < now + Kept ? at : now + Kept;
}
