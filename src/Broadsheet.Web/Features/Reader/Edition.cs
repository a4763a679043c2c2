using System.Globalization;
using Broadsheet.Core;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Reader;

/// <summary>What every page of an edition needs: names, sections, day.</summary>
/// <param name="Site">The operator's settings.</param>
/// <param name="Paper">What the newspaper says of itself.</param>
/// <param name="Tree">Its sections.</param>
/// <param name="Language">The edition: which articles lists hold.</param>
/// <param name="Day">Day of the edition's newest article.</param>
/// <param name="NextChange">When the next embargo of the edition ends: its pages change by the clock.</param>
/// <param name="Pages">Plain pages by name, with their title in the interface language.</param>
public sealed record Edition(SiteOptions Site, Newspaper Paper, SectionTree Tree, string Language, DateOnly? Day, DateTimeOffset? NextChange, IReadOnlyList<(string Name, string Title)> Pages)
{
    private static readonly string[] Interfaces = ["en", "ko"];

    /// <summary>Language of the interface: the edition's, where there is an interface in it.</summary>
    public string Interface { get; } = InterfaceOf(Language, Site.LanguageList);

    /// <summary>The newspaper's name in the interface language.</summary>
    public string Name => Paper.Name.IsEmpty ? Site.Name : Paper.Name.In(Interface);

    /// <summary>An edition of which only the settings are known: for a page that must be drawn without the database.</summary>
    public static Edition Bare(SiteOptions site, PlainPages pages, string language) =>
        new(site, new Newspaper(), new SectionTree([]), language, null, null, pages.Titles(InterfaceOf(language, site.LanguageList)));

    /// <summary>The interface language for a content language.</summary>
    public static string InterfaceOf(string language, IReadOnlyList<string> languages) =>
        Interfaces.Contains(language) ? language : languages.FirstOrDefault(l => Interfaces.Contains(l)) ?? "en";

    /// <summary>A path in this edition: <c>/ko/national</c>.</summary>
    public string Href(string path) => HrefIn(Language, path);

    /// <summary>A path in another edition.</summary>
    public string HrefIn(string language, string path) => Site.PathIn(language, path);

    /// <summary>The frame of a page that every edition has at the same path.</summary>
    /// <param name="path">Without prefix and leading slash.</param>
    /// <param name="section">The section that the page stands in.</param>
    /// <param name="feed">Path of its feed, without prefix and leading slash.</param>
    public Frame Frame(string path, long? section = null, string feed = "feed") => FrameWith(
        [.. Site.LanguageList.Where(l => l != Language).Select(l => new LanguageLink(l, HrefIn(l, path), OwnName(l)))], section, feed, path);

    /// <summary>The frame of a page with its own ways to other languages.</summary>
    public Frame FrameWith(IReadOnlyList<LanguageLink> others, long? section = null, string feed = "feed", string path = "")
    {
        var top = section is { } id && Tree.Lineage(id) is [var first, ..] ? first.Id : 0;
        return new()
        {
            SiteName = Name,
            Language = Interface,
            HomeHref = Href(""),
            EditionDate = Day,
            Sections = [.. Tree.Top.Select(s => new Link(s.Name.In(Interface), Href(s.Path), s.Id == top))],
            Pages = [.. Pages.Select(p => new Link(p.Title, Href(p.Name), p.Name == path))],
            OtherLanguages = others,
            ArchiveHref = Href("archive"),
            SearchHref = Href("search"),
            FeedHref = Href(feed),
            IsSample = Paper.IsSample,
        };
    }

    /// <summary>The head of a page that every edition has at the same path.</summary>
    public Head Head(string title, string path, string? description = null) => new()
    {
        Title = title,
        Description = description,
        Canonical = Site.Absolute(Href(path)),
        Alternates = Site.LanguageList.Count < 2 ? [] :
            [.. Site.LanguageList.Select(l => (l, Site.Absolute(HrefIn(l, path)))), ("x-default", Site.Absolute(HrefIn(Site.LanguageList[0], path)))],
    };

    /// <summary>A language's own name.</summary>
    public static string OwnName(string language) => language switch
    {
        "en" => "English",
        "ko" => "한국어",
        _ => CultureInfo.GetCultureInfo(language).NativeName,
    };

    /// <summary>A text in the interface's language.</summary>
    public string Text(string key) => Texts.In(key, Interface) ?? key;

    /// <summary>Words made in the interface's language: those of a link are made before its page is drawn.</summary>
    public string Say(Func<string> words)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Interface);
        try
        {
            return words();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Home, then every section down to one.</summary>
    public IReadOnlyList<Link> Breadcrumb(long section) =>
        [new Link(Text("Home"), Href("")), .. Tree.Lineage(section).Select(s => new Link(s.Name.In(Interface), Href(s.Path)))];
}
