using Broadsheet.Core.Articles;
using Broadsheet.Core.Desk;
using Broadsheet.Tests.Articles;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Two people's changes of one body.</summary>
public sealed class BodyMergeTests
{
    private const string Original = "<p>The council met on Tuesday evening.</p>\n<p>It voted 14 to 9.</p>\n<p>The harbor stays open.</p>";

    [Fact]
    public void Changes_of_different_paragraphs_go_together()
    {
        var (body, conflicts) = BodyMerge.Merge(
            Original,
            Original.Replace("Tuesday", "Monday", StringComparison.Ordinal),
            Original.Replace("stays open", "closes at noon", StringComparison.Ordinal));
        Assert.Empty(conflicts);
        Assert.Equal("<p>The council met on Monday evening.</p>\n<p>It voted 14 to 9.</p>\n<p>The harbor closes at noon.</p>", body);
    }

    [Fact]
    public void Changes_of_different_words_of_one_paragraph_go_together()
    {
        var (body, conflicts) = BodyMerge.Merge("<p>One two three four five six.</p>", "<p>One 2 three four five six.</p>", "<p>One two three four <strong>five</strong> six.</p>");
        Assert.Empty(conflicts);
        Assert.Equal("<p>One 2 three four <strong>five</strong> six.</p>", body);
    }

    [Fact]
    public void A_paragraph_put_in_and_one_taken_out_go_together()
    {
        var (body, conflicts) = BodyMerge.Merge(Original, Original + "\n<p>More tomorrow.</p>", "<p>The council met on Tuesday evening.</p>\n<p>The harbor stays open.</p>");
        Assert.Empty(conflicts);
        Assert.Equal("<p>The council met on Tuesday evening.</p>\n<p>The harbor stays open.</p>\n<p>More tomorrow.</p>", body);
    }

    [Fact]
    public void The_same_words_changed_twice_are_shown_from_both_sides()
    {
        var (body, conflicts) = BodyMerge.Merge(Original, Original.Replace("14 to 9", "15 to 8", StringComparison.Ordinal), Original.Replace("14 to 9", "13 to 10", StringComparison.Ordinal));
        var conflict = Assert.Single(conflicts);
        Assert.Equal(("<p>It voted 15 to 8.</p>", "<p>It voted 13 to 10.</p>"), (conflict.Mine, conflict.Theirs));
        Assert.Contains("15 to 8", body, StringComparison.Ordinal);
        Assert.Contains("13 to 10", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Preformatted_text_is_one_block() =>
        Assert.Equal(
            "<pre>a\nb\n\nc</pre>\n<p>Two.</p>",
            BodyMerge.Merge("<pre>a\nb</pre>\n<p>One.</p>", "<pre>a\nb\n\nc</pre>\n<p>One.</p>", "<pre>a\nb</pre>\n<p>Two.</p>").Body);

    [Fact]
    public void No_side_loses_a_word_that_it_wrote_and_the_merged_body_is_canonical() =>
        Gen.Select(Bodies, Bodies, Bodies).Sample((original, mine, theirs) =>
        {
            var (body, conflicts) = BodyMerge.Merge(original, mine, theirs);
            Assert.Equal(body, BodyDialect.Normalise(body));
            var written = Words(mine).Except(Words(original)).Concat(Words(theirs).Except(Words(original)));
            var kept = Words(body).Concat(conflicts.SelectMany(c => Words(c.Mine).Concat(Words(c.Theirs)))).ToHashSet(StringComparer.Ordinal);
            Assert.Empty(written.Except(kept));
        }, iter: 2000);

    [Fact]
    public void Who_changed_nothing_takes_what_the_other_wrote() =>
        Gen.Select(Bodies, Bodies).Sample((original, theirs) =>
        {
            Assert.Equal(theirs, BodyMerge.Merge(original, original, theirs).Body);
            Assert.Equal(theirs, BodyMerge.Merge(original, theirs, original).Body);
        }, iter: 1000);

    private static Gen<string> Bodies => HtmlSoup.Worded.Select(tree => BodyDialect.Normalise(tree.Html));

    private static string[] Words(string body) => BodyText.Of(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
