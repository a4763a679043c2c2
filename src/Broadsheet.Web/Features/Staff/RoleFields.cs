using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The fields of a role and its section.</summary>
internal static class RoleFields
{
    /// <summary>What was chosen; null with a fault in the form where it can't be.</summary>
    internal static (StaffRole Role, Section? Section)? Read(StaffRequest request, FormInput form)
    {
        // Undo sends no form fields: its address says what to give back.
        string Sent(string name) => form.Raw(name) is { Length: > 0 } text ? text : request.Context.Request.Query[name].ToString();
        if (RoleNames.Find(Sent("role")) is not { } role) form.Fault("role", Texts.T("Staff_Role_Choose"));
        else if (Sent("section") is not { Length: > 0 } path) return (role, null);
        else if (request.Tree.At(path) is { } section) return (role, section);
        else form.Fault("section", Texts.T("Staff_Section_Gone"));
        return null;
    }
}
