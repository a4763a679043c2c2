using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Broadsheet.Core.Articles.Diff;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>Reads changes as a browser would.</summary>
internal static partial class DiffText
{
    private const string Outside = "text";

    /// <summary>Every line of a body, one a line.</summary>
    public static string Lines(VersionText version) => string.Join('\n', new[] { version.Headline, version.Standfirst, version.Dateline ?? "" }.Where(l => l.Length > 0)
        .Concat(LineReader.Read(version).Select(l => string.Concat(l.Tokens.Select(t => t.Text)))).Where(l => l.Length > 0));

    /// <summary>The text of the changes as the later version has it.</summary>
    public static string After(VersionDiff diff) => Without(diff, "del");

    /// <summary>The same as the earlier version has it.</summary>
    public static string Before(VersionDiff diff) => Without(diff, "ins");

    /// <summary>Fails where a line is no well-formed markup of inline elements, or where one change stands inside another.</summary>
    public static void IsWellFormed(VersionDiff diff)
    {
        foreach (var line in diff.Lines)
        {
            var tree = Tree(line.Html);
            Assert.DoesNotContain(tree.Descendants(), e => e.Name.LocalName is "ins" or "del" && e.Parent!.Name.LocalName != Outside);
            Assert.All(tree.Descendants(), e => Assert.Contains(e.Name.LocalName, (string[])["ins", "del", "a", "em", "strong", "sub", "sup", "q", "cite", "abbr", "code", "s", "span", "br"]));
        }
    }

    private static string Without(VersionDiff diff, string name) => string.Join('\n', diff.Lines.Select(l =>
    {
        var tree = Tree(l.Html);
        tree.Descendants(name).ToList().ForEach(e => e.Remove());
        foreach (var br in tree.Descendants("br").ToList()) br.ReplaceWith("\n");
        return tree.Value;
    }).Where(l => l.Length > 0));

    private static XElement Tree(string html) => XElement.Parse($"<{Outside}>{html.Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<span data-note", "<span data-note=\"\"", StringComparison.Ordinal)}</{Outside}>", LoadOptions.PreserveWhitespace);

    /// <summary>The words of markup as readers see them: a block ends a word, an inline element does not.</summary>
    public static string[] Words(string html) => WebUtility.HtmlDecode(Tags().Replace(Inline().Replace(html, ""), " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("</?(?:a|em|strong|sub|sup|q|cite|abbr|code|s|span)(?: [^>]*)?>", RegexOptions.None, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
