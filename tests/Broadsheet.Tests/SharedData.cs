using Xunit;

namespace Broadsheet.Tests;

/// <summary>Real-world files that lie beside the repository where they are present.</summary>
internal static class SharedData
{
    /// <summary>The folder of one data set; skips the test where it is absent.</summary>
    public static string Folder(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Broadsheet.slnx")))
            at = at.Parent;
        var folder = at is null ? "" : Path.Combine(at.FullName, "..", "shared", "data", name);
        Assert.SkipUnless(Directory.Exists(folder), "skipped: shared data not present");
        return folder;
    }
}
