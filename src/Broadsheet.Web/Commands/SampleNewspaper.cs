using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Broadsheet.Core;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;
using Broadsheet.Formats.PhotoMetadata;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Commands;

/// <summary>Writes the sample newspaper into an empty database, in one transaction.</summary>
internal sealed partial class SampleNewspaper(BroadsheetDb db, PhotoDesk photoDesk, MediaOptions limits, SiteOptions site)
{
    private readonly Dictionary<string, Photo> _photos = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Keyword> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);

    /// <summary>True where there is a newspaper already.</summary>
    internal static Task<bool> Exists(BroadsheetDb db, CancellationToken ct) => db.Newspapers.AnyAsync(ct);

    /// <summary>Writes it.</summary>
    /// <param name="told">The share that is done, 0 to 1.</param>
    /// <param name="ct">Ends the attempt; the photos taken in stay, nothing else does.</param>
    internal async Task Write(Action<double> told, CancellationToken ct)
    {
        var files = Directory.GetFiles(Path.Combine(SampleFiles.Folder, "newspaper", "pictures"), "*.jpg");
        for (var i = 0; i < files.Length; i++)
        {
            if (PhotoIntake.Inspect(files[i], limits) is not PhotoInspection.Accepted picture) throw new InvalidDataException($"Sample picture {files[i]} was refused.");
            _photos[Path.GetFileName(files[i])] = await photoDesk.Take(picture, new PhotoFacts(), ct);
            told(0.7 * (i + 1) / files.Length);
        }
        var articles = SampleFiles.Articles();
        await db.Write(() => WriteAll(articles, ct), ct);
        told(1);
    }

    private async Task WriteAll(List<(string Id, SampleArticle Article, string Body)> articles, CancellationToken ct)
    {
        Forget();
        var first = articles.Count == 0 ? DateTimeOffset.UnixEpoch : articles[0].Article.Published;
        db.Add(new Newspaper { Name = new LocalText([new("en", "The Narae Courier"), new("ko", "나래신문")]), IsSample = true });
        await AddSections(SampleFiles.Sections(), null, first, ct);
        foreach (var p in SampleFiles.People())
            db.Add(_people[p.Slug] = new Person { Slug = p.Slug, Kind = p.Agency ? PersonKind.Agency : PersonKind.Person, Name = new(p.Name), Title = new(p.Title), Biography = new(p.Bio), Email = p.Email });
        foreach (var k in SampleFiles.Keywords()) db.Add(_keywords[k.Slug] = new Keyword { Slug = k.Slug, Name = new(k.Name) });
        foreach (var (id, a, _) in articles) db.Add(_articles[id] = Make(a));
        await db.SaveChangesAsync(ct);
        db.AddRange(_people.Values.Select(p => new Address { Path = $"by/{p.Slug}", Kind = AddressKind.Person, TargetId = p.Id }));
        db.AddRange(_keywords.Values.Select(k => new Address { Path = $"topic/{k.Slug}", Kind = AddressKind.Keyword, TargetId = k.Id }));
        var desk = new PublicationDesk(db, new SectionTree(_sections.Values), site.Zone);
        foreach (var (id, a, body) in articles) await Fill(desk, _articles[id], a, body, ct);
    }

    // The write may be run a second time.
    private void Forget()
    {
        _articles.Clear();
        _sections.Clear();
        _people.Clear();
        _keywords.Clear();
    }

    private async Task AddSections(List<SampleSection> sections, Section? parent, DateTimeOffset at, CancellationToken ct)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            var section = await SectionDesk.Add(db, parent, sections[i].Slug, new(sections[i].Name), at, ct);
            section.Description = new(sections[i].Description);
            section.Position = i;
            _sections[section.Path] = section;
            await AddSections(sections[i].Children, section, at, ct);
        }
    }

    private Article Make(SampleArticle a) => new()
    {
        Language = a.Language,
        Kind = Enum.Parse<ArticleKind>(a.Kind, ignoreCase: true),
        SectionId = _sections[a.Section].Id,
        Priority = a.Priority,
        Sources = a.Sources,
        SearchHeadline = a.SearchHeadline,
        SocialHeadline = a.SocialHeadline,
        TranslationKey = a.Translation is null ? null : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(a.Translation)).AsSpan(0, 16)),
    };

    private async Task Fill(PublicationDesk desk, Article article, SampleArticle a, string body, CancellationToken ct)
    {
        var html = BodyDialect.Normalise(Resolve(body));
        var lead = a.Lead is { } l ? _photos[l.Photo] : null;
        var versions = a.Earlier.Append(new() { At = a.Earlier.Count == 0 ? a.Published : a.Updated ?? a.Published }).ToList();
        db.Add(article.Write(Words(a, versions[0], body), Moment.Cut(versions[0].At)));
        db.AddRange(a.Bylines.Select((b, i) => new Byline { ArticleId = article.Id, Position = i, PersonId = _people[b.Person].Id, Role = b.Role, Email = b.Email ? _people[b.Person].Email : null }));
        db.AddRange(a.Keywords.Select((k, i) => new ArticleKeyword { ArticleId = article.Id, KeywordId = _keywords[k].Id, Position = i }));
        db.AddRange(a.Also.Select(s => new ArticleSection { ArticleId = article.Id, SectionId = _sections[s].Id }));
        var used = BodyBlocks.Read(html).OfType<BodyBlock.Photo>().Select(p => _photos.Values.Single(f => f.PublicId == p.PhotoId).Id);
        db.AddRange(used.Concat(lead is null ? [] : [lead.Id]).Distinct().Select(id => new ArticlePhoto { ArticleId = article.Id, PhotoId = id }));
        db.AddRange(a.Corrections.Select(c => new Correction { ArticleId = article.Id, Language = article.Language, Kind = KindOf(c.Kind), At = Moment.Cut(c.At), Html = BodyDialect.NormaliseInline(c.Text), VersionNumber = versions.Count }));
        var placement = new Placement([.. a.Also.Select(s => _sections[s].Id)], [.. a.Keywords.Select(k => _keywords[k].Id)], [.. a.Bylines.Select(b => _people[b.Person].Id)]);
        await desk.Publish(article, placement, a.Published, a.Published, a.Slug, ct);
        foreach (var later in versions.Skip(1))
        {
            db.Add(article.Write(Words(a, later, body), Moment.Cut(later.At), isMinor: later.Minor));
            await desk.Update(article, placement, Moment.Cut(later.At), ct, later.Minor);
        }
        if (a.Updated is { } updated) article.MarkUpdated(Moment.Cut(updated));
        if (a.State == "retracted") desk.Retract(article, placement, BodyDialect.NormaliseInline(a.Notice ?? ""), a.Updated ?? a.Published);
        if (a.State == "withdrawn") await desk.Withdraw(article, placement, a.Notice is null ? null : BodyDialect.NormaliseInline(a.Notice), a.Updated ?? a.Published, ct);
    }

    private Words Words(SampleArticle a, SampleEarlier version, string body)
    {
        foreach (var passage in version.Body)
            body = body.Contains(passage.Now, StringComparison.Ordinal) ? body.Replace(passage.Now, passage.Then, StringComparison.Ordinal) : throw new InvalidOperationException($"{a.Headline}: an earlier version names words that are not there: {passage.Now}");
        return new(version.Headline ?? a.Headline, version.Standfirst ?? a.Standfirst, BodyDialect.Normalise(Resolve(body)))
        {
            Dateline = a.Dateline,
            Lead = a.Lead is { } lead ? (_photos[lead.Photo].Id, lead.Caption is { } caption ? BodyDialect.NormaliseInline(caption) : null, lead.Alt) : null,
        };
    }

    // The files name photos and articles; bodies hold their keys.
    private string Resolve(string body)
    {
        body = PhotoName().Replace(body, m => $"data-photo=\"{_photos[m.Groups["name"].Value].PublicId}\"");
        return RelatedNames().Replace(body, m => $"data-related=\"{string.Join(' ', m.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => _articles[id].PublicId))}\"");
    }

    private static CorrectionKind KindOf(string kind) => kind == "editors-note" ? CorrectionKind.EditorsNote : Enum.Parse<CorrectionKind>(kind, ignoreCase: true);

    [GeneratedRegex("data-photo=\"(?<name>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PhotoName();

    [GeneratedRegex("data-related=\"(?<names>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelatedNames();
}
