using Xunit;

namespace Broadsheet.Tests;

/// <summary>Real-world files that lie beside the repository where they are present.</summary>
internal static class SharedData
{
    /// <summary>The folder of one data set; skips the test where it is absent.</summary>
    public static string Folder(string name)
    {
        Assert.SkipUnless(IsPresent(name), "skipped: shared data not present");
        return Path(name);
    }

    /// <summary>Whether a data set is there.</summary>
    public static bool IsPresent(string name) => Directory.Exists(Path(name));

    private static string Path(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "Broadsheet.slnx")))
            at = at.Parent;
        return at is null ? "" : System.IO.Path.Combine(at.FullName, "..", "shared", "data", name);
    }
}
