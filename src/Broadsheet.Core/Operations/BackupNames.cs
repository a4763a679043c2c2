namespace Broadsheet.Core.Operations;

/// <summary>Which names files of a backup may have.</summary>
internal static class BackupNames
{
    /// <summary>True for a path that stays below the folder it is unpacked into, on any system.</summary>
    internal static bool IsSafe(string name) =>
        name.Length is > 0 and <= 1000
        && !name.Any(c => char.IsControl(c) || c is '\\' or ':')
        && name.Split('/').All(part => part.Length is > 0 and <= 255 && part is not ("." or ".."));

    /// <summary>True for a file that a backup of this format holds.</summary>
    /// <param name="name">A safe name.</param>
    /// <param name="kind">The manifest's kind of database.</param>
    internal static bool IsOurs(string name, string kind) =>
        name == BackupManifest.DatabaseName(kind)
        || Holdings.Files.Contains(name)
        || Holdings.Trees.Any(t => name.StartsWith(t + "/", StringComparison.Ordinal));
}
