using System.Net;
using System.Text.Json;

namespace Broadsheet.Tests.Articles;

/// <summary>Markup and strings that others collected, from the shared data; the test that asks skips where it is absent.</summary>
internal static class HostileStrings
{
    /// <summary>Lines that try to run something.</summary>
    public static IReadOnlyList<string> Xss() =>
        [.. Directory.EnumerateFiles(SharedData.Folder("sec-xss-list"), "*XSS*.txt").SelectMany(File.ReadLines).Where(l => l.Length > 0)];

    /// <summary>The big list of naughty strings.</summary>
    public static IReadOnlyList<string> Naughty() =>
        JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Path.Combine(SharedData.Folder("sec-blns"), "blns.json")))!;

    /// <summary>What a sanitiser of others is tried on.</summary>
    public static IReadOnlyList<string> Payloads()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder("sec-dompurify"), "expect.json")));
        return [.. document.RootElement.EnumerateArray().Select(c => c.GetProperty("payload").GetString()!)];
    }

    /// <summary>The inputs of the tree construction tests of HTML parsers.</summary>
    public static IReadOnlyList<string> Trees() =>
        [.. from file in Directory.EnumerateFiles(Path.Combine(SharedData.Folder("sec-html5lib-tests"), "tree-construction"), "*.dat", SearchOption.AllDirectories)
            from test in ("\n" + File.ReadAllText(file)).Split("\n#data\n").Skip(1)
            select test.Split("\n#errors")[0]];

    /// <summary>Feeds that a reader must clean: each as it is, and with its references resolved.</summary>
    public static IReadOnlyList<string> Feeds() =>
        [.. from file in Directory.EnumerateFiles(SharedData.Folder("feeds-feedparser"), "*.xml", SearchOption.AllDirectories)
            where file.Contains("sanitize", StringComparison.Ordinal) || file.Contains("illformed", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            from html in new[] { text, WebUtility.HtmlDecode(text) }
            select html];
}
