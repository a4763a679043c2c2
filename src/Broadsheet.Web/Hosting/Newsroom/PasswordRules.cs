namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>What is too easy for a password. Length counts; mixtures of signs are not asked for.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Least = 12;

    /// <summary>Most characters: more only costs time to hash.</summary>
    public const int Most = 256;

    /// <summary>The key of what is wrong with a password, or null.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="address">The address that it belongs to.</param>
    /// <param name="newspaper">The newspaper's name.</param>
    public static string? Fault(string password, string address, string newspaper) => password switch
    {
        { Length: < Least } => "Staff_Password_Short",
        { Length: > Most } => "Staff_Password_Long",
        _ when password.Distinct().Count() < 5 => "Staff_Password_Easy",
        _ when password.Contains(address.Split('@')[0], StringComparison.OrdinalIgnoreCase) && address.Split('@')[0].Length > 3 => "Staff_Password_Own",
        _ when password.Replace(" ", "", StringComparison.Ordinal).Contains(newspaper.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) => "Staff_Password_Own",
        _ => null,
    };
}
