namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>Addresses of the newsroom that others lead to.</summary>
public static class NewsroomPaths
{
    /// <summary>Everything lies below.</summary>
    public const string Root = "/newsroom";

    /// <summary>Where one signs in.</summary>
    public const string SignIn = "/newsroom/sign-in";

    /// <summary>Where one says name and language, and how one will sign in.</summary>
    public const string Welcome = "/newsroom/welcome";

    /// <summary>One's own account.</summary>
    public const string Account = "/newsroom/account";

    /// <summary>Where one proves again who one is.</summary>
    public const string Prove = "/newsroom/prove";

    /// <summary>A one-time link.</summary>
    /// <param name="key">Its key. It stands in the query, which is logged nowhere.</param>
    public static string Link(string key) => $"/newsroom/link?key={key}";

    /// <summary>The link that sets a newspaper up.</summary>
    /// <inheritdoc cref="Link"/>
    public static string SetUp(string key) => $"/newsroom/set-up?key={key}";

    /// <summary>Where to go after a page that says so in its address: only ever a page of the newsroom.</summary>
    /// <param name="wanted">What stood in the address or the form.</param>
    public static string Return(string? wanted) =>
        wanted is { Length: < 2000 }
        && (wanted == Root || wanted.StartsWith(Root + "/", StringComparison.Ordinal) || wanted.StartsWith(Root + "?", StringComparison.Ordinal))
        && !wanted.Contains("..", StringComparison.Ordinal) && wanted.All(c => c is > ' ' and < '\u007f' and not '\\') ? wanted : Root;

    /// <summary>A page with the address to return to.</summary>
    public static string WithReturn(string page, string back) => $"{page}?return={Uri.EscapeDataString(back)}";
}
