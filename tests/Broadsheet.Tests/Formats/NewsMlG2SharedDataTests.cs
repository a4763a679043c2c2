using Broadsheet.Formats;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class NewsMlG2SharedDataTests
{
    [Theory]
    [InlineData("wire-newsml-g2")]
    [InlineData("wire-newsmlg2-catalogs")]
    [InlineData("wire-apa-newsml-g2")]
    public async Task Print(string folder)
    {
        var root = SharedData.Folder(folder);
        foreach (var file in Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var r in await WireFiles.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)))
            {
                var s = r switch
                {
                    WireReading.Found f => $"FOUND {f.Item.ContentKind} {f.Item.Status} v{f.Item.Version} {f.Item.Source} | {f.Item.Headline} | {f.Item.Standfirst} | body {f.Item.BodyHtml.Length} | pics {f.Item.Pictures.Count} subj {f.Item.Subjects.Count} by {string.Join("; ", f.Item.Bylines)} assoc {f.Item.Associations.Count} | {f.Item.Dateline} | {f.Item.Slugline}",
                    WireReading.Skipped k => "SKIPPED " + k.Reason,
                    WireReading.Refused x => $"REFUSED {x.Guid} line {x.Line}: {x.Reason}",
                    _ => "?",
                };
                TestContext.Current.TestOutputHelper!.WriteLine(Path.GetRelativePath(root, file) + " => " + s);
            }
        }
    }
}
