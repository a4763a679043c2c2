using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.House;

public sealed partial class SourceFileTests
{
    [Fact]
    public void No_hand_written_file_is_longer_than_400_lines() =>
        Repository.NoneOf(
            from file in Repository.Code.Concat(Repository.Documents)
            let lines = File.ReadLines(Path.Combine(Repository.Root, file)).Count()
            where lines > 400
            select $"{file} has {lines} lines.");

    [Fact]
    public void Folders_are_at_most_three_deep_under_a_project() =>
        Repository.NoneOf(
            from file in Repository.Sources
            where file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal)
            let depth = file.Count(c => c == '/') - 2
            where depth > 3
            select $"{file} lies {depth} folders deep.");

    [Fact]
    public void No_unfinished_work_is_committed() =>
        Repository.NoneOf(
            from file in Repository.Code
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
            where Unfinished().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}");

    [Fact]
    public void No_type_is_named_by_a_pattern_instead_of_a_word_of_the_trade() =>
        Repository.NoneOf(
            from file in Repository.Sources
            where PatternName().IsMatch(Path.GetFileNameWithoutExtension(file))
            select $"{file}: say what it is or does.");

    [Fact]
    public void No_file_names_a_package_registry_or_a_path_of_some_machine() =>
        Repository.NoneOf(
            from file in Repository.Files
            where Repository.IsText(file)
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
            let found = Place().Match(line.Item)
            where found.Success
            select $"{file}:{line.Index + 1}: {found.Value}");

    // The words are cut in two so that this file does not find itself.
    [GeneratedRegex(@"\b(?:TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|NotImplemented" + "Exception")]
    private static partial Regex Unfinished();

    [GeneratedRegex("(?:Manager|Helpers?|Utils?|Utilities|Common)$")]
    private static partial Regex PatternName();

    [GeneratedRegex(@"\b(?:api\.nuget" + @"\.org|registry\.npmjs" + @"\.org|deb\.debian" + @"\.org)\b|(?<![\w./:{}-])/(?:work|root|home|Users)" + @"/\w+")]
    private static partial Regex Place();
}
