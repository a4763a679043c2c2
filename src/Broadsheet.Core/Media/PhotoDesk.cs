using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Formats.PhotoMetadata;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Media;

/// <summary>Takes photos into the library and makes their renditions.</summary>
/// <param name="db">The database.</param>
/// <param name="store">The media folder.</param>
/// <param name="clock">The time.</param>
public sealed class PhotoDesk(BroadsheetDb db, MediaStore store, TimeProvider clock)
{
    /// <summary>Takes an inspected picture in; the same bytes are one photo, whatever they were called.</summary>
    /// <param name="picture">What <see cref="PhotoIntake"/> accepted.</param>
    /// <param name="said">What came beside the file (a wire's caption and credit): fills what the file leaves empty.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<Photo> Take(PhotoInspection.Accepted picture, PhotoFacts said, CancellationToken ct)
    {
        if (await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Hash == picture.Hash, ct) is { } known) return known;
        store.KeepOriginal(picture);
        var facts = Clean(picture.Facts);
        said = Clean(said);
        Photo photo = null!;
        await db.Write(
            async () =>
            {
                // Another process may have taken it meanwhile.
                if (await db.Photos.FirstOrDefaultAsync(p => p.Hash == picture.Hash, ct) is { } taken)
                {
                    photo = taken;
                    return;
                }
                photo = new Photo
                {
                    Hash = picture.Hash,
                    Format = picture.Format.Extension(),
                    Width = picture.Width,
                    Height = picture.Height,
                    Bytes = picture.Bytes,
                    Headline = facts.Headline ?? said.Headline,
                    Caption = (facts.Caption ?? said.Caption) is { } caption ? BodyDialect.FromText(caption) : null,
                    AltText = facts.AltText ?? said.AltText,
                    Credit = facts.Credit ?? said.Credit,
                    Creator = facts.Creator ?? said.Creator,
                    Copyright = facts.Copyright ?? said.Copyright,
                    UsageTerms = facts.UsageTerms ?? said.UsageTerms,
                    TakenOn = facts.DateCreated ?? said.DateCreated,
                    Place = facts.Place ?? said.Place,
                    CreatedAt = Moment.Cut(clock.GetUtcNow()),
                };
                db.Add(photo);
            },
            ct);
        db.Entry(photo).State = EntityState.Detached;
        return photo;
    }

    /// <summary>The next photos whose renditions wait.</summary>
    public Task<List<Photo>> Waiting(int count, CancellationToken ct) =>
        db.Photos.AsNoTracking().Where(p => p.State == PhotoState.Pending).OrderBy(p => p.Id).Take(count).ToListAsync(ct);

    /// <summary>Makes every rendition of a photo that is not in the store yet, then tells readers' pages.</summary>
    /// <param name="id">The photo.</param>
    /// <param name="ct">Ends between two renditions; those made stay.</param>
    public async Task MakeRenditions(long id, CancellationToken ct)
    {
        var photo = await db.Photos.AsNoTracking().FirstAsync(p => p.Id == id, ct);
        string? failure = null;
        try
        {
            foreach (var width in Renditions.WidthsFor(photo.Width, photo.Height))
                foreach (var format in Renditions.Formats)
                {
                    ct.ThrowIfCancellationRequested();
                    Make(photo, width, format);
                }
        }
        catch (Exception e) when (e is IOException or NetVips.VipsException)
        {
            failure = e.Message;
        }
        await db.Write(
            async () =>
            {
                var row = await db.Photos.FirstAsync(p => p.Id == id, ct);
                if (failure is null) row.RenditionsMade();
                else row.RenditionsFailed(failure);
                db.Record(new Event { Kind = EventKinds.PhotoReady, At = Moment.Cut(clock.GetUtcNow()), PhotoId = id, Tags = $"photo:{row.PublicId}" });
            },
            ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>Makes one rendition unless it lies in the store. Works for 10 ms to seconds on the calling thread.</summary>
    public void Make(Photo photo, int width, PhotoFormat format)
    {
        if (File.Exists(store.RenditionPath(photo.Hash, width, format))) return;
        var original = store.OriginalPath(photo.Hash, PhotoFormats.OfExtension(photo.Format));
        store.KeepRendition(photo.Hash, width, format, Renditions.Make(original, Facts(photo), width, format));
    }

    // A file may say anything; no database keeps U+0000.
    private static PhotoFacts Clean(PhotoFacts facts) => facts with
    {
        Headline = Clean(facts.Headline),
        Caption = Clean(facts.Caption),
        AltText = Clean(facts.AltText),
        Credit = Clean(facts.Credit),
        Creator = Clean(facts.Creator),
        Copyright = Clean(facts.Copyright),
        UsageTerms = Clean(facts.UsageTerms),
        DateCreated = Clean(facts.DateCreated),
        Place = Clean(facts.Place),
    };

    private static string? Clean(string? text) =>
        text is null || text.All(c => !char.IsControl(c) || char.IsWhiteSpace(c)) ? text : new string([.. text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c))]);

    private static PhotoFacts Facts(Photo photo) => new()
    {
        Headline = photo.Headline,
        Caption = photo.Caption is null ? null : BodyText.Of(photo.Caption),
        AltText = photo.AltText,
        Credit = photo.Credit,
        Creator = photo.Creator,
        Copyright = photo.Copyright,
        UsageTerms = photo.UsageTerms,
        DateCreated = photo.TakenOn,
        Place = photo.Place,
    };
}
