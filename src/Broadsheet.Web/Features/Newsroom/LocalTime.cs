using System.Globalization;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>Times as a browser's field holds them: by the newspaper's clock, without an offset.</summary>
public static class LocalTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>A time that was typed; null where it is none, or one that the clock skips when summer begins. Of an hour that comes twice the first is meant.</summary>
    /// <param name="site">Says which zone.</param>
    /// <param name="text"><c>yyyy-MM-ddTHH:mm</c>.</param>
    public static DateTimeOffset? Read(SiteOptions site, string text)
    {
        if (!DateTime.TryParseExact(text, [Format, Format + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return null;
        if (site.Zone.IsInvalidTime(local)) return null;
        var offset = site.Zone.IsAmbiguousTime(local) ? site.Zone.GetAmbiguousTimeOffsets(local).Max() : site.Zone.GetUtcOffset(local);
        return local.Year is > 1970 and < 9000 ? new DateTimeOffset(local, offset).ToUniversalTime() : null;
    }

    /// <summary>A time as such a field holds it.</summary>
    public static string Write(SiteOptions site, DateTimeOffset at) => site.In(at).ToString(Format, CultureInfo.InvariantCulture);
}
