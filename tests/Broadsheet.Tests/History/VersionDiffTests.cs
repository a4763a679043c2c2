using Broadsheet.Core.Articles;
using Broadsheet.Core.Articles.Diff;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>What readers see of a change.</summary>
public sealed class VersionDiffTests
{
    [Fact]
    public void A_changed_word_is_marked_and_nothing_else() =>
        Assert.Equal("The vote was <del>13</del><ins>14</ins> to <strong>9</strong>.", Body("<p>The vote was 13 to <strong>9</strong>.</p>", "<p>The vote was 14 to <strong>9</strong>.</p>").Html);

    [Fact]
    public void Neighbouring_words_that_change_are_one_change() =>
        Assert.Equal("He <del>went quickly</del><ins>walked slowly</ins> home.", Body("<p>He went quickly home.</p>", "<p>He walked slowly home.</p>").Html);

    [Fact]
    public void A_link_set_on_a_word_is_a_change_of_that_word() =>
        Assert.Equal("Read <del>the</del><ins><a href=\"/x\">the</a></ins> report.", Body("<p>Read the report.</p>", "<p>Read <a href=\"/x\">the</a> report.</p>").Html);

    [Fact]
    public void A_Korean_word_shows_which_ending_changed() =>
        Assert.Equal("김정은<del>이</del><ins>은</ins> 평양을 떠났다.", Body("<p>김정은이 평양을 떠났다.</p>", "<p>김정은은 평양을 떠났다.</p>").Html);

    [Fact]
    public void Another_Korean_word_is_another_word() =>
        Assert.Equal("열차는 <del>평양을</del><ins>서울로</ins> 떠났다.", Body("<p>열차는 평양을 떠났다.</p>", "<p>열차는 서울로 떠났다.</p>").Html);

    [Fact]
    public void A_paragraph_that_moved_is_no_new_one()
    {
        var diff = Diff("<p>The first paragraph of three.</p><p>The second paragraph, which is longer.</p><p>The last of them.</p>", "<p>The second paragraph, which is longer.</p><p>The last of them.</p><p>The first paragraph of three.</p>");
        Assert.Equal([ChangeKind.MovedAway, ChangeKind.Same, ChangeKind.Same, ChangeKind.MovedHere], diff.Lines.Skip(1).Select(l => l.Kind));
    }

    [Fact]
    public void One_item_of_a_list_and_one_cell_of_a_table_change_by_themselves()
    {
        var diff = Diff(
            "<ul><li>Rice</li><li>Three tons of barley</li></ul><table><tbody><tr><td>Ships</td><td>14 in port</td></tr></tbody></table>",
            "<ul><li>Rice</li><li>Four tons of barley</li></ul><table><tbody><tr><td>Ships</td><td>15 in port</td></tr></tbody></table>");
        Assert.Equal(["Rice", "<del>Three</del><ins>Four</ins> tons of barley", "Ships", "<del>14</del><ins>15</ins> in port"], diff.Lines.Skip(1).Select(l => l.Html));
    }

    [Fact]
    public void Headline_standfirst_caption_and_photo_are_compared_too()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var diff = VersionDiff.Between(
            new("Council mends pier", "", $"<figure data-photo=\"{first}\" data-alt=\"A pier\"><figcaption>The pier on Monday.</figcaption></figure>") { Dateline = "Narae", LeadPhoto = first },
            new("Council mends breakwater", "The vote was close.", $"<figure data-photo=\"{first}\" data-alt=\"A pier\"><figcaption>The pier on Sunday.</figcaption></figure>") { LeadPhoto = second });
        Assert.Equal(
        [
            (ChangeKind.Changed, LineForm.Headline, "Council mends <del>pier</del><ins>breakwater</ins>"), (ChangeKind.Added, LineForm.Standfirst, "<ins>The vote was close.</ins>"),
            (ChangeKind.Removed, LineForm.Dateline, "<del>Narae</del>"), (ChangeKind.Removed, LineForm.Photo, ""), (ChangeKind.Added, LineForm.Photo, ""),
            (ChangeKind.Changed, LineForm.Photo, "The pier on <del>Monday</del><ins>Sunday</ins>."), (ChangeKind.Same, LineForm.AltText, "A pier"),
        ], diff.Lines.Select(l => (l.Kind, l.Form, l.Html)));
        Assert.Equal([first, second, first], diff.Lines.Select(l => l.Photo).OfType<Guid>());
    }

    [Fact]
    public void Two_that_are_the_same_have_no_changes() => Assert.True(Diff("<p>One.</p><hr><p>Two.</p>", "<p>One.</p><hr><p>Two.</p>").IsEmpty);

    private static LineChange Body(string before, string after) => Assert.Single(Diff(before, after).Lines, l => l.Form == LineForm.Paragraph);

    private static VersionDiff Diff(string before, string after) => VersionDiff.Between(new("A headline", "", BodyDialect.Normalise(before)), new("A headline", "", BodyDialect.Normalise(after)));
}
