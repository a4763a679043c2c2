using System.Buffers.Text;
using System.Globalization;
using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Asks devices for passkeys and looks at their answers (WebAuthn Level 3).</summary>
public sealed class PasskeyDesk(BroadsheetDb db, UserManager<StaffLogin> users, SignInManager<StaffLogin> signIn)
{
    /// <summary>Most passkeys of one person.</summary>
    public const int Most = 20;

    /// <summary>The question to a device that is to make one: JSON for <c>navigator.credentials.create</c>.</summary>
    public async Task<string> AskToMake(StaffRequest request)
    {
        var login = await db.StaffLogins.AsNoTracking().SingleAsync(l => l.Id == request.Member.LoginId, request.Aborted);
        return await signIn.MakePasskeyCreationOptionsAsync(new() { Id = login.Id.ToString(CultureInfo.InvariantCulture), Name = login.Email!, DisplayName = request.Member.Name.In(request.Language) });
    }

    /// <summary>The question to a device that has one: JSON for <c>navigator.credentials.get</c>. The device knows whose it is.</summary>
    public Task<string> Ask() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>The passkey that a device made, where it answers the question that was asked of this person.</summary>
    public async Task<UserPasskeyInfo?> Made(StaffRequest request, string answer)
    {
        if (!await WasAsked(request.Context)) return null;
        var made = await signIn.PerformPasskeyAttestationAsync(answer);
        return made.Succeeded && made.UserEntity.Id == request.Member.LoginId.ToString(CultureInfo.InvariantCulture) ? made.Passkey : null;
    }

    /// <summary>Whose passkey answered, where it answers the question that was asked. Its counter is noted.</summary>
    public async Task<StaffLogin?> Answered(RoomRequest request, string answer)
    {
        if (!await WasAsked(request.Context)) return null;
        var proved = await signIn.PerformPasskeyAssertionAsync(answer);
        if (!proved.Succeeded) return null;
        StaffLogin? login = null;
        await db.Write(
            async () =>
            {
                db.ChangeTracker.Clear();
                login = await db.StaffLogins.SingleAsync(l => l.Id == proved.User.Id, request.Aborted);
                await users.AddOrUpdatePasskeyAsync(login, proved.Passkey);
                (login.AccessFailedCount, login.LockoutEnd) = (0, null);
            },
            request.Aborted);
        return login;
    }

    /// <summary>A passkey's key as it stands in addresses.</summary>
    public static string KeyOf(byte[] credential) => Base64Url.EncodeToString(credential);

    /// <summary>The passkey of an address where it is one's own; null otherwise.</summary>
    public async Task<IdentityUserPasskey<long>?> Own(StaffRequest request, string key)
    {
        if (!Base64Url.IsValid(key)) return null;
        var credential = Base64Url.DecodeFromChars(key);
        return await db.Set<IdentityUserPasskey<long>>().SingleOrDefaultAsync(p => p.CredentialId == credential && p.UserId == request.Member.LoginId, request.Aborted);
    }

    // The question travels in a sealed cookie: without it there is nothing that could be answered.
    private static async Task<bool> WasAsked(HttpContext context) => (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;
}
