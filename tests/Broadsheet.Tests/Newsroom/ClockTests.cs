using Broadsheet.Core.Clock;
using Broadsheet.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>What is done at a time is done then, once, and said aloud where it can't be.</summary>
[Trait("Category", "Database")]
public sealed class ClockTests(NewsDesk room) : IClassFixture<NewsDesk>
{
    [Fact]
    public async Task A_scheduled_article_goes_out_at_its_time_and_not_before()
    {
        var id = await room.Begin(room.Story("At eight sharp"));
        var due = room.Now.AddMinutes(10);
        var appointment = await room.Schedule(id, due);
        room.Clock.Advance(TimeSpan.FromMinutes(9));
        await Task.Yield();
        Assert.Null(await room.PathOf(id));
        room.Clock.Advance(TimeSpan.FromMinutes(1.01));
        Assert.Equal(AppointmentState.Done, (await room.Ended(appointment)).State);
        Assert.Contains("At eight sharp", await room.Page((await room.PathOf(id))!), StringComparison.Ordinal);
        Assert.Equal(Broadsheet.Core.Moment.Cut(due), await room.InDb(db => db.Articles.Where(a => a.Id == id).Select(a => a.PublishedAt).SingleAsync()));
    }

    [Fact]
    public async Task What_can_not_go_out_is_an_alarm_in_the_log_and_in_the_record()
    {
        var id = await room.Begin(room.Story("Spiked in between"));
        var appointment = await room.Schedule(id, room.Now.AddMinutes(1));
        await room.At(id, (_, desk) =>
        {
            desk.Spike(aside: true, room.Now);
            return Task.CompletedTask;
        });
        room.Clock.Advance(TimeSpan.FromMinutes(2));
        var ended = await room.Ended(appointment);
        Assert.Equal((AppointmentState.Failed, "Spiked"), (ended.State, ended.Failure));
        Assert.Null(await room.PathOf(id));
        Assert.True(await room.InDb(db => db.Events.AnyAsync(e => e.Kind == EventKinds.Missed && e.ArticleId == id)));
    }

    [Fact]
    public async Task An_appointment_taken_back_is_not_kept()
    {
        var id = await room.Begin(room.Story("Taken back in time"));
        var appointment = await room.Schedule(id, room.Now.AddMinutes(1));
        await room.Change(async db => Assert.True(new ClockDesk(db, room.Now).Cancel(await db.Appointments.SingleAsync(a => a.Id == appointment.Id), room.Editor)));
        var other = await room.Schedule(await room.Begin(room.Story("The one behind")), room.Now.AddMinutes(2));
        room.Clock.Advance(TimeSpan.FromMinutes(3));
        await room.Ended(other);
        Assert.Null(await room.PathOf(id));
    }

    [Fact]
    public async Task An_article_has_one_time_of_publication()
    {
        var id = await room.Begin(room.Story("Put off"));
        var first = await room.Schedule(id, room.Now.AddMinutes(1));
        var second = await room.Schedule(id, room.Now.AddMinutes(5));
        Assert.Equal(AppointmentState.Cancelled, (await room.Ended(first)).State);
        room.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(AppointmentState.Done, (await room.Ended(second)).State);
    }

    [Fact]
    public async Task A_time_in_the_past_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => room.Schedule(0, room.Now.AddMinutes(-1)));

    [Fact]
    public async Task An_embargo_ends_by_itself()
    {
        var id = await room.Begin(room.Story("Under embargo"));
        await room.At(id, (db, desk) => new ClockDesk(db, room.Now).Embargo(desk, room.Now.AddHours(1), room.Editor, CancellationToken.None));
        var appointment = await room.InDb(db => db.Appointments.SingleAsync(a => a.ArticleId == id));
        room.Clock.Advance(TimeSpan.FromHours(1.01));
        await room.Ended(appointment);
        await room.Publish(id, room.Editor);
        Assert.NotNull(await room.PathOf(id));
    }

    [Fact]
    public async Task An_article_that_expires_answers_410()
    {
        var id = await room.Begin(room.Story("Until midnight only"));
        await room.Publish(id, room.Editor);
        var appointment = await room.Schedule(id, room.Now.AddHours(2), AppointmentKind.Expire);
        room.Clock.Advance(TimeSpan.FromHours(2.01));
        await room.Ended(appointment);
        Assert.Equal(410, await room.Status((await room.PathOf(id))!));
    }

    [Fact]
    public async Task Nodes_whose_clocks_differ_go_by_the_database_servers()
    {
        var ahead = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(2));
        var now = await room.InDb(db => new DueClock(ahead).Now(db, CancellationToken.None).AsTask());
        if (TestDatabase.OnPostgres) Assert.InRange(now, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow().AddMinutes(5));
        else Assert.Equal(Broadsheet.Core.Moment.Cut(ahead.GetUtcNow()), now);
    }

    [Fact]
    public async Task One_that_can_not_be_kept_yet_stops_no_other()
    {
        var stuck = await room.Schedule(await room.Begin(room.Story("Its desk is gone")), room.Now.AddMinutes(1));
        await room.Change(db => db.DeskArticles.Where(d => d.ArticleId == stuck.ArticleId).ExecuteDeleteAsync());
        var other = await room.Schedule(await room.Begin(room.Story("The one right behind")), room.Now.AddMinutes(1));
        room.Clock.Advance(TimeSpan.FromMinutes(1.01));
        Assert.Equal(AppointmentState.Done, (await room.Ended(other)).State);
        Assert.Equal(AppointmentState.Waiting, await room.InDb(db => db.Appointments.Where(a => a.Id == stuck.Id).Select(a => a.State).SingleAsync()));
        Assert.Contains(room.Log.Problems, line => line.Contains($"Appointment {stuck.Id} is due and could not be kept yet", StringComparison.Ordinal));
        await room.Change(async db => new ClockDesk(db, room.Now).Cancel(await db.Appointments.SingleAsync(a => a.Id == stuck.Id), room.Editor));
    }

    [Fact]
    public async Task Two_nodes_keep_an_appointment_once()
    {
        var made = new List<Appointment>();
        for (var i = 0; i < 12; i++) made.Add(await room.Schedule(await room.Begin(room.Story($"Once and only once {i}")), room.Now.AddMinutes(1)));
        // A second pair of hands at the same rows at the same moment as the program's own.
        room.Clock.Advance(TimeSpan.FromMinutes(1.01));
        var kept = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => room.InDb(async db =>
        {
            var count = 0;
            await new ClockKeeper(db, new TestDueClock(room.Clock), World.Seoul).KeepDue(_ => count++, (_, e) => throw new InvalidOperationException("An appointment could not be kept.", e), CancellationToken.None);
            return count;
        }))));
        foreach (var appointment in made) Assert.Equal(AppointmentState.Done, (await room.Ended(appointment)).State);
        Assert.True(kept.Sum() <= made.Count);
        foreach (var appointment in made)
        {
            Assert.Equal(1, await room.InDb(db => db.ArticleVersions.CountAsync(v => v.ArticleId == appointment.ArticleId)));
            Assert.Equal(1, await room.InDb(db => db.Events.CountAsync(e => e.Kind == EventKinds.ArticlePublished && e.ArticleId == appointment.ArticleId)));
        }
    }
}
