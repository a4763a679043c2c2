using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>Begins, finds and ends sessions of the newsroom. The browser's cookie holds a random key, the database its hash and everything else.</summary>
public sealed class StaffSessions(BroadsheetDb db, StaffOptions options, SiteOptions site, TimeProvider clock)
{
    /// <summary>The cookie that holds the key.</summary>
    public const string Cookie = "broadsheet-staff";

    /// <summary>How long a proof of who they are is recent.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    /// <summary>Signs somebody in: makes a session and hands its key to the browser. The session that the browser had is ended.</summary>
    /// <param name="context">The request.</param>
    /// <param name="login">Who.</param>
    /// <param name="method">How they proved it.</param>
    public async Task Begin(HttpContext context, StaffLogin login, SignInMethod method)
    {
        var (key, now) = (OneTimeKey.Make(), Moment.Cut(clock.GetUtcNow()));
        var before = context.Request.Cookies[Cookie];
        await db.Write(
            async () =>
            {
                if (before is not null) await EndKey(before, now);
                db.Add(new StaffSession
                {
                    KeyHash = OneTimeKey.Hash(key),
                    LoginId = login.Id,
                    Stamp = login.SecurityStamp!,
                    Device = DeviceName.From(context.Request.Headers.UserAgent.ToString()),
                    Method = method,
                    CreatedAt = now,
                    LastSeenAt = now,
                    ProvedAt = now,
                    ExpiresAt = now.AddHours(options.SessionHours),
                });
            },
            context.RequestAborted);
        context.Response.Cookies.Append(Cookie, key, Options(TimeSpan.FromDays(options.SessionDays)));
    }

    /// <summary>Signs out.</summary>
    public async Task End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } key) await db.Write(() => EndKey(key, Moment.Cut(clock.GetUtcNow())), context.RequestAborted);
        context.Response.Cookies.Delete(Cookie, Options(TimeSpan.Zero));
    }

    /// <summary>Notes that somebody proved again who they are.</summary>
    public Task Prove(long sessionId, CancellationToken ct)
    {
        var now = Moment.Cut(clock.GetUtcNow());
        return db.Write(() => db.StaffSessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, now), ct), ct);
    }

    /// <summary>Fills in who the holder of a key is.</summary>
    public async Task Find(string key, StaffPresence presence, CancellationToken ct)
    {
        var (hash, now) = (OneTimeKey.Hash(key), Moment.Cut(clock.GetUtcNow()));
        var found = await (
            from s in db.StaffSessions.AsNoTracking()
            where s.KeyHash == hash
            join l in db.StaffLogins on s.LoginId equals l.Id
            join p in db.People on l.PersonId equals p.Id
            select new
            {
                Session = s,
                l.PersonId,
                p.Name,
                l.Language,
                l.DisabledAt,
                IsWhole = l.SecurityStamp == s.Stamp,
                IsSettled = l.WelcomedAt != null && ((l.PasswordHash != null && l.TwoFactorEnabled) || db.Set<IdentityUserPasskey<long>>().Any(k => k.UserId == l.Id)),
            }).SingleOrDefaultAsync(ct);
        if (found is null) presence.Absence = Absence.Ended;
        else if (found.DisabledAt is not null) presence.Absence = Absence.Disabled;
        else if (!found.IsWhole || found.Session.EndedAt is not null || found.Session.ExpiresAt <= now) presence.Absence = Absence.Ended;
        else
        {
            var grants = await db.StaffGrants.AsNoTracking().Where(g => g.LoginId == found.Session.LoginId).OrderBy(g => g.Id).ToListAsync(ct);
            presence.Member = new(found.Session.LoginId, found.PersonId, found.Name, grants);
            (presence.SessionId, presence.ProvedAt, presence.IsSettled, presence.Language) = (found.Session.Id, found.Session.ProvedAt, found.IsSettled, found.Language);
            if (now - found.Session.LastSeenAt >= SeenStep) await See(found.Session, now, ct);
        }
    }

    private Task See(StaffSession session, DateTimeOffset now, CancellationToken ct)
    {
        var last = session.CreatedAt.AddDays(options.SessionDays);
        var expires = now.AddHours(options.SessionHours) is var slid && slid < last ? slid : last;
        return db.Write(() => db.StaffSessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, expires), ct), ct);
    }

    private Task<int> EndKey(string key, DateTimeOffset now)
    {
        var hash = OneTimeKey.Hash(key);
        return db.StaffSessions.Where(s => s.KeyHash == hash && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now));
    }

    private CookieOptions Options(TimeSpan life) => new()
    {
        Path = NewsroomPaths.Root,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = site.IsHttps,
        MaxAge = life,
    };
}
