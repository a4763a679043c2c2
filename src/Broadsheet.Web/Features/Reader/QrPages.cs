using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Broadsheet.Web.Features.Reader;

/// <summary>QR codes of permanent addresses, for printed clippings: <c>/qr/{path of the article}.svg</c>.</summary>
public sealed class QrPages(BroadsheetDb db, SiteOptions site)
{
    /// <summary>The code of an address that was given out, or null.</summary>
    public async Task<PublicPage?> Find(PageAddress address, CancellationToken ct)
    {
        if (!address.Path.StartsWith("qr/", StringComparison.Ordinal) || !address.Path.EndsWith(".svg", StringComparison.Ordinal)) return null;
        var path = address.Path[3..^4];
        if (!await db.Addresses.AnyAsync(a => a.Path == path, ct)) return null;
        using var code = QRCodeGenerator.GenerateQrCode(site.Absolute($"/{path}"), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        var svg = drawing.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return new PublicPage.Ready("image/svg+xml", System.Text.Encoding.UTF8.GetBytes(svg)) { Tags = ["site"] };
    }
}
