using System.Text.Json;
using System.Text.Json.Nodes;

namespace Broadsheet.Core.Operations;

/// <summary>The files of a data folder that a backup holds.</summary>
internal static class FolderFiles
{
    private static readonly EnumerationOptions Plain = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>All of them, with their sizes, in a fixed order. Links are not followed, half-written files left out.</summary>
    internal static IEnumerable<(string Name, long Bytes)> List(Holdings holdings)
    {
        foreach (var file in Holdings.Files.Select(f => new FileInfo(holdings.Place(f))).Where(f => f.Exists))
            yield return (file.Name, file.Length);
        foreach (var tree in Holdings.Trees.Select(t => new DirectoryInfo(holdings.Place(t))).Where(t => t.Exists))
            foreach (var file in tree.EnumerateFiles("*", Plain).Where(f => f.Extension != ".part").OrderBy(f => f.FullName, StringComparer.Ordinal))
                yield return (Path.GetRelativePath(holdings.Folder, file.FullName).Replace('\\', '/'), file.Length);
    }

    /// <summary>The operator's settings without what is secret: <c>Broadsheet:Database</c> (it may hold a password) and every name that ends in Secret or Password.</summary>
    internal static MemoryStream SettingsWithoutSecrets(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (root is JsonObject settings) LeaveOutSecrets(settings, "");
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(root, OperationsJson.Default.JsonNode));
    }

    private static void LeaveOutSecrets(JsonObject settings, string above)
    {
        foreach (var (name, value) in settings.ToList())
        {
            var key = above.Length == 0 ? name : $"{above}:{name}";
            if (IsSecret(key)) settings.Remove(name);
            else if (value is JsonObject inner) LeaveOutSecrets(inner, key);
        }
    }

    private static bool IsSecret(string key) =>
        key.Equals("Broadsheet:Database", StringComparison.OrdinalIgnoreCase)
        || key.EndsWith("Secret", StringComparison.OrdinalIgnoreCase) || key.EndsWith("Password", StringComparison.OrdinalIgnoreCase);
}
