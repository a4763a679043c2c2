using System.Globalization;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;

namespace Broadsheet.Tests.Articles;

/// <summary>A newspaper whose every text is somebody's attempt: each string stands in every field of some article. The last article is harmless.</summary>
public sealed class HostilePaper : NewspaperApp
{
    private const int PerSection = 30;
    private const int PerArticle = 3;

    /// <summary>The strings, a few together, as many as there are articles; the last is harmless.</summary>
    public IReadOnlyList<string> Strings { get; private set; } = [];

    /// <summary>Articles by string: path with leading slash.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Paths of the sections, a feed's worth of articles in each.</summary>
    public IReadOnlyList<string> Sections { get; private set; } = [];

    /// <summary>Text of a field: another string in each, so that none meets itself.</summary>
    public string Text(int article, int field) => $"{Word(field)} {(article == Strings.Count - 1 ? "harmless" : Strings[(article + field * 7) % (Strings.Count - 1)])} end";

    /// <summary>Takes the text out of the public articles and says why.</summary>
    public Task Retract() => Change(async db =>
    {
        var desk = new PublicationDesk(db, await SectionTree.Load(db, CancellationToken.None), World.Seoul);
        var articles = db.Articles.Where(a => a.Path != null).ToList().ToDictionary(a => "/" + a.Path, StringComparer.Ordinal);
        foreach (var (index, path) in Paths.Index())
            desk.Retract(articles[path], await desk.PlacementOf(articles[path].Id, CancellationToken.None), BodyDialect.NormaliseInline(Text(index, 1)), World.At(12));
    });

    /// <inheritdoc/>
    protected override async Task Fill()
    {
        if (!SharedData.IsPresent("sec-blns") || !SharedData.IsPresent("sec-xss-list")) return;
        Strings = [.. HostileStrings.Xss().Concat(HostileStrings.Naughty()).Chunk(PerArticle).Select(few => string.Join(' ', few)), "harmless"];
        await Change(Publish);
    }

    private static string Word(int field) => $"field{field.ToString(CultureInfo.InvariantCulture)}";

    private async Task Publish(BroadsheetDb db)
    {
        var sections = new List<Section>();
        foreach (var (number, strings) in Strings.Chunk(PerSection).Index())
            sections.Add(await SectionDesk.Add(db, null, $"s{number}", new("en", string.Join(' ', strings)), World.At(6), CancellationToken.None));
        var people = Strings.Select((_, i) => new Person { Slug = $"p{i}", Name = new("en", Text(i, 2)), Title = new("en", Text(i, 3)), Biography = new("en", Text(i, 4)) }).ToList();
        var keywords = Strings.Select((_, i) => new Keyword { Slug = $"k{i}", Name = new("en", Text(i, 5)) }).ToList();
        var photos = Strings.Select((_, i) => new Photo
        {
            Hash = i.ToString("x64", CultureInfo.InvariantCulture), Format = "jpg", Width = 1600, Height = 900, Bytes = 1000, CreatedAt = World.At(6),
            Caption = BodyDialect.NormaliseInline(Text(i, 6)), AltText = Text(i, 7), Credit = Text(i, 8),
        }).ToList();
        db.AddRange(people);
        db.AddRange(keywords);
        db.AddRange(photos);
        await db.SaveChangesAsync();
        db.AddRange(people.Select(p => new Address { Path = $"by/{p.Slug}", Kind = AddressKind.Person, TargetId = p.Id }));
        db.AddRange(keywords.Select(k => new Address { Path = $"topic/{k.Slug}", Kind = AddressKind.Keyword, TargetId = k.Id }));
        var desk = new PublicationDesk(db, await SectionTree.Load(db, CancellationToken.None), World.Seoul);
        var articles = new List<Article>();
        foreach (var (i, photo) in photos.Index())
        {
            var article = new Article { Language = "en", SectionId = sections[i / PerSection].Id, SearchHeadline = Text(i, 9), SocialHeadline = Text(i, 10), WireCredit = Text(i, 11) };
            db.Add(article);
            await db.SaveChangesAsync();
            articles.Add(article);
            var figure = $"<p>first</p><figure data-photo=\"{photo.PublicId}\" data-alt=\"{System.Net.WebUtility.HtmlEncode(Text(i, 12))}\"><figcaption>{BodyDialect.FromText(Text(i, 13))}</figcaption></figure>";
            db.Add(article.Write(new(Text(i, 0), Text(i, 14), BodyDialect.Normalise(figure))
            {
                Dateline = Text(i, 15),
                Lead = (photo.Id, BodyDialect.NormaliseInline(Text(i, 16)), Text(i, 17)),
            }, World.At(8)));
            db.Add(new Byline { ArticleId = article.Id, PersonId = people[i].Id, Role = "reporter", Email = "p@example.com" });
            db.Add(new ArticleKeyword { ArticleId = article.Id, KeywordId = keywords[i].Id });
            db.Add(new ArticlePhoto { ArticleId = article.Id, PhotoId = photo.Id });
            db.Add(new Correction { ArticleId = article.Id, Language = article.Language, At = World.At(10), Html = BodyDialect.NormaliseInline(Text(i, 18)), VersionNumber = 1 });
            await desk.Publish(article, new([], [keywords[i].Id], [people[i].Id]), World.At(8), World.At(8), $"a{i}", CancellationToken.None);
        }
        await db.SaveChangesAsync();
        Paths = articles.ConvertAll(a => "/" + a.Path);
        Sections = sections.ConvertAll(s => s.Path);
    }
}
