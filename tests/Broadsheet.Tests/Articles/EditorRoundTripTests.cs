using System.Diagnostics;
using System.Text.Json;
using Broadsheet.Core.Articles;
using Broadsheet.Tests.House;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Articles;

/// <summary>One corpus of canonical bodies goes through the editor's document (in Node, with the schema that the browser has) and through the dialect.</summary>
public sealed class EditorRoundTripTests
{
    private const int Trees = 600;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_editor_and_the_dialect_give_every_canonical_body_back_as_it_was()
    {
        var bodies = Corpus();
        var written = await ThroughTheEditor(bodies);
        Assert.Equal(bodies.Count, written.Count);
        foreach (var (body, back) in bodies.Zip(written))
        {
            Assert.Equal(body, BodyDialect.Normalise(back));
            // The editor writes canonical form by itself.
            Assert.Equal(body, back);
        }
    }

    [Fact]
    public async Task A_body_that_is_not_canonical_means_the_same_to_the_editor_and_to_the_dialect()
    {
        string[] bodies =
        [
            "Loose words", "<p>One  two\n three</p>\n\n<p></p><h1>A</h1><h6>B</h6>", "<p>a <b>b</b> <i>c</i> <del>d</del></p>", "<ul>\n <li>a</li>\n <li><p>b</p></li>\n</ul>",
            "<table>\n<tr>\n<td>a</td>\n<th>b</th></tr></table>", "<p><a href=\"javascript:x\">a</a> <a href=\"//evil.example\">b</a></p>", "<div>One<div>Two</div>Three</div>",
        ];
        var written = await ThroughTheEditor(bodies);
        Assert.Equal(bodies.Select(BodyDialect.Normalise), written.Select(BodyDialect.Normalise));
    }

    /// <summary>Trees at random, the edges, and every text of the sample newspaper.</summary>
    private static List<string> Corpus()
    {
        var bodies = CanonicalBodies.Edges.Select(BodyDialect.Normalise).ToList();
        bodies.AddRange(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.html", SearchOption.AllDirectories).Select(f => BodyDialect.Normalise(File.ReadAllText(f))));
        CanonicalBodies.Trees.Sample(bodies.Add, iter: Trees, threads: 1);
        HtmlSoup.Any.Sample(html => bodies.Add(BodyDialect.Normalise(html)), iter: Trees, threads: 1);
        return bodies;
    }

    private static async Task<List<string>> ThroughTheEditor(IEnumerable<string> bodies)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-editor-").FullName;
        try
        {
            var (from, to) = (Path.Combine(folder, "in.jsonl"), Path.Combine(folder, "out.jsonl"));
            await File.WriteAllLinesAsync(from, bodies.Select(b => JsonSerializer.Serialize(b)), TestContext.Current.CancellationToken);
            var script = Path.Combine(Repository.Root, "src/Broadsheet.Web/Assets/tests/roundtrip.mjs");
            using var node = Process.Start(new ProcessStartInfo("node", [script, from, to]) { UseShellExecute = false, RedirectStandardError = true })!;
            using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            late.CancelAfter(Deadline);
            var said = await node.StandardError.ReadToEndAsync(late.Token);
            await node.WaitForExitAsync(late.Token);
            Assert.True(node.ExitCode == 0, said);
            return [.. File.ReadLines(to).Select(line => JsonSerializer.Deserialize<string>(line)!)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
