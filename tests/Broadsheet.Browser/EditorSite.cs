using System.Collections.Concurrent;
using System.Text.Json;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>
/// A page that holds the editor and nothing else, with the newspaper's own assets and content policy; and what the editor asks a
/// newspaper for: photos to search and to send, articles to search.
/// </summary>
public sealed class EditorSite : IAsyncLifetime
{
    private const string Token = "a-token";
    private static readonly string Assets = Path.Combine(AppContext.BaseDirectory, "assets");
    private readonly ConcurrentDictionary<string, Stored> _photos = new();
    private WebApplication? _app;

    /// <summary>Where it is served.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy;
            return next(context);
        });
        _app.MapGet("/assets/{name}", Asset);
        _app.MapGet("/write", Write);
        _app.MapGet("/photos", (string? q, string? ids) => _photos.Values.Select(p => p.Photo).Where(p => Asked(p, q, ids)));
        _app.MapGet("/photos/{id}", (string id) => _photos.TryGetValue(id, out var photo) ? Results.Bytes(photo.Bytes, "image/png") : Results.NotFound());
        _app.MapPost("/photos", Take);
        _app.MapGet("/articles", (string? q, string? ids) => Articles.Where(a => ids?.Split(',').Contains(a.Id) ?? a.Headline.Contains(q ?? "", StringComparison.OrdinalIgnoreCase)));
        _app.MapGet("/read", Read);
        _app.MapPost("/save", async (HttpRequest request) => Results.Text((await request.ReadFormAsync())["body"].ToString()));
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    /// <summary>What the newspaper has written.</summary>
    internal static IReadOnlyList<Article> Articles { get; } =
        [new("0190a1b2-0000-7000-8000-00000000000a", "Harbour wall to be raised", "2023-09-11"), new("0190a1b2-0000-7000-8000-00000000000b", "Squid come late", "2023-09-10")];

    /// <summary>A picture of 3 by 2 pixels.</summary>
    internal static byte[] Picture { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGNoaGiAIAYkCgAwRgRxJpgkEQAAAABJRU5ErkJggg==");

    /// <summary>Opens the editor.</summary>
    public async Task<Writer> Open(SampleSite browser, string body = "", string language = "en", string page = "en", Action<BrowserNewContextOptions>? change = null)
    {
        var reader = await browser.Open(o =>
        {
            o.BaseURL = Address;
            change?.Invoke(o);
        });
        await reader.Page.GotoAsync($"/write?language={language}&page={page}&body={Uri.EscapeDataString(body)}");
        return new(reader);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    private static bool Asked(Photo photo, string? q, string? ids) =>
        ids?.Split(',').Contains(photo.Id) ?? photo.Caption.Contains(q ?? "", StringComparison.OrdinalIgnoreCase);

    private static IResult Asset(string name)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Assets, "manifest.json")));
        var entry = manifest.RootElement.EnumerateObject().FirstOrDefault(e => e.Name == name || e.Value.GetProperty("file").GetString() == name);
        return entry.Value.ValueKind == JsonValueKind.Undefined
            ? Results.NotFound()
            : Results.File(Path.Combine(Assets, entry.Value.GetProperty("file").GetString()!), entry.Value.GetProperty("type").GetString());
    }

    private static IResult Write(string? body, string? language, string? page) => Results.Content(
        $"""
        <!DOCTYPE html>
        <html lang="{page}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Write</title>
        <link rel="icon" href="/assets/icon.svg"><link rel="stylesheet" href="/assets/reader.css"><link rel="stylesheet" href="/assets/editor.css"><script src="/assets/editor.js" defer></script></head>
        <body><main class="page"><h1>An article</h1><form method="post" action="/save"><input type="hidden" name="__RequestVerificationToken" value="{Token}">
        <label for="body">Body</label><body-editor photos="/photos" articles="/articles"><textarea id="body" name="body" lang="{language}">{System.Net.WebUtility.HtmlEncode(body)}</textarea></body-editor>
        <button>Save</button></form></main></body></html>
        """, "text/html; charset=utf-8");

    /// <summary>What an article's page has where something of another site stands in it.</summary>
    private static IResult Read(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithFrames(["https://player.vimeo.com"]);
        return Results.Content(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Read</title><link rel="icon" href="/assets/icon.svg"><link rel="stylesheet" href="/assets/reader.css"><script src="/assets/head.js"></script><script src="/assets/embed.js" defer></script></head>
            <body><main class="page"><h1>An article</h1><figure class="figure embed"><load-embed data-src="https://player.vimeo.com/video/1" data-title="A film"><p><a href="https://vimeo.com/1">Vimeo: vimeo.com/1</a></p>
            <button type="button" class="script-only">Load from vimeo.com</button></load-embed></figure></main></body></html>
            """, "text/html; charset=utf-8");
    }

    private async Task<IResult> Take(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["__RequestVerificationToken"] != Token) return Results.Problem("The form is too old: load the page again.", statusCode: StatusCodes.Status400BadRequest);
        var file = form.Files["photo"]!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        if (!bytes.ToArray().AsSpan().StartsWith(Picture.AsSpan(0, 8))) return Results.Problem("Its content is no picture that can be read.", statusCode: StatusCodes.Status422UnprocessableEntity);
        var id = Guid.CreateVersion7().ToString();
        var photo = new Photo(id, $"/photos/{id}", 3, 2, $"Own caption of {file.FileName}", $"Alternative of {file.FileName}", "Photo: Desk");
        _photos[id] = new(photo, bytes.ToArray());
        return Results.Json(photo);
    }

    internal sealed record Photo(string Id, string Src, int Width, int Height, string Caption, string Alt, string Credit);

    internal sealed record Article(string Id, string Headline, string Date);

    private sealed record Stored(Photo Photo, byte[] Bytes);
}
