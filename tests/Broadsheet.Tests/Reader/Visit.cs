using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>An answer of the site, read to its end.</summary>
internal sealed record Answer(int Status, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders Content)
{
    /// <summary>The body as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Where a redirect leads.</summary>
    public string? Location => Headers.Location?.OriginalString;

    /// <summary>The media type without parameters.</summary>
    public string? Type => Content.ContentType?.MediaType;

    /// <summary>A header by name, whichever part it belongs to.</summary>
    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || Content.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}

/// <summary>What a reader does on a site in a test.</summary>
internal static partial class Visit
{
    /// <summary>Asks for a path.</summary>
    public static Task<Answer> Ask(this NewspaperApp app, string path, params (string Name, string Value)[] headers) => app.Ask(HttpMethod.Get, path, headers);

    /// <summary>Asks for a path by a method; a header given replaces the usual one.</summary>
    public static async Task<Answer> Ask(this NewspaperApp app, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await app.Http.SendAsync(request);
        return new(StatusOf(response), await response.Content.ReadAsByteArrayAsync(), response.Headers, response.Content.Headers);
    }

    /// <summary>The parsed page of a path, which must answer 200.</summary>
    public static async Task<IHtmlDocument> Read(this NewspaperApp app, string path) => Parse(await app.Page(path));

    /// <summary>Parses a page.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Addresses of articles that stand in the main part of a page, in order, as often as they stand there.</summary>
    public static List<string> ArticleLinks(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).Where(h => ArticlePath().IsMatch(h))];

    /// <summary>Sends bytes as they are to the site and reads until it closes.</summary>
    public static async Task<string> Send(this NewspaperApp app, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The line of the log that holds the words; it may come a moment after the answer.</summary>
    public static async Task<(LogLevel Level, string Line)> Logged(this NewspaperApp app, string words)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (app.Log.Lines.FirstOrDefault(l => l.Line.Contains(words, StringComparison.Ordinal)) is { Line: not null } found) return found;
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5), $"The log says nothing of {words}.");
            await Task.Yield();
        }
    }

    private static int StatusOf(HttpResponseMessage response) => Convert.ToInt32(response.StatusCode, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^/(?:[a-z]{2}/)?\d{4}/\d{2}/\d{2}/[a-z0-9-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticlePath();
}
