using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Reads the newsroom's people for its lists.</summary>
public sealed class PeopleList(BroadsheetDb db, SiteOptions site)
{
    /// <summary>Everybody, or one.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="id">Key of the sign-in; null for all.</param>
    public async Task<IReadOnlyList<PersonRow>> Load(StaffRequest request, long? id)
    {
        var logins = await (
            from l in db.StaffLogins.AsNoTracking()
            where id == null || l.Id == id
            join p in db.People on l.PersonId equals p.Id
            select new { l.Id, p.Name, l.Email, l.WelcomedAt, l.DisabledAt, LastSeenAt = db.StaffSessions.Where(s => s.LoginId == l.Id).Max(s => (DateTimeOffset?)s.LastSeenAt) }).ToListAsync(request.Aborted);
        var grants = (await db.StaffGrants.AsNoTracking().Where(g => id == null || g.LoginId == id).OrderBy(g => g.Role).ThenBy(g => g.Id).ToListAsync(request.Aborted)).ToLookup(g => g.LoginId);
        return
        [
            .. logins.Select(l => new PersonRow(
                l.Id, l.Name, l.Email!,
                [.. grants[l.Id].Select(g => g.SectionId is { } section ? new RoleRow(g.Role, request.Tree[section].Path, request.Tree[section].Name.In(request.Language)) : new RoleRow(g.Role, null, null))],
                l.DisabledAt is not null ? PersonState.Off : l.WelcomedAt is null ? PersonState.Invited : PersonState.Working,
                l.LastSeenAt is { } seen ? site.In(seen) : null))
            .OrderBy(p => p.State == PersonState.Off).ThenBy(p => p.Name.In(request.Language), StringComparer.CurrentCulture).ThenBy(p => p.Id),
        ];
    }

    /// <summary>Mail that failed and was not sent since, newest first.</summary>
    public async Task<IReadOnlyList<StuckMail>> Stuck(CancellationToken ct)
    {
        var mails = await db.OutgoingMails.AsNoTracking().Where(m => m.Fault != null && m.SentAt == null).OrderByDescending(m => m.Id).Take(50)
            .Select(m => new { m.Id, m.Recipient, m.Fault, m.NextTryAt }).ToListAsync(ct);
        return [.. mails.Select(m => new StuckMail(m.Id, m.Recipient, m.Fault!, m.NextTryAt is { } next ? site.In(next) : null))];
    }
}
