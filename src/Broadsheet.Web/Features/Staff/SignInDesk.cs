using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>
/// Tries passwords and codes. An attempt is charged before it is looked at and given back where it was right, so that however
/// many come at once no more than the limit are looked at; then the account is locked for these two ways for a while.
/// </summary>
public sealed class SignInDesk(BroadsheetDb db, UserManager<StaffLogin> users, StaffOptions options, TimeProvider clock)
{
    // Takes as long to refuse as a real one: nobody learns by the time whether there is such an account.
    private static readonly Lazy<string> Nobody = new(() => new PasswordHasher<object>().HashPassword(new(), OneTimeKey.Make()));

    /// <summary>Looks whether a password is that of an address.</summary>
    /// <returns>The sign-in, which must still give a code; null where anything is wrong or the account is locked.</returns>
    public async Task<StaffLogin?> Password(string address, string password, CancellationToken ct)
    {
        StaffLogin? login = null;
        var mayTry = false;
        await db.Write(
            async () =>
            {
                login = await new StaffDesk(db, clock.GetUtcNow(), null).Find(address, ct);
                mayTry = login is not null && Charge(login);
            },
            ct);
        // Outside the write: it takes a tenth of a second of the processor, and others want to write.
        var verdict = users.PasswordHasher.VerifyHashedPassword(login!, login?.PasswordHash ?? Nobody.Value, password);
        if (login?.PasswordHash is null || !mayTry || verdict == PasswordVerificationResult.Failed) return null;
        await db.Write(
            async () =>
            {
                db.ChangeTracker.Clear();
                GiveBack(await db.StaffLogins.SingleAsync(l => l.Id == login.Id, ct));
            },
            ct);
        return login;
    }

    /// <summary>Looks whether a code is right now: one of the app that was not taken before, or a recovery code.</summary>
    /// <param name="loginId">Whose.</param>
    /// <param name="code">As typed.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>The way in, or null where the code is wrong or the account is locked.</returns>
    public async Task<(StaffLogin Login, SignInMethod Method)?> Code(long loginId, string code, CancellationToken ct)
    {
        (StaffLogin, SignInMethod)? passed = null;
        await db.Write(
            async () =>
            {
                passed = null;
                var login = await db.StaffLogins.SingleAsync(l => l.Id == loginId, ct);
                if (!login.TwoFactorEnabled || !Charge(login)) return;
                var step = await users.GetAuthenticatorKeyAsync(login) is { } key ? Totp.StepOf(key, code, clock.GetUtcNow(), login.LastCodeStep) : null;
                if (step is { } taken) login.LastCodeStep = taken;
                else if (!(await users.RedeemTwoFactorRecoveryCodeAsync(login, RecoveryCodes.Plain(code))).Succeeded) return;
                (login.AccessFailedCount, login.LockoutEnd) = (0, null);
                passed = (login, step is null ? SignInMethod.Recovery : SignInMethod.Password);
            },
            ct);
        return passed;
    }

    private bool Charge(StaffLogin login)
    {
        var now = Moment.Cut(clock.GetUtcNow());
        if (login.LockoutEnd > now) return false;
        login.LockoutEnd = null;
        if (++login.AccessFailedCount >= options.LockAfter) (login.AccessFailedCount, login.LockoutEnd) = (0, now.AddMinutes(options.LockMinutes));
        return true;
    }

    // The right password alone makes wrong codes not undone: only this attempt's own charge is taken back.
    private void GiveBack(StaffLogin login) =>
        (login.AccessFailedCount, login.LockoutEnd) = login.LockoutEnd is null ? (Math.Max(0, login.AccessFailedCount - 1), null) : (options.LockAfter - 1, (DateTimeOffset?)null);
}
