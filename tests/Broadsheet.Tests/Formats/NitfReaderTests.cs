using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class NitfReaderTests
{
    [Fact]
    public async Task A_document_is_read_whole()
    {
        var item = await WireFiles.ItemAsync(WireFiles.Nitf(
            head: """
                <hedline><hl1>Rain  over
                 Seoul</hl1><hl2>Streets flooded</hl2></hedline><byline>BY <person>Ann Example</person><byttl>Staff Writer</byttl><virtloc>ann@example.com</virtloc></byline>
                <distributor>Example Wire</distributor><dateline><location>SEOUL</location><story.date>Feb. 9</story.date></dateline><abstract><p>It rains.</p></abstract>
                """,
            content: "<p lede='true'>One <person>Bo</person>.</p><p>&#160;</p><p/><hl2>More</hl2><bq><block><p>Said</p></block><credit>Cy</credit></bq><ul><li>a</li><li>b</li></ul><table><tr><th>x</th><td colspan='2'>1</td></tr></table><note><body.content><p>n</p></body.content></note>",
            end: "<tagline>Dee contributed.</tagline>",
            docdata: """
                <doc-id id-string="nitf-1" regsrc="Example"/><urgency ed-urg="2"/><date.issue norm="20240209T122532+0900"/><date.release norm="2024-02-10"/><date.expire norm="20240301"/>
                <ed-msg info="Check"/><du-key key="rain" version="3"/><doc.copyright year="2024" holder="Example"/><doc.rights limitations="No archive"/>
                <key-list><keyword key="weather"/></key-list><identified-content><location>Seoul</location><org idsrc="x" value="EX">Example</org></identified-content>
                """,
            more: """<tobject tobject.type="News"><tobject.property tobject.property.type="Analysis"/><tobject.subject tobject.subject.refnum="17005000" tobject.subject.matter="Weather"/></tobject><revision-history name="A" norm="20240209T130000Z"/>"""));
        Assert.Equal("nitf 3.6", item.Format);
        Assert.Equal(("example", "nitf-1", 3), (item.Source, item.Guid, item.Version));
        Assert.Equal(("Rain over Seoul", "It rains.", "SEOUL, Feb. 9", "rain"), (item.Headline, item.Standfirst, item.Dateline, item.Slugline));
        Assert.Equal(new NewsByline("Ann Example", "Staff Writer", "ann@example.com"), Assert.Single(item.Bylines));
        Assert.Equal("<p>One Bo.</p><h2>More</h2><blockquote><p>Said</p><p>Cy</p></blockquote><ul><li>a</li><li>b</li></ul><table><tbody><tr><th>x</th><td colspan=\"2\">1</td></tr></tbody></table><p>n</p><p>Dee contributed.</p>", item.BodyHtml);
        Assert.Equal(2, item.Urgency);
        Assert.Equal(new DateTimeOffset(2024, 2, 9, 12, 25, 32, TimeSpan.FromHours(9)), item.FirstCreated);
        Assert.Equal(new DateTimeOffset(2024, 2, 9, 13, 0, 0, TimeSpan.Zero), item.VersionCreated);
        Assert.Equal(new DateTimeOffset(2024, 2, 10, 0, 0, 0, TimeSpan.Zero), item.Embargo);
        Assert.Equal(("Check\nExpires 20240301", "2024 Example", "No archive", "Example Wire", "Analysis"), (item.EditorialNote, item.Copyright, item.UsageTerms, item.Credit, item.Genre));
        Assert.Equal(["subject", "genre", "keyword", "place", "organisation"], item.Subjects.Select(s => s.Kind));
        Assert.Equal(("17005000", "http://cv.iptc.org/newscodes/subjectcode/"), (item.Subjects[0].Code, item.Subjects[0].Scheme));
    }

    [Fact]
    public async Task Media_keep_files_and_captions_and_a_caption_that_stands_twice_is_taken_once()
    {
        var item = await WireFiles.ItemAsync(WireFiles.Nitf("""
            <media media-type="image"><media-reference mime-type="image/jpeg" source="small.jpg" width="100" height="80" alternate-text="A flooded street."/>
            <media-reference mime-type="image/jpeg" source="large.jpg" width="1000" height="800" alternate-text="Water to the knees"/>
            <media-caption><p>A flooded <em>street</em>.</p><p>A flooded street.</p></media-caption><media-producer>By Dee Lens</media-producer></media>
            <p>A flooded street.</p><p>Rain fell.</p><media media-type="video"><media-reference name="V" source="v.mp4"/></media>
            """));
        var picture = Assert.Single(item.Pictures);
        Assert.Equal([new NewsRendition("large.jpg", "image/jpeg", 1000, 800), new NewsRendition("small.jpg", "image/jpeg", 100, 80)], picture.Renditions);
        Assert.Equal(("A flooded <em>street</em>.", "Water to the knees", "Dee Lens"), (picture.Caption, picture.AltText, picture.Creator));
        Assert.Equal("<p>Rain fell.</p>", item.BodyHtml);
        Assert.Equal(new NewsAssociation("V", "video", null, "v.mp4"), Assert.Single(item.Associations));
    }

    [Fact]
    public async Task An_alt_text_that_only_repeats_the_caption_is_none()
    {
        var item = await WireFiles.ItemAsync(WireFiles.Nitf("""<media media-type="image"><media-reference source="a.jpg" alternate-text="Rain."/><media-caption>Rain.</media-caption></media>"""));
        Assert.Null(item.Pictures[0].AltText);
    }

    [Theory]
    [InlineData("management-status='usable'", PublishingStatus.Usable)]
    [InlineData("management-status='embargoed'", PublishingStatus.Withheld)]
    [InlineData("management-status='withheld'", PublishingStatus.Withheld)]
    [InlineData("management-status='canceled'", PublishingStatus.Canceled)]
    [InlineData("management-status='dubious'", PublishingStatus.Withheld)]
    public async Task Management_status_is_kept(string attributes, PublishingStatus expected) =>
        Assert.Equal(expected, (await WireFiles.ItemAsync(WireFiles.Nitf(attributes: attributes))).Status);

    [Fact]
    public async Task Corrections_and_cancelled_documents_are_linked()
    {
        var item = await WireFiles.ItemAsync(WireFiles.Nitf(
            attributes: "management-status='usable' management-doc-idref='old-1' management-idref-status='canceled'",
            docdata: "<correction id-string='old-2' info='Name was wrong'/><doc-id id-string='n'/>"));
        Assert.Equal([("corrects", "old-2"), ("cancels", "old-1")], item.Links);
        Assert.Equal("Name was wrong", item.EditorialNote);
    }

    [Fact]
    public async Task A_cancellation_names_what_it_cancels()
    {
        var item = await WireFiles.ItemAsync(WireFiles.Nitf(attributes: "management-status='canceled' management-doc-idref='old-1'"));
        Assert.Equal(("cancels", "old-1"), Assert.Single(item.Links));
    }

    [Fact]
    public async Task A_doctype_that_only_names_the_DTD_is_passed_over() =>
        Assert.Equal("Rain", (await WireFiles.ItemAsync(WireFiles.Nitf(doctype: "<!DOCTYPE nitf PUBLIC \"-//IPTC//DTD NITF 3.4//EN\" \"http://example.com/nitf-3-4.dtd\">"))).Headline);

    [Theory]
    [InlineData("<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY x 'y'>]>", "<p>&amp;x;</p>", "<doc-id id-string='n'/>", "internal subset")]
    [InlineData("<!DOCTYPE nitf SYSTEM 'nitf.dtd'>", "<p>&unknown;</p>", "<doc-id id-string='n'/>", "malformed XML")]
    [InlineData("", "<p>x", "<doc-id id-string='n'/>", "malformed XML")]
    [InlineData("", "<p>x</p>", "<doc-id regsrc='Example'/>", "doc-id/@id-string was expected")]
    [InlineData("", "<p>x</p>", "<doc-id id-string='n'/><date.issue norm='soon'/>", "docdata/date.issue/@norm is 'soon'")]
    [InlineData("", "<p>x</p>", "<doc-id id-string='n'/><date.issue norm='00010101'/>", "the year 0001")]
    public async Task Bad_documents_are_refused_with_the_reason(string doctype, string content, string docdata, string reason)
    {
        var refused = await WireFiles.RefusalAsync(WireFiles.Nitf(content, docdata: docdata, doctype: doctype));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.Line > 0);
    }

    [Fact]
    public async Task A_headline_that_is_too_long_is_refused_by_name_of_the_field() =>
        Assert.Contains("hedline/hl1 has 10000 characters", (await WireFiles.RefusalAsync(WireFiles.Nitf(head: $"<hedline><hl1>{new string('x', 10_000)}</hl1></hedline>"))).Reason, StringComparison.Ordinal);
}
