using System.Text;
using Broadsheet.Formats;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>Bytes that nobody meant well with.</summary>
public sealed class NinjsHostileTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes("""
        [{"uri":"urn:newsml:kns.example:1","type":"text","version":"2","versioncreated":"2026-07-09T10:37:00Z","headline":"Rain\u00e9 \"falls\"","urgency":4,
          "body_html":"<p>One <b>two</b></p><table><tr><td>3</td></tr></table>","subject":[{"scheme":"http://cv.iptc.org/newscodes/mediatopic/","code":"20000763"}],
          "associations":{"main":{"uri":"p","type":"picture","description_text":"A lake","renditions":{"web":{"href":"w.jpg","width":7}}}}},
         {"uri":"b","headlines":[{"role":"main","value":"x"}],"bodies":[{"value":"a\n\nb"}],"standard":{"version":"2.1"}}]
        {"items":[{"uri":"c"}]}
        """);

    private static readonly byte[] Marks = "{}[]\",:\\\n0u<>"u8.ToArray();

    [Fact]
    public void No_change_of_bytes_makes_the_reader_throw()
    {
        var change = Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(i => Marks[i])), Gen.Int[0, 2]);
        change.Array[1, 12].Sample(changes =>
        {
            var bytes = Valid.ToList();
            foreach (var (at, value, kind) in changes)
            {
                var index = Math.Min(at, bytes.Count - 1);
                if (kind == 0) bytes[index] = value;
                else if (kind == 1) bytes.Insert(index, value);
                else if (bytes.Count > 1) bytes.RemoveAt(index);
            }
            var readings = NinjsFiles.ReadAsync([.. bytes], new WireLimits(MaxItemBytes: 100_000, MaxDepth: 20)).GetAwaiter().GetResult();
            return readings.Count > 0;
        }, iter: 3_000);
    }

    [Fact]
    public void No_cut_through_a_file_loses_an_item_before_it()
    {
        var item = """{"uri":"a","headline":"x"}""";
        Gen.Int[0, 400].Sample(cut =>
        {
            var file = "[" + string.Join(",", Enumerable.Repeat(item, 15)) + "]";
            var bytes = Encoding.UTF8.GetBytes(file)[..Math.Min(cut, file.Length)];
            var readings = NinjsFiles.ReadAsync(bytes).GetAwaiter().GetResult();
            return readings.OfType<WireReading.Found>().Count() == Math.Max(0, bytes.Length) / (item.Length + 1);
        }, iter: 400);
    }

    [Fact]
    public async Task The_json_test_suite_is_refused_where_it_is_not_json_and_never_throws()
    {
        var taken = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.Folder("sec-jsontestsuite"), "test_parsing"), "*.json"))
        {
            var readings = await NinjsFiles.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.NotEmpty(readings);
            var refused = readings.OfType<WireReading.Refused>().Any();
            if (Path.GetFileName(file).StartsWith("n_", StringComparison.Ordinal) && !refused) taken.Add(Path.GetFileName(file));
        }
        Assert.Empty(taken);
    }

    /// <summary>The suite's cases put inside an item, where each reaches the parser: every one that is not JSON refuses the item.</summary>
    [Fact]
    public async Task The_json_test_suite_inside_an_item_is_refused_where_it_is_not_json_and_taken_where_it_is()
    {
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.Folder("sec-jsontestsuite"), "test_parsing"), "*.json"))
        {
            var name = Path.GetFileName(file);
            var value = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            byte[] item = [.. "{\"uri\":\"a\",\"headline\":\"x\",\"custom\":"u8, .. value, .. "}"u8];
            var readings = await NinjsFiles.ReadAsync(item);
            var found = readings is [WireReading.Found];
            if (name.StartsWith("n_", StringComparison.Ordinal) && found) wrong.Add(name);
            // Twice the same name is refused, since two readers could take two different values; so is U+0000.
            var strict = name.Contains("duplicated_key", StringComparison.Ordinal) || name.Contains("null_escape", StringComparison.Ordinal) || name.Contains("escaped_null", StringComparison.Ordinal);
            if (name.StartsWith("y_", StringComparison.Ordinal) && !found && !strict) wrong.Add($"{name}: {(readings[0] as WireReading.Refused)?.Reason}");
        }
        Assert.Empty(wrong);
    }
}
