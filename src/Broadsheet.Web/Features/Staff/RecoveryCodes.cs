using System.Security.Cryptography;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Codes on paper for the day when the phone is gone. Each works once.</summary>
public static class RecoveryCodes
{
    // Without what looks like something else.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Count = 10;
    private const int Length = 16;

    /// <summary>Ten new ones of 79 bits each.</summary>
    public static IReadOnlyList<string> Make() => [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, Length))];

    /// <summary>As it is read: in groups of four.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));

    /// <summary>As it is kept: without groups, in small letters.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
