using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Commands;

/// <summary>The newspaper without its web site, for commands.</summary>
internal static class Tools
{
    /// <summary>Services over a data folder; the caller disposes of them.</summary>
    internal static ServiceProvider Services(DataFolder data)
    {
        var settings = new ConfigurationBuilder().AddBroadsheetSettings(data).Build();
        return new ServiceCollection().AddLogging().AddNewspaper(settings, data).BuildServiceProvider();
    }

    /// <exception cref="UsageException">There is no section at the path.</exception>
    internal static async Task NeedSection(IServiceProvider services, string path, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var tree = await SectionTree.Load(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), ct);
        if (tree.At(path) is null)
            throw new UsageException($"--section {path}: there is no such section. There are: {string.Join(", ", tree.All.Select(s => s.Path))}.");
    }
}
