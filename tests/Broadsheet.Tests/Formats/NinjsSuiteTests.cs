using System.Globalization;
using System.Text;
using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>IPTC's own examples and validation suites, every file accounted for.</summary>
public sealed class NinjsSuiteTests
{
    private const string UnknownProperty = "only an unknown property is wrong, and extensions are taken";
    private const string ValidToday = "valid in the newest schema";

    /// <summary>The cases meant to fail that a tolerant reader takes.</summary>
    private static readonly Dictionary<string, string> Taken = new(StringComparer.Ordinal)
    {
        ["1.0/003_malformed_property.json"] = UnknownProperty,
        ["1.0/014_type_component.json"] = ValidToday,
        ["1.0/017_description_extension.json"] = UnknownProperty,
        ["1.3/002_headline_nonascii.json"] = UnknownProperty,
        ["1.3/003_headline_blank_extension.json"] = UnknownProperty,
        ["1.3/004_headline_dash.json"] = UnknownProperty,
        ["1.5/001_bad_property.json"] = UnknownProperty,
        ["1.5/002_bad_association.json"] = UnknownProperty,
        ["2.0/001_bad_toplevel.json"] = UnknownProperty,
        ["2.x_dev/005_encoded_rights.json"] = UnknownProperty,
    };

    [Fact]
    public async Task Every_case_meant_to_pass_is_read()
    {
        var refused = new List<string>();
        foreach (var (name, readings) in await SuiteAsync("should_pass"))
        {
            Assert.NotEmpty(readings);
            refused.AddRange(readings.OfType<WireReading.Refused>().Select(refusal => $"{name}: {refusal.Reason}"));
        }
        Assert.Empty(refused);
    }

    [Fact]
    public async Task Every_case_meant_to_fail_is_refused_or_named_with_the_reason_why_not()
    {
        var taken = new List<string>();
        foreach (var (name, readings) in await SuiteAsync("should_fail"))
        {
            if (!readings.OfType<WireReading.Refused>().Any()) taken.Add(name);
        }
        Assert.Equal(Taken.Keys.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refusals_of_the_official_cases_name_the_line_and_the_property()
    {
        var cases = (await SuiteAsync("should_fail")).ToDictionary(c => c.Name, c => c.Readings, StringComparer.Ordinal);
        var urgency = Assert.IsType<WireReading.Refused>(Assert.Single(cases["3.0/005_planned_coverage_bad_urgency.json"]));
        Assert.Equal((23, "urgency is 11; expected a whole number from 1 to 9"), (urgency.Line, urgency.Reason));
        var comma = Assert.IsType<WireReading.Refused>(Assert.Single(cases["1.0/012_location_not_object.json"]));
        Assert.Equal((10, "not JSON: ']' stands where a value was expected"), (comma.Line, comma.Reason));
    }

    [Fact]
    public async Task Every_example_is_read_but_the_timeline_whose_events_are_of_the_wrong_type()
    {
        var root = SharedData.Folder("wire-ninjs");
        var files = Files(Path.Combine(root, "examples")).Concat(Files(Path.Combine(root, "documentation"))).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var readings = await NinjsFiles.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.NotEmpty(readings);
            var refusals = readings.OfType<WireReading.Refused>().ToList();
            if (file.Contains("event-timeline", StringComparison.Ordinal))
            {
                Assert.Equal((14, 12), (readings.Count, refusals.Count));
                Assert.All(refusals, refusal => Assert.Equal("events is an object; expected a list", refusal.Reason));
                continue;
            }
            Assert.True(refusals.Count == 0, $"{file}: {refusals.FirstOrDefault()?.Reason}");
        }
    }

    [Fact]
    public async Task Events_and_planning_among_the_examples_are_skipped_and_everything_else_is_found()
    {
        var root = SharedData.Folder("wire-ninjs");
        foreach (var file in Files(Path.Combine(root, "examples")).Where(file => !file.Contains("event-timeline", StringComparison.Ordinal)))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var reading = Assert.Single(await NinjsFiles.ReadAsync(bytes));
            var isEvent = Encoding.UTF8.GetString(bytes).Contains("\"eventDetails\"", StringComparison.Ordinal);
            Assert.Equal(isEvent ? typeof(WireReading.Skipped) : typeof(WireReading.Found), reading.GetType());
        }
    }

    [Fact]
    public async Task The_example_with_a_body_in_nitf_gives_its_paragraphs()
    {
        var item = await ExampleAsync("3.0/20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf.json");
        Assert.StartsWith("<p>The Australian Sports Anti-Doping Authority (ASADA) today announced", item.BodyHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("nitf", item.BodyHtml, StringComparison.Ordinal);
        Assert.Equal(("ninjs 3.0", 2, 4, "Oslo, Norway"), (item.Format, item.Version, item.Urgency, item.Dateline));
    }

    [Fact]
    public async Task The_example_of_a_text_with_a_picture_gives_the_picture_without_taking_its_caption_for_alt_text()
    {
        var item = await ExampleAsync("3.0/tt_text_image_3.json");
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("Karl Melander/TT", null, 4724), (picture.Creator, picture.AltText, picture.Renditions[0].Width));
        Assert.StartsWith("En stor internationell", picture.Caption, StringComparison.Ordinal);
        Assert.StartsWith("<p>Pandemin satte stopp", item.BodyHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("figcaption", item.BodyHtml, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse("2021-05-26T13:40:18+02:00", CultureInfo.InvariantCulture), item.VersionCreated);
    }

    private static async Task<NewsItem> ExampleAsync(string name)
    {
        var file = Path.Combine(SharedData.Folder("wire-ninjs"), "examples", name);
        return Assert.IsType<WireReading.Found>(Assert.Single(await NinjsFiles.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)))).Item;
    }

    private static async Task<List<(string Name, List<WireReading> Readings)>> SuiteAsync(string kind)
    {
        var suite = Path.Combine(SharedData.Folder("wire-ninjs"), "validation", "test_suite");
        var cases = new List<(string, List<WireReading>)>();
        foreach (var file in Files(suite).Where(file => file.Contains(Path.DirectorySeparatorChar + kind + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            var version = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)!)!);
            cases.Add(($"{version}/{Path.GetFileName(file)}", await NinjsFiles.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))));
        }
        Assert.NotEmpty(cases);
        return cases;
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
