namespace Broadsheet.Core.Operations;

/// <summary>
/// Says that a process works with a data folder: many may at a time, a restore only alone. Held by a lock of the operating
/// system on the file <c>.in-use</c>, so that it ends with the process however that ends.
/// </summary>
public sealed class FolderUse : IDisposable
{
    // What the systems say of a file that another process has locked.
    private const int EAgainOnLinux = 11;
    private const int EAgainOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private FolderUse(FileStream file) => _file = file;

    /// <summary>Works with the folder beside others.</summary>
    /// <param name="folder">The data folder, which exists.</param>
    /// <exception cref="OperationRefusedException">A restore is under way.</exception>
    public static FolderUse Share(string folder) =>
        Take(folder, FileShare.ReadWrite) ?? throw new OperationRefusedException($"{folder} is being restored: try again when that has ended.");

    /// <summary>Works with the folder alone.</summary>
    /// <param name="folder">The data folder, which exists.</param>
    /// <exception cref="OperationRefusedException">Another process works with it.</exception>
    public static FolderUse Own(string folder) =>
        Take(folder, FileShare.None) ?? throw new OperationRefusedException($"Another process works with {folder}: stop it first (systemctl stop broadsheet).");

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FolderUse? Take(string folder, FileShare share)
    {
        try
        {
            return new(new FileStream(Path.Combine(folder, ".in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0));
        }
        catch (IOException e) when (e.HResult is EAgainOnLinux or EAgainOnMac or SharingViolation)
        {
            return null;
        }
    }
}
