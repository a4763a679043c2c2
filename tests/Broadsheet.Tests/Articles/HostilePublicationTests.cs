using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

/// <summary>Whatever a headline, a name, a caption or a notice says, a page shows it as text and no more.</summary>
[Trait("Category", "Database")]
public sealed class HostilePublicationTests(HostilePaper paper) : IClassFixture<HostilePaper>
{
    /// <summary>What a caption, a correction or a notice may hold of itself.</summary>
    private static readonly string[] Inline = ["em", "strong", "sub", "sup", "q", "cite", "abbr", "code", "s", "span", "a", "br"];

    [Fact]
    public async Task Pages_feeds_and_structured_data_hold_the_words_as_words()
    {
        _ = SharedData.Folder("sec-blns");
        _ = SharedData.Folder("sec-xss-list");
        var clean = await Read(paper.Paths[^1]);
        foreach (var (i, path) in paper.Paths.Index())
        {
            var page = await Read(path);
            Same(clean, page, path);
            Assert.Equal(Bare(paper.Text(i, 0)), Bare(page.QuerySelector("h1")!.TextContent));
            Assert.Contains(Bare(paper.Text(i, 14)), Bare(page.Body!.TextContent), StringComparison.Ordinal);
            Assert.Contains(Bare(paper.Text(i, 15)), Bare(page.Body!.TextContent), StringComparison.Ordinal);
            Assert.Contains(Bare(paper.Text(i, 13)), Bare(page.Body!.TextContent), StringComparison.Ordinal);
            Assert.Equal(BodyDialect.PlainLine(paper.Text(i, 0)), StructuredHeadline(page));
        }
        foreach (var kind in new[] { "/by/p", "/topic/k", "/s" })
        {
            var count = kind == "/s" ? paper.Sections.Count : paper.Paths.Count;
            var first = await Read(kind + (count - 2).ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < count - 1; i += kind == "/s" ? 5 : 9) Same(first, await Read(kind + i.ToString(CultureInfo.InvariantCulture)), $"{kind}{i}");
        }
        await FeedsAreWellFormed();
        await paper.Retract();
        await NoticesAreText();
    }

    private async Task FeedsAreWellFormed()
    {
        var titles = new List<string>();
        foreach (var section in paper.Sections)
            titles.AddRange(XDocument.Parse(await paper.Page($"/feed/{section}")).Descendants("item").Select(i => i.Element("title")!.Value));
        Assert.Equal(paper.Paths.Select((_, i) => BodyDialect.PlainLine(paper.Text(i, 0))).Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
    }

    private async Task NoticesAreText()
    {
        var clean = await Read(paper.Paths[^1]);
        foreach (var path in paper.Paths) Same(clean, await Read(path), path);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Read(string path) => new HtmlParser().ParseDocument(await paper.Page(path));

    /// <summary>The same elements, and nothing that runs in any.</summary>
    private static void Same(IDocument clean, IDocument page, string path)
    {
        Assert.True(Elements(clean) == Elements(page), $"{path} has other elements.\n{Elements(clean)}\n{Elements(page)}");
        foreach (var attribute in page.All.SelectMany(e => e.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc", $"{path} has {attribute.Name}.");
            if (attribute.Name is not ("href" or "src" or "action" or "formaction" or "srcset" or "poster" or "data")) continue;
            var target = string.Concat(attribute.Value.Where(c => c > ' '));
            Assert.False(target.Contains("javascript:", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || target.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
                || target.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("//", StringComparison.Ordinal), $"{path} leads to {target}.");
        }
    }

    private static string Elements(IDocument page) =>
        string.Join(' ', page.All.Select(e => e.LocalName).Where(n => !Inline.Contains(n)).GroupBy(n => n, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}:{g.Count()}"));

    private static string? StructuredHeadline(IDocument page) =>
        page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement)
            .Where(e => e.TryGetProperty("headline", out _)).Select(e => e.GetProperty("headline").GetString()).SingleOrDefault();

    /// <summary>Without white space, which lines of print may break and hold together.</summary>
    private static string Bare(string text) =>
        string.Concat(BodyDialect.PlainLine(text).Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
