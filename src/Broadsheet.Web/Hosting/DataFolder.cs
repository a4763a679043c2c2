using Broadsheet.Core.Operations;

namespace Broadsheet.Web.Hosting;

/// <summary>The <c>--data</c> folder: the single place of truth.</summary>
/// <param name="Path">Absolute.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Photos.</summary>
    public string Media => System.IO.Path.Combine(Path, "media");

    /// <summary>Plain pages: <c>about.en.html</c>.</summary>
    public string Pages => System.IO.Path.Combine(Path, "pages");

    /// <summary>Backups taken before a migration.</summary>
    public string Backups => System.IO.Path.Combine(Path, "backups");

    /// <summary>The map from wire subjects to sections.</summary>
    public string WireTopics => System.IO.Path.Combine(Path, "wire-topics.json");

    /// <summary>Settings of the operator, where they are not in the environment.</summary>
    public string Settings => System.IO.Path.Combine(Path, "broadsheet.json");

    /// <summary>Opens a folder that must be there: what only looks makes nothing.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    public static DataFolder OpenExisting(string path) =>
        Directory.Exists(path) ? Open(path) : throw new UsageException($"--data {path}: there is no such folder.");

    /// <summary>Opens a folder, making it where it is missing. A restore that was broken off while it moved files is finished.</summary>
    /// <exception cref="UsageException">It can't be made, or lies under the program.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if ((full + System.IO.Path.DirectorySeparatorChar).StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            throw new UsageException($"--data {path}: the data folder must not lie inside the program's own folder.");
        try
        {
            Directory.CreateDirectory(full);
            Restore.FinishBroken(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--data {path}: {e.Message}");
        }
        return new(full);
    }
}

/// <summary>A mistake of the person at the command line; the message is one line that says what to do. Exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
