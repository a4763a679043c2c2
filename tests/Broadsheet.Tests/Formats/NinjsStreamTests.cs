using System.Text;
using Broadsheet.Formats;
using Broadsheet.Formats.Ninjs;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>How items are found in a file, whatever surrounds them.</summary>
public sealed class NinjsStreamTests
{
    private static string Item(string uri, string more = "") => $$"""{"uri":"{{uri}}","headline":"Rain"{{more}}}""";

    [Theory]
    [InlineData("[{0},{1}]")]
    [InlineData("{0}\n{1}\n")]
    [InlineData("{0}\r\n\r\n{1}")]
    [InlineData("{0}{1}")]
    [InlineData("""{{"items":[{0},{1}]}}""")]
    [InlineData("""{{"title":"Feed","version":"1","meta":{{"page":1}},"_items":[{0},{1}],"_links":{{"uri":"x"}}}}""")]
    [InlineData("""{{"data":{{"updated":"now","items":[{{"meta":{{"v":1}},"item":{0}}},{{"item":{1},"meta":{{}}}}]}}}}""")]
    [InlineData("""{{"whatever":[{0},{1}]}}""")]
    [InlineData("""[{{"item":{0}}},{{"item":{1}}}]""")]
    public async Task Items_are_found_in_arrays_lines_and_wrappers(string file)
    {
        var readings = await NinjsFiles.ReadAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, file, Item("a"), Item("b")));
        Assert.Equal(["a", "b"], readings.Cast<WireReading.Found>().Select(found => found.Item.Guid));
        Assert.Equal(Item("a"), Encoding.UTF8.GetString(((WireReading.Found)readings[0]).Item.Raw.Span));
    }

    [Theory]
    [InlineData("""{"headline":"A","x_related":[{"uri":"b","headline":"B"}],"uri":"a"}""")]
    [InlineData("""{"uri":"a","items":[{"uri":"b","headline":"B"}],"headline":"A"}""")]
    [InlineData("""{"people":[{"uri":"b"}],"associations":[{"name":"n","uri":"c","headline":"C"}],"uri":"a","headline":"A"}""")]
    [InlineData("""{"_links":[{"href":"x"}],"extra":{"deep":[1,2]},"uri":"a","headline":"A"}""")]
    public async Task An_item_with_lists_of_its_own_is_not_taken_for_a_wrapper(string file) => Assert.Equal("a", (await NinjsFiles.ItemAsync(file)).Guid);

    [Fact]
    public async Task Each_reading_names_its_line()
    {
        var readings = await NinjsFiles.ReadAsync("[\n" + Item("a") + ",\n{\n\"uri\": \"b\",\n\"headline\": 7\n},\n\n" + Item("c") + "]");
        Assert.Equal([2, 5, 8], readings.Select(reading => reading.Line));
    }

    [Fact]
    public async Task A_file_cut_off_keeps_the_items_before_the_cut()
    {
        var readings = await NinjsFiles.ReadAsync("[" + Item("a") + ",\n" + Item("b") + ",\n{\"uri\":\"c\",\"headl");
        Assert.Equal(2, readings.OfType<WireReading.Found>().Count());
        var refusal = Assert.IsType<WireReading.Refused>(readings[^1]);
        Assert.Equal("not JSON: the file ends in the middle of what begins on line 3", refusal.Reason);
    }

    [Theory]
    [InlineData("""{"uri":"bad","headline":}""")]
    [InlineData("""{"uri":"bad","headline":"no end}""")]
    [InlineData("""{"uri":"bad","headline":"x" """)]
    [InlineData("bad line")]
    public async Task A_broken_line_of_json_lines_is_refused_and_the_rest_goes_on(string broken)
    {
        var readings = await NinjsFiles.ReadAsync(Item("a") + "\n" + broken + "\n" + Item("c") + "\n" + Item("d"));
        Assert.Equal(["a", "c", "d"], readings.OfType<WireReading.Found>().Select(found => found.Item.Guid));
        Assert.All(readings.OfType<WireReading.Refused>(), refusal => Assert.InRange(refusal.Line, 2, 3));
        Assert.NotEmpty(readings.OfType<WireReading.Refused>());
        Assert.Equal(4, readings[^1].Line);
    }

    [Fact]
    public async Task An_oversized_item_is_refused_and_the_rest_goes_on()
    {
        var limits = new WireLimits(MaxItemBytes: 1000);
        var huge = Item("big", $",\"body_text\":\"{new string('x', 500_000)}\"");
        foreach (var file in new[] { $"[{Item("a")},{huge},{Item("c")}]", $"{Item("a")}\n{huge}\n{Item("c")}", $$"""{"items":[{{Item("a")}},{{huge}},{{Item("c")}}]}""" })
        {
            var readings = await NinjsFiles.ReadAsync(file, limits);
            Assert.Equal([typeof(WireReading.Found), typeof(WireReading.Refused), typeof(WireReading.Found)], readings.Select(reading => reading.GetType()));
            Assert.Equal("the item is larger than 1000 bytes", ((WireReading.Refused)readings[1]).Reason);
        }
    }

    [Fact]
    public async Task A_nesting_bomb_is_refused_and_the_rest_goes_on()
    {
        const int Deep = 200_000;
        var bomb = $$"""{"uri":"bomb","x":{{new string('[', Deep)}}{{new string(']', Deep)}}}""";
        var readings = await NinjsFiles.ReadAsync($"[{Item("a")},{bomb},{Item("c")}]");
        Assert.Equal([typeof(WireReading.Found), typeof(WireReading.Refused), typeof(WireReading.Found)], readings.Select(reading => reading.GetType()));
        Assert.Equal("the item is nested deeper than 128 levels", ((WireReading.Refused)readings[1]).Reason);
        Assert.All(await NinjsFiles.ReadAsync(new string('[', Deep)), reading => Assert.IsType<WireReading.Refused>(reading));
    }

    [Fact]
    public async Task A_byte_that_is_not_utf8_is_refused_by_its_line_and_the_rest_goes_on()
    {
        var file = Encoding.UTF8.GetBytes("[{\"uri\":\"a\",\n\"headline\":\"?\"},\n" + Item("b") + "]");
        file[Array.IndexOf(file, (byte)'?')] = 0xC3;
        var readings = await NinjsFiles.ReadAsync(file);
        var refusal = Assert.IsType<WireReading.Refused>(readings[0]);
        Assert.Equal((2, "a byte that is not UTF-8"), (refusal.Line, refusal.Reason));
        Assert.IsType<WireReading.Found>(readings[1]);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Byte_order_marks_and_utf16_are_understood(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var file = "[" + string.Join(",\n", Enumerable.Range(0, 3000).Select(i => Item("식품-" + i, ",\"body_text\":\"김치 😀\""))) + "]";
        foreach (var mark in new[] { encoding.GetPreamble(), [] })
        {
            var readings = await NinjsFiles.ReadAsync([.. mark, .. encoding.GetBytes(file)]);
            Assert.Equal(3000, readings.Count);
            Assert.Equal(("식품-2999", "<p>김치 😀</p>"), (((WireReading.Found)readings[^1]).Item.Guid, ((WireReading.Found)readings[^1]).Item.BodyHtml));
        }
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("  \n", "the file is empty")]
    [InlineData("42", "a lone value stands where an item was expected")]
    [InlineData("\"text\"", "a lone value stands where an item was expected")]
    [InlineData("[7]", "a plain value stands where an item was expected")]
    [InlineData("{}", "the item has no uri, which is required")]
    [InlineData("[][]", "not JSON: something follows the end of the list")]
    public async Task What_holds_no_item_is_refused(string file, string reason) =>
        Assert.Equal(reason, (await NinjsFiles.ReadAsync(file)).OfType<WireReading.Refused>().Single().Reason);

    [Fact]
    public async Task An_empty_list_is_skipped() => Assert.Equal("an empty list", Assert.IsType<WireReading.Skipped>(Assert.Single(await NinjsFiles.ReadAsync("[ ]"))).Reason);

    [Theory]
    [InlineData("[", ",", "]")]
    [InlineData("", "\n", "")]
    [InlineData("{\"data\":{\"items\":[", ",", "]}}")]
    public async Task The_first_item_arrives_before_one_percent_of_a_large_file_is_read(string open, string between, string close)
    {
        using var stream = new NinjsGeneratedStream(open, i => (i > 0 ? between : "") + Item("urn:x:" + i), 400_000, close);
        await foreach (var reading in NinjsReader.ReadAsync(stream, new WireLimits(), TestContext.Current.CancellationToken))
        {
            Assert.Equal("urn:x:0", Assert.IsType<WireReading.Found>(reading).Item.Guid);
            break;
        }
        Assert.True(stream.BytesRead < 400_000 * Item("urn:x:0").Length / 100, $"{stream.BytesRead} bytes read");
    }
}
