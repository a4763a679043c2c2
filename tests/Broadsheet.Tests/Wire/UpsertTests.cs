using Broadsheet.Core.Articles;
using Broadsheet.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>One item is one article: (source, guid, version) decides.</summary>
[Trait("Category", "Database")]
public sealed class UpsertTests(WirePaper paper) : IClassFixture<WirePaper>
{
    [Fact]
    public async Task A_newer_version_changes_the_same_article_at_the_same_address()
    {
        var first = await paper.Last(Wires.Ninjs("newer", "1", "Ferry sails at six"));
        var second = await paper.Last(Wires.Ninjs("newer", "2", "Ferry sails at seven", "<p>It was late.</p>"));
        Assert.Equal((WireStatus.Created, WireStatus.Updated), (first.Status, second.Status));
        Assert.Equal(first.Path, second.Path);
        var page = await paper.Page("/" + first.Path);
        Assert.Contains("Ferry sails at seven", page, StringComparison.Ordinal);
        Assert.Contains("It was late.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry sails at six", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_is_kept_and_changes_nothing()
    {
        var second = await paper.Last(Wires.Ninjs("older", "2", "The newer text"));
        var first = await paper.Last(Wires.Ninjs("older", "1", "The older text"));
        Assert.Equal((WireStatus.Skipped, second.Path), (first.Status, first.Path));
        Assert.Contains("version 2", first.Reason, StringComparison.Ordinal);
        Assert.Equal("The newer text", (await paper.ArticleAt(second.Path!)).Headline);
        Assert.Equal(2, await paper.InDb(db => db.WireItems.CountAsync(w => w.Guid.EndsWith(":older"))));
    }

    [Fact]
    public async Task The_same_item_twice_is_unchanged_and_touches_no_row()
    {
        string[] texts = [Wires.Ninjs("twice"), Wires.G2("urn:g2:twice"), Wires.Nitf("nitf-twice"), Wires.Ninjs("twice", "2", "Another headline"), "{\"uri\":\"urn:x:empty\"}", "<nitf/>"];
        await paper.Receive(texts);
        var before = await paper.Rows();
        var outcomes = await paper.Receive(texts);
        Assert.Equal([.. Enumerable.Repeat(WireStatus.Unchanged, 5), WireStatus.Failed], outcomes.Select(o => o.Status));
        Assert.Equal(before, await paper.Rows());
    }

    [Fact]
    public async Task The_same_version_with_other_bytes_is_an_update()
    {
        var first = await paper.Last(Wires.Ninjs("resent", "3", "Teh headline"));
        var second = await paper.Last(Wires.Ninjs("resent", "3", "The headline"));
        Assert.Equal((WireStatus.Updated, first.Path), (second.Status, second.Path));
        Assert.Equal("The headline", (await paper.ArticleAt(first.Path!)).Headline);
    }

    [Fact]
    public async Task Bytes_that_were_replaced_do_not_come_back_when_an_old_file_is_read_again()
    {
        var (first, second) = (Wires.Ninjs("again", "3", "Teh headline again"), Wires.Ninjs("again", "3", "The headline again"));
        var outcome = (await paper.Receive(first, second, first, second)).Select(o => o.Status);
        Assert.Equal([WireStatus.Created, WireStatus.Updated, WireStatus.Unchanged, WireStatus.Unchanged], outcome);
        Assert.Equal("The headline again", await paper.InDb(db => db.Articles.Where(a => a.Headline.EndsWith("headline again")).Select(a => a.Headline).SingleAsync()));
    }

    [Fact]
    public async Task The_same_version_made_earlier_does_not_overwrite_the_one_made_later()
    {
        var later = await paper.Last(Wires.Ninjs("clock", "1", "Made later", made: "2023-09-11T12:00:00+09:00"));
        var earlier = await paper.Last(Wires.Ninjs("clock", "1", "Made earlier", made: "2023-09-11T11:00:00+09:00"));
        Assert.Equal(WireStatus.Skipped, earlier.Status);
        Assert.Equal("Made later", (await paper.ArticleAt(later.Path!)).Headline);
    }

    [Fact]
    public async Task The_same_guid_of_another_provider_is_another_item()
    {
        var first = await paper.Last(Wires.Nitf("shared-guid", "One provider"));
        var second = await paper.Last(Wires.Nitf("shared-guid", "Another provider").Replace("regsrc=\"wire.example.com\"", "regsrc=\"other.example.com\"", StringComparison.Ordinal));
        Assert.Equal(WireStatus.Created, second.Status);
        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public async Task An_update_without_text_leaves_the_article_as_it_is()
    {
        var first = await paper.Last(Wires.Ninjs("emptied", "1", "It had a text"));
        var second = await paper.Last(Wires.Ninjs("emptied", "2", "It had a text", "<p>&#160;</p>"));
        Assert.Equal(WireStatus.Skipped, second.Status);
        Assert.Contains("The first paragraph.", await paper.Page("/" + first.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_items_with_one_headline_on_one_day_have_two_addresses()
    {
        var outcomes = await paper.Receive(Wires.Ninjs("same-1", headline: "Rain"), Wires.Ninjs("same-2", headline: "Rain"));
        Assert.Equal(["2023/09/11/rain", "2023/09/11/rain-2"], outcomes.Select(o => o.Path));
    }

    [Fact]
    public async Task Bodies_are_kept_in_canonical_form_and_bytes_as_they_came()
    {
        var text = Wires.Ninjs("canonical", body: "<div><script>alert(1)</script><P onclick='x()'>One<br/>two</P><p>\u00a0</p></div>");
        var path = (await paper.Last(text)).Path!;
        var (body, raw) = await paper.InDb(async db =>
        {
            var id = await db.Articles.Where(a => a.Path == path).Select(a => a.Id).SingleAsync();
            var item = await db.WireItems.Where(w => w.ArticleId == id).Select(w => w.Id).SingleAsync();
            return (await db.ArticleVersions.Where(v => v.ArticleId == id).Select(v => v.Body).SingleAsync(), (await db.WireRaws.SingleAsync(r => r.WireItemId == item)).Bytes);
        });
        Assert.Equal(("<p>One<br>two</p>", body), (body, BodyDialect.Normalise(body)));
        using var packed = new System.IO.Compression.BrotliStream(new MemoryStream(raw), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_publish_an_item_waits_as_a_draft_and_versions_change_the_draft()
    {
        var filing = paper.Filing with { Publish = false };
        var first = Assert.Single(await paper.Receive(filing, Wires.Ninjs("draft", "1", "A draft headline")));
        Assert.Null(first.Path);
        await paper.Receive(filing, Wires.Ninjs("draft", "2", "A draft headline, later"));
        var (state, path) = await paper.InDb(async db => await db.Articles.Where(a => a.Headline == "A draft headline, later").Select(a => new ValueTuple<ArticleState, string?>(a.State, a.Path)).SingleAsync());
        Assert.Equal((ArticleState.Draft, null), (state, path));
    }
}
