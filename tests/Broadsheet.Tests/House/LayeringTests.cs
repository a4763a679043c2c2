using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Xunit;
using Assembly = System.Reflection.Assembly;

namespace Broadsheet.Tests.House;

public sealed class LayeringTests
{
    private const string Features = "Broadsheet.Web.Features.";

    private static readonly Assembly Formats = Assembly.Load("Broadsheet.Formats");
    private static readonly Assembly Language = Assembly.Load("Broadsheet.Language");
    private static readonly Assembly Core = Assembly.Load("Broadsheet.Core");
    private static readonly Assembly Web = Assembly.Load("broadsheet");

    private static readonly Lazy<Architecture> House = new(() => new ArchLoader().LoadAssemblies(Formats, Language, Core, Web).Build());

    [Theory]
    [InlineData("Broadsheet.Formats")]
    [InlineData("Broadsheet.Language")]
    public void The_ground_floor_stands_on_nothing_of_ours(string project) =>
        Assert.DoesNotContain(Referenced(Assembly.Load(project)), IsOurs);

    [Fact]
    public void The_ground_floor_knows_no_network_and_no_database() =>
        Repository.NoneOf(
            from assembly in new[] { Formats, Language }
            from reference in Referenced(assembly)
            where reference.StartsWith("System.Net.Http", StringComparison.Ordinal)
                || reference.StartsWith("System.Net.Sockets", StringComparison.Ordinal)
                || reference.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || reference.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            select $"{assembly.GetName().Name} refers to {reference}.");

    [Fact]
    public void The_newspaper_is_whole_without_HTTP() =>
        // Data protection keeps its keys in the database; it knows no requests either.
        Assert.DoesNotContain(Referenced(Core), r => r.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            && !r.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal));

    [Fact]
    public void The_newspaper_does_not_know_the_web_site() =>
        Assert.DoesNotContain("broadsheet", Referenced(Core));

    [Fact]
    public void Entities_know_nothing_of_the_database_layer() =>
        Repository.NoneOf(
            from type in House.Value.Types
            where Entities().Contains(type.FullName)
            from dependency in type.Dependencies
            where dependency.Target.FullName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            select $"{type.FullName} uses {dependency.Target.FullName}.");

    [Fact]
    public void No_feature_uses_another_feature() =>
        Repository.NoneOf(
            (from type in House.Value.Types
             let feature = FeatureOf(type.FullName)
             where feature is not null
             from dependency in type.Dependencies
             let other = FeatureOf(dependency.Target.FullName)
             where other is not null && other != feature
             select $"{type.FullName} uses {dependency.Target.FullName}: what two features share goes to Components or Core.").Distinct());

    /// <summary>The types that the database keeps, by full name: those of the DbSet properties of BroadsheetDb.</summary>
    private static HashSet<string> Entities() =>
        (from context in Core.GetTypes()
         where context.Name == "BroadsheetDb"
         from property in context.GetProperties(BindingFlags.Public | BindingFlags.Instance)
         let type = property.PropertyType
         where type.IsGenericType && type.Name.StartsWith("DbSet", StringComparison.Ordinal)
         select type.GetGenericArguments()[0].FullName!).ToHashSet(StringComparer.Ordinal);

    private static string? FeatureOf(string type) =>
        type.StartsWith(Features, StringComparison.Ordinal) ? type[Features.Length..].Split('.')[0] : null;

    private static IEnumerable<string> Referenced(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(r => r.Name!);

    private static bool IsOurs(string assembly) =>
        assembly == "broadsheet" || assembly.StartsWith("Broadsheet.", StringComparison.Ordinal);
}
