using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.Staff;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>Photos for the editor: choosing, taking in, looking at what no public page shows yet.</summary>
public static class PhotoEndpoints
{
    private const int Most = 30;
    private const int Width = 640;

    // What stands around the picture in an upload.
    private const int Around = 64 * 1024;

    /// <summary>Maps it.</summary>
    public static void MapPhotoPicker(this IEndpointRouteBuilder newsroom)
    {
        var most = newsroom.ServiceProvider.GetRequiredService<MediaOptions>().MaxBytes + Around;
        newsroom.MapGet("/photos", Find).RequireRight(Right.UsePhotos);
        newsroom.MapPost("/photos", Take).RequireRight(Right.UsePhotos).WithMetadata(new RequestSizeLimitAttribute(most), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = most });
        newsroom.MapGet("/photos/{id:guid}/{width:int}.jpg", Serve).RequireRight(Right.UsePhotos);
    }

    /// <summary>Address of a photo as the newsroom sees it.</summary>
    public static string Src(Photo photo) => $"{NewsroomPaths.Root}/photos/{photo.PublicId}/{WidthOf(photo)}.jpg";

    private static int WidthOf(Photo photo) => Renditions.WidthsFor(photo.Width, photo.Height).Last(w => w <= Width || w == Renditions.WidthsFor(photo.Width, photo.Height)[0]);

    private static async Task<IResult> Find(StaffRequest request, BroadsheetDb db, string? q, string? ids)
    {
        var photos = db.Photos.AsNoTracking();
        if (ids is not null)
        {
            var keys = ids.Split(',').Take(Most).Select(k => Guid.TryParse(k, out var key) ? key : Guid.Empty).ToList();
            photos = photos.Where(p => keys.Contains(p.PublicId));
        }
        else if (!string.IsNullOrWhiteSpace(q))
        {
            var pattern = $"%{q.Trim().ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
#pragma warning disable CA1304, CA1311 // It becomes SQL, which knows no culture.
            photos = photos.Where(p => EF.Functions.Like((p.Headline ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((p.Caption ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((p.Credit ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((p.Place ?? "").ToLower(), pattern, "\\"));
#pragma warning restore CA1304, CA1311
        }
        return Results.Json((await photos.OrderByDescending(p => p.Id).Take(Most).ToListAsync(request.Aborted)).Select(Described));
    }

    private static async Task<IResult> Take(StaffRequest request, PhotoDesk desk, MediaOptions options, IFormFile? photo)
    {
        if (photo is null) return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: Components.Texts.T("Photo_None"));
        await using var stream = photo.OpenReadStream();
        switch (PhotoIntake.Inspect(stream, options))
        {
            case PhotoInspection.Accepted accepted:
                return Results.Json(Described(await desk.Take(accepted, new PhotoFacts(), request.Aborted)), statusCode: StatusCodes.Status201Created);
            case PhotoInspection.Refused refused:
                return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: refused.Reason);
            default:
                throw new InvalidOperationException("A picture is accepted or refused.");
        }
    }

    private static async Task<IResult> Serve(StaffRequest request, BroadsheetDb db, MediaStore store, PhotoDesk desk, Guid id, int width)
    {
        if (await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == id, request.Aborted) is not { } photo || !Renditions.WidthsFor(photo.Width, photo.Height).Contains(width)) return Results.NotFound();
        await Task.Run(() => desk.Make(photo, width, PhotoFormat.Jpeg), request.Aborted);
        return Results.File(store.RenditionPath(photo.Hash, width, PhotoFormat.Jpeg), "image/jpeg");
    }

    private static object Described(Photo photo) => new
    {
        id = photo.PublicId,
        src = Src(photo),
        width = photo.Width,
        height = photo.Height,
        caption = photo.Caption is null ? "" : BodyText.Of(photo.Caption),
        alt = photo.AltText ?? "",
        credit = photo.Credit ?? "",
    };
}
