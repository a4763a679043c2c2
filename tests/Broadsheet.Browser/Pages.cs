using Xunit;

namespace Broadsheet.Browser;

/// <summary>The pages that every check is made on.</summary>
public static class Pages
{
    /// <summary>The reference story.</summary>
    public const string Story = "/2023/09/12/kim-jong-un-to-meet-putin";

    /// <summary>A story that was corrected after its first publication.</summary>
    public const string Voted = "/2023/09/11/council-votes-for-breakwater-money";

    /// <summary>Home, section, article, author, keyword, archive, record, plain and error pages in both languages.</summary>
    public static TheoryData<string> All =>
    [
        "/", "/ko/", "/national/north-korea", "/ko/national", "/city/council/harbor-renewal", Story, "/ko" + Story, "/by/park-seo-yun", "/ko/by/park-seo-yun",
        "/topic/squid", "/archive", "/2023", "/on-this-day", "/ko/on-this-day", "/ko/2023/09", "/2023/09/12", "/search", "/search?q=breakwater", "/ko/search?q=%EB%AF%B8%EC%82%AC%EC%9D%BC", "/corrections", "/ko/corrections", Voted + "/history", "/ko" + Voted + "/history", Voted + "/history/1", Voted + "/history/3/changes", "/ko" + Voted + "/history/3/changes", "/about", "/ko/standards", "/no-such-page", "/ko/no-such-page",
    ];

    /// <summary>One of each kind, for checks that take long.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["/", "/ko/", "/national", Story, "/topic/squid"];

    /// <summary>The four that are also drawn.</summary>
    public static TheoryData<string, string> Drawn => new() { { "home", "/" }, { "home-ko", "/ko/" }, { "story", Story }, { "section", "/national" }, { "author", "/by/park-seo-yun" } };
}
