using System.Collections.Frozen;
using Broadsheet.Web.Components;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Press;

/// <summary>Style sheets, scripts and fonts, kept in memory with their compressed forms. Their names carry a hash: browsers keep them for ever.</summary>
public sealed class AssetFiles
{
    private readonly FrozenDictionary<string, Loaded> _files = Assets.All.ToFrozenDictionary(a => a.File, Load, StringComparer.Ordinal);

    /// <summary>Maps <c>/assets/{file}</c>.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/assets/{file}", ["GET", "HEAD"], (string file, HttpContext context, AssetFiles assets) => assets.Serve(file, context));

    private async Task Serve(string file, HttpContext context)
    {
        var response = context.Response;
        if (!_files.TryGetValue(file, out var asset))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var accept = context.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) = asset.Brotli is not null && Encoding.Takes(accept, "br") ? (asset.Brotli, "br")
            : asset.Gzip is not null && Encoding.Takes(accept, "gzip") ? (asset.Gzip, "gzip") : (asset.Plain, null);
        response.ContentType = asset.ContentType;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ETag = $"\"{file}{(encoding is null ? "" : "-" + encoding)}\"";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Loaded Load(Asset asset)
    {
        var path = Path.Combine(Assets.Folder, asset.File);
        byte[]? Beside(string extension) => asset.IsCompressed ? File.ReadAllBytes(path + extension) : null;
        return new(asset.ContentType, File.ReadAllBytes(path), Beside(".br"), Beside(".gz"));
    }

    private sealed record Loaded(string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip);
}
