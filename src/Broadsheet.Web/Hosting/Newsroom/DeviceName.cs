namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>What a person calls the device that a browser's identification comes from: enough to tell one's own sessions apart.</summary>
public static class DeviceName
{
    // The first that fits: every browser names older ones, most say they are Safari, every telephone a desktop system.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Whale/", "Whale"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary><c>Firefox, Windows</c>; what is not known is left out, and the answer may be empty.</summary>
    public static string From(string userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] known, string text) => known.FirstOrDefault(k => text.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
