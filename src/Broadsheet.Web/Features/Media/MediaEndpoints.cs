using System.Collections.Concurrent;
using Broadsheet.Core;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Media;

/// <summary>Renditions of photos that a public article uses: <c>/media/{photo}/{width}.{avif|webp|jpg}</c>.</summary>
public static class MediaEndpoints
{
    // One rendition is made once however many wait; making it is work for one core, so few at a time.
    private static readonly ConcurrentDictionary<string, Lazy<Task>> UnderWay = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Makers = new(2);

    /// <summary>Maps the addresses of renditions.</summary>
    public static void MapMedia(this IEndpointRouteBuilder app) => app.MapMethods("/media/{photo:guid}/{file}", ["GET", "HEAD"], Serve);

    private static async Task<Results<PhysicalFileHttpResult, NotFound, StatusCodeHttpResult>> Serve(
        Guid photo, string file, BroadsheetDb db, MediaStore store, PhotoDesk desk, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        if (Parse(file) is not var (width, format)) return TypedResults.NotFound();
        var now = Moment.Cut(clock.GetUtcNow());
        var found = await db.Photos.AsNoTracking().Where(p => p.PublicId == photo).Select(p => new
        {
            Photo = p,
            IsPublic = db.ArticlePhotos.Any(u => u.PhotoId == p.Id && db.Articles.Any(a => a.Id == u.ArticleId && a.State == ArticleState.Published && a.PublishedAt <= now)),
            WasPublic = db.ArticlePhotos.Any(u => u.PhotoId == p.Id && db.Articles.Any(a => a.Id == u.ArticleId && (a.State == ArticleState.Withdrawn || a.State == ArticleState.Retracted) && a.PublishedAt <= now)),
        }).FirstOrDefaultAsync(ct);
        if (found is null || !Renditions.WidthsFor(found.Photo.Width, found.Photo.Height).Contains(width)) return TypedResults.NotFound();
        if (!found.IsPublic) return found.WasPublic ? TypedResults.StatusCode(StatusCodes.Status410Gone) : TypedResults.NotFound();
        var path = store.RenditionPath(found.Photo.Hash, width, format);
        if (!File.Exists(path)) await MakeOnce(path, () => desk.Make(found.Photo, width, format));
        context.Response.Headers.CacheControl = "public, max-age=2592000";
        return TypedResults.PhysicalFile(path, format.MediaType(), lastModified: found.Photo.CreatedAt, entityTag: new($"\"{found.Photo.Hash[..16]}-{width}\""));
    }

    private static async Task MakeOnce(string path, Action make)
    {
        var work = UnderWay.GetOrAdd(path, _ => new Lazy<Task>(() => Workshop.Run(async () =>
        {
            await Makers.WaitAsync();
            try
            {
                make();
            }
            finally
            {
                Makers.Release();
                UnderWay.TryRemove(path, out Lazy<Task>? _);
            }
        })));
        await work.Value;
    }

    private static (int Width, PhotoFormat Format)? Parse(string file) =>
        file.Split('.') is [var digits, var extension] && digits.Length is > 0 and < 6 && digits[0] != '0' && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var width)
        && Renditions.Formats.Where(f => f.Extension() == extension).Select(f => (PhotoFormat?)f).FirstOrDefault() is { } format
            ? (width, format) : null;
}
