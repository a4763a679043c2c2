using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Authorization;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>What a route asks of whoever calls it.</summary>
/// <param name="Right">The right; null where being of the newsroom is enough.</param>
/// <param name="Everywhere">True where the right must hold in every section, because what is done concerns all.</param>
public sealed record RightRequirement(Right? Right, bool Everywhere) : IAuthorizationRequirement;

/// <summary>A mark of routes that are also for those who have yet to say how they will sign in.</summary>
public sealed record ForUnsettled;

/// <summary>Says on a route which right it asks for. Every route below <c>/newsroom</c> says it; a test counts.</summary>
public static class RequireRightExtensions
{
    /// <summary>Only for those who have a right somewhere. Whether it holds for the object at hand is for the handler to ask: <see cref="StaffRequest.May(Right, long)"/>.</summary>
    public static TBuilder RequireRight<TBuilder>(this TBuilder route, Right right) where TBuilder : IEndpointConventionBuilder => route.Require(new(right, Everywhere: false));

    /// <summary>Only for those who have a right in every section.</summary>
    public static TBuilder RequireRightEverywhere<TBuilder>(this TBuilder route, Right right) where TBuilder : IEndpointConventionBuilder => route.Require(new(right, Everywhere: true));

    /// <summary>For everybody of the newsroom, and only what is their own.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.Require(new(null, Everywhere: false));

    private static TBuilder Require<TBuilder>(this TBuilder route, RightRequirement requirement) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(new AuthorizationPolicyBuilder(StaffCookieHandler.Staff).RequireAuthenticatedUser().AddRequirements(requirement).Build());
}

/// <summary>Looks whether who is present has the right.</summary>
public sealed class RightHandler(StaffPresence presence) : AuthorizationHandler<RightRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (presence.Member is { } member && Holds(member, requirement)) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool Holds(StaffMember member, RightRequirement requirement) =>
        requirement.Right is not { } right || (requirement.Everywhere ? member.Grants.Any(g => g.SectionId is null && Rights.Brings(g.Role, right)) : member.May(right));
}
