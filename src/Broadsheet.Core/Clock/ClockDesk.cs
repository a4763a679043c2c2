using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Clock;

/// <summary>Makes appointments and takes them back. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
/// <param name="db">The database.</param>
/// <param name="now">The time by <see cref="DueClock"/>.</param>
public sealed class ClockDesk(BroadsheetDb db, DateTimeOffset now)
{
    private readonly DateTimeOffset _now = Moment.Cut(now);

    /// <summary>Makes an appointment. An article has at most one of a kind: an older one is taken back.</summary>
    /// <param name="wanted">What and when.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="ArgumentException">It lies in the past.</exception>
    public async Task<Appointment> Make(Appointment wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.DueAt <= _now) throw new ArgumentException($"An appointment lies ahead; {wanted.DueAt:O} is not after {_now:O}.", nameof(wanted));
        var others = await db.Appointments
            .Where(a => a.State == AppointmentState.Waiting && a.Kind == wanted.Kind && a.ArticleId == wanted.ArticleId).ToListAsync(ct);
        foreach (var other in others) other.Cancel(_now);
        db.Add(wanted);
        await db.SaveChangesAsync(ct);
        Record(EventKinds.Scheduled, wanted, wanted.ById);
        return wanted;
    }

    /// <summary>Takes an appointment back; nothing happens to one that was kept already.</summary>
    /// <returns>False where it was too late.</returns>
    public bool Cancel(Appointment appointment, long? by)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        if (appointment.State is not (AppointmentState.Waiting or AppointmentState.Failed)) return false;
        appointment.Cancel(_now);
        Record(EventKinds.Unscheduled, appointment, by);
        return true;
    }

    /// <summary>Keeps an embargo with an appointment at its end.</summary>
    public async Task Embargo(DeskArticle desk, DateTimeOffset? until, long by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(desk);
        desk.Embargo(until, _now);
        foreach (var other in await db.Appointments.Where(a => a.State == AppointmentState.Waiting && a.Kind == AppointmentKind.LiftEmbargo && a.ArticleId == desk.ArticleId).ToListAsync(ct))
            Cancel(other, by);
        if (until is { } end) await Make(new Appointment { Kind = AppointmentKind.LiftEmbargo, ArticleId = desk.ArticleId, DueAt = Moment.Cut(end), ById = by, CreatedAt = _now }, ct);
    }

    private void Record(string kind, Appointment appointment, long? by) =>
        db.Record(new Event { Kind = kind, At = _now, ArticleId = appointment.ArticleId, SubjectId = appointment.Id, ByPersonId = by });
}
