using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Broadsheet.Tests.House;

public sealed partial class NoticesTests
{
    private static readonly string[] Npm = ["dependencies", "devDependencies", "optionalDependencies"];

    private static readonly HashSet<string> Noticed =
        [.. Row().Matches(Repository.Read("THIRD-PARTY-NOTICES.md")).Select(m => m.Groups["name"].Value)];

    [Fact]
    public void Every_package_has_its_notice() =>
        Repository.NoneOf(Packages().Where(p => !Noticed.Contains(p)).Select(p => $"THIRD-PARTY-NOTICES.md lacks {p}."));

    [Fact]
    public void Every_notice_is_of_a_package_in_use()
    {
        var packages = Packages().ToHashSet(StringComparer.Ordinal);
        Repository.NoneOf(Noticed.Where(n => !packages.Contains(n)).Select(n => $"THIRD-PARTY-NOTICES.md still names {n}."));
    }

    private static IEnumerable<string> Packages() => Central().Concat(Tools()).Concat(FrontEnd()).Distinct();

    private static IEnumerable<string> Central() =>
        from element in XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants()
        where element.Name.LocalName is "PackageVersion" or "GlobalPackageReference"
        select element.Attribute("Include")!.Value;

    private static List<string> Tools() =>
        Names(Repository.Read(".config/dotnet-tools.json"), "tools");

    private static IEnumerable<string> FrontEnd() =>
        from file in Repository.Files
        where Path.GetFileName(file) == "package.json"
        from kind in Npm
        from name in Names(Repository.Read(file), kind)
        select name;

    private static List<string> Names(string json, string group)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(group, out var names) ? [.. names.EnumerateObject().Select(n => n.Name)] : [];
    }

    /// <summary>A table row whose first cell is a package's name in code type.</summary>
    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
