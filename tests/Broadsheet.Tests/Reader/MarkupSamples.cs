using Broadsheet.Web.Components.Models;

namespace Broadsheet.Tests.Reader;

/// <summary>Made-up pages with every part in them.</summary>
internal static class MarkupSamples
{
    public static readonly DateTimeOffset Morning = new(2023, 9, 12, 8, 40, 0, TimeSpan.FromHours(9));

    public static Frame Frame(string language = "en") => new()
    {
        SiteName = "The Tidewater Post",
        Language = language,
        HomeHref = language == "ko" ? "/ko/" : "/",
        EditionDate = new DateOnly(2023, 9, 12),
        Sections = [new("City", "/city", Current: true), new("Harbor", "/harbor")],
        Pages = [new("About", "/about")],
        OtherLanguages = [language == "ko" ? new("en", "/", "English") : new("ko", "/ko/", "한국어")],
        ArchiveHref = "/archive",
        SearchHref = "/search",
        FeedHref = "/feed",
        IsSample = true,
    };

    public static Head Head(string title = "Ferry comes back") => new()
    {
        Title = title,
        Description = "What is on the page.",
        Canonical = "https://post.example/2023/09/12/ferry",
        Alternates = [("en", "https://post.example/2023/09/12/ferry"), ("ko", "https://post.example/2023/09/12/baetgil")],
        OpenGraphType = "article",
        Picture = ("https://post.example/media/ferry/1280.jpg", 1280, 853, "A ferry"),
        Properties = [("article:published_time", "2023-09-12T08:40:00+09:00")],
        StructuredData = ["{\"@context\":\"https://schema.org\",\"headline\":\"</script><script>alert(1)</script>\"}"],
    };

    public static Figure Figure(string? caption = "The <em>ferry</em> at the pier.", string? credit = "TIDEWATER POST", int width = 1600, int height = 1067) =>
        new(new Picture(width, height, "/media/ferry", [320, 640, 960], HasModernFormats: true), caption, "A ferry at a pier", credit);

    public static Teaser Teaser(string headline, string language = "en", string? kind = null, bool photo = true) => new()
    {
        Href = "/2023/09/11/" + headline.ToLowerInvariant().Replace(' ', '-'),
        Headline = headline,
        Standfirst = "What it is about.",
        Language = language,
        Section = new("Harbor", "/harbor"),
        Kind = kind,
        PublishedAt = Morning.AddHours(-20),
        Bylines = ["Ann Brook", "Ben Ford"],
        Figure = photo ? Figure() : null,
    };

    public static ArticleModel Article(string language = "en", string? articleLanguage = null) => new()
    {
        Frame = Frame(language),
        Head = Head(),
        Breadcrumb = [new("Home", "/"), new("City", "/city"), new("Harbor", "/city/harbor")],
        Language = articleLanguage ?? language,
        Kind = "analysis",
        Headline = "Ferry comes back after 4–3 vote & a storm",
        Standfirst = "The pier is open again.",
        Dateline = "TIDEWATER",
        Bylines = [new("Ann Brook", "/by/ann-brook", "reporter", "ann@example.com", false), new("Ben Ford", "/by/ben-ford", "reporter", null, false), new("Coast Wire", "/by/coast-wire", null, null, true)],
        PublishedAt = Morning,
        UpdatedAt = Morning.AddHours(2),
        Lead = Figure(),
        Body =
        [
            new BodyPart.Html("<p>The ferry came back.</p><h2>The vote</h2><p>It was close.</p>"),
            new BodyPart.Related([Teaser("Storm breaks the pier", "ko")]),
            new BodyPart.Photo(Figure(caption: null)),
            new BodyPart.Html("<p>That is all.</p>"),
        ],
        Corrections = [new("correction", Morning.AddHours(1), "The vote was <em>4–3</em>.")],
        Sources = ["The harbor office"],
        WireCredit = "Coast Wire contributed.",
        Keywords = [new("Ferries", "/topic/ferries")],
        Translations = [new("ko", "/2023/09/12/baetgil", "한국어")],
        More = [Teaser("Squid come late"), Teaser("A sponsor speaks", kind: "sponsored")],
        Permalink = "https://post.example/2023/09/12/ferry",
        QrHref = "/2023/09/12/ferry/qr.svg",
    };

    public static HomeModel Home(string language = "en") => new()
    {
        Frame = Frame(language),
        Head = Head("The Tidewater Post"),
        Lead = Teaser("Ferry comes back"),
        Seconds = [Teaser("Squid come late"), Teaser("Bus routes change", photo: false)],
        Bands =
        [
            new(new("City", "/city"), [Teaser("One"), Teaser("Two"), Teaser("Three")]),
            new(new("Opinion", "/opinion"), [Teaser("Publish the soundings", kind: "editorial"), Teaser("In praise of rope", kind: "opinion")], IsOpinion: true),
            new(new("Harbor", "/harbor"), [Teaser("Four"), Teaser("Five"), Teaser("Six"), Teaser("Seven"), Teaser("Eight")]),
            new(new("Sports", "/sports"), [Teaser("Nine"), Teaser("Ten")]),
        ],
        Recent = [Teaser("Eleven"), Teaser("Twelve", "ko")],
        MostRead = [.. Enumerable.Range(1, 5).Select(n => Teaser($"Most read {n}", photo: false))],
    };

    public static MostReadModel MostRead(string language = "en") => new()
    {
        Frame = Frame(language),
        Head = Head("Most read"),
        Day = [Teaser("Ferry comes back", photo: false), Teaser("Squid come late", photo: false)],
        Week = [Teaser("Old map found", photo: false), Teaser("In praise of rope", kind: "opinion", photo: false)],
    };

    public static SectionModel Section(string language = "en") => new()
    {
        Frame = Frame(language),
        Head = Head("City"),
        Breadcrumb = [new("Home", "/"), new("City", "/city", Current: true)],
        Name = "City",
        Description = "News of the town.",
        Children = [new("Harbor", "/city/harbor")],
        Lead = Teaser("Ferry comes back"),
        Seconds = [Teaser("Squid come late")],
        Articles = [Teaser("Bus routes change"), Teaser("Old map found", photo: false)],
        OlderHref = "/city?before=1",
    };

    public static ListModel Author(string language = "en") => new()
    {
        Frame = Frame(language),
        Head = Head("Ann Brook"),
        Kind = "author",
        Heading = "Ann Brook",
        Title = "Reporter",
        Introduction = "Writes about water.",
        Email = "ann@example.com",
        Articles = [Teaser("Ferry comes back")],
        Older = new("Older articles", "/by/ann-brook?before=1"),
    };

    public static ArchiveModel Archive(string language = "en", bool month = true) => new()
    {
        Frame = Frame(language),
        Head = Head("Archive"),
        Month = month ? new DateOnly(2023, 9, 1) : null,
        Days = [(new DateOnly(2023, 9, 11), 1, "/2023/09/11"), (new DateOnly(2023, 9, 12), 5, "/2023/09/12")],
        Months = [(new DateOnly(2023, 9, 1), 6, "/2023/09")],
        Older = new("August 2023", "/2023/08"),
    };

    public static ArchiveModel Year(string language = "en") => new()
    {
        Frame = Frame(language),
        Head = Head("2023"),
        Year = 2023,
        Months = [.. Enumerable.Range(1, 12).Select(m => (new DateOnly(2023, m, 1), m % 3, $"/2023/{m:00}"))],
        Older = new("2022", "/2022"),
    };

    public static DayModel Day(string language = "en") => new()
    {
        Frame = Frame(language),
        Head = Head("Tuesday, September 12, 2023"),
        Heading = "Tuesday, September 12, 2023",
        Steps = [new("Archive", "/archive"), new("2023", "/2023"), new("September", "/2023/09")],
        Lead = Teaser("Ferry comes back"),
        Seconds = [Teaser("Squid come late")],
        Bands = [new(new("City", "/city"), [Teaser("Bus routes change")]) { Further = [Teaser("Old map found", photo: false)] }],
        Older = new("Monday, September 11, 2023", "/2023/09/11"),
    };

    public static PlainPageModel Plain(string language = "en") =>
        new(Frame(language), Head("About"), "About us", "<p>We print what we know.</p>", "en");

    public static ErrorModel Error(int status = 410, string language = "en") =>
        new(Frame(language), Head("Gone"), status, "The report named the wrong ship.", "4bf92f35");
}
