using Broadsheet.Core;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;

namespace Broadsheet.Tests;

/// <summary>
/// A small named newspaper: sections National (with North Korea), City (with Council, with Harbor) and Opinion; two people;
/// a few articles in both languages.
/// </summary>
public class World : NewspaperApp
{
    /// <summary>The time zone of the paper.</summary>
    public static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    /// <summary>The council story, in English.</summary>
    public const string CouncilStory = "/2023/09/12/council-mends-the-breakwater";

    /// <summary>The same story in Korean.</summary>
    public const string CouncilStoryInKorean = "/2023/09/12/uihoe-bangpaje-bosu";

    /// <summary>A column.</summary>
    public const string Column = "/2023/09/11/on-being-early";

    /// <summary>A moment of the sample's day, by the clock of Seoul.</summary>
    public static DateTimeOffset At(int hour, int minute = 0, int day = 12) => new(2023, 9, day, hour, minute, 0, TimeSpan.FromHours(9));

    /// <summary>Writes and publishes an article; returns its path with leading slash.</summary>
    public async Task<string> Publish(Draft draft)
    {
        Article article = null!;
        await Change(async db => article = await Publish(db, draft));
        return "/" + article.Path;
    }

    /// <summary>Does something with an article inside a write.</summary>
    public Task Decide(string path, Func<PublicationDesk, Article, Placement, Task> decision) => Change(async db =>
    {
        var target = (await db.Addresses.FindAsync(path.TrimStart('/')))!.TargetId!.Value;
        var desk = new PublicationDesk(db, await SectionTree.Load(db, CancellationToken.None), Seoul);
        await decision(desk, (await db.Articles.FindAsync(target))!, await desk.PlacementOf(target, CancellationToken.None));
    });

    /// <inheritdoc/>
    protected override Task Fill() => Change(async db =>
    {
        var now = At(6);
        var national = await SectionDesk.Add(db, null, "national", Names("National", "전국"), now, CancellationToken.None);
        await SectionDesk.Add(db, national, "north-korea", Names("North Korea", "북한"), now, CancellationToken.None);
        var city = await SectionDesk.Add(db, null, "city", Names("City", "나래시"), now, CancellationToken.None);
        var council = await SectionDesk.Add(db, city, "council", Names("Council", "시의회"), now, CancellationToken.None);
        await SectionDesk.Add(db, council, "harbor", Names("Harbor", "항만"), now, CancellationToken.None);
        await SectionDesk.Add(db, null, "opinion", Names("Opinion", "오피니언"), now, CancellationToken.None);
        db.AddRange(
            new Person { Slug = "ok-da-hyun", Name = Names("Ok Da-hyun", "옥다현"), Title = Names("City hall reporter", "시청 담당 기자"), Email = "okdahyun@example.com" },
            new Person { Slug = "guk-ha-ram", Name = Names("Guk Ha-ram", "국하람") });
        db.Add(new Keyword { Slug = "breakwater", Name = Names("Breakwater", "방파제") });
        await db.SaveChangesAsync();
        db.AddRange(db.People.Local.Select(p => new Address { Path = $"by/{p.Slug}", Kind = AddressKind.Person, TargetId = p.Id }).ToList());
        db.AddRange(db.Keywords.Local.Select(k => new Address { Path = $"topic/{k.Slug}", Kind = AddressKind.Keyword, TargetId = k.Id }).ToList());
        var key = Guid.NewGuid();
        await Publish(db, new("Council mends the breakwater", "city/council/harbor") { Standfirst = "The vote was 14 to 9.", Priority = 1, Keyword = "breakwater", Translation = key, Slug = "council-mends-the-breakwater" });
        await Publish(db, new("의회, 방파제 보수", "city/council/harbor") { Language = "ko", Standfirst = "표결은 14대 9였다.", Priority = 1, Translation = key, Slug = "uihoe-bangpaje-bosu" });
        await Publish(db, new("On being early", "opinion") { Kind = ArticleKind.Opinion, At = At(9, day: 11), Slug = "on-being-early", Priority = 1 });
    });

    /// <summary>Writes and publishes an article inside a write.</summary>
    public static async Task<Article> Publish(BroadsheetDb db, Draft draft)
    {
        var tree = await SectionTree.Load(db, CancellationToken.None);
        var article = new Article
        {
            Language = draft.Language,
            Kind = draft.Kind,
            SectionId = tree.At(draft.Section)!.Id,
            Priority = draft.Priority,
            TranslationKey = draft.Translation,
            WireSource = draft.WireSource,
        };
        db.Add(article);
        await db.SaveChangesAsync();
        db.Add(article.Write(new Words(draft.Headline, draft.Standfirst, BodyDialect.Normalise(draft.Body)), draft.At));
        var person = db.People.Single(p => p.Slug == "ok-da-hyun");
        db.Add(new Byline { ArticleId = article.Id, PersonId = person.Id, Role = "reporter", Email = person.Email });
        var keywords = db.Keywords.Where(k => k.Slug == draft.Keyword).Select(k => k.Id).ToList();
        db.AddRange(keywords.Select(id => new ArticleKeyword { ArticleId = article.Id, KeywordId = id }));
        db.AddRange(draft.Also.Select(path => new ArticleSection { ArticleId = article.Id, SectionId = tree.At(path)!.Id }));
        var placement = new Placement([.. draft.Also.Select(path => tree.At(path)!.Id)], keywords, [person.Id]);
        await new PublicationDesk(db, tree, Seoul).Publish(article, placement, draft.At, draft.At, draft.Slug, CancellationToken.None);
        await db.SaveChangesAsync();
        return article;
    }

    private static LocalText Names(string en, string ko) => new([new("en", en), new("ko", ko)]);
}

/// <summary>An article to be published in a <see cref="World"/>.</summary>
/// <param name="Headline">Its headline.</param>
/// <param name="Section">Path of its main section.</param>
public sealed record Draft(string Headline, string Section)
{
    /// <summary>Standfirst.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>Body, any HTML.</summary>
    public string Body { get; init; } = "<p>The first paragraph.</p><p>The second paragraph.</p>";

    /// <summary>Language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Kind.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>Priority.</summary>
    public int Priority { get; init; } = 5;

    /// <summary>First publication.</summary>
    public DateTimeOffset At { get; init; } = World.At(8);

    /// <summary>Slug wanted.</summary>
    public string? Slug { get; init; }

    /// <summary>Slug of its keyword.</summary>
    public string? Keyword { get; init; }

    /// <summary>Further sections.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Key of translations.</summary>
    public Guid? Translation { get; init; }

    /// <summary>The wire it came from.</summary>
    public string? WireSource { get; init; }
}
