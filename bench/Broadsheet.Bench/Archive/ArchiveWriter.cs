using System.Globalization;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Archive;

/// <summary>
/// Fills a database with plausible articles, spread over thirty years up to the last day, four in English for each in Korean, of
/// about 350 words. Written in bulk, in the order of their publication; the same number gives the same archive.
/// </summary>
internal sealed class ArchiveWriter(BroadsheetDb db, ArchiveShape shape)
{
    private const int Batch = 5_000;
    private static readonly DateTimeOffset Last = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(30 * 365.25);

    private readonly Random _random = new(20261124);
    private readonly Dictionary<(string Language, DateOnly Day), int> _days = [];
    private readonly BulkTable _articles = new(db, typeof(Article), "Id", "PublicId", "Language", "Kind", "State", "SectionId", "Path", "Priority", "Headline", "Standfirst", "PublishedAt", "VersionNumber", "Sources", "Revision");
    private readonly BulkTable _versions = new(db, typeof(ArticleVersion), "ArticleId", "Number", "Headline", "Standfirst", "Body", "WordCount", "CreatedAt");
    private readonly BulkTable _addresses = new(db, typeof(Address), "Path", "Kind", "TargetId");
    private readonly BulkTable _listings = new(db, typeof(Listing), "Kind", "ListId", "Language", "PublishedAt", "ArticleId");
    private readonly BulkTable _bylines = new(db, typeof(Byline), "ArticleId", "Position", "PersonId", "Role");
    private readonly BulkTable _keywords = new(db, typeof(ArticleKeyword), "ArticleId", "KeywordId", "Position");
    private readonly BulkTable _publicationDays = new(db, typeof(PublicationDay), "Language", "Day", "Count");

    /// <summary>Writes so many articles.</summary>
    /// <param name="count">At least 1.</param>
    /// <param name="written">Told after each batch how many there are.</param>
    public void Write(int count, Action<int> written)
    {
        var (english, korean) = (Vocabulary.English(_random), Vocabulary.Korean(_random));
        BulkTable[] tables = [_articles, _versions, _addresses, _listings, _bylines, _keywords];
        for (var id = 1; id <= count;)
        {
            using var transaction = db.Database.GetDbConnection().BeginTransaction();
            for (var end = Math.Min(count + 1, id + Batch); id < end; id++) Add(id, Last - (Span * ((count - id) / (double)count)), id % 5 == 0 ? korean : english, id % 5 == 0 ? "ko" : "en");
            foreach (var table in tables) table.Flush(transaction);
            transaction.Commit();
            written(id - 1);
        }
        foreach (var ((language, day), number) in _days) _publicationDays.Add(language, day, number);
        _publicationDays.Flush(null);
    }

    private void Add(long id, DateTimeOffset at, Vocabulary words, string language)
    {
        at = Core.Moment.Cut(at);
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var (headline, standfirst) = (words.Words(_random, _random.Next(6, 11)), words.Words(_random, _random.Next(12, 24)) + ".");
        var length = _random.Next(150, 550);
        var path = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy'/'MM'/'dd}/{(language == "ko" ? "gisa" : string.Join('-', headline.ToLowerInvariant().Split(' ').Take(6)))}-{id}");
        // Sections and people are used unevenly, keywords very much so.
        var lineage = shape.Sections[(int)(shape.Sections.Count * Math.Pow(_random.NextDouble(), 1.5))];
        var person = shape.People[(int)(shape.People.Count * Math.Pow(_random.NextDouble(), 1.5))];
        var topics = Enumerable.Range(0, _random.Next(0, 4)).Select(_ => shape.Keywords[(int)(shape.Keywords.Count * Math.Pow(_random.NextDouble(), 3))]).Distinct().ToList();
        _articles.Add(id, PublicId(id, at), language, ArticleKind.News, ArticleState.Published, lineage[^1], path, _random.Next(3, 8), headline, standfirst, at, 1, Array.Empty<string>(), 1);
        _versions.Add(id, 1, headline, standfirst, words.Body(_random, length), length, at);
        _addresses.Add(path, AddressKind.Article, id);
        _bylines.Add(id, 0, person, "reporter");
        for (var i = 0; i < topics.Count; i++) _keywords.Add(id, topics[i], i);
        _listings.Add(ListKind.Site, 0L, language, at, id);
        foreach (var section in lineage) _listings.Add(ListKind.Section, section, language, at, id);
        foreach (var topic in topics) _listings.Add(ListKind.Keyword, topic, language, at, id);
        _listings.Add(ListKind.Person, person, language, at, id);
        _days[(language, day)] = _days.GetValueOrDefault((language, day)) + 1;
    }

    private Guid PublicId(long id, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, (at.ToUnixTimeMilliseconds() << 16) | 0x7000 | (id & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
