using Broadsheet.Core.Articles;
using Broadsheet.Core.Media;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Tests.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>Photos for a newspaper in a test: drawn, taken in, placed.</summary>
internal static class Darkroom
{
    /// <summary>Draws a JPEG and takes it in. Each size is another photo.</summary>
    public static async Task<Photo> Take(this World world, int width, int height = 500)
    {
        using var file = new MemoryStream(Drawing.File(".jpg", width, height));
        var picture = Assert.IsType<PhotoInspection.Accepted>(PhotoIntake.Inspect(file, new MediaOptions()));
        await using var scope = world.Services.CreateAsyncScope();
        var said = new PhotoFacts { Caption = "The breakwater at low tide.", AltText = "Stones in the sea", Credit = "TEST PAPER" };
        return await scope.ServiceProvider.GetRequiredService<PhotoDesk>().Take(picture, said, CancellationToken.None);
    }

    /// <summary>Makes every rendition, as the job in the background does.</summary>
    public static async Task Develop(this World world, Photo photo)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PhotoDesk>().MakeRenditions(photo.Id, CancellationToken.None);
        await world.Change(_ => Task.CompletedTask);
    }

    /// <summary>Puts a photo above an article's text, and further ones into it.</summary>
    public static Task Illustrate(this World world, string path, Photo lead, params Photo[] inside) => world.Change(async db =>
    {
        var article = await db.Articles.SingleAsync(a => a.Path == path.Substring(1));
        var body = "<p>The first paragraph.</p>" + string.Concat(inside.Select(p => $"<figure data-photo=\"{p.PublicId}\"></figure>")) + "<p>The last paragraph.</p>";
        db.Add(article.Write(new Words(article.Headline, article.Standfirst, BodyDialect.Normalise(body)) { Lead = (lead.Id, null, null) }, World.At(9)));
        db.AddRange(inside.Prepend(lead).Select(p => new ArticlePhoto { ArticleId = article.Id, PhotoId = p.Id }));
    });
}
