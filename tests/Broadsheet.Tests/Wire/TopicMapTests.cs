using System.Text.Json.Nodes;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>Subjects go to sections and keywords by <c>wire-topics.json</c>, and by <c>--section</c>.</summary>
[Trait("Category", "Database")]
public sealed class TopicMapTests(TopicMapTests.Paper paper) : IClassFixture<TopicMapTests.Paper>
{
    private const string Map = """
        [
          { "code": "medtop:04000000", "section": "business", "name": { "en": "Money", "ko": "돈" } },
          { "code": "medtop:20000170", "section": "business/markets" },
          { "code": "subj:15054000", "section": "business/markets", "name": { "en": "Football" } },
          { "code": "medtop:15000000", "section": "no/such/section" }
        ]
        """;

    [Fact]
    public async Task The_newspapers_own_map_says_section_and_keyword()
    {
        await File.WriteAllTextAsync(paper.Data.WireTopics, Map, TestContext.Current.CancellationToken);
        paper.Write("map/1.json", Item("money", Topic("medtop:04000000", "economy")));
        paper.Write("map/2.json", Item("markets", Topic("medtop:20000170", "business")));
        paper.Write("map/3.json", Item("nowhere", Topic("medtop:15000000", "sport")));
        paper.Write("map/4.json", Item("unmapped", Topic("medtop:16000000", "conflict")));
        paper.Write("map/5.xml", Wires.Nitf("subj", "Old codes", docdata: "").Replace("<docdata", "<tobject><tobject.subject tobject.subject.refnum=\"15054000\" tobject.subject.type=\"soccer\"/><tobject.subject tobject.subject.refnum=\"04016000\" tobject.subject.type=\"prices\"/></tobject><docdata", StringComparison.Ordinal));
        var run = await paper.Import(Path.Combine(paper.Wire, "map"), "--section", "business");
        Assert.Equal((0, 5), (run.Code, run.Count("created")));
        Assert.Equal("business", await SectionOf(run.Line(":money")));
        Assert.Equal("business/markets", await SectionOf(run.Line(":markets")));
        Assert.Equal("business", await SectionOf(run.Line(":nowhere")));
        Assert.Equal("business", await SectionOf(run.Line(":unmapped")));
        Assert.Equal("business/markets", await SectionOf(run.Line("subj")));
        Assert.Contains("Money", await paper.Page("/topic/money"), StringComparison.Ordinal);
        Assert.Contains("돈", await paper.Page("/ko/topic/money"), StringComparison.Ordinal);
        Assert.Contains("Football", await paper.Page("/topic/football"), StringComparison.Ordinal);
        Assert.Contains("prices", await paper.Page("/topic/prices"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\n{ \"code\": \"medtop:04000000\" },\n{ \"code\": oops }\n]", "line 3")]
    [InlineData("{}", "line 1")]
    [InlineData("[{ \"section\": \"news\" }]", "topic 1")]
    [InlineData("[null]", "topic 1")]
    [InlineData("", "line 1")]
    public async Task A_broken_map_stops_the_import_with_one_line_that_names_the_place(string map, string place)
    {
        await File.WriteAllTextAsync(paper.Data.WireTopics, map, TestContext.Current.CancellationToken);
        var run = await paper.Import(paper.Write("broken/item.json", Item("broken")));
        File.Delete(paper.Data.WireTopics);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("wire-topics.json", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_is_not_there_is_wrong_usage_and_the_sections_are_named()
    {
        var run = await paper.Import(paper.Write("section/item.json", Item("section")), "--section", "bussiness");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("business/markets", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static string Item(string guid, params JsonNode?[] subjects) => Wires.Ninjs(guid, headline: $"Topic {guid}", more: ("subject", new JsonArray(subjects)));

    private static JsonObject Topic(string code, string name) => new() { ["code"] = code, ["name"] = name, ["scheme"] = "http://cv.iptc.org/newscodes/mediatopic/" };

    private Task<string> SectionOf(WireLine line) => paper.InDb(db =>
    {
        var path = line.Address()[1..];
        return Task.FromResult((from a in db.Articles join s in db.Sections on a.SectionId equals s.Id where a.Path == path select s.Path).Single());
    });

    /// <summary>With sections of its own.</summary>
    public sealed class Paper : ImportPaper
    {
        /// <inheritdoc/>
        protected override Task Fill() => Change(async db =>
        {
            await Core.Sections.SectionDesk.Add(db, null, "news", new([new("en", "News")]), Clock.GetUtcNow(), CancellationToken.None);
            var business = await Core.Sections.SectionDesk.Add(db, null, "business", new([new("en", "Business")]), Clock.GetUtcNow(), CancellationToken.None);
            await Core.Sections.SectionDesk.Add(db, business, "markets", new([new("en", "Markets")]), Clock.GetUtcNow(), CancellationToken.None);
        });
    }
}
