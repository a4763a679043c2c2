using Broadsheet.Core.Articles;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>What a provider takes back, holds back and sends again.</summary>
[Trait("Category", "Database")]
public sealed class KillTests(WirePaper paper) : IClassFixture<WirePaper>
{
    [Fact]
    public async Task A_kill_withdraws_the_article_and_its_note_to_the_desk_is_not_shown()
    {
        var path = (await paper.Last(Wires.Ninjs("killed", headline: "To be killed"))).Path;
        var kill = await paper.Last(Wires.Ninjs("killed", "2", "KILL: To be killed", "", "canceled", more: [("ednote", "Lawyers have called.")]));
        Assert.Equal(WireStatus.Updated, kill.Status);
        using var response = await paper.Http.GetAsync(new Uri("/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)response.StatusCode);
        Assert.DoesNotContain("Lawyers", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("To be killed", await paper.Page("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_that_comes_before_its_item_keeps_it_out()
    {
        var kill = await paper.Last(Wires.Ninjs("early", "2", status: "canceled"));
        Assert.Equal(WireStatus.Skipped, kill.Status);
        Assert.Equal(WireStatus.Skipped, (await paper.Last(Wires.Ninjs("early", "1"))).Status);
        Assert.Equal(WireStatus.Skipped, (await paper.Last(Wires.Ninjs("early", "2"))).Status);
        Assert.Equal(WireStatus.Created, (await paper.Last(Wires.Ninjs("early", "3"))).Status);
    }

    [Fact]
    public async Task A_newer_usable_version_brings_a_killed_article_back_at_its_old_address()
    {
        var path = (await paper.Last(Wires.Ninjs("back", "1", "Here"), Wires.Ninjs("back", "2", status: "canceled"))).Path;
        Assert.Null(path);
        var back = await paper.Last(Wires.Ninjs("back", "3", "Here again"));
        Assert.Equal((WireStatus.Updated, "2023/09/11/here"), (back.Status, back.Path));
        Assert.Contains("Here again", await paper.Page("/2023/09/11/here"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_version_brings_a_killed_article_back_only_if_it_was_made_later()
    {
        await paper.Receive(Wires.Ninjs("same", headline: "Same version"), Wires.Ninjs("same", headline: "Same version", status: "canceled", made: "2023-09-11T11:00:00+09:00"));
        Assert.Equal(WireStatus.Unchanged, (await paper.Last(Wires.Ninjs("same", headline: "Same version"))).Status);
        Assert.Equal(WireStatus.Skipped, (await paper.Last(Wires.Ninjs("same", headline: "Same version!", made: "2023-09-11T11:00:00+09:00"))).Status);
        Assert.Equal(410, await paper.Status("/2023/09/11/same-version"));
        Assert.Equal(WireStatus.Updated, (await paper.Last(Wires.Ninjs("same", headline: "Same version", made: "2023-09-11T12:00:00+09:00"))).Status);
        Assert.Equal(200, await paper.Status("/2023/09/11/same-version"));
    }

    [Fact]
    public async Task A_draft_that_was_killed_comes_out_with_the_next_usable_version()
    {
        await paper.Receive(paper.Filing with { Publish = false }, Wires.Ninjs("killed-draft", "1", "Killed as a draft"));
        Assert.Equal(WireStatus.Updated, (await paper.Last(Wires.Ninjs("killed-draft", "2", status: "canceled"))).Status);
        var third = await paper.Last(Wires.Ninjs("killed-draft", "3", "Killed as a draft"));
        Assert.Equal((WireStatus.Updated, "2023/09/11/killed-as-a-draft"), (third.Status, third.Path));
    }

    [Fact]
    public async Task What_the_newsroom_withdrew_stays_withdrawn_whatever_the_wire_sends()
    {
        var path = (await paper.Last(Wires.Ninjs("newsroom", "1", "It named a child"))).Path!;
        await paper.Change(async db =>
        {
            var desk = new PublicationDesk(db, await SectionTree.Load(db, CancellationToken.None), World.Seoul);
            var article = await db.Articles.SingleAsync(a => a.Path == path);
            await desk.Withdraw(article, await desk.PlacementOf(article.Id, CancellationToken.None), null, World.At(12), CancellationToken.None);
        });
        var second = await paper.Last(Wires.Ninjs("newsroom", "2", "It named a child, still"));
        Assert.Contains("newsroom", second.Reason, StringComparison.Ordinal);
        Assert.Equal(410, await paper.Status("/" + path));
    }

    [Fact]
    public async Task A_withheld_item_is_kept_and_makes_no_article_until_it_is_usable()
    {
        var held = await paper.Last(Wires.Ninjs("held", "1", "Held back", status: "withheld"));
        Assert.Equal((WireStatus.Skipped, null), (held.Status, held.Path));
        Assert.Equal(1, await paper.InDb(db => db.WireItems.CountAsync(w => w.Guid.EndsWith(":held"))));
        Assert.Equal(WireStatus.Created, (await paper.Last(Wires.Ninjs("held", "2", "Held back"))).Status);
    }

    [Fact]
    public async Task An_item_held_back_after_it_was_published_is_withdrawn_until_it_is_usable_again()
    {
        var path = (await paper.Last(Wires.G2("urn:g2:held-later", 1, "Held back later"))).Path;
        Assert.Equal(WireStatus.Updated, (await paper.Last(Wires.G2("urn:g2:held-later", 2, "Held back later", status: "withheld"))).Status);
        Assert.Equal(410, await paper.Status("/" + path));
        Assert.Equal(path, (await paper.Last(Wires.G2("urn:g2:held-later", 3, "Held back later"))).Path);
        Assert.Equal(200, await paper.Status("/" + path));
    }

    [Fact]
    public async Task A_NITF_document_that_cancels_another_withdraws_it()
    {
        var path = (await paper.Last(Wires.Nitf("linked", "Killed by a link"))).Path;
        var kill = await paper.Last(Wires.Nitf("linked-kill", "KILL", attributes: "management-status=\"canceled\" management-doc-idref=\"linked\""));
        Assert.Equal(WireStatus.Updated, kill.Status);
        Assert.Contains("linked", kill.Reason, StringComparison.Ordinal);
        Assert.Equal(410, await paper.Status("/" + path));
        Assert.Equal(WireStatus.Unchanged, (await paper.Last(Wires.Nitf("linked", "Killed by a link"))).Status);
        var newer = Wires.Nitf("linked", "Killed by a link", docdata: "<du-key version=\"2\" key=\"k\"/>");
        Assert.Equal((WireStatus.Updated, path), await Outcome(newer));
    }

    [Fact]
    public async Task An_advice_that_cancels_another_document_is_published_and_withdraws_it()
    {
        var path = (await paper.Last(Wires.Nitf("advised", "Wrong from the start"))).Path;
        var advice = await paper.Last(Wires.Nitf("advice", "Advice to editors", attributes: "management-status=\"usable\" management-idref-status=\"canceled\" management-doc-idref=\"advised\""));
        Assert.Equal((WireStatus.Created, "2023/09/11/advice-to-editors"), (advice.Status, advice.Path));
        Assert.Equal(410, await paper.Status("/" + path));
    }

    [Fact]
    public async Task A_kill_by_link_that_comes_first_keeps_the_document_out()
    {
        await paper.Receive(Wires.Nitf("kill-first", "KILL", attributes: "management-status=\"canceled\" management-doc-idref=\"linked-later\""));
        Assert.Equal((WireStatus.Skipped, null), await Outcome(Wires.Nitf("linked-later", "Comes too late")));
        Assert.Equal(WireStatus.Created, (await Outcome(Wires.Nitf("linked-later", "Comes anew", docdata: "<du-key version=\"2\" key=\"k\"/>"))).Status);
    }

    [Fact]
    public async Task A_provider_cannot_kill_what_another_one_sent()
    {
        var path = (await paper.Last(Wires.Nitf("foreign", "Sent by one"))).Path;
        await paper.Receive(Wires.Nitf("foreign-kill", attributes: "management-status=\"canceled\" management-doc-idref=\"foreign\"").Replace("wire.example.com", "other.example.com", StringComparison.Ordinal));
        Assert.Equal(200, await paper.Status("/" + path));
    }

    [Fact]
    public async Task A_kill_read_twice_is_unchanged()
    {
        string[] texts = [Wires.Ninjs("kill-twice"), Wires.Ninjs("kill-twice", "2", status: "canceled"), Wires.Nitf("kt"), Wires.Nitf("kt-kill", attributes: "management-status=\"canceled\" management-doc-idref=\"kt\"")];
        await paper.Receive(texts);
        var before = await paper.Rows();
        var again = (await paper.Receive(texts)).Select(o => o.Status);
        Assert.All(again, s => Assert.Equal(WireStatus.Unchanged, s));
        Assert.Equal(before, await paper.Rows());
    }

    [Fact]
    public async Task An_embargoed_item_is_published_for_the_moment_its_embargo_ends()
    {
        var path = (await paper.Last(Wires.Ninjs("embargo", headline: "Not before Wednesday", more: [("embargoed", "2023-09-13T06:00:00+09:00")]))).Path;
        Assert.Equal("2023/09/13/not-before-wednesday", path);
        Assert.Equal(404, await paper.Status("/" + path));
        Assert.DoesNotContain("Not before Wednesday", await paper.Page("/"), StringComparison.Ordinal);
    }

    private async Task<(WireStatus Status, string? Path)> Outcome(string text)
    {
        var outcome = await paper.Last(text);
        return (outcome.Status, outcome.Path);
    }
}
