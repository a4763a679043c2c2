using System.Diagnostics;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Articles.Diff;
using Broadsheet.Tests.Articles;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>What holds for the changes between any two versions.</summary>
[Collection(nameof(Measured))]
public sealed class VersionDiffPropertyTests(ITestOutputHelper output)
{
    private static readonly Gen<string> Bodies = Gen.OneOf(HtmlSoup.Any, HtmlSoup.Worded.Select(t => t.Html)).Select(BodyDialect.Normalise);

    private static readonly string[] Sentences = ["The vote was 14 to 9.", "김정은이 러시아로 떠났다", "a&b <c>", "", "😀 👩‍👩‍👧 é"];

    private static readonly Gen<string> Lines = Gen.OneOf(Gen.String, Gen.OneOf(Sentences)).Select(BodyDialect.PlainLine);

    // The later version has parts of the earlier in another order, and parts of its own.
    private static readonly Gen<(VersionText Before, VersionText After)> Pairs =
        Gen.Select(Bodies.Array[0, 4], Bodies.Array[0, 3], Lines.Array[6, 6], Gen.Int[0, 1000]).Select((old, own, lines, seed) =>
        {
            var parts = old.Concat(own).OrderBy(p => HashCode.Combine(p.Length, seed) & 0xFF).ToList();
            var kept = parts.Where((_, i) => ((seed >> i) & 1) == 0);
            return (Version(string.Concat(old), lines, 0), Version(string.Concat(kept), lines, 3));
        });

    [Fact]
    public void Without_what_was_removed_it_is_the_later_version_and_without_what_was_added_the_earlier() => Pairs.Sample(pair =>
    {
        var diff = VersionDiff.Between(pair.Before, pair.After);
        Assert.Equal(DiffText.Lines(pair.After), DiffText.After(diff));
        Assert.Equal(DiffText.Lines(pair.Before), DiffText.Before(diff));
    }, iter: 2000);

    [Fact]
    public void Changes_are_well_formed_whatever_changed() => Pairs.Sample(pair => DiffText.IsWellFormed(VersionDiff.Between(pair.Before, pair.After)), iter: 2000);

    [Fact]
    public void The_lines_of_a_body_have_all_its_words() => Bodies.Sample(body =>
    {
        var lines = LineReader.Read(new("", "", body)).Where(l => l.Form != LineForm.AltText).Select(l => string.Concat(l.Tokens.Select(t => t.Text)));
        Assert.Equal(DiffText.Words(body), string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }, iter: 2000);

    [Fact]
    public void A_version_has_not_changed_from_itself() => Pairs.Sample(pair => Assert.True(VersionDiff.Between(pair.After, pair.After).IsEmpty), iter: 500);

    [Theory]
    [InlineData("one word in each paragraph", 2_000, 50)]
    [InlineData("everything in each paragraph", 2_000, 50)]
    [InlineData("everything in one paragraph", 1, 100_000)]
    [InlineData("everything in paragraphs of a word", 100_000, 1)]
    [InlineData("every second word of one paragraph", 1, 100_000)]
    public void A_hundred_thousand_words_are_compared_within_bounds(string change, int paragraphs, int words)
    {
        string Word(int p, int w, bool isLater) => isLater && (change.StartsWith("everything", StringComparison.Ordinal) || (change[0] == 'o' ? w == words / 2 : w % 2 == 0)) ? $"v{(p * 31) + w}" : $"w{p + w}";
        string Body(bool isLater) => string.Join('\n', Enumerable.Range(0, paragraphs).Select(p => $"<p>{string.Join(' ', Enumerable.Range(0, words).Select(w => Word(p, w, isLater)))}</p>"));
        var (before, after) = (new VersionText("h", "", Body(false)), new VersionText("h", "", Body(true)));
        VersionDiff.Between(new("h", "", "<p>warm a</p>"), new("h", "", "<p>warm b</p>"));
        var (allocated, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        var diff = VersionDiff.Between(before, after);
        var (took, bytes) = (Stopwatch.GetElapsedTime(start), GC.GetTotalAllocatedBytes(precise: true) - allocated);
        output.WriteLine($"{change}: {took.TotalMilliseconds:0} ms, {bytes / 1_000_000} MB allocated, coarse: {diff.IsCoarse}");
        Assert.Equal(DiffText.Lines(after), DiffText.After(diff));
        Assert.Equal(DiffText.Lines(before), DiffText.Before(diff));
        Assert.InRange(took.TotalSeconds, 0, 10);
        Assert.InRange(bytes, 0, 1_000_000_000);
    }

    private static VersionText Version(string body, string[] lines, int from) => new($"h {lines[from]}".Trim(), lines[from + 1], BodyDialect.Normalise(body)) { Dateline = lines[from + 2] };
}
