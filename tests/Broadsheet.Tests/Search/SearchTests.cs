using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Search;

/// <summary>What readers find. The same on both databases.</summary>
[Trait("Category", "Database")]
public sealed class SearchTests(SearchTests.Archive archive) : IClassFixture<SearchTests.Archive>
{
    private readonly World _paper = archive.Paper;

    [Theory]
    [InlineData("ferries")]
    [InlineData("FERRY")]
    [InlineData("timetable")]
    [InlineData("mainland")]
    [InlineData("Da-hyun timetable")]
    [InlineData("breakwater timetable")]
    public async Task A_word_is_found_in_headline_standfirst_body_byline_and_keyword_whatever_its_ending(string query) =>
        Assert.Contains("Ferry sails again", await _paper.Find(query));

    [Fact]
    public async Task All_words_have_to_be_there()
    {
        Assert.Equal(["Ferry sails again"], await _paper.Find("ferry mainland"));
        Assert.Empty(await _paper.Find("ferry parliament"));
    }

    [Fact]
    public async Task A_phrase_keeps_its_words_together_and_ends_where_a_paragraph_ends()
    {
        Assert.Equal(["Storm warning lifted"], await _paper.Find("\"gale force winds\""));
        Assert.Empty(await _paper.Find("\"winds gale force\""));
        Assert.Empty(await _paper.Find("\"warning nobody\""));
    }

    [Fact]
    public async Task A_minus_leaves_articles_out()
    {
        Searcher.AssertSame(["Ferry sails again", "Storm warning lifted"], await _paper.Find("island"));
        Assert.Equal(["Storm warning lifted"], await _paper.Find("island -ferry"));
        Assert.Equal(["Storm warning lifted"], await _paper.Find("island -\"sails again\""));
        Assert.DoesNotContain("Ferry sails again", await _paper.Find("-ferry"));
    }

    [Fact]
    public async Task A_hyphen_within_a_word_leaves_nothing_out() => Assert.Contains("Ferry sails again", await _paper.Find("mainland-bound ferry"));

    [Theory]
    [InlineData("meteorol*")]
    [InlineData("meteorological*")]
    [InlineData("met*")]
    public async Task The_beginning_of_a_word_finds_it(string query) => Assert.Equal(["Storm warning lifted"], await _paper.Find(query));

    [Theory]
    [InlineData("cafe")]
    [InlineData("Café")]
    [InlineData("CAFÉ")]
    public async Task Accents_and_capitals_make_no_difference(string query) => Assert.Equal(["Café on the quay"], await _paper.Find(query));

    [Theory]
    [InlineData("9000")]
    [InlineData("9,000")]
    [InlineData("\"U.N. envoy\"")]
    [InlineData("un envoy")]
    [InlineData("F35")]
    [InlineData("f-35")]
    public async Task Numbers_acronyms_and_types_are_found_in_either_spelling(string query) => Assert.Equal(["Café on the quay"], await _paper.Find(query));

    [Fact]
    public async Task A_word_in_the_headline_counts_more_than_one_in_the_text()
    {
        Assert.Equal(["Café on the quay", "Quay walls", "Storm warning lifted"], await _paper.Find("quay"));
        Assert.Equal(["Storm warning lifted", "Café on the quay", "Quay walls"], await _paper.Find("quay", "&sort=newest"));
    }

    [Fact]
    public async Task Of_two_that_fit_alike_the_newer_stands_first() => Assert.Equal(["Tides of May, again", "Tides of May"], await _paper.Find("tides"));

    [Fact]
    public async Task A_search_can_be_narrowed()
    {
        Assert.Equal(["Quay walls"], await _paper.Find("quay", "&section=city/council"));
        Searcher.AssertSame(["Quay walls", "Storm warning lifted"], await _paper.Find("quay", "&section=city"));
        Assert.Equal(["Café on the quay"], await _paper.Find("quay", "&kind=feature"));
        Assert.Equal(["Quay walls"], await _paper.Find("quay", "&to=2023-08-31"));
        Searcher.AssertSame(["Café on the quay", "Storm warning lifted"], await _paper.Find("quay", "&from=2023-09-01&to=2023-09-12"));
        Assert.Equal(3, (await _paper.Find("quay", "&by=ok-da-hyun")).Length);
        Assert.Empty(await _paper.Find("quay", "&by=guk-ha-ram"));
        Assert.Empty(await _paper.Find("quay", "&picture=1"));
        Assert.Equal(["Tides of May, again", "Tides of May"], await _paper.Find("", "&section=national"));
    }

    [Fact]
    public async Task A_search_stays_in_its_edition_unless_asked_otherwise()
    {
        Assert.Empty(await _paper.Find("방파제"));
        Assert.Contains("의회, 방파제 보수", await _paper.Find("방파제", "&lang=any"));
        Assert.Contains("의회, 방파제 보수", await _paper.Find("방파제", edition: "/ko"));
    }

    [Fact]
    public async Task What_was_found_is_counted_by_section_kind_author_and_year()
    {
        var answer = await _paper.Search("quay");
        Assert.Equal(3, answer.GetProperty("total").GetInt32());
        Assert.Equal(new() { ["City"] = 2, ["Opinion"] = 1 }, answer.Facet("sections"));
        Assert.Equal(new() { ["News"] = 2, ["Feature"] = 1 }, answer.Facet("kinds"));
        Assert.Equal(new() { ["Ok Da-hyun"] = 3 }, answer.Facet("authors"));
        Assert.Equal(new() { ["2023"] = 3 }, answer.Facet("years"));
    }

    [Theory]
    [InlineData("tiemtable", "timetable")]
    [InlineData("timetabel", "timetable")]
    public async Task A_slip_of_the_finger_is_answered_by_what_was_meant(string typed, string meant) =>
        Assert.Equal(meant, (await _paper.Search(typed)).GetProperty("didYouMean").GetString());

    [Fact]
    public async Task A_slip_in_Korean_is_too() => Assert.Equal("방파제", (await _paper.Search("방바제", edition: "/ko")).GetProperty("didYouMean").GetString());

    [Fact]
    public async Task What_finds_enough_is_not_questioned() => Assert.Null((await _paper.Search("quay")).GetProperty("didYouMean").GetString());

    [Fact]
    public async Task The_excerpt_shows_the_place_with_the_words_marked() =>
        Assert.StartsWith("Winds fell at noon. · The [meteorological] office lifted its warning.", await _paper.Excerpt("meteorological"), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_shows_what_was_found_and_marks_it()
    {
        var page = await _paper.Page("/search?q=quay");
        Assert.Contains("<mark>Quay</mark> walls", page, StringComparison.Ordinal);
        Assert.Contains("3 articles", page, StringComparison.Ordinal);
        Assert.Contains("value=\"quay\"", page, StringComparison.Ordinal);
        Assert.Contains("/search/feed?q=quay", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_a_feed_of_its_newest()
    {
        var feed = await _paper.Page("/search/feed?q=quay");
        Assert.Equal(["Storm warning lifted", "Café on the quay", "Quay walls"], System.Xml.Linq.XDocument.Parse(feed).Descendants("item").Select(i => i.Element("title")!.Value));
        Assert.Equal(400, await _paper.Status("/search/feed"));
    }

    [Fact]
    public async Task The_empty_search_asks_for_words_and_a_page_that_is_not_there_offers_one()
    {
        Assert.Contains("role=\"search\"", await _paper.Page("/search"), StringComparison.Ordinal);
        using var missing = await _paper.Http.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("role=\"search\"", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("정부는")]
    [InlineData("정부가")]
    [InlineData("정부")]
    [InlineData("한미연합훈련")]
    [InlineData("한미 연합훈련")]
    [InlineData("한미 연합 훈련을")]
    [InlineData("연합훈련")]
    [InlineData("훈련")]
    [InlineData("물")]
    [InlineData("오르다")]
    [InlineData("올랐다")]
    [InlineData("발표하다")]
    [InlineData("발표한")]
    [InlineData("5일")]
    [InlineData("KF-21")]
    [InlineData("kf21을")]
    [InlineData("北")]
    [InlineData("\"연합 훈련\"")]
    public async Task Korean_is_found_whatever_stands_behind_or_between(string query) => Assert.Contains("정부, 훈련 계획 내놔", await _paper.Find(query, edition: "/ko"));

    [Theory]
    [InlineData("식물원")]
    [InlineData("련훈")]
    [InlineData("\"훈련 연합\"")]
    [InlineData("정부안")]
    public async Task Korean_that_is_not_there_is_not_found(string query) => Assert.DoesNotContain("정부, 훈련 계획 내놔", await _paper.Find(query, edition: "/ko"));

    [Fact]
    public async Task A_word_of_one_syllable_is_not_found_inside_others() => Assert.DoesNotContain("식물원 문 열어", await _paper.Find("물", edition: "/ko"));

    /// <summary>Articles to be found.</summary>
    public sealed class Archive : IAsyncLifetime
    {
        /// <summary>The newspaper.</summary>
        public World Paper { get; } = new();

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            await Paper.InitializeAsync();
            await Paper.Publish(new("Ferry sails again", "national/north-korea")
            {
                Section = "city", Standfirst = "The timetable of last winter is back.", Keyword = "breakwater",
                Body = "<p>The first boats left the island at dawn.</p><p>They reached the mainland at noon, mainland-bound as ever.</p>",
            });
            await Paper.Publish(new("Storm warning lifted", "city")
            {
                Standfirst = "Winds fell at noon.", At = World.At(9),
                Body = "<p>The meteorological office lifted its warning.</p><p>Nobody was hurt. On the island gale force winds had shaken the quay.</p>",
            });
            await Paper.Publish(new("Café on the quay", "opinion") { Kind = ArticleKind.Feature, At = World.At(9, day: 10), Body = "<p>It serves 9,000 cups a year.</p><p>A U.N. envoy came by, and the pilot of an F-35.</p>" });
            await Paper.Publish(new("Quay walls", "city/council") { At = new(2023, 8, 31, 23, 30, 0, TimeSpan.FromHours(9)) });
            await Paper.Publish(new("Tides of May", "national") { At = new(2021, 5, 1, 9, 0, 0, TimeSpan.FromHours(9)) });
            await Paper.Publish(new("Tides of May, again", "national") { At = new(2022, 5, 1, 9, 0, 0, TimeSpan.FromHours(9)) });
            await Paper.Publish(new("정부, 훈련 계획 내놔", "national")
            {
                Language = "ko", Slug = "hunryeon",
                Body = "<p>정부는 5일 한미 연합훈련 계획을 발표했다. 北은 반발했다.</p><p>KF-21 전투기가 물을 건넌다. 값은 조금 오른다.</p>",
            });
            await Paper.Publish(new("식물원 문 열어", "city") { Language = "ko", Slug = "sikmulwon", Body = "<p>식물이 가득하다.</p>" });
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => Paper.DisposeAsync();
    }
}
