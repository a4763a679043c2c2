using System.Globalization;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Reader;

/// <summary>Says which page an address is. The one list of what readers can get.</summary>
public sealed class ReaderPages(
    BroadsheetDb db, SiteOptions site, FrontPages fronts, ArticlePages articles, HistoryPages histories, CorrectionPages corrections, ListPages lists, ArchivePages archive, DayPages days, MostReadPages mostRead, PlainPages plain, Editions editions)
{
    /// <summary>Finds a page.</summary>
    public async Task<PublicPage> Find(PageAddress address, DateTimeOffset now, CancellationToken ct)
    {
        var edition = address.Edition(site.LanguageList);
        var page = address.Path switch
        {
            "" => await fronts.Home(edition, now, ct),
            "archive" => await archive.Overview(edition, now, ct),
            CorrectionPages.Path => await corrections.Page(edition, address.Before, now, ct),
            DayPages.OnThisDayPath => await days.OnThisDay(edition, now, ct),
            MostReadPages.Path => await mostRead.Page(edition, now, ct),
            _ when Date(address.Path) is { } date => await archive.Date(edition, date, address.Before, now, ct),
            _ => await plain.Page(address.Path, edition, editions, db, now, ct) ?? await Claimed(address, edition, now, ct),
        };
        // The first language has no prefix: /en/national is /national. An article may be asked for in any interface.
        if (address.Prefix == site.LanguageList[0] && page is PublicPage.Drawn { Status: 200 } && !IsArticle(address.Path))
            return new PublicPage.Moved($"/{address.Path}");
        return page ?? await Lowered(address, now, ct) ?? await Error(edition, StatusCodes.Status404NotFound, null, now, ct);
    }

    /// <summary>The page of something that went wrong or is no more.</summary>
    public async Task<PublicPage> Error(string language, int status, string? notice, DateTimeOffset now, CancellationToken ct) =>
        Error(await editions.Load(db, language, now, ct), status, notice);

    /// <summary>The same in an edition that is known.</summary>
    public static PublicPage.Drawn Error(Edition edition, int status, string? notice)
    {
        var head = edition.Head(Texts.In($"Error{status}Title", edition.Interface) ?? status.ToString(CultureInfo.InvariantCulture), "") with { NoIndex = true, Alternates = [] };
        return PublicPage.Of<ErrorPage, ErrorModel>(new ErrorModel(edition.Frame(""), head, status, notice, null), edition.Interface, status) with { Tags = ["site"] };
    }

    private async Task<PublicPage?> Claimed(PageAddress address, string edition, DateTimeOffset now, CancellationToken ct)
    {
        var path = address.Path;
        if (path.Contains('\0', StringComparison.Ordinal)) return null;
        if (await ArticleQueries.Claim(db, path) is not { } claimed) return await History(address, now, ct);
        return claimed.Kind switch
        {
            AddressKind.Article => await articles.Page(claimed.TargetId!.Value, address.Prefix, now, ct) ?? await Gone(claimed.TargetId!.Value, address, now, ct),
            AddressKind.Section => await fronts.Section(claimed.TargetId!.Value, edition, address.Before, now, ct),
            AddressKind.Person => await lists.Person(claimed.TargetId!.Value, edition, address.Before, now, ct),
            AddressKind.Keyword => await lists.Keyword(claimed.TargetId!.Value, edition, address.Before, now, ct),
            AddressKind.Redirect => new PublicPage.Moved(Prefixed(address, claimed.RedirectTo!)),
            _ => throw new InvalidOperationException($"Address {path} is of an unknown kind, {claimed.Kind}."),
        };
    }

    // The history of an article stands below its address, and moves with it.
    private async Task<PublicPage?> History(PageAddress address, DateTimeOffset now, CancellationToken ct)
    {
        if (!IsArticle(address.Path) || HistoryAddress.Read(address.Path) is not { } asked) return null;
        if (await db.Addresses.AsNoTracking().FirstOrDefaultAsync(a => a.Path == asked.Article, ct) is not { } claimed) return null;
        return claimed.Kind switch
        {
            AddressKind.Article => await histories.Page(claimed.TargetId!.Value, asked, address.Prefix, now, ct) ?? await Gone(claimed.TargetId!.Value, address, now, ct),
            AddressKind.Redirect => new PublicPage.Moved(Prefixed(address, claimed.RedirectTo! + asked.Rest)),
            _ => null,
        };
    }

    // Addresses are lower case. One typed in capitals leads there, if anything is there.
    private async Task<PublicPage?> Lowered(PageAddress address, DateTimeOffset now, CancellationToken ct)
    {
        var path = address.Prefix is null ? address.Path : $"{address.Prefix}/{address.Path}";
        if (!path.Any(char.IsAsciiLetterUpper) || PageAddress.Read("/" + path.ToLowerInvariant(), null, site.LanguageList) is not { } lower) return null;
        return await Find(lower, now, ct) switch
        {
            PublicPage.Moved moved => moved,
            PublicPage.Drawn { Status: not StatusCodes.Status404NotFound } => new PublicPage.Moved("/" + path.ToLowerInvariant()),
            _ => null,
        };
    }

    private async Task<PublicPage?> Gone(long articleId, PageAddress address, DateTimeOffset now, CancellationToken ct)
    {
        var row = await db.Articles.AsNoTracking().Where(a => a.Id == articleId && a.State == Core.Articles.ArticleState.Withdrawn && a.PublishedAt <= now)
            .FirstOrDefaultAsync(ct);
        if (row is null) return null;
        var notice = (await Core.Articles.Masking.Of(db, row, ct)).InlineOf(row.Notice);
        var page = await Error(address.Prefix ?? row.Language, StatusCodes.Status410Gone, notice, now, ct);
        return page with { Tags = [$"article:{articleId}", "site"] };
    }

    private string Prefixed(PageAddress address, string path) =>
        address.Prefix is null || address.Prefix == site.LanguageList[0] ? $"/{path}" : $"/{address.Prefix}/{path}";

    private static bool IsArticle(string path) => path.Length > 11 && Date(path[..10]) is { Day: not null } && path[10] == '/';

    /// <summary>The date of an archive path: a year, a month, or a day; null for anything else.</summary>
    private static ArchiveDate? Date(string path)
    {
        var parts = path.Split('/');
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length != 2) || !parts.All(p => p.All(char.IsAsciiDigit))) return null;
        var numbers = Array.ConvertAll(parts, p => int.Parse(p, CultureInfo.InvariantCulture));
        if (numbers[0] < 1600 || (numbers.Length > 1 && numbers[1] is < 1 or > 12)) return null;
        if (numbers.Length == 3 && (numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1]))) return null;
        return new(numbers[0], numbers.Length > 1 ? numbers[1] : null, numbers.Length > 2 ? numbers[2] : null);
    }
}

/// <summary>A year, month or day of the archive.</summary>
/// <param name="Year">1600 to 9999.</param>
/// <param name="Month">1 to 12, or null for the year.</param>
/// <param name="Day">Or null for the month.</param>
public sealed record ArchiveDate(int Year, int? Month, int? Day);
