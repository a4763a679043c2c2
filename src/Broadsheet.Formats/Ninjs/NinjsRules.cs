using System.Buffers;
using static Broadsheet.Formats.Ninjs.Rule;

namespace Broadsheet.Formats.Ninjs;

/// <summary>
/// The properties of ninjs 1.0 to 3.1 and their types, all versions in one table: what one version knows and another
/// does not is taken in both. Unknown properties are no error. The proposals of the development schemas (<c>advices</c>)
/// are checked too.
/// </summary>
internal static class NinjsRules
{
    /// <summary>What may follow <c>headline_</c>, <c>body_</c> and <c>description_</c>.</summary>
    public static readonly SearchValues<char> SuffixCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly Rule Kind = OneOf("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning");
    private static readonly Rule Status = OneOf("usable", "withheld", "canceled");

    private static readonly Rule ContactInfo = List(new Rule(RuleKind.Object) { ExactlyOne = ["value", "address"] }
        .With("type role lang name value", Text)
        .With("address", Object("locality area postalcode country").With("lines", List(Text))));

    private static readonly Rule Organisation = Object("name rel uri scheme code literal")
        .With("symbols", List(Object("ticker exchange symboltype symbol")))
        .With("contactinfo", ContactInfo);

    private static readonly Rule Party = Object("name rel role uri scheme code literal").With("contactinfo", ContactInfo);
    private static readonly Rule Place = Object("name rel uri scheme code literal").With("contactinfo", ContactInfo)
        .With("geojson", Object()).WithPrefix("geometry_", Object());
    private static readonly Rule Concept = Object("id name rel uri scheme code literal creator").With("relevance confidence", Whole);
    private static readonly Rule Value = new Rule(RuleKind.Object) { Required = ["value"] }
        .With("role contenttype value", Text).With("charcount wordcount", Whole);

    private static readonly Rule Rendition = new Rule(RuleKind.Object) { RequiredInList = ["name"] }
        .With("name href mimetype contenttype title format aspectratio videocodec transportprotocol bitrate", Text)
        .With("width height sizeinbytes", Whole).With("duration framerate", Number)
        .With("poi", Object().With("x y", Whole)).With("scantype", OneOf("progressive", "interlaced"));

    private static readonly Rule Dates = Object("expectedduration").With("startdate enddate", Date).With("expectedstartdate expectedenddate", CutDate)
        .With("recurrence", Object().With("recurrencerules", List(Object()
            .With("frequency", OneOf("secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"))
            .With("interval count", Whole).With("until", Date))));

    private static readonly Rule Coverage = Object("uri title ednote language").With("pubstatus", Status).With("type", Kind)
        .With("urgency", OneToNine).With("wordcount", Whole)
        .With("commissioned", Object("by").With("on", Date).With("references", List(Object("name value"))))
        .With("dates", Dates).With("audiences", List(Object("audience").With("significance", Whole)))
        .With("exclaudience", List(Text)).With("itemcount", Object().With("rangefrom rangeto", Whole))
        .With("renditions", List(Rendition));

    private static readonly Rule AdviceCode = new Rule(RuleKind.Object) { Required = ["code"] }.With("code scheme", Text);
    private static readonly Rule Advices = List(Object("role").With("environments", List(Object("code scheme")))
        .With("importance lifetime", AdviceCode));

    /// <summary>A whole item.</summary>
    public static readonly Rule Item = MakeItem();

    /// <summary>Whether an item has a property of this name in some version of ninjs.</summary>
    public static bool IsKnown(string name) => Item.Of(name) is not null;

    private static Rule MakeItem()
    {
        var item = new Rule(RuleKind.Object) { Required = ["uri"], RequiredInList = ["name", "uri"] };
        return item
            .With("uri mimetype profile copyrightholder copyrightnotice usageterms ednote language title byline by headline slugline located", Text)
            .With("name rel", Text)
            .With("version", Rule.Version).With("type", Kind).With("pubstatus", Status)
            .With("representationtype", OneOf("complete", "incomplete", "full", "partial"))
            .With("firstcreated versioncreated contentcreated embargoed embargoeduntil expires", Date)
            .With("urgency", Urgency).With("charcount wordcount", Whole)
            .With("headlines bodies descriptions", List(Value))
            .WithPrefix("headline_", Text).WithPrefix("body_", Text).WithPrefix("description_", Text)
            .With("person people infosource infosources", List(Party))
            .With("organisation organisations", List(Organisation)).With("place places", List(Place))
            .With("subject subjects event events object objects genre genres", List(Concept))
            .With("trustindicator trustindicators", List(Object("scheme code role title href")))
            .With("digitalsourcetype", Object("name uri literal"))
            .With("$standard standard", Object("name version schema"))
            .With("rightsinfo", new Rule(RuleKind.Object) { ExactlyOne = ["linkedrights", "encodedrights"] }.With("langid linkedrights encodedrights", Text))
            .With("altids", ListOrNamedText).With("renditions", ListOrNamed(Rendition)).With("associations", ListOrNamed(item))
            .With("eventdetails", Object("eventstatus plannedcoveragestatus").With("dates", Dates).With("organiser", Organisation))
            .With("plannedcoverage", List(Coverage)).With("advice advices", Advices);
    }

    // Identifiers by role: an object of anything in 1.x, a list of pairs later.
    private static Rule ListOrNamedText => ListOrNamed(Any);
}
