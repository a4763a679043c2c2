using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class NewsMlG2SharedDataTests
{
    /// <summary>Files that are not valid as published, by what is wrong with them.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["LISTING_7_Group_Set_example_showing_Hierarchical_Package_Structure.xml"] = "the root element is <groupSet>",
        ["LISTING_8_Group_Set_example_showing_an_ALT_Package_Mode.xml"] = "the root element is <groupSet>",
        ["LISTING_9_Group_Set_example_showing_a_SEQ_Package_Mode.xml"] = "the root element is <groupSet>",
        ["LISTING_24_News_Message_conveying_a_complete_News_Package.xml"] = "which it must have",
        ["LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml"] = "the root element is <contentSet>",
        ["LISTING_28_Illustrating_Located_Subject_and_Dateline.xml"] = "the root element is <contentMeta>",
        ["002_knowledgeitem.xml"] = "conceptId/@created is '2021-04-2102T12:00:00+00:00': a date was expected",
        ["001_incomplete_file.xml"] = "newsItem has no itemMeta, which it must have",
        ["CR00212_02_residrefformaturi_badly_formatted.xml"] = "itemRef/@residrefformaturi is '%'",
    };

    /// <summary>Files meant to fail against the schema of their version, and why a tolerant reader takes them.</summary>
    private static readonly Dictionary<string, string> Tolerated = new(StringComparer.Ordinal)
    {
        ["xsany-on-hasinstrument.xml"] = "an unknown element, passed over",
        ["2.29_affiliation_org_org.xml"] = "valid from 2.29 on: an element that 2.28 did not know",
        ["2.29_retiring_scheme_schememeta.xml"] = "valid from 2.29 on: an attribute that 2.28 did not know",
        ["CR00215_hasInstrument_on_concept.xml"] = "a known element in an unusual place, passed over: a concept carries no article",
        ["CR00218_too_many_nested_related.xml"] = "one level of related concepts more than the schema counts; nothing is read of them",
    };

    [Theory]
    [InlineData("wire-newsml-g2")]
    [InlineData("wire-newsmlg2-catalogs")]
    [InlineData("wire-apa-newsml-g2")]
    public async Task Each_file_is_found_or_skipped_or_refused_with_the_reason(string folder)
    {
        var root = SharedData.Folder(folder);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            var readings = await WireFiles.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.NotEmpty(readings);
            foreach (var reading in readings)
            {
                counts[reading.GetType().Name] = counts.GetValueOrDefault(reading.GetType().Name) + 1;
                Assert.True(reading.Line > 0, name);
                if (Refused.TryGetValue(name, out var reason))
                    Assert.Contains(reason, Assert.IsType<WireReading.Refused>(reading).Reason, StringComparison.Ordinal);
                else
                    AssertTaken(file, reading);
            }
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{folder}: {string.Join(", ", counts)}");
    }

    private static void AssertTaken(string file, WireReading reading)
    {
        if (file.Contains("should_fail", StringComparison.Ordinal) && reading is not WireReading.Refused)
            Assert.True(Tolerated.ContainsKey(Path.GetFileName(file)), $"{file} is meant to fail, and nothing says why it is taken");
        if (!file.Contains("should_fail", StringComparison.Ordinal))
            Assert.False(reading is WireReading.Refused, $"{file}: {(reading as WireReading.Refused)?.Reason}");
        if (reading is WireReading.Skipped skipped)
            Assert.NotEmpty(skipped.Reason);
        if (reading is WireReading.Found { Item: var item })
        {
            Assert.NotEmpty(item.Guid);
            Assert.NotEmpty(item.Source);
            Assert.False(item.Raw.IsEmpty);
        }
    }

    [Fact]
    public async Task The_IPTC_text_example_is_read_whole()
    {
        var path = Path.Combine(SharedData.Folder("wire-newsml-g2"), "releases/2.35/examples/LISTING_2_NewsML-G2_Text_Document.xml");
        var item = await WireFiles.ItemAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal("newsml-g2 2.24", item.Format);
        Assert.Equal(11, item.Version);
        Assert.Equal("Fed to halt QE to avert \"bubble\"", item.Headline);
        Assert.Equal("US-Finance-Fed", item.Slugline);
        Assert.Equal("Meredith Jameson", Assert.Single(item.Bylines).Name);
        Assert.StartsWith("<p>(New York, NY - October 21) Et, sent luptat luptat, commy Nim zzriureet", item.BodyHtml, StringComparison.Ordinal);
        Assert.Equal(["04000000", "20000350", "20000379"], item.Subjects.Select(s => s.Code));
        Assert.All(item.Subjects, s => Assert.Equal("http://cv.iptc.org/newscodes/mediatopic/", s.Scheme));
        Assert.Equal("Copyright 2017-18 Acme News and Media LLC", item.Copyright);
        Assert.Equal(new DateTimeOffset(2018, 11, 21, 16, 25, 32, TimeSpan.FromHours(-5)), item.VersionCreated);
    }

    [Fact]
    public async Task A_producers_package_puts_its_own_aliases_to_their_schemes()
    {
        var path = Path.Combine(SharedData.Folder("wire-apa-newsml-g2"), "t/expected/NewsItem_Text_2.18.xml");
        var item = await WireFiles.ItemAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal("Saisonstart im Schweizerhaus: Run aufs Krügerl im Prater", item.Headline);
        Assert.Contains(item.Subjects, s => s is { Code: "1111", Scheme: "http://cv.apa.at/geo/", Kind: "place" });
        Assert.Contains(item.Links, l => l is ("derivedFrom", "urn:newsml:apa.at:20120315:APA0120"));
        Assert.Equal("", item.BodyHtml);
    }
}
