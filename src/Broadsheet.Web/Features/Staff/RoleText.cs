using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Roles in the language of the page.</summary>
public static class RoleText
{
    /// <summary>A role's name.</summary>
    public static string Of(StaffRole role) => Texts.T($"Role_{RoleNames.Of(role)}");

    /// <summary>A role with its desk.</summary>
    /// <param name="role">The role.</param>
    /// <param name="section">The section's name; null for everywhere.</param>
    public static string Of(StaffRole role, string? section) => section is null ? Of(role) : $"{Of(role)} ({section})";
}
