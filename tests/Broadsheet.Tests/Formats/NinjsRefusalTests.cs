using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>What refuses an item, and what does not.</summary>
public sealed class NinjsRefusalTests
{
    [Theory]
    [InlineData("""{"headline":"x"}""", "the item has no uri, which is required")]
    [InlineData("""{"uri":null,"headline":"x"}""", "the item has no uri, which is required")]
    [InlineData("""{"uri":" ","headline":"x"}""", "uri is empty; it must name the item")]
    [InlineData("""{"uri":5}""", "uri is a number; expected text")]
    [InlineData("""{"uri":"a","headline":5}""", "headline is a number; expected text")]
    [InlineData("""{"uri":"a","headline_main":["x"]}""", "headline_main is a list; expected text")]
    [InlineData("""{"uri":"a","body_xhtml":true}""", "body_xhtml is true or false; expected text")]
    [InlineData("""{"uri":"a","subject":"news"}""", "subject is text; expected a list")]
    [InlineData("""{"uri":"a","subjects":["news"]}""", "an element of subjects is text; expected an object")]
    [InlineData("""{"uri":"a","people":[{"name":1}]}""", "name is a number; expected text")]
    [InlineData("""{"uri":"a","headlines":[{"role":"main"}]}""", "an element of headlines has no value, which is required")]
    [InlineData("""{"uri":"a","renditions":[{"href":"x.jpg"}]}""", "an element of renditions has no name, which is required")]
    [InlineData("""{"uri":"a","renditions":{"web":{"width":"wide"}}}""", "width is text; expected a number")]
    [InlineData("""{"uri":"a","renditions":"x.jpg"}""", "renditions is text; expected a list, or an object by name")]
    [InlineData("""{"uri":"a","associations":{"main":{"type":"picture"}}}""", "main has no uri, which is required")]
    [InlineData("""{"uri":"a","associations":[{"uri":"b"}]}""", "an element of associations has no name, which is required")]
    [InlineData("""{"uri":"a","associations":{"main":{"uri":"b","pubstatus":"dead"}}}""", "pubstatus is 'dead'; expected one of usable, withheld, canceled")]
    [InlineData("""{"uri":"a","type":"story"}""", "type is 'story'; expected one of text, audio, video, picture, graphic, composite, component, event, planning")]
    [InlineData("""{"uri":"a","places":[{"name":"x","contactInfo":[{"name":"n"}]}]}""", "an element of contactInfo must have exactly one of value and address")]
    [InlineData("""{"uri":"a","versioncreated":"2026-13-01T00:00:00Z"}""", "versioncreated is '2026-13-01T00:00:00Z': expected a date such as 2026-07-09T10:37:00Z")]
    [InlineData("""{"uri":"a","versionCreated":"Last Tuesday"}""", "versionCreated is 'Last Tuesday': expected a date such as 2026-07-09T10:37:00Z")]
    [InlineData("""{"uri":"a","versioncreated":"0001-01-01T00:00:00Z"}""", "versioncreated is '0001-01-01T00:00:00Z': the year 0001 is before 1000")]
    [InlineData("""{"uri":"a","uri":"b"}""", "not JSON: ")]
    [InlineData("""{"uri":"a","x":{"y":1,"y":2}}""", "not JSON: ")]
    [InlineData("""{"uri":"a","headline":"\ud800"}""", "a text contains half of a surrogate pair, which stands for no character")]
    [InlineData("""{"uri":"a","headline":"a\u0000b"}""", "a text contains U+0000")]
    [InlineData("""{"uri":"a","urgency":0}""", "urgency is 0; expected a whole number from 1 to 9")]
    public async Task An_item_against_the_rules_is_refused_with_the_reason(string json, string reason) =>
        Assert.StartsWith(reason, (await NinjsFiles.RefusalAsync(json)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_refusal_names_the_item_where_it_can() => Assert.Equal("a", (await NinjsFiles.RefusalAsync("""{"headline":5,"uri":"a"}""")).Guid);

    [Fact]
    public async Task A_headline_beyond_the_limit_is_refused()
    {
        var json = $$"""{"uri":"a","headline":"{{new string('h', 5001)}}"}""";
        Assert.Equal("headline is longer than 5000 characters", (await NinjsFiles.RefusalAsync(json)).Reason);
    }

    [Theory]
    [InlineData("""{"uri":"a","headline":"x","custom":{"any":[1,{"thing":null}]},"mime_type":7}""")]
    [InlineData("""{"uri":"a","headline":"x","ednote":null,"subject":null,"versioncreated":null}""")]
    [InlineData("""{"uri":"a","headline":"x","versioncreated":"","embargoed":" "}""")]
    [InlineData("""{"uri":"a","headline":"x","versioncreated":"Last Tuesday"}""")]
    [InlineData("""{"uri":"a","headline":"x","urgency":11}""")]
    [InlineData("""{"uri":"a","headline":"x","altids":{"any":1},"associations":{},"renditions":{}}""")]
    public async Task Unknown_properties_nulls_and_what_an_old_schema_allows_are_taken(string json) =>
        Assert.Equal("x", (await NinjsFiles.ItemAsync(json)).Headline);

    [Fact]
    public async Task An_embargo_in_words_holds_the_item_back_and_stands_in_the_note()
    {
        var item = await NinjsFiles.ItemAsync("""{"uri":"a","headline":"x","embargoed":"Next Monday","ednote":"Call first."}""");
        Assert.Equal((PublishingStatus.Withheld, null, "Embargo that is not a date: Next Monday. Call first."), (item.Status, item.Embargo, item.EditorialNote));
    }

    [Fact]
    public async Task An_override_of_writing_direction_is_kept_as_data()
    {
        var item = await NinjsFiles.ItemAsync("""{"uri":"a","headline":"ab\u202Ecd","body_html":"<p>x\u202Ey</p>"}""");
        Assert.Equal(("ab\u202Ecd", "<p>x\u202Ey</p>"), (item.Headline, item.BodyHtml));
    }
}
