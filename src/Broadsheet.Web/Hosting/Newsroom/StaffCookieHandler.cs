using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>The scheme <c>staff</c>: finds out who holds the session of a request's cookie. What somebody who may not come in is told stands in <see cref="NewsroomDoor"/>.</summary>
public sealed class StaffCookieHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, StaffSessions sessions, StaffPresence presence)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Staff = "staff";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[StaffSessions.Cookie] is not { Length: > 0 and < 100 } key) return AuthenticateResult.NoResult();
        await sessions.Find(key, presence, Context.RequestAborted);
        if (presence.Member is not { } member) return AuthenticateResult.NoResult();
        // Only the key: antiforgery tokens are bound to it, everything else is read anew at each request.
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, member.LoginId.ToString(CultureInfo.InvariantCulture))], Staff);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Staff));
    }
}
