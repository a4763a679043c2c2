using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>ASP.NET Core Identity as far as the newsroom uses it: hashes of passwords, passkeys, keys of authenticator apps, recovery codes.</summary>
public static class StaffIdentity
{
    /// <summary>Registers it. Sessions, codes and locks are the newsroom's own.</summary>
    public static void AddStaffIdentity(this IServiceCollection services, SiteOptions site)
    {
        services.AddIdentityCore<StaffLogin>(o =>
        {
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            o.User.RequireUniqueEmail = false; // the table's own index says so
            o.User.AllowedUserNameCharacters = ""; // an address may have any
            // Length is what counts (NIST SP 800-63B, section 5.1.1.2); PasswordRules says what is too easy.
            o.Password.RequiredLength = PasswordRules.Least;
            o.Password.RequiredUniqueChars = 1;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        }).AddUserStore<StaffStore>().AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.ServerDomain = new Uri(site.BaseUrl).Host;
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.AuthenticatorTimeout = TimeSpan.FromMinutes(3);
            o.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == site.BaseUrl.TrimEnd('/'));
        });
        // Holds the challenge between asking for a passkey and its answer.
        services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = "broadsheet-passkey";
            o.Cookie.Path = NewsroomPaths.Root;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
    }
}
