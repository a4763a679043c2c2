using System.Text;

namespace Broadsheet.Core.Staff;

/// <summary>Roles as they are written at the command line and in forms: <c>photo-editor</c>.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, StaffRole> ByName = Enum.GetValues<StaffRole>().ToDictionary(Kebab, StringComparer.Ordinal);

    /// <summary>Every name, in the order of the roles.</summary>
    public static IEnumerable<string> All => ByName.Keys;

    /// <summary>The name of a role.</summary>
    public static string Of(StaffRole role) => Kebab(role);

    /// <summary>The role of a name; null where there is none.</summary>
    public static StaffRole? Find(string? name) => name is not null && ByName.TryGetValue(name, out var role) ? role : null;

    private static string Kebab(StaffRole role)
    {
        var name = new StringBuilder();
        foreach (var c in role.ToString()) name.Append(char.IsUpper(c) && name.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(c));
        return name.ToString();
    }
}
