using System.Text;
using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class NewsMlG2ReaderTests
{
    [Fact]
    public async Task Management_metadata_is_read()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(version: "7", before: """
            <rightsInfo><copyrightHolder><name>Example</name></copyrightHolder><copyrightNotice>(c) Example</copyrightNotice><usageTerms>No archive</usageTerms></rightsInfo>
            """, itemMeta: """
            <firstCreated>2024-02-08T09:00:00+09:00</firstCreated><embargoed>2024-02-10T00:00:00Z</embargoed><pubStatus qcode="stat:usable"/>
            <edNote>Check names</edNote><edNote>New lead</edNote><link rel="irel:translatedFrom" residref="urn:example:0"/>
            """));
        Assert.Equal(("example", "urn:example:1", 7), (item.Source, item.Guid, item.Version));
        Assert.Equal(TimeSpan.FromHours(9), item.FirstCreated!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2024, 2, 10, 0, 0, 0, TimeSpan.Zero), item.Embargo);
        Assert.Equal("Check names\nNew lead", item.EditorialNote);
        Assert.Equal(("translatedFrom", "urn:example:0"), Assert.Single(item.Links));
        Assert.Equal(("(c) Example", "No archive"), (item.Copyright, item.UsageTerms));
    }

    [Theory]
    [InlineData("stat:usable", PublishingStatus.Usable)]
    [InlineData("stat:withheld", PublishingStatus.Withheld)]
    [InlineData("stat:canceled", PublishingStatus.Canceled)]
    [InlineData("stat:somethingelse", PublishingStatus.Withheld)]
    public async Task A_status_that_is_not_known_holds_the_item_back(string status, PublishingStatus expected) =>
        Assert.Equal(expected, (await WireFiles.ItemAsync(WireFiles.G2(itemMeta: $"<pubStatus qcode=\"{status}\"/>"))).Status);

    [Fact]
    public async Task A_kill_without_any_text_is_still_found() =>
        Assert.Equal(PublishingStatus.Canceled, (await WireFiles.ItemAsync(WireFiles.G2(contentMeta: "", itemMeta: "<pubStatus qcode=\"stat:canceled\"/>"))).Status);

    [Fact]
    public async Task An_empty_embargo_is_one_without_end() =>
        Assert.Equal(PublishingStatus.Withheld, (await WireFiles.ItemAsync(WireFiles.G2(itemMeta: "<embargoed/>"))).Status);

    [Fact]
    public async Task The_main_headline_is_chosen_and_the_other_stands_first()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(contentMeta: """<headline role="x:subtitle">Streets flooded</headline><headline role="x:title">Rain</headline>"""));
        Assert.Equal(("Rain", "Streets flooded"), (item.Headline, item.Standfirst));
    }

    [Fact]
    public async Task Content_metadata_is_read()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(contentMeta: """
            <urgency>3</urgency><contentCreated>2024-02</contentCreated><by>By Ann Example and Bo Sample</by>
            <creator role="ctrol:reporter"><name>Ann Example</name><personDetails><contactInfo><email>ann@example.com</email></contactInfo></personDetails></creator>
            <contributor role="ctrol:translator" type="cpnat:organisation"><name>Words Ltd</name></contributor>
            <creditline>EXAMPLE</creditline><language tag="ko"/><genre qcode="genre:Analysis"/><keyword>rain</keyword><keyword>rain</keyword>
            <subject type="cpnat:person" qcode="ex:7"/><subject uri="http://cv.iptc.org/newscodes/mediatopic/20000763"><name xml:lang="ko">비</name></subject>
            <slugline>RAIN</slugline><headline>Rain</headline><description role="drol:summary">It rains.</description><dateline>SEOUL (Example)</dateline></contentMeta>
            <assert qcode="ex:7"><name>Cy Person</name></assert><contentMeta>
            """));
        Assert.Equal(3, item.Urgency);
        Assert.Equal(new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), item.ContentCreated);
        Assert.Equal(
            [new NewsByline("Ann Example", "reporter", "ann@example.com"), new NewsByline("Bo Sample"), new NewsByline("Words Ltd", "translator", IsAgency: true)],
            item.Bylines);
        Assert.Equal(("EXAMPLE", "ko", "Analysis", "RAIN", "It rains.", "SEOUL (Example)"), (item.Credit, item.Language, item.Genre, item.Slugline, item.Standfirst, item.Dateline));
        Assert.Equal(["genre", "keyword", "person", "subject"], item.Subjects.Select(s => s.Kind));
        Assert.Equal("Cy Person", item.Subjects[2].Names["en"]);
        Assert.Equal(("20000763", "http://cv.iptc.org/newscodes/mediatopic/"), (item.Subjects[3].Code, item.Subjects[3].Scheme));
    }

    [Fact]
    public async Task Aliases_come_from_the_file_then_from_IPTC_else_stay()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(
            before: """<catalogRef href="http://example.com/catalog.xml"/><catalog><scheme alias="own" uri="http://example.com/own/"/></catalog>""",
            contentMeta: """<headline>H</headline><subject qcode="own:1"/><subject qcode="medtop:2"/><subject qcode="far:3"/><subject literal="4"/>"""));
        Assert.Equal(["http://example.com/own/", "http://cv.iptc.org/newscodes/mediatopic/", "far", null], item.Subjects.Select(s => s.Scheme));
    }

    [Fact]
    public async Task XHTML_and_plain_text_and_escaped_HTML_become_paragraphs()
    {
        var xhtml = await WireFiles.ItemAsync(WireFiles.G2(contentSet: WireFiles.Xhtml("<h1>Rain</h1><p>One <b>two</b>.</p><p>&#160;</p><script>x()</script>loose<br/>text")));
        Assert.Equal("<p>One <strong>two</strong>.</p><p>loose<br>text</p>", xhtml.BodyHtml);
        var plain = await WireFiles.ItemAsync(WireFiles.G2(contentSet: "<inlineData contenttype=\"text/plain\">One\nline.\n\nTwo &lt; three.</inlineData>"));
        Assert.Equal("<p>One line.</p><p>Two &lt; three.</p>", plain.BodyHtml);
        var html = await WireFiles.ItemAsync(WireFiles.G2(contentSet: "<inlineData contenttype=\"text/html\">&lt;p&gt;One&lt;p&gt;Two&amp;nbsp;x</inlineData>"));
        Assert.Equal("<p>One</p><p>Two&nbsp;x</p>", html.BodyHtml);
    }

    [Fact]
    public async Task A_picture_item_is_one_picture_with_its_files_best_first()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(itemClass: "ninat:picture", contentMeta: """
            <creator role="ctrol:photographer"><name>Dee Lens</name></creator><headline>Flood</headline><creditline>EXAMPLE</creditline>
            <description role="drol:caption">A street.</description><description role="drol:caption">A street.</description><description role="drol:altText">a street.</description>
            """, contentSet: """
            <remoteContent rendition="rnd:thumb" href="t.jpg" contenttype="image/jpeg" width="80" height="53"/>
            <remoteContent rendition="rnd:highRes" href="a.jpg" contenttype="image/jpeg" width="1500" height="1001" size="346071"/>
            """));
        Assert.Equal("picture", item.ContentKind);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal([new NewsRendition("a.jpg", "image/jpeg", 1500, 1001, 346071, "highres"), new NewsRendition("t.jpg", "image/jpeg", 80, 53, null, "thumbnail")], picture.Renditions);
        Assert.Equal(("urn:example:1", "A street.", "Flood", "EXAMPLE", "Dee Lens"), (picture.Guid, picture.Caption, picture.Headline, picture.Credit, picture.Creator));
        Assert.Null(picture.AltText);
    }

    [Fact]
    public async Task A_picture_whose_caption_stands_in_its_text_has_it_as_caption()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(itemClass: "ninat:picture", contentSet: WireFiles.Xhtml("<p>A <i>street</i>.</p>") + """<remoteContent href="a.jpg"/>"""));
        Assert.Equal("A <em>street</em>.", Assert.Single(item.Pictures).Caption);
    }

    [Theory]
    [InlineData("By Ann Example, Staff Writer", "Ann Example, Staff Writer")]
    [InlineData("BY ANN EXAMPLE AND BO SAMPLE", "ANN EXAMPLE|BO SAMPLE")]
    [InlineData("Sonny and Cher", "Sonny and Cher")]
    [InlineData("Byron Example", "Byron Example")]
    public async Task A_byline_is_split_only_between_whole_names(string by, string expected) =>
        Assert.Equal(expected, string.Join('|', (await WireFiles.ItemAsync(WireFiles.G2(contentMeta: $"<by>{by}</by><headline>H</headline>"))).Bylines.Select(b => b.Name)));

    [Fact]
    public async Task A_video_keeps_its_files_by_name_and_its_icon_as_picture()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(itemClass: "ninat:video",
            contentMeta: """<icon href="i.jpg" contenttype="image/jpeg"/><headline>Flood</headline>""",
            contentSet: """<remoteContent rendition="rnd:web" href="v.mp4" contenttype="video/mp4"/>"""));
        Assert.Equal(new NewsAssociation("web", "video", "Flood", "v.mp4"), Assert.Single(item.Associations));
        Assert.Equal("i.jpg", Assert.Single(item.Pictures).Renditions[0].Href);
    }

    [Theory]
    [InlineData("""<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">META</conceptItem>""", "concept")]
    [InlineData("""<knowledgeItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">META</knowledgeItem>""", "knowledge")]
    [InlineData("""<planningItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">META</planningItem>""", "planning")]
    [InlineData("""<catalogItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">META</catalogItem>""", "catalogue")]
    [InlineData("""<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">META</packageItem>""", "package")]
    [InlineData("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">META</newsItem>""", "without headline, text or file")]
    public async Task What_carries_no_article_is_skipped_with_the_reason(string xml, string reason)
    {
        var meta = """<itemMeta><itemClass qcode="ninat:text"/><provider literal="x"/><versionCreated>2024-02-09T12:25:32Z</versionCreated></itemMeta>""";
        var skipped = Assert.IsType<WireReading.Skipped>(Assert.Single(await WireFiles.ReadAsync(xml.Replace("META", meta, StringComparison.Ordinal))));
        Assert.Contains(reason, skipped.Reason, StringComparison.Ordinal);
        Assert.Equal("g", skipped.Guid);
    }

    [Fact]
    public async Task Foreign_vocabularies_and_unknown_parts_are_passed_over()
    {
        var item = await WireFiles.ItemAsync(WireFiles.G2(itemMeta: """<x:note xmlns:x="http://example.com/x" version="?">!</x:note><somethingNew quality="?"/>"""));
        Assert.Equal("Rain", item.Headline);
    }

    [Fact]
    public async Task Raw_bytes_of_a_single_item_are_the_file()
    {
        var xml = "\uFEFF" + WireFiles.G2();
        Assert.Equal(Encoding.UTF8.GetBytes(xml), (await WireFiles.ItemAsync(xml)).Raw.ToArray());
    }
}
