using System.Globalization;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>The language in which the newsroom's pages are drawn: that of whoever is signed in, at the door the browser's.</summary>
public static class NewsroomLanguage
{
    /// <summary>Languages that the interface has.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "ko"];

    /// <summary>That of the page being drawn.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>A language's own name.</summary>
    public static string NameOf(string language) => language switch { "ko" => "한국어", _ => "English" };

    /// <summary>Sets it for the rest of the request.</summary>
    public static void Set(HttpContext context, StaffPresence presence)
    {
        var language = presence.Member is not null ? presence.Language : context.Request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : Preferred(context.Request);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language is not null && All.Contains(language) ? language : "en");
    }

    private static string? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(All.Contains);
}
