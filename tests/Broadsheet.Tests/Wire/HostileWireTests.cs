using System.Text;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>Bad wire files: each gives a clear line, and nothing of the good items is lost.</summary>
[Trait("Category", "Database")]
public sealed class HostileWireTests(HostileWireTests.Paper paper) : IClassFixture<HostileWireTests.Paper>
{
    [Fact]
    public async Task Every_bad_file_is_told_in_one_line_and_the_good_ones_beside_them_come_in()
    {
        var good = Wires.Ninjs("good-in-broken", headline: "Good, then broken");
        (string Name, byte[] Bytes, string Says)[] bad =
        [
            ("bad-01-malformed.xml", Utf8("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"x\" version=\"1\"><itemMeta></newsItem>"), "itemMeta"),
            ("bad-02-malformed.json", Utf8("{\"uri\": \"x\", oops}"), ""),
            ("bad-03-dtd.xml", Utf8("<!DOCTYPE newsItem [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\">&e;</newsItem>"), ""),
            ("bad-04-laughs.xml", Utf8("<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><nitf><head><title>&b;</title></head></nitf>"), ""),
            ("bad-05-deep.json", Utf8($"{{\"uri\":\"deep\",\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}"), ""),
            ("bad-06-deep.xml", Utf8($"<nitf>{string.Concat(Enumerable.Repeat("<a>", 100_000))}</nitf>"), ""),
            ("bad-07-encoding.json", [.. Utf8("{\"uri\":\"e\",\"headline\":\""), 0xff, 0xfe, 0xc3, 0x28, .. Utf8("\"}")], ""),
            ("bad-08-encoding.xml", [.. Utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf><head><title>"), 0xc3, 0x28, .. Utf8("</title></head></nitf>")], ""),
            ("bad-09-encoding-unknown.xml", Utf8("<?xml version=\"1.0\" encoding=\"x-klingon\"?><nitf/>"), "x-klingon"),
            ("bad-10-empty.xml", [], "empty"),
            ("bad-11-text.xml", Utf8("Dear editor, this is no wire file."), "not a wire file"),
            ("bad-12-year-one.json", Utf8(Wires.Ninjs("year-one", made: "0001-01-01T00:00:00Z")), "year"),
            ("bad-13-year-one.xml", Utf8(Wires.G2("urn:g2:year-one").Replace("2023-09-11T10:00:00+09:00", "0001-01-01T00:00:00Z", StringComparison.Ordinal)), "year"),
            ("bad-14-headline.json", Utf8(Wires.Ninjs("headline", headline: new string('x', 10_000))), "headline"),
            ("bad-15-long-guid.json", Utf8(Wires.Ninjs(new string('g', 5_000))), "500"),
            ("bad-16-wrong-type.json", Utf8(Wires.Ninjs("wrong-type", more: ("headline", 17))), "headline"),
            ("bad-17-number.json", Utf8("17"), ""),
            ("bad-18-big.json", Utf8(Wires.Ninjs("big", body: new string('x', 3_000_000))), "bytes"),
            ("bad-19-two.json", Utf8("[{\"uri\":1},{\"uri\":1},{\"uri\":2}]"), ""),
            ("bad-20-truncated.json", Utf8($"[{good},{Wires.Ninjs("cut-off")[..200]}"), ""),
            ("bad-21-truncated.xml", Utf8($"<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2023-09-11T10:00:00Z</sent></header><itemSet>{Wires.G2("urn:g2:good-in-broken", headline: "Good before the cut")}{Wires.G2("urn:g2:cut")[..^120]}"), ""),
        ];
        foreach (var (name, bytes, _) in bad) paper.Write($"bad/{name}", bytes);
        using (var huge = File.Create(Path.Combine(paper.Wire, "bad", "bad-22-huge.json"))) huge.SetLength(1L << 30);
        paper.Write("bad/zz-good.json", Wires.Ninjs("good-after", headline: "Good after all the bad"));
        using var held = new FileStream(paper.Write("bad/bad-23-unreadable.json", "{}"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var run = await paper.Import(Path.Combine(paper.Wire, "bad"));
        Assert.Equal((1, ""), (run.Code, run.Error));
        foreach (var (name, _, says) in bad)
            Assert.Contains(run.Lines, l => l.Status == "failed" && l.Error!.Contains(name, StringComparison.Ordinal) && l.Error.Contains(says, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(run.Lines, l => l.Status == "failed" && l.Error!.Contains("bad-22-huge.json", StringComparison.Ordinal) && l.Error.Contains("Broadsheet:Wire:MaxFileBytes", StringComparison.Ordinal));
        Assert.Contains(run.Lines, l => l.Status == "failed" && l.Error!.Contains("bad-23-unreadable.json", StringComparison.Ordinal));
        Assert.Equal(3, run.Lines.Count(l => l.Status == "failed" && l.Error!.Contains("bad-19", StringComparison.Ordinal)));
        foreach (var guid in new[] { ":good-in-broken", "urn:g2:good-in-broken", ":good-after" })
            Assert.Equal(200, await paper.Status(run.Lines.Single(l => l.Id != null && l.Id.EndsWith(guid, StringComparison.Ordinal) && l.Url is not null && l.Id.StartsWith(guid.StartsWith("urn:g2", StringComparison.Ordinal) ? "urn:g2" : "urn:ninjs", StringComparison.Ordinal)).Address()));
        Assert.All(run.Lines.Where(l => l.Error is not null), l => Assert.DoesNotContain("root:", l.Error, StringComparison.Ordinal));

        var rows = await paper.Rows();
        var again = await paper.Import(Path.Combine(paper.Wire, "bad"));
        Assert.Equal((run.Count("failed"), 0, 0), (again.Count("failed"), again.Count("created"), again.Count("updated")));
        Assert.Equal(rows, await paper.Rows());
    }

    [Fact]
    public async Task Odd_but_valid_items_come_in_with_sane_addresses()
    {
        string[] items =
        [
            Wires.Ninjs("override", headline: "Fine \u202Egpj.exe\u202C\u2066 headline"),
            Wires.Ninjs("controls", headline: "Bell\u0007 and\u001b[31m escape"),
            Wires.Ninjs("no-letters", headline: "\U0001F6A2\U0001F30A"),
            Wires.Ninjs("far", headline: "Far ahead", made: "9999-12-31T23:59:59Z", more: [("firstcreated", "9999-12-31T23:59:59Z"), ("embargoed", "9999-12-31T23:59:59Z")]),
            Wires.Ninjs("long-ago", headline: "Long ago", made: "1896-04-07T00:00:00Z", more: ("firstcreated", "1896-04-07T00:00:00Z")),
            Wires.Ninjs("long-byline", headline: "Long byline", more: ("byline", "By " + new string('n', 3_000))),
            Wires.Ninjs("long-headline", headline: string.Concat(Enumerable.Repeat("word ", 900)).Trim()),
            Wires.Ninjs("mark-up", headline: "<script>alert(1)</script> & \"so on\"", body: "<p onclick=x>a<script>b</script><img src=x onerror=y></p>"),
            Wires.Ninjs("language", headline: "In no language", more: ("language", "x-klingon-\u0001")),
        ];
        var run = await paper.Import(paper.Write("odd.json", $"[{string.Join(',', items)}]"));
        Assert.True((0, "", items.Length) == (run.Code, run.Error, run.Count("created")), run.Output);
        Assert.All(run.Lines, l => Assert.Matches("^/[0-9]{4}/[0-9]{2}/[0-9]{2}/[a-z0-9-]{1,90}$", l.Address()));
        foreach (var line in run.Lines) Assert.Equal(line.Id!.EndsWith(":far", StringComparison.Ordinal) ? 404 : 200, await paper.Status(line.Address()));
        Assert.DoesNotContain("\u202E", await paper.Page(run.Line(":override").Address()), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await paper.Page(run.Line(":mark-up").Address()), StringComparison.Ordinal);
        Assert.Contains("/1896/04/07/long-ago", run.Line(":long-ago").Url, StringComparison.Ordinal);
        Assert.Equal(200, await paper.Status("/"));
        Assert.Equal(200, await paper.Status("/feed"));
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_wrong_usage()
    {
        var run = await paper.Import(paper.Write("there.json", Wires.Ninjs("there")), Path.Combine(paper.Wire, "not-there"));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("not-there", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_arguments_are_wrong_usage()
    {
        Assert.Equal(2, (await paper.Run("import")).Code);
        Assert.Equal(2, (await paper.Run("import", paper.Wire, "--format", "docx")).Code);
        Assert.Equal(2, (await paper.Run("import", paper.Wire, "--publsh")).Code);
    }

    [Fact]
    public async Task A_folder_without_wire_files_gives_nothing_and_is_no_failure()
    {
        Directory.CreateDirectory(Path.Combine(paper.Wire, "none"));
        Assert.Equal((0, "", ""), await paper.Import(Path.Combine(paper.Wire, "none")) is var run ? (run.Code, run.Output, run.Error) : default);
    }

    [Fact]
    public async Task For_people_there_is_a_line_where_something_is_to_be_said_and_a_sum_without_control_characters()
    {
        paper.Write("people/1.json", Wires.Ninjs("people", headline: "For people"));
        paper.Write("people/2.json", "{\"uri\":\"evil\\u001b[31m\",\"headline\":17}");
        var run = await paper.Run("import", Path.Combine(paper.Wire, "people"), "--publish");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.EndsWith("1 created, 0 updated, 0 unchanged, 0 skipped, 1 failed\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("failed   ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c != '\n');
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>With low limits.</summary>
    public sealed class Paper : ImportPaper
    {
        /// <inheritdoc/>
        protected override IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
        {
            ["Broadsheet__Wire__MaxFileBytes"] = "100000000",
            ["Broadsheet__Wire__MaxItemBytes"] = "2000000",
        };
    }
}
