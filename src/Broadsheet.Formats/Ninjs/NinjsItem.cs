using System.Globalization;
using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>Reads one checked ninjs object into a wire item.</summary>
internal static class NinjsItem
{
    /// <summary>What the object is: an item, or why none. Its line is for the caller to add.</summary>
    public static WireReading Read(JsonElement item, NinjsVersion ninjs, WireLimits limits, byte[] raw)
    {
        var uri = item.Text("uri")!;
        var type = item.Text("type");
        if (type is "event" or "planning" || (type is null && item.Find("eventDetails", "plannedCoverage") is not null))
        {
            return new WireReading.Skipped(uri, type == "planning" || item.Find("plannedCoverage") is not null ? "a planning item" : "an event");
        }
        var headline = NinjsWordings.Headline(item.Wordings("headlines", "headline").ToList()) ?? OneLine(item.Text("title"));
        if (headline?.Length > limits.MaxHeadline) return new WireReading.Refused(uri, $"headline is longer than {limits.MaxHeadline} characters");

        var found = Item(item, ninjs, uri, headline, type, raw);
        // A kill or a hold counts even when nothing else is sent with it.
        var empty = found is { Headline: null, BodyHtml: "", Standfirst: null, Pictures: [], Associations: [], Status: PublishingStatus.Usable };
        return empty ? new WireReading.Skipped(uri, "no headline, text, picture or association: nothing to publish") : new WireReading.Found(found);
    }

    private static NewsItem Item(JsonElement item, NinjsVersion ninjs, string uri, string? headline, string? type, byte[] raw)
    {
        var body = NinjsWordings.Body(item.Wordings("bodies", "body"), headline);
        var hasImages = NinjsPictures.HasImages(item);
        var isPicture = type is "picture" or "graphic" || (type is null && body.Length == 0 && hasImages);
        var descriptions = item.Wordings("descriptions", "description").ToList();
        var (pictures, others, links) = NinjsPictures.Associations(item);
        if (isPicture && NinjsPictures.Picture(item) is { Renditions.Count: > 0 } picture) pictures.Insert(0, picture);
        // A text's own image files are a picture of it; its descriptions are about the text and no caption.
        else if (type is null or "text" or "composite" && hasImages) pictures.Insert(0, new NewsPicture(uri, NinjsPictures.Renditions(item)));
        var signals = NinjsSignals.Of(item);
        if (signals.Corrects) links.Add(("correction", uri));
        if (item.Text("evolvedfrom", "evolvedFrom") is { } former) links.Add(("evolvedfrom", former));
        var (embargo, unreadable) = Embargo(item);
        var language = item.Text("language");
        var holder = item.Text("copyrightHolder", "copyrightholder");
        var genre = item.Objects("genres", "genre").Select(g => g.Value.Text("name", "literal", "code", "uri")).FirstOrDefault(name => name is not null);
        return new NewsItem(NinjsSource.Of(item, uri), uri, Version(item))
        {
            Format = ninjs.Name,
            ContentKind = isPicture ? "picture" : type is null or "component" ? "text" : type,
            Status = signals.Kills ? PublishingStatus.Canceled : Status(item.Text("pubStatus", "pubstatus"), unreadable),
            Headline = headline,
            Standfirst = isPicture ? null : NinjsWordings.Standfirst(descriptions) ?? NinjsWordings.InRole(descriptions, "caption"),
            Slugline = item.Text("slugline"),
            Dateline = item.Text("located"),
            BodyHtml = body,
            Language = language,
            Bylines = NinjsBylines.Read(item.Text("by", "byline"), holder),
            Subjects = NinjsSubjects.Read(item, language),
            Pictures = pictures,
            Associations = [.. Files(item, type, headline), .. others],
            Urgency = item.Whole("urgency") is >= 1 and <= 9 and var urgency ? (int)urgency : null,
            ContentCreated = item.Date("contentCreated", "contentcreated"),
            FirstCreated = item.Date("firstCreated", "firstcreated"),
            VersionCreated = item.Date("versionCreated", "versioncreated"),
            Embargo = embargo,
            Credit = NinjsPictures.Credit(item, descriptions),
            Copyright = item.Text("copyrightNotice", "copyrightnotice") ?? holder,
            UsageTerms = item.Text("usageTerms", "usageterms"),
            EditorialNote = unreadable is null ? item.Text("edNote", "ednote") : $"Embargo that is not a date: {unreadable}. {item.Text("edNote", "ednote")}".TrimEnd(),
            Genre = genre,
            Links = links,
            Raw = raw,
        };
    }

    // The files of a video or audio item itself, best first.
    private static IEnumerable<NewsAssociation> Files(JsonElement item, string? type, string? headline) =>
        type is "video" or "audio"
            ? NinjsPictures.Renditions(item).Select(file => new NewsAssociation(file.Usage, file.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true ? "picture" : type, headline, file.Href))
            : [];

    /// <summary>
    /// A whole number as it stands; 1 where there is none. Any other text orders nothing by itself, so the moment of
    /// <c>versionCreated</c> in Unix seconds stands for it, or 1 without one.
    /// </summary>
    private static long Version(JsonElement item)
    {
        var text = item.Find("version") switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.String } written => written.GetString()!.Trim(),
            _ => "",
        };
        if (text.Length == 0) return 1;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return version;
        return Math.Max(1, item.Date("versionCreated", "versioncreated")?.ToUnixTimeSeconds() ?? 1);
    }

    /// <summary>The embargo, or the words that stand in its place.</summary>
    private static (DateTimeOffset? Until, string? Words) Embargo(JsonElement item)
    {
        if (item.Text("embargoedUntil", "embargoeduntil", "embargoed") is not { } text) return (null, null);
        return NinjsDate.Read(text, out _) is { } until ? (until, null) : (null, text);
    }

    // An embargo that nobody can read holds the item back rather than letting it out.
    private static PublishingStatus Status(string? pubStatus, string? unreadableEmbargo) => pubStatus switch
    {
        "canceled" => PublishingStatus.Canceled,
        "withheld" => PublishingStatus.Withheld,
        _ => unreadableEmbargo is null ? PublishingStatus.Usable : PublishingStatus.Withheld,
    };

    private static string? OneLine(string? text) => text is null ? null : BodyText.OneLine(text, isHtml: false);
}
