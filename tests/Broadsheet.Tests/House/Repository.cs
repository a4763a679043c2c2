using System.Text;
using Xunit;

namespace Broadsheet.Tests.House;

/// <summary>The files of the repository, as the house rules look at them.</summary>
internal static class Repository
{
    private static readonly string[] Outside = [".git", ".data", "artifacts", "bin", "obj", "node_modules", "dist", ".vs", ".idea"];

    private static readonly string[] CodeEndings = [".cs", ".razor", ".csproj", ".props", ".targets", ".ts", ".mjs", ".css", ".sh"];

    /// <summary>The folder that holds Broadsheet.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that is not made by a build, by its path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    /// <summary>Program text that is written by hand: sources, build files, styles and scripts.</summary>
    public static IEnumerable<string> Code =>
        Files.Where(f => (CodeEndings.Contains(Path.GetExtension(f)) || IsScript(f)) && !f.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>Sources of the program and its tests in C# and Razor.</summary>
    public static IEnumerable<string> Sources => Code.Where(f => Path.GetExtension(f) is ".cs" or ".razor");

    /// <summary>Documents.</summary>
    public static IEnumerable<string> Documents => Files.Where(f => Path.GetExtension(f) == ".md");

    /// <summary>What a file says.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Whether a file is text, judged by its first 8,000 bytes.</summary>
    public static bool IsText(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Root, file));
        var start = new byte[8000];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return !start.AsSpan(0, length).Contains((byte)0);
    }

    private static bool IsScript(string file) =>
        Path.GetExtension(file).Length == 0 && Starts(Path.Combine(Root, file), "#!"u8);

    private static bool Starts(string path, ReadOnlySpan<byte> mark)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[mark.Length];
        return stream.ReadAtLeast(start, mark.Length, throwOnEndOfStream: false) == mark.Length && start.SequenceEqual(mark);
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (Path.GetFileName(file) != ".git") // in a work tree of its own, a file
                yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !Outside.Contains(Path.GetFileName(d))))
            foreach (var file in Walk(inner))
                yield return file;
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Broadsheet.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("The tests run from inside the repository: no Broadsheet.slnx above them.");
    }

    /// <summary>Fails with one line for each offence.</summary>
    public static void NoneOf(IEnumerable<string> offences)
    {
        var message = new StringBuilder().AppendJoin('\n', offences).ToString();
        Assert.True(message.Length == 0, message);
    }
}
