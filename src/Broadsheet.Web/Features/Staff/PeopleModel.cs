using Broadsheet.Core;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Where somebody stands on the way into the newsroom.</summary>
public enum PersonState
{
    /// <summary>Invited, and not come yet.</summary>
    Invited,

    /// <summary>At work.</summary>
    Working,

    /// <summary>Switched off.</summary>
    Off,
}

/// <summary>Somebody in the list of people.</summary>
/// <param name="Id">Key of the sign-in.</param>
/// <param name="Name">Their name.</param>
/// <param name="Address">Their address.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="State">Where they stand.</param>
/// <param name="LastSeenAt">Their last request, to five minutes; null for never.</param>
public sealed record PersonRow(long Id, LocalText Name, string Address, IReadOnlyList<RoleRow> Roles, PersonState State, DateTimeOffset? LastSeenAt);

/// <summary>A role that somebody has.</summary>
/// <param name="Role">Which.</param>
/// <param name="Section">Path of its section; null for everywhere.</param>
/// <param name="SectionName">The section's name; null for everywhere.</param>
public sealed record RoleRow(StaffRole Role, string? Section, string? SectionName);

/// <summary>A mail that did not go out.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Recipient">Whom it goes to.</param>
/// <param name="Fault">Why, as the server said it.</param>
/// <param name="NextTryAt">When it is tried next; null where it was given up.</param>
public sealed record StuckMail(long Id, string Recipient, string Fault, DateTimeOffset? NextTryAt);

/// <summary>The newsroom's people.</summary>
/// <param name="People">Everybody, those at work first.</param>
/// <param name="Stuck">Mail that did not go out.</param>
public sealed record PeopleModel(IReadOnlyList<PersonRow> People, IReadOnlyList<StuckMail> Stuck);

/// <summary>The form of an invitation.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Tree">The sections.</param>
/// <param name="CanMail">True where the newspaper sends mail.</param>
public sealed record InviteModel(FormInput Form, SectionTree Tree, bool CanMail);

/// <summary>Somebody of the newsroom, seen by who keeps its people.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Person">Who.</param>
/// <param name="Tree">The sections.</param>
/// <param name="Link">A fresh link, shown once; null for none.</param>
/// <param name="LinkHours">How long it works.</param>
/// <param name="CanMail">True where the newspaper sends mail.</param>
public sealed record ColleagueModel(FormInput Form, PersonRow Person, SectionTree Tree, string? Link, int LinkHours, bool CanMail);
