using System.Data.Common;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Events;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Clock;

/// <summary>Keeps appointments: each in one transaction with what it does, so that it is done once or not at all.</summary>
/// <param name="db">The database.</param>
/// <param name="due">The time.</param>
/// <param name="zone">The newspaper's time zone.</param>
public sealed class ClockKeeper(BroadsheetDb db, DueClock due, TimeZoneInfo zone)
{
    private const int Batch = 50;

    /// <summary>Keeps what is due, in the order of times. One that fails for a reason of the database's stops no other.</summary>
    /// <param name="kept">Told of each as it was committed.</param>
    /// <param name="failed">Told of each that will be tried again at the next look.</param>
    /// <param name="ct">Ends between two.</param>
    /// <returns>How long until the next one is due; null where none waits.</returns>
    public async Task<TimeSpan?> KeepDue(Action<Appointment> kept, Action<long, Exception> failed, CancellationToken ct)
    {
        var tried = new List<long>();
        while (true)
        {
            var now = await due.Now(db, ct);
            var waiting = await db.Appointments.AsNoTracking().Where(a => a.State == AppointmentState.Waiting && !tried.Contains(a.Id)).OrderBy(a => a.DueAt).ThenBy(a => a.Id)
                .Select(a => new { a.Id, a.DueAt }).Take(Batch).ToListAsync(ct);
            foreach (var next in waiting.TakeWhile(a => a.DueAt <= now))
            {
                tried.Add(next.Id);
                try
                {
                    if (await Keep(next.Id, ct) is { } done) kept(done);
                }
                catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
                {
                    db.ChangeTracker.Clear();
                    failed(next.Id, e);
                }
            }
            if (waiting.FirstOrDefault(a => a.DueAt > now) is { } ahead) return ahead.DueAt - now;
            if (waiting.Count < Batch) return null;
        }
    }

    // Null where another node kept it, or somebody took it back, or somebody is at the article this very moment: then once more.
    private async Task<Appointment?> Keep(long id, CancellationToken ct)
    {
        Appointment? done = null;
        try
        {
            await db.Write(async () => done = await KeepIn(id, ct), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            done = null;
        }
        catch (NotPublishableException e)
        {
            db.ChangeTracker.Clear();
            await db.Write(async () => done = await Fail(id, e.Hindrance.ToString(), ct), ct);
        }
        db.ChangeTracker.Clear();
        return done;
    }

    private async Task<Appointment?> KeepIn(long id, CancellationToken ct)
    {
        if (await Take(id, ct) is not { } appointment) return null;
        var now = await due.Now(db, ct);
        await Do(appointment, now, ct);
        appointment.Keep(now);
        return appointment;
    }

    private async Task<Appointment?> Fail(long id, string why, CancellationToken ct)
    {
        if (await Take(id, ct) is not { } appointment) return null;
        var now = await due.Now(db, ct);
        appointment.Fail(why, now);
        db.Record(new Event { Kind = EventKinds.Missed, At = now, ArticleId = appointment.ArticleId, SubjectId = id });
        return appointment;
    }

    // Writing locks the row: of two nodes the second waits here and then finds it kept.
    private async Task<Appointment?> Take(long id, CancellationToken ct)
    {
        var free = await db.Appointments.Where(a => a.Id == id && a.State == AppointmentState.Waiting).ExecuteUpdateAsync(s => s.SetProperty(a => a.DueAt, a => a.DueAt), ct);
        return free == 0 ? null : await db.Appointments.FirstAsync(a => a.Id == id, ct);
    }

    private async Task Do(Appointment appointment, DateTimeOffset now, CancellationToken ct)
    {
        switch (appointment.Kind)
        {
            case AppointmentKind.Publish:
                await Publish(appointment, now, ct);
                break;
            case AppointmentKind.LiftEmbargo:
                var desk = await db.DeskArticles.FirstAsync(d => d.ArticleId == appointment.ArticleId, ct);
                desk.Embargo(null, now);
                db.Record(new Event { Kind = EventKinds.DeskMoved, At = now, ArticleId = desk.ArticleId, SectionId = desk.SectionId });
                break;
            case AppointmentKind.Expire:
                var article = await db.Articles.FirstAsync(a => a.Id == appointment.ArticleId, ct);
                var publication = new PublicationDesk(db, await SectionTree.Load(db, ct), zone, appointment.ById);
                if (article.State == ArticleState.Published) await publication.Withdraw(article, await publication.PlacementOf(article.Id, ct), null, now, ct);
                break;
            default:
                throw new NotSupportedException($"Appointment {appointment.Id} is of an unknown kind: {appointment.Kind}.");
        }
    }

    private async Task Publish(Appointment appointment, DateTimeOffset now, CancellationToken ct)
    {
        var desk = await db.DeskArticles.FirstAsync(d => d.ArticleId == appointment.ArticleId, ct);
        var number = appointment.Revision ?? desk.Head;
        ChangeNote? note = appointment is { NoteKind: { } kind, NoteHtml: { } html } ? new ChangeNote.Told(kind, html) : desk.PublishedHead is null ? null : new ChangeNote.Minor();
        await new DeskPublication(db, await SectionTree.Load(db, ct), zone, now).Publish(desk, new(number, appointment.ById, appointment.DueAt, note), ct);
    }
}
