using System.Net.Http.Headers;
using System.Text;
using Broadsheet.Core.Readings;
using Broadsheet.Tests.Reader;
using Broadsheet.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>A newspaper with readers.</summary>
public class ReadPaper : World
{
    /// <summary>What a browser calls itself.</summary>
    public const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    /// <summary>Asks for a page as a browser does.</summary>
    internal Task<Answer> Read(string path, params (string Name, string Value)[] headers) => this.Ask(path, [("User-Agent", Browser), .. headers]);

    /// <summary>Writes down what was counted; false where it failed.</summary>
    public Task<bool> Flush() => Services.GetRequiredService<ReadingsJob>().Flush();

    /// <summary>What was counted of an article, written down first.</summary>
    public async Task<(int Readings, int Robots)> Counted(string path)
    {
        Assert.True(await Flush());
        return await Written(path);
    }

    /// <summary>What is written down of an article.</summary>
    public Task<(int Readings, int Robots)> Written(string path) => InDb(async db =>
    {
        var id = await db.Articles.Where(a => a.Path == path.Substring(1)).Select(a => a.Id).SingleAsync();
        var hours = await db.ReadingHours.AsNoTracking().Where(r => r.ArticleId == id).ToListAsync();
        return (hours.Sum(h => h.Readings), hours.Sum(h => h.Robots));
    });

    /// <summary>Writes readings of an article down, some hours ago.</summary>
    public Task Note(string path, int readings, int hoursAgo = 0) => InDb(async db =>
    {
        var id = await db.Articles.Where(a => a.Path == path.Substring(1)).Select(a => a.Id).SingleAsync();
        await ReadingBook.Add(db, [new ReadingHour { ArticleId = id, Hour = ReadingHour.Of(Clock.GetUtcNow()) - hoursAgo, Readings = readings }], CancellationToken.None);
        return true;
    });

    /// <summary>Reports a reading as a page's script does.</summary>
    internal async Task<Answer> Report(string body, string? type = "text/plain", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/readings", UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers.Prepend(("User-Agent", Browser))) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers, response.Content.Headers);
    }
}

/// <summary>A newspaper whose readers' browsers count.</summary>
public sealed class BeaconPaper : ReadPaper
{
    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object> Settings => new Dictionary<string, object> { ["Press"] = new { CountBy = "Beacon" } };
}
