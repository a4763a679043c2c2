using Broadsheet.Core.Articles;
using Broadsheet.Core.Desk;
using Broadsheet.Core.House;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Work on articles: nothing is lost, nothing reaches readers before its time.</summary>
[Trait("Category", "Database")]
public sealed class DeskWorkTests(NewsDesk room) : IClassFixture<NewsDesk>
{
    [Fact]
    public async Task A_draft_has_no_address_until_it_is_published()
    {
        var id = await room.Begin(room.Story("A draft nobody reads"));
        Assert.Null(await room.PathOf(id));
        Assert.DoesNotContain("A draft nobody reads", await room.Page("/"), StringComparison.Ordinal);
        await room.Publish(id, room.Editor);
        Assert.Contains("A draft nobody reads", await room.Page((await room.PathOf(id))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_and_typing_never_change_the_published_page()
    {
        var id = await room.Begin(room.Story("As it was printed"));
        await room.Publish(id, room.Editor);
        var path = (await room.PathOf(id))!;
        await room.Change(db => new DeskWork(db, room.Now).Keep(id, room.Reporter, 1, room.Story("As it is being typed"), CancellationToken.None));
        await room.Save(id, room.Reporter, 1, room.Story("As it was saved"));
        var page = await room.Page(path);
        Assert.Contains("As it was printed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("As it is being typed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("As it was saved", page, StringComparison.Ordinal);
        Assert.True(await room.InDb(db => db.DeskArticles.Where(d => d.ArticleId == id).Select(d => d.PublishedHead != d.Head).SingleAsync()));
        await room.Publish(id, room.Editor, new ChangeNote.Minor());
        Assert.Contains("As it was saved", await room.Page(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_meets_another_overwrites_nothing_and_offers_both()
    {
        var id = await room.Begin(room.Story("Before"));
        Assert.IsType<SaveOutcome.Saved>(await room.Save(id, room.Editor, 1, room.Story("Before") with { Body = "<p>One paragraph.</p>\n<p>By the editor.</p>" }));
        var met = Assert.IsType<SaveOutcome.Met>(await room.Save(id, room.Reporter, 1, room.Story("By the reporter")));
        Assert.Equal((2, (long?)room.Editor), (met.Head, met.ById));
        Assert.True(met.Merge.IsClean);
        Assert.Equal("By the reporter", met.Merge.Merged.Headline);
        Assert.Contains("By the editor.", met.Merge.Merged.Body, StringComparison.Ordinal);
        Assert.Equal("Before", await room.InDb(db => db.DeskArticles.Where(d => d.ArticleId == id).Select(d => d.Headline).SingleAsync()));
        Assert.IsType<SaveOutcome.Saved>(await room.Save(id, room.Reporter, met.Head, met.Merge.Merged));
    }

    [Fact]
    public async Task A_field_set_differently_by_two_is_shown_from_both_sides()
    {
        var id = await room.Begin(room.Story("Before both"));
        await room.Save(id, room.Editor, 1, room.Story("By the editor"));
        var met = Assert.IsType<SaveOutcome.Met>(await room.Save(id, room.Reporter, 1, room.Story("By the reporter")));
        Assert.Equal(new FieldConflict("Headline", "By the reporter", "By the editor"), Assert.Single(met.Merge.Fields));
    }

    [Fact]
    public async Task Saving_the_same_words_makes_no_revision()
    {
        var id = await room.Begin(room.Story("The same"));
        Assert.Equal(new SaveOutcome.Saved(1), await room.Save(id, room.Reporter, 1, room.Story("The same")));
    }

    [Fact]
    public async Task A_restored_revision_is_the_newest_and_those_between_stay()
    {
        var id = await room.Begin(room.Story("First"));
        await room.Save(id, room.Reporter, 1, room.Story("Second"));
        await room.At(id, (db, desk) => new DeskWork(db, room.Now).Restore(desk, 1, room.Editor, CancellationToken.None));
        Assert.Equal([(1, "First"), (2, "Second"), (3, "First")], (await room.InDb(db => db.Revisions.Where(r => r.ArticleId == id).OrderBy(r => r.Number).ToListAsync())).Select(r => (r.Number, r.Manuscript.Headline)));
    }

    [Fact]
    public async Task A_published_article_is_taken_up_as_readers_have_it()
    {
        var path = await room.Publish(new("Taken up later", "city") { Body = "<p>As printed.</p>", Keyword = "breakwater" });
        await room.Change(async db =>
        {
            var article = await db.Articles.SingleAsync(a => "/" + a.Path == path);
            var desk = await new DeskWork(db, room.Now).TakeUp(article, room.Editor, CancellationToken.None);
            Assert.False(desk.IsChanged);
            Assert.Equal("Taken up later", desk.Headline);
        });
        var revision = await room.InDb(db => db.Revisions.SingleAsync(r => db.Articles.Any(a => a.Id == r.ArticleId && "/" + a.Path == path)));
        Assert.Equal(("<p>As printed.</p>", 1, 1), (revision.Manuscript.Body, revision.Manuscript.Bylines.Count, revision.Manuscript.Keywords.Count));
    }

    [Theory]
    [InlineData(PublishHindrance.NoHeadline)]
    [InlineData(PublishHindrance.NoText)]
    [InlineData(PublishHindrance.Spiked)]
    [InlineData(PublishHindrance.Embargo)]
    [InlineData(PublishHindrance.NoNote)]
    [InlineData(PublishHindrance.Unchanged)]
    public async Task What_is_in_the_way_is_named_and_nothing_is_published(PublishHindrance hindrance)
    {
        var id = await room.Begin(room.Story("In the way") with { Headline = hindrance == PublishHindrance.NoHeadline ? "" : "In the way", Body = hindrance == PublishHindrance.NoText ? "" : "<p>Text.</p>" });
        if (hindrance is PublishHindrance.NoNote or PublishHindrance.Unchanged) await room.Publish(id, room.Editor);
        if (hindrance == PublishHindrance.NoNote) await room.Save(id, room.Reporter, 1, room.Story("In the way, changed"));
        await room.At(id, (_, desk) =>
        {
            if (hindrance == PublishHindrance.Spiked) desk.Spike(aside: true, room.Now);
            if (hindrance == PublishHindrance.Embargo) desk.Embargo(room.Now.AddHours(1), room.Now);
            return Task.CompletedTask;
        });
        var before = await room.PathOf(id);
        var e = await Assert.ThrowsAsync<NotPublishableException>(() => room.Publish(id, room.Editor));
        Assert.Equal(hindrance, e.Hindrance);
        Assert.Equal(before, await room.PathOf(id));
    }

    [Fact]
    public async Task Where_two_persons_are_asked_for_nobody_publishes_what_they_alone_wrote()
    {
        var council = await room.InDb(db => db.Sections.Where(s => s.Path == "city/council").Select(s => s.Id).SingleAsync());
        await room.Change(db => HouseSettings.Change(db, new WorkflowSettings { TwoPersonSections = [council] }, room.Editor, "", room.Now, CancellationToken.None));
        var id = await room.Begin(room.Story("By one alone") with { SectionId = council });
        var e = await Assert.ThrowsAsync<NotPublishableException>(() => room.Publish(id, room.Reporter));
        Assert.Equal(PublishHindrance.SecondPerson, e.Hindrance);
        await room.Publish(id, room.Editor);
        Assert.NotNull(await room.PathOf(id));
    }

    [Fact]
    public async Task A_correction_stands_on_the_page_and_a_minor_edit_does_not()
    {
        var id = await room.Begin(room.Story("To be corrected"));
        await room.Publish(id, room.Editor);
        await room.Save(id, room.Editor, 1, room.Story("To be corrected") with { Body = "<p>Fourteen to nine.</p>" });
        await room.Publish(id, room.Editor, new ChangeNote.Told(CorrectionKind.Correction, "The vote was <b>14</b> to 9."));
        Assert.Contains("The vote was <strong>14</strong> to 9.", await room.Page((await room.PathOf(id))!), StringComparison.Ordinal);
    }
}
