using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Staff;

/// <summary>Gives links out and takes them. Everything stands inside <see cref="BroadsheetDb.Write"/> except looking.</summary>
/// <param name="db">The database.</param>
public sealed class StaffLinks(BroadsheetDb db)
{
    /// <summary>Makes a link; earlier ones of the same person, or for the set-up, work no longer.</summary>
    /// <param name="loginId">Whose; null for the set-up.</param>
    /// <param name="now">When.</param>
    /// <param name="life">How long it works.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>The key that goes into the link.</returns>
    public async Task<string> Make(long? loginId, DateTimeOffset now, TimeSpan life, CancellationToken ct)
    {
        await db.StaffLinks.Where(l => l.LoginId == loginId && l.UsedAt == null).ExecuteDeleteAsync(ct);
        var key = OneTimeKey.Make();
        now = Moment.Cut(now);
        db.Add(new StaffLink { KeyHash = OneTimeKey.Hash(key), LoginId = loginId, CreatedAt = now, ExpiresAt = now + life });
        return key;
    }

    /// <summary>The link of a key where it still works; looking does not use it up.</summary>
    /// <param name="key">What stood in the address.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    public Task<StaffLink?> Find(string key, DateTimeOffset now, CancellationToken ct)
    {
        var hash = OneTimeKey.Hash(key);
        return db.StaffLinks.Where(l => l.KeyHash == hash && l.UsedAt == null && l.ExpiresAt > now && !db.StaffLogins.Any(s => s.Id == l.LoginId && s.DisabledAt != null)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>The link, or null where it does not work (any longer).</returns>
    public async Task<StaffLink?> Use(string key, DateTimeOffset now, CancellationToken ct)
    {
        now = Moment.Cut(now);
        if (await Find(key, now, ct) is not { } link) return null;
        // Of two that come at the same moment one finds it used already, whatever the database lets them read.
        if (await db.StaffLinks.Where(l => l.Id == link.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct) == 0) return null;
        db.Entry(link).State = EntityState.Detached;
        return link;
    }
}
