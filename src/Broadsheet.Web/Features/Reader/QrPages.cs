using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Broadsheet.Web.Features.Reader;

/// <summary>QR codes of permanent addresses, for printed clippings: <c>/qr/{path of the article}.svg</c>.</summary>
public sealed class QrPages(BroadsheetDb db, SiteOptions site, ReaderPages pages)
{
    /// <summary>The code of an address that readers can open; 410 where it was withdrawn, null where there is none.</summary>
    public async Task<PublicPage?> Find(PageAddress address, DateTimeOffset now, CancellationToken ct)
    {
        if (!address.Path.StartsWith("qr/", StringComparison.Ordinal) || !address.Path.EndsWith(".svg", StringComparison.Ordinal)) return null;
        var path = address.Path[3..^4];
        if (path.Contains('\0', StringComparison.Ordinal)) return null;
        var found = await db.Addresses.AsNoTracking().Where(a => a.Path == path && a.Kind == AddressKind.Article)
            .Join(db.Articles, a => a.TargetId, a => a.Id, (_, a) => new { a.Id, a.State, a.PublishedAt }).FirstOrDefaultAsync(ct);
        if (found is null || found.PublishedAt > now) return null;
        IReadOnlyList<string> tags = ["site", $"article:{found.Id}"];
        if (found.State == ArticleState.Withdrawn)
            return await pages.Error(address.Edition(site.LanguageList), StatusCodes.Status410Gone, null, now, ct) with { Tags = tags };
        using var code = QRCodeGenerator.GenerateQrCode(site.Absolute($"/{path}"), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        var svg = drawing.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return new PublicPage.Ready("image/svg+xml", System.Text.Encoding.UTF8.GetBytes(svg)) { Tags = tags };
    }
}
