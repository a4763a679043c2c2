using Broadsheet.Core.Articles;
using Broadsheet.Core.Events;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>What is changed by one node is fresh on another.</summary>
[Trait("Category", "Database")]
public sealed class TwoNodesTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_change_is_seen_on_the_other_node()
    {
        await using var other = await SecondNode.Start(world);
        var path = await world.Publish(new("Seen from afar", "city") { At = World.At(9) });
        await other.Until("/", (_, text) => text.Contains("Seen from afar", StringComparison.Ordinal));
        Assert.Equal(200, (await other.Ask(path)).Status);
        await world.Decide(path, (desk, article, placement) => desk.Withdraw(article, placement, null, World.At(12), CancellationToken.None));
        await other.Until(path, (status, _) => status == 410);
        await other.Until("/", (_, text) => !text.Contains("Seen from afar", StringComparison.Ordinal));
        // From here on it stays gone: what was dropped never comes back.
        for (var i = 0; i < 200; i++) Assert.Equal(410, (await other.Ask(path)).Status);
    }

    [Fact]
    public async Task A_change_is_seen_even_when_the_notification_is_lost()
    {
        var path = await world.Publish(new("Before it was changed in silence", "city") { At = World.At(9) });
        await using var other = await SecondNode.Start(world);
        Assert.Contains("Before it was changed", (await other.Ask(path)).Text, StringComparison.Ordinal);
        await world.Page(path);
        // Written past everything that rings or notifies.
        await world.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var article = await db.Articles.SingleAsync(a => a.Path == path.Substring(1));
            await db.Articles.Where(a => a.Id == article.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, ArticleState.Withdrawn));
            await db.Listings.Where(l => l.ArticleId == article.Id).ExecuteDeleteAsync();
            db.Events.Add(new Event { Kind = EventKinds.ArticleWithdrawn, At = World.At(12), ArticleId = article.Id, Tags = $"article:{article.Id} site:en" });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        await other.Until(path, (status, _) => status == 410);
        await world.Hear();
        Assert.Equal(410, await world.Status(path));
    }
}
