using Xunit;

namespace Broadsheet.Tests;

/// <summary>The data sets that lie beside a clone and are not part of it.</summary>
public static class SharedData
{
    /// <summary>A folder of <c>../shared/data</c>; the calling test is skipped where there is none.</summary>
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Broadsheet.slnx"))) root = root.Parent;
        var folder = Path.GetFullPath(Path.Combine(root?.FullName ?? AppContext.BaseDirectory, "..", "shared", "data", name));
        Assert.SkipUnless(Directory.Exists(folder), "skipped: shared data not present");
        return folder;
    }
}
