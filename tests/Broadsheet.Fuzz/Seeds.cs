namespace Broadsheet.Fuzz;

/// <summary>Inputs to begin with.</summary>
internal static class Seeds
{
    private const long Largest = 200_000;

    /// <summary>The folder that holds Broadsheet.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of a target, and of a further folder.</summary>
    public static List<byte[]> Of(FuzzTarget target, string? corpus)
    {
        var folders = target.Seeds.Select(s => (Folder: Path.Combine(Root, s.Folder.StartsWith("data/", StringComparison.Ordinal) ? $"../shared/{s.Folder}" : s.Folder), s.Pattern)).ToList();
        if (corpus is not null) folders.Add((corpus, "*"));
        return [.. from place in folders
                   where Directory.Exists(place.Folder)
                   from file in Directory.EnumerateFiles(place.Folder, place.Pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                   where new FileInfo(file).Length is > 0 and <= Largest
                   select File.ReadAllBytes(file)];
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Broadsheet.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("Broadsheet.Fuzz runs from inside the repository: no Broadsheet.slnx above it.");
    }
}
