using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Core.Staff;
using Xunit;

namespace Broadsheet.Tests;

/// <summary>What the newsroom answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Where it leads; null for nowhere.</param>
/// <param name="Body">The body as text.</param>
public sealed record StaffAnswer(int Status, string? Location, string Body)
{
    /// <summary>The body as a page.</summary>
    public IHtmlDocument Page => new HtmlParser().ParseDocument(Body);

    /// <summary>The words of the page, spaces made one.</summary>
    public string Words => string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A browser of one person in the newsroom: keeps cookies, follows no redirects, fills forms in as a person does.</summary>
public sealed class StaffClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="site">Where the newspaper is.</param>
    public StaffClient(Uri site)
    {
#pragma warning disable RS0030 // A test is a browser: it asks the site on loopback and nobody else.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = site };
#pragma warning restore RS0030
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
        _http.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    /// <summary>The cookies of this browser.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Their address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Key of their sign-in.</summary>
    public long LoginId { get; set; }

    /// <summary>Key of their person.</summary>
    public long PersonId { get; set; }

    /// <summary>Key of their authenticator app.</summary>
    public string AppKey { get; private set; } = "";

    /// <summary>The client itself, for what no form sends.</summary>
    public HttpClient Http => _http;

    /// <summary>Opens an address.</summary>
    public async Task<StaffAnswer> Get(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await Answer(response);
    }

    /// <summary>Opens a page that must answer 200.</summary>
    public async Task<StaffAnswer> Page(string path)
    {
        var answer = await Get(path);
        Assert.True(answer.Status == 200, $"{path} answered {answer.Status} {answer.Location}");
        return answer;
    }

    /// <summary>Opens a page and sends its form with all that stands in it and what is filled in.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="fields">What is filled in or changed.</param>
    public Task<StaffAnswer> Send(string page, params (string Name, string Value)[] fields) => Send(page, null, fields);

    /// <summary>The same, where the page has several forms.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="action">Where the form leads; null for the first of the page's middle.</param>
    /// <param name="fields">What is filled in or changed.</param>
    public async Task<StaffAnswer> Send(string page, string? action, params (string Name, string Value)[] fields) => await Send((await Page(page)).Page, page, action, fields);

    /// <summary>Sends a form of a page that is open already.</summary>
    /// <param name="open">The page.</param>
    /// <param name="page">Its address.</param>
    /// <param name="action">Where the form leads; null for the first of the page's middle.</param>
    /// <param name="fields">What is filled in or changed.</param>
    public async Task<StaffAnswer> Send(IHtmlDocument open, string page, string? action, params (string Name, string Value)[] fields)
    {
        var forms = open.QuerySelectorAll(action is null ? "main form" : "form").OfType<IHtmlFormElement>().ToList();
        var form = forms.FirstOrDefault(f => action is null || f.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"{page} has no form {action}; it has {string.Join(", ", forms.Select(f => f.GetAttribute("action")))}");
        var values = Fields(form).Where(f => fields.All(given => given.Name != f.Name)).Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value));
        using var content = new FormUrlEncodedContent(values);
        using var response = await _http.PostAsync(new Uri(form.GetAttribute("action") ?? page, UriKind.Relative), content);
        return await Answer(response);
    }

    /// <summary>Sets a password and, where there is none, an app whose key is kept here.</summary>
    public async Task<StaffAnswer> SetPassword(string password, DateTimeOffset now, string page = "/newsroom/welcome")
    {
        var open = (await Page(page)).Page;
        if (open.QuerySelector(".app code") is { } key) AppKey = key.TextContent.Replace(" ", "", StringComparison.Ordinal);
        return await Send(open, page, "/newsroom/account/password", ("password", password), ("again", password), ("code", AppKey.Length == 0 ? "" : Totp.CodeAt(AppKey, now)));
    }

    /// <summary>Signs in by password and code.</summary>
    public async Task<StaffAnswer> SignIn(string password, string code)
    {
        var answer = await Send("/newsroom/sign-in", "/newsroom/sign-in", ("email", Email), ("password", password));
        return answer.Status == 303 ? await Send(answer.Location!, ("code", code)) : answer;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" }: break;
                case IHtmlInputElement { Name.Length: > 0 } input: yield return (input.Name, input.Value); break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area: yield return (area.Name, area.Value); break;
                case IHtmlSelectElement { Name.Length: > 0 } select: yield return (select.Name, select.Value ?? ""); break;
            }
        }
    }

    private static async Task<StaffAnswer> Answer(HttpResponseMessage response) =>
        new((int)response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
}
