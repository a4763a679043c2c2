using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>
/// Identity's view of the newsroom's tables. What it saves is saved where the caller's <see cref="BroadsheetDb.Write"/> is under
/// way. Recovery codes are kept as hashes, keys of authenticator apps sealed with the newspaper's keys.
/// </summary>
public sealed class StaffStore(BroadsheetDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<StaffLogin, BroadsheetDb, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>(db, describer)
{
    // Identity's own names of the rows in its table of tokens.
    private const string Provider = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";
    private readonly IDataProtector _seal = protection.CreateProtector("newsroom", "authenticator");

    /// <inheritdoc/>
    public override Task SetAuthenticatorKeyAsync(StaffLogin user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _seal.Protect(key), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetAuthenticatorKeyAsync(StaffLogin user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } key ? _seal.Unprotect(key) : null;

    /// <inheritdoc/>
    public override Task ReplaceCodesAsync(StaffLogin user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(OneTimeKey.Hash).ToList(), cancellationToken);

    /// <summary>Takes password, app and recovery codes away together.</summary>
    public async Task RemovePassword(StaffLogin login, CancellationToken ct)
    {
        (login.PasswordHash, login.TwoFactorEnabled) = (null, false);
        await RemoveTokenAsync(login, Provider, "AuthenticatorKey", ct);
        await RemoveTokenAsync(login, Provider, Codes, ct);
    }

    // A code that is redeemed is taken from the list of hashes, and what is left is kept as it is.
    /// <inheritdoc/>
    public override async Task<bool> RedeemCodeAsync(StaffLogin user, string code, CancellationToken cancellationToken)
    {
        var kept = await GetTokenAsync(user, Provider, Codes, cancellationToken) ?? "";
        var hashes = kept.Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!hashes.Remove(OneTimeKey.Hash(code))) return false;
        await base.ReplaceCodesAsync(user, hashes, cancellationToken);
        return true;
    }
}
