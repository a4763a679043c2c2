using System.Net.Mail;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.People;
using Broadsheet.Language;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Staff;

/// <summary>Takes people into the newsroom, gives and takes roles, shuts out. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
/// <param name="db">The database.</param>
/// <param name="now">When this is done.</param>
/// <param name="by">The person who does it; null for the operator at the command line.</param>
public sealed class StaffDesk(BroadsheetDb db, DateTimeOffset now, long? by)
{
    private readonly DateTimeOffset _now = Moment.Cut(now);

    /// <summary>True for something that mail can be sent to.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 254 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>An address as it is looked up: capitals don't matter.</summary>
    public static string Normal(string address) => address.Trim().ToUpperInvariant();

    /// <summary>The sign-in of an address, or null.</summary>
    public Task<StaffLogin?> Find(string address, CancellationToken ct)
    {
        var normal = Normal(address);
        return db.StaffLogins.SingleOrDefaultAsync(l => l.NormalizedEmail == normal, ct);
    }

    /// <summary>
    /// Takes somebody in. A person with the same printed address and no sign-in yet becomes theirs, with the articles; otherwise
    /// a person is made.
    /// </summary>
    /// <param name="address">Where mail reaches them; nobody may have it yet.</param>
    /// <param name="name">Their name; null takes the first part of the address until they say it.</param>
    /// <param name="language">Language of the name and of the interface.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<StaffLogin> Add(string address, string? name, string language, CancellationToken ct)
    {
        var person = await Known(address, ct) ?? await MakePerson(name ?? address[..address.IndexOf('@', StringComparison.Ordinal)], language, ct);
        var login = new StaffLogin
        {
            PersonId = person.Id,
            Language = language,
            CreatedAt = _now,
            Email = address,
            NormalizedEmail = Normal(address),
            UserName = address,
            NormalizedUserName = Normal(address),
            SecurityStamp = OneTimeKey.Make(),
        };
        db.Add(login);
        await db.SaveChangesAsync(ct);
        Record(EventKinds.StaffAdded, login, null);
        return login;
    }

    /// <summary>Gives a role, everywhere or on a desk; nothing happens where they have it.</summary>
    /// <returns>True where it is new.</returns>
    public async Task<bool> Give(StaffLogin login, StaffRole role, long? sectionId, CancellationToken ct)
    {
        if (await db.StaffGrants.AnyAsync(g => g.LoginId == login.Id && g.Role == role && (g.SectionId == null || g.SectionId == sectionId), ct)) return false;
        // Given everywhere, it needs to be given on no desk.
        if (sectionId is null) await db.StaffGrants.Where(g => g.LoginId == login.Id && g.Role == role).ExecuteDeleteAsync(ct);
        db.Add(new StaffGrant { LoginId = login.Id, Role = role, SectionId = sectionId });
        await db.SaveChangesAsync(ct);
        Record(EventKinds.StaffRoleGiven, login, sectionId, role);
        return true;
    }

    /// <summary>Takes a role.</summary>
    /// <returns>False where it is the last administrator's: nothing happens.</returns>
    public async Task<bool> Take(StaffLogin login, StaffGrant grant, CancellationToken ct)
    {
        if (grant is { Role: StaffRole.Administrator, SectionId: null } && await IsLastAdministrator(login, ct)) return false;
        db.Remove(grant);
        await db.SaveChangesAsync(ct);
        Record(EventKinds.StaffRoleTaken, login, grant.SectionId, grant.Role);
        return true;
    }

    /// <summary>Shuts somebody out: sessions end with their next request, links work no longer.</summary>
    /// <returns>False where it is the last administrator: nothing happens.</returns>
    public async Task<bool> Disable(StaffLogin login, CancellationToken ct)
    {
        if (login.DisabledAt is not null) return true;
        if (await IsLastAdministrator(login, ct)) return false;
        login.DisabledAt = _now;
        login.SecurityStamp = OneTimeKey.Make();
        await db.StaffLinks.Where(l => l.LoginId == login.Id && l.UsedAt == null).ExecuteDeleteAsync(ct);
        await EndSessions(login.Id, null, ct);
        Record(EventKinds.StaffDisabled, login, null);
        return true;
    }

    /// <summary>Lets somebody in again.</summary>
    public void Enable(StaffLogin login)
    {
        if (login.DisabledAt is null) return;
        login.DisabledAt = null;
        Record(EventKinds.StaffEnabled, login, null);
    }

    /// <summary>Ends the sessions of a sign-in, all or all but one.</summary>
    public Task<int> EndSessions(long loginId, long? butSession, CancellationToken ct) => db.StaffSessions
        .Where(s => s.LoginId == loginId && s.EndedAt == null && s.Id != butSession)
        .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, _now), ct);

    /// <summary>Notes that somebody's ways to sign in changed.</summary>
    public void Secured(StaffLogin login) => Record(EventKinds.StaffSecured, login, null);

    /// <summary>Makes a fresh link for somebody: whoever makes one could come in as them, so it is noted.</summary>
    /// <returns>The key that goes into the link.</returns>
    public async Task<string> MakeLink(StaffLogin login, TimeSpan life, CancellationToken ct)
    {
        var key = await new StaffLinks(db).Make(login.Id, _now, life, ct);
        Record(EventKinds.StaffLinkMade, login, null);
        return key;
    }

    /// <summary>True where nobody else who may come in is an administrator of everything.</summary>
    public async Task<bool> IsLastAdministrator(StaffLogin login, CancellationToken ct)
    {
        var all = db.StaffGrants.Where(g => g.Role == StaffRole.Administrator && g.SectionId == null && db.StaffLogins.Any(l => l.Id == g.LoginId && l.DisabledAt == null));
        return await all.AnyAsync(g => g.LoginId == login.Id, ct) && !await all.AnyAsync(g => g.LoginId != login.Id, ct);
    }

    private Task<Person?> Known(string address, CancellationToken ct) =>
        db.People.Where(p => p.Kind == PersonKind.Person && p.Email == address && !db.StaffLogins.Any(l => l.PersonId == p.Id)).OrderBy(p => p.Id).FirstOrDefaultAsync(ct);

    private async Task<Person> MakePerson(string name, string language, CancellationToken ct)
    {
        var slug = Slug.From(name, "staff");
        var taken = await db.People.Where(p => p.Slug == slug || p.Slug.StartsWith(slug + "-")).Select(p => p.Slug).ToHashSetAsync(ct);
        var free = taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s)) : slug;
        var person = new Person { Slug = free, Name = new LocalText(language, name) };
        db.Add(person);
        await db.SaveChangesAsync(ct);
        return person;
    }

    private void Record(string kind, StaffLogin login, long? sectionId, StaffRole? role = null) => db.Record(new Event
    {
        Kind = kind,
        At = _now,
        ByPersonId = by,
        SectionId = sectionId,
        Tags = role is { } given ? $"staff:{login.PersonId} role:{RoleNames.Of(given)}" : $"staff:{login.PersonId}",
    });
}
