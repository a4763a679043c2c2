using System.Globalization;
using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>What becomes of an item's properties.</summary>
public sealed class NinjsContentTests
{
    [Theory]
    [InlineData("""{"uri":"a","body_text":"plain","body_xhtml":"<div><p>rich</p></div>"}""", "<p>rich</p>")]
    [InlineData("""{"uri":"a","bodies":[{"contenttype":"text/plain","value":"plain"},{"contenttype":"text/html","value":"<p>rich</p>"}]}""", "<p>rich</p>")]
    [InlineData("""{"uri":"a","bodies":[{"contentType":"application/xml","value":"<X>raw</X>"},{"contentType":"text/plain","value":"plain"}]}""", "<p>plain</p>")]
    [InlineData("""{"uri":"a","body_html":"<p>&nbsp;</p>","body_text":"plain"}""", "<p>plain</p>")]
    [InlineData("""{"uri":"a","body_text":"one\ntwo\n\nthree <b> & more"}""", "<p>one<br>two</p><p>three &lt;b&gt; &amp; more</p>")]
    [InlineData("""{"uri":"a","body_text":"one\r\ntwo\r\n"}""", "<p>one</p><p>two</p>")]
    [InlineData("""{"uri":"a","body_main":"<p>told by its tags</p>"}""", "<p>told by its tags</p>")]
    public async Task The_richest_body_is_taken(string json, string body) => Assert.Equal(body, (await NinjsFiles.ItemAsync(json)).BodyHtml);

    [Theory]
    [InlineData("<p>a</p><p>&nbsp;</p><p> </p><p></p><p>b</p>", "<p>a</p><p>b</p>")]
    [InlineData("bare <i>text</i><br><br>then more<br>", "<p>bare <em>text</em></p><p>then more</p>")]
    [InlineData("<section><div class='x'><p>a <span>b</span></p></div></section>", "<p>a b</p>")]
    [InlineData("<h1>T</h1><h2>u</h2><h4>v</h4><hr><pre>a\n  b</pre>", "<h2>T</h2><h2>u</h2><h3>v</h3><pre>a\n  b</pre>")]
    [InlineData("<ul><li>a<li><p>b</p><ul><li>c</li></ul></ul><ol></ol>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>")]
    [InlineData("<table><thead><tr><th colspan=2>h</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>", "<table><tr><th colspan=\"2\">h</th></tr><tr><td>1</td><td>2</td></tr></table>")]
    [InlineData("<table><tr><td><p>5</p><p>5</p></td></tr></table>", "<table><tr><td>5<br>5</td></tr></table>")]
    [InlineData("<blockquote>said</blockquote><figure><img src=x><figcaption>c</figcaption></figure><script>x</script>", "<blockquote><p>said</p></blockquote>")]
    [InlineData("<p><a href='https://x.example/?a=1&amp;b'>l</a> <a href='javascript:alert(1)'>m</a></p>", "<p><a href=\"https://x.example/?a=1&amp;b\">l</a> m</p>")]
    [InlineData("<b><p>one</p><p>two</p></b>", "<p><strong>one</strong></p><p><strong>two</strong></p>")]
    [InlineData("<p>H<sub>2</sub>O, <strong>x</strong>and<em> y</em></p>", "<p>H<sub>2</sub>O, <strong>x</strong>and <em>y</em></p>")]
    public async Task Html_keeps_its_blocks_and_loses_wrappers_and_spacers(string html, string body)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new { uri = "a", body_html = html });
        Assert.Equal(body, (await NinjsFiles.ItemAsync(json)).BodyHtml);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b id=#>")]
    [InlineData("<p><i class=#>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><div>")]
    [InlineData("<svg><g>")]
    public async Task Html_nested_a_hundred_thousand_deep_is_read_as_text(string part)
    {
        var html = string.Concat(Enumerable.Range(0, 100_000).Select(i => part.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))) + "end";
        Assert.Equal("<p>end</p>", (await NinjsFiles.ItemAsync($$"""{"uri":"a","body_html":"{{html}}"}""")).BodyHtml);
    }

    [Theory]
    [InlineData("<p>a</p>", 200_000)]
    [InlineData("<a>b", 20_000)]
    [InlineData("<i></p>", 300)]
    [InlineData("a<br>b ", 100_000)]
    [InlineData("</div></x>", 100_000)]
    [InlineData("&amp;", 500_000)]
    public async Task Html_of_many_small_parts_is_read_in_time(string part, int times)
    {
        var html = string.Concat(Enumerable.Repeat(part, times)) + "end";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains("end", (await NinjsFiles.ItemAsync($$"""{"uri":"a","body_html":"{{html}}"}""")).BodyHtml, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("1.2", 1783593420)]
    [InlineData("final", 1783593420)]
    [InlineData("99999999999999999999", 1783593420)]
    [InlineData("-1", 1783593420)]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("", 1)]
    public async Task A_version_that_is_no_whole_number_is_told_by_its_moment(string version, long expected)
    {
        var item = await NinjsFiles.ItemAsync($$"""{"uri":"a","headline":"x","version":"{{version}}","versioncreated":"2026-07-09T10:37:00Z"}""");
        Assert.Equal(expected, item.Version);
    }

    [Theory]
    [InlineData("""{"uri":"a","headline":"x","version":3}""", 3)]
    [InlineData("""{"uri":"a","headline":"x","version":"1.2"}""", 1)]
    [InlineData("""{"uri":"a","headline":"x"}""", 1)]
    public async Task A_version_is_one_where_nothing_tells_it(string json, long expected) => Assert.Equal(expected, (await NinjsFiles.ItemAsync(json)).Version);

    [Theory]
    [InlineData("""{"uri":"urn:newsml:dpa.com:20090101:1","headline":"x"}""", "dpa.com")]
    [InlineData("""{"uri":"http://API.ap.org/1","headline":"x"}""", "api.ap.org")]
    [InlineData("""{"uri":"tag:reuters.com,2026:1","headline":"x"}""", "reuters.com")]
    [InlineData("""{"uri":"urn:uuid:5e","headline":"x"}""", "unknown")]
    [InlineData("""{"uri":"5e","headline":"x","copyrightholder":"NTB"}""", "ntb")]
    [InlineData("""{"uri":"http://x.example/1","headline":"x","infosources":[{"name":"Susan","role":"interviewee"},{"name":" AFP "}]}""", "afp")]
    public async Task The_source_is_the_provider_or_the_host_of_the_address(string json, string source) => Assert.Equal(source, (await NinjsFiles.ItemAsync(json)).Source);

    [Theory]
    [InlineData("""{"$standard":{"name":"ninjs","version":"1.3"},"uri":"a","headline":"x"}""", "ninjs 1.3")]
    [InlineData("""{"standard":{"schema":"http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"},"uri":"a","title":"x"}""", "ninjs 3.0")]
    [InlineData("""{"uri":"a","headline":"x"}""", "ninjs 1")]
    [InlineData("""{"uri":"a","headlines":[{"value":"x"}]}""", "ninjs 2")]
    [InlineData("""{"uri":"a","headlines":[{"value":"x"}],"pubStatus":"usable"}""", "ninjs 3")]
    [InlineData("""{"uri":"a","title":"x"}""", "ninjs")]
    public async Task The_version_of_ninjs_is_told_by_its_declaration_or_its_style(string json, string format) => Assert.Equal(format, (await NinjsFiles.ItemAsync(json)).Format);

    [Fact]
    public async Task Dates_keep_their_offset_and_embargo_and_status_are_read()
    {
        var item = await NinjsFiles.ItemAsync("""{"uri":"a","headline":"x","pubStatus":"canceled","embargoedUntil":"2026-07-10","versionCreated":"2026-07-09T10:37:00.5+0900"}""");
        Assert.Equal(PublishingStatus.Canceled, item.Status);
        Assert.Equal(new DateTimeOffset(2026, 7, 10, 0, 0, 0, TimeSpan.Zero), item.Embargo);
        Assert.Equal("2026-07-09T10:37:00.5000000+09:00", item.VersionCreated!.Value.ToString("o", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("By Brendan Quinn", "Brendan Quinn")]
    [InlineData("by Ann Lee and Bo Kim", "Ann Lee|Bo Kim")]
    [InlineData("Johnson and Johnson", "Johnson and Johnson")]
    [InlineData("Von Christian Hollmann, dpa", "Christian Hollmann, dpa")]
    public async Task A_byline_loses_its_by_and_two_people_are_two(string byline, string names)
    {
        var item = await NinjsFiles.ItemAsync($$"""{"uri":"a","headline":"x","byline":"{{byline}}"}""");
        Assert.Equal(names, string.Join('|', item.Bylines.Select(b => b.Name)));
    }

    [Fact]
    public async Task Subjects_keep_scheme_and_code_and_stand_once()
    {
        var item = await NinjsFiles.ItemAsync("""
            {"uri":"a","headline":"x","language":"en","keywords":["rice","rice"],
             "subjects":[{"name":"Sport","uri":"http://cv.iptc.org/newscodes/mediatopic/15000000"},{"name":"Sport","uri":"http://cv.iptc.org/newscodes/mediatopic/15000000"}],
             "genres":[{"literal":"medtop:20000763"}],"people":[{"name":"Kim"}]}
            """);
        Assert.Equal(
            ["subject|http://cv.iptc.org/newscodes/mediatopic/|15000000|Sport", "keyword|||rice", "genre|medtop|20000763|", "person|||Kim"],
            item.Subjects.Select(s => $"{s.Kind}|{s.Scheme}|{s.Code}|{s.Names.GetValueOrDefault("en")}"));
    }

    [Theory]
    [InlineData("event", "an event")]
    [InlineData("planning", "a planning item")]
    public async Task Events_and_planning_are_skipped(string type, string reason) =>
        Assert.Equal(reason, Assert.IsType<WireReading.Skipped>(Assert.Single(await NinjsFiles.ReadAsync($$"""{"uri":"a","type":"{{type}}","title":"x"}"""))).Reason);

    [Fact]
    public async Task An_item_with_nothing_to_publish_is_skipped_unless_it_is_a_kill()
    {
        Assert.IsType<WireReading.Skipped>(Assert.Single(await NinjsFiles.ReadAsync("""{"uri":"a"}""")));
        Assert.Equal(PublishingStatus.Canceled, (await NinjsFiles.ItemAsync("""{"uri":"a","pubstatus":"canceled"}""")).Status);
        Assert.Equal(PublishingStatus.Canceled, (await NinjsFiles.ItemAsync("""{"uri":"a","signals":[{"code":"sig:kill"}]}""")).Status);
        Assert.Equal([("correction", "a")], (await NinjsFiles.ItemAsync("""{"uri":"a","headline":"x","signals":["sig:correction"]}""")).Links);
    }
}
