using Broadsheet.Core.Articles;
using Xunit;

namespace Broadsheet.Tests.Articles;

public sealed class BodyDialectCorpusTests
{
    [Fact]
    public void Inputs_of_HTML_parsers() => Hold(HostileStrings.Trees());

    [Fact]
    public void Feeds_that_a_reader_must_clean() => Hold(HostileStrings.Feeds());

    [Fact]
    public void Payloads_of_another_sanitiser() => Hold(HostileStrings.Payloads());

    [Fact]
    public void Lines_that_try_to_run() => Hold(HostileStrings.Xss());

    [Fact]
    public void Naughty_strings_as_markup() => Hold(HostileStrings.Naughty());

    [Fact]
    public void Naughty_strings_as_text() =>
        Assert.All(HostileStrings.Naughty().Concat(HostileStrings.Xss()), text =>
        {
            var line = BodyDialect.FromText(text);
            Assert.Null(DialectChecker.LineFault(line));
            Assert.Equal(line, BodyDialect.NormaliseInline(line));
        });

    [Fact]
    public void Bodies_of_the_sample_newspaper()
    {
        var folder = Path.Combine(House.Repository.Root, "samples", "newspaper", "articles");
        Hold([.. Directory.EnumerateFiles(folder, "*.html").Select(File.ReadAllText)]);
    }

    private static void Hold(IReadOnlyList<string> cases)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count} cases");
        Assert.NotEmpty(cases);
        Assert.All(cases, html =>
        {
            var body = BodyDialect.Normalise(html);
            Assert.Null(DialectChecker.Fault(body));
            Assert.Equal(body, BodyDialect.Normalise(body));
            var line = BodyDialect.NormaliseInline(html);
            Assert.Null(DialectChecker.LineFault(line));
            Assert.Equal(line, BodyDialect.NormaliseInline(line));
            Assert.Equal(body, string.Join('\n', BodyBlocks.Read(body).Select(BodyBlocksTests.Write)));
        });
    }
}
