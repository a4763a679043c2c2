using Xunit;

namespace Broadsheet.Tests.Readings;

/// <summary>The end of a server that is read: killed, or asked to stop.</summary>
[Trait("Category", "Database")]
public sealed class ReadingCrashTests(ReadPaper paper) : IClassFixture<ReadPaper>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_loses_what_was_not_written_down_and_nothing_else()
    {
        await using (var server = Serve())
        {
            using var reader = Client(await server.Line("Now listening on"));
            await Read(reader, World.CouncilStory, 3);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await Written(World.CouncilStory) < 3) limit.Token.ThrowIfCancellationRequested();
            await Read(reader, World.CouncilStory, 2);
            // Leaving kills it.
        }
        Assert.InRange(await Written(World.CouncilStory), 3, 5);
    }

    [Fact]
    public async Task An_orderly_end_loses_nothing()
    {
        await using var server = Serve();
        using var reader = Client(await server.Line("Now listening on"));
        await Read(reader, World.Column, 3);
        await server.Terminate();
        Assert.Equal(0, await server.Ended());
        Assert.Equal(3, await Written(World.Column));
    }

    private Commands.Program Serve() => Commands.Program.Start(["serve", "--data", paper.Data.Path, "--urls", "http://127.0.0.1:0"]);

    private static async Task Read(HttpClient reader, string path, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await reader.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.True(response.IsSuccessStatusCode);
        }
    }

    private static HttpClient Client(string line)
    {
#pragma warning disable RS0030 // A test is a reader: it asks the site on loopback and nobody else.
        var reader = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()) };
#pragma warning restore RS0030
        reader.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", ReadPaper.Browser);
        reader.DefaultRequestHeaders.Add("Accept", "text/html");
        return reader;
    }

    private async Task<int> Written(string path) => (await paper.Written(path)).Readings;
}
