using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.House;

public sealed partial class RawMarkupTests
{
    [Fact]
    public void Raw_markup_is_emitted_by_BodyHtml_and_nowhere_else() =>
        Repository.NoneOf(
            from file in Repository.Sources
            where file.StartsWith("src/", StringComparison.Ordinal) && !file.StartsWith("src/Broadsheet.Web/Components/BodyHtml.", StringComparison.Ordinal)
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
            where Raw().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}");

    [Fact]
    public void No_component_carries_a_script_or_a_style_in_its_text() =>
        // The content security policy allows neither; structured data is not run and may stand in a page.
        Repository.NoneOf(
            from file in Repository.Sources
            where Path.GetExtension(file) == ".razor"
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
            where Inline().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(@"\b(?:MarkupString|AddMarkupContent)\b")]
    private static partial Regex Raw();

    [GeneratedRegex(@"<style\b|<script(?![^>]*(?:\bsrc=|type=\\?""application/ld\+json\\?""))|<[^>]*\s(?:style|on[a-z]+)=""(?!@on)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
