using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A new key of an authenticator app, before it is proved.</summary>
/// <param name="Key">The key in base32.</param>
/// <param name="Address">What the QR code says.</param>
/// <param name="Seal">The key sealed, so that the form brings it back unchanged.</param>
public sealed record AppKey(string Key, string Address, string Seal);

/// <summary>The form of a new password.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Address">Whose password.</param>
/// <param name="App">The app's key where one is set up with it; null where there is an app already.</param>
public sealed record PasswordModel(FormInput Form, string Address, AppKey? App);

/// <summary>Sealed in the form: a key that belongs to one sign-in.</summary>
internal sealed record SealedApp(long LoginId, string Key);

/// <summary>How somebody signs in: what they change of it themselves. Every change ends their other sessions.</summary>
public sealed class OwnSecurity(BroadsheetDb db, UserManager<StaffLogin> users, IUserStore<StaffLogin> store, SealedCookie seals, TimeProvider clock)
{
    private const string App = "app";

    /// <summary>True where a sign-in has a password and an app.</summary>
    public static bool HasPassword(StaffLogin login) => login is { PasswordHash: not null, TwoFactorEnabled: true };

    /// <summary>What the form of a new password shows.</summary>
    public PasswordModel Begin(StaffRequest request, StaffLogin login, FormInput form) => new(form, login.Email!, login.TwoFactorEnabled ? null : NewApp(request, login, form));

    /// <summary>A new key for an app; the one of the form where it was sent already.</summary>
    public AppKey NewApp(StaffRequest request, StaffLogin login, FormInput form)
    {
        var key = Sent(login, form) ?? Totp.MakeKey();
        return new(key, Totp.Address(request.SiteName, login.Email!, key), seals.Seal(App, new SealedApp(login.Id, key)));
    }

    /// <summary>The app's key and the step of its code where the form proves it; the fault stands in the form otherwise.</summary>
    public (string Key, long Step)? Proved(StaffLogin login, FormInput form)
    {
        var code = form.Needed("code", 10);
        if (Sent(login, form) is { } key && Totp.StepOf(key, code, clock.GetUtcNow(), 0) is { } step) return (key, step);
        form.Fault("code", Texts.T("Staff_App_Wrong"));
        return null;
    }

    /// <summary>Sets a password, and with it an app where there was none.</summary>
    /// <returns>Recovery codes where they are new.</returns>
    public async Task<IReadOnlyList<string>?> SetPassword(StaffRequest request, string password, (string Key, long Step)? app)
    {
        IReadOnlyList<string>? codes = null;
        var hash = users.PasswordHasher.HashPassword(null!, password);
        await Change(request, async login =>
        {
            login.PasswordHash = hash;
            codes = app is { } proved ? await UseApp(login, proved) : null;
        });
        return codes;
    }

    /// <summary>Changes something of one's own sign-in: other sessions end, the present one goes on.</summary>
    public Task Change(StaffRequest request, Func<StaffLogin, Task> change) => ChangeWhere(request, async login =>
    {
        await change(login);
        return true;
    });

    /// <summary>The same where the change may refuse: then nothing happens.</summary>
    /// <returns>What the change said.</returns>
    public async Task<bool> ChangeWhere(StaffRequest request, Func<StaffLogin, Task<bool>> change)
    {
        var isDone = false;
        await db.Write(
            async () =>
            {
                var desk = new StaffDesk(db, request.Now, request.Member.PersonId);
                var login = await db.StaffLogins.SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
                if (!(isDone = await change(login))) return;
                login.SecurityStamp = OneTimeKey.Make();
                await desk.EndSessions(login.Id, request.SessionId, request.Aborted);
                await db.StaffSessions.Where(s => s.Id == request.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stamp, login.SecurityStamp), request.Aborted);
                desk.Secured(login);
            },
            request.Aborted);
        return isDone;
    }

    /// <summary>Takes an app into use, with new recovery codes. Stands inside <see cref="Change"/>.</summary>
    public async Task<IReadOnlyList<string>> UseApp(StaffLogin login, (string Key, long Step) app)
    {
        await ((StaffStore)store).SetAuthenticatorKeyAsync(login, app.Key, CancellationToken.None);
        (login.TwoFactorEnabled, login.LastCodeStep) = (true, app.Step);
        return await NewCodes(login);
    }

    /// <summary>New recovery codes; the old ones work no longer. Stands inside <see cref="Change"/>.</summary>
    public async Task<IReadOnlyList<string>> NewCodes(StaffLogin login)
    {
        var codes = RecoveryCodes.Make();
        await ((StaffStore)store).ReplaceCodesAsync(login, codes, CancellationToken.None);
        return codes;
    }

    private string? Sent(StaffLogin login, FormInput form) => seals.Open<SealedApp>(App, form.Raw("app")) is { } app && app.LoginId == login.Id ? app.Key : null;
}
