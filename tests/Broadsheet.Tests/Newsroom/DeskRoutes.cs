using System.Text.RegularExpressions;

namespace Broadsheet.Tests.Newsroom;

/// <summary>For each route with a key in it: an object of another desk, or why there can be none.</summary>
/// <param name="Route">The route as it was written, without a slash at its end.</param>
/// <param name="Foreign">Makes an object that the editor of City must not reach, and gives its key; null where there can be none.</param>
/// <param name="Reason">Why there can be none.</param>
public sealed partial record DeskRoutes(string Route, Func<NewsroomApp, Task<string>>? Foreign, string? Reason = null)
{
    /// <summary>Every feature adds its routes here; a route that is missing fails the test.</summary>
    public static IReadOnlyList<DeskRoutes> All { get; } =
    [
        WholeHouse("/newsroom/{**path}", "leads to nothing"),
    ];

    /// <summary>A route whose objects belong to no desk: its right must hold everywhere, or everybody may see it.</summary>
    private static DeskRoutes WholeHouse(string route, string reason) => new(route, null, reason);

    /// <summary>A route with its places filled in.</summary>
    public static string Fill(string route, string key) => Place().Replace(route, key);

    /// <summary>True for a route with a place in it.</summary>
    public static bool HasKey(string route) => Place().IsMatch(route);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
