using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.House;

public sealed partial class SettingsTests
{
    private static readonly HashSet<string> Documented =
        [.. DocumentedKey().Matches(Repository.Read("docs/settings.md")).Select(m => m.Groups["key"].Value)];

    [Fact]
    public void Every_property_of_an_options_type_stands_in_the_settings_page() =>
        Repository.NoneOf(
            from assembly in new[] { "Broadsheet.Core", "broadsheet" }
            from type in Assembly.Load(assembly).GetTypes()
            let section = SectionOf(type)
            where section is not null
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanWrite
            let key = $"{section}:{property.Name}"
            where !IsDocumented(key)
            select $"docs/settings.md has no row for {key}.");

    [Fact]
    public void Every_setting_named_in_the_program_stands_in_the_settings_page() =>
        Repository.NoneOf(
            from file in Repository.Sources
            where file.StartsWith("src/", StringComparison.Ordinal)
            from Match key in NamedKey().Matches(Repository.Read(file))
            where !IsDocumented(key.Groups["key"].Value)
            select $"{file} reads {key.Groups["key"].Value}, and docs/settings.md has no row for it.");

    [Fact]
    public void A_plain_default_in_the_settings_page_is_the_one_in_the_program() =>
        Repository.NoneOf(
            from assembly in new[] { "Broadsheet.Core", "broadsheet" }
            from type in Assembly.Load(assembly).GetTypes()
            let section = SectionOf(type)
            where section is not null && type.GetConstructor([]) is not null
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanWrite && property.GetValue(Activator.CreateInstance(type)) is string or int or long or bool or double
            let value = Convert.ToString(property.GetValue(Activator.CreateInstance(type)), CultureInfo.InvariantCulture)
            let stated = DefaultOf($"{section}:{property.Name}")
            where stated is not null && !string.Equals(stated, value, StringComparison.OrdinalIgnoreCase)
            select $"docs/settings.md says {stated} for {section}:{property.Name}, the program {value}.");

    [Fact]
    public void A_settings_row_says_type_default_and_meaning() =>
        Repository.NoneOf(
            from line in Repository.Read("docs/settings.md").Split('\n')
            where line.StartsWith("| `Broadsheet:", StringComparison.Ordinal)
            let cells = line.Trim().Trim('|').Split(" | ")
            where cells.Length != 4 || cells.Any(c => string.IsNullOrWhiteSpace(c))
            select line);

    /// <summary>An options type says where its settings stand in a constant named Section.</summary>
    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field
            && field.GetRawConstantValue() is string section && section.StartsWith("Broadsheet:", StringComparison.Ordinal) ? section : null;

    /// <summary>The third cell of a key's row where it is a value in code type; null for one in words.</summary>
    private static string? DefaultOf(string key) =>
        (from line in Repository.Read("docs/settings.md").Split('\n')
         where line.StartsWith($"| `{key}` |", StringComparison.Ordinal)
         let cell = line.Trim().Trim('|').Split(" | ")[2].Trim()
         where cell.Length > 2 && cell[0] == '`' && cell[^1] == '`'
         select cell.Trim('`')).FirstOrDefault();

    /// <summary>A row of its own, or rows below it: a section, or a group such as Providers.</summary>
    private static bool IsDocumented(string key) =>
        Documented.Contains(key) || Documented.Any(d => d.StartsWith(key + ":", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(?<key>Broadsheet:[\w:*]+)`", RegexOptions.Multiline)]
    private static partial Regex DocumentedKey();

    [GeneratedRegex(@"""(?<key>Broadsheet:\w+(?::\w+)*)""")]
    private static partial Regex NamedKey();
}
