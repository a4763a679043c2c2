using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>Carries something small from one page to the next in the browser, where nobody can read or change it, for a few minutes.</summary>
public sealed class SealedCookie(IDataProtectionProvider protection, SiteOptions site)
{
    /// <summary>How long it may be under way.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Seals a value for a form's hidden field or a cookie.</summary>
    /// <param name="purpose">What it is for: nothing else opens it.</param>
    /// <param name="value">Any record.</param>
    public string Seal<T>(string purpose, T value) => Protector(purpose).Protect(JsonSerializer.Serialize(value), Life);

    /// <summary>Opens what was sealed; nothing where it is too old, of another purpose, or not ours.</summary>
    public T? Open<T>(string purpose, string? seal) where T : class
    {
        if (string.IsNullOrEmpty(seal)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(Protector(purpose).Unprotect(seal));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null; // anybody may send anything: it is as if nothing had been sent
        }
    }

    /// <summary>Gives a value to the browser.</summary>
    public void Put<T>(HttpContext context, string name, T value) => context.Response.Cookies.Append(Name(name), Seal(name, value), Options(Life));

    /// <summary>The value that the browser carried; it is forgotten where <paramref name="keep"/> is false.</summary>
    public T? Take<T>(HttpContext context, string name, bool keep = false) where T : class
    {
        if (context.Request.Cookies[Name(name)] is not { } seal) return null;
        if (!keep) Drop(context, name);
        return Open<T>(name, seal);
    }

    /// <summary>Makes the browser forget it.</summary>
    public void Drop(HttpContext context, string name) => context.Response.Cookies.Delete(Name(name), Options(TimeSpan.Zero));

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector("newsroom", purpose).ToTimeLimitedDataProtector();

    private static string Name(string name) => $"broadsheet-{name}";

    private CookieOptions Options(TimeSpan life) => new() { Path = NewsroomPaths.Root, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = site.IsHttps, MaxAge = life };
}
