using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.House;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_from_one_file_to_another_arrives() =>
        Repository.NoneOf(
            from document in Repository.Documents
            from Match link in Link().Matches(Fenced().Replace(Repository.Read(document), ""))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let missing = Missing(document, target)
            where missing is not null
            select $"{document}: {missing}");

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var numbers = Decisions().Select(d => int.Parse(Path.GetFileName(d)[..4], CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, Decisions().Count), numbers);
    }

    [Fact]
    public void A_decision_gives_context_options_decision_and_consequences() =>
        Repository.NoneOf(
            from decision in Decisions()
            from part in new[] { "## Context", "## Options", "## Decision", "## Consequences" }
            where !Repository.Read(decision).Contains($"\n{part}\n", StringComparison.Ordinal)
            select $"{decision} has no part {part}.");

    [Fact]
    public void The_index_leads_to_every_page()
    {
        var index = Repository.Read("docs/index.md");
        Repository.NoneOf(
            from document in Repository.Documents
            where document.StartsWith("docs/", StringComparison.Ordinal) && document != "docs/index.md"
            where !index.Contains($"({document["docs/".Length..]})", StringComparison.Ordinal)
            select $"docs/index.md does not lead to {document}.");
    }

    private static List<string> Decisions() =>
        [.. Repository.Documents.Where(d => d.StartsWith("docs/adr/", StringComparison.Ordinal))];

    private static string? Missing(string document, string target)
    {
        var (path, anchor) = target.Split('#', 2) is [var p, var a] ? (p, a) : (target, "");
        var file = path.Length == 0 ? document : Path.GetRelativePath(Repository.Root,
            Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, Uri.UnescapeDataString(path))));
        if (!Path.Exists(Path.Combine(Repository.Root, file)))
            return $"{target} is not there.";
        if (anchor.Length == 0 || Path.GetExtension(file) != ".md")
            return null;
        return Heading().Matches(Repository.Read(file)).Any(h => Anchor(h.Groups["text"].Value) == anchor) ? null : $"{target} names no heading.";
    }

    /// <summary>The name that a heading has as the target of a link: lower case, hyphens for spaces, no punctuation.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
