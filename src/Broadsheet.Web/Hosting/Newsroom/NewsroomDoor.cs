using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Newsroom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>What somebody is told who may not come in: the way to the sign-in, or which right is missing; a program gets 401 or 403.</summary>
public sealed class NewsroomDoor : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc/>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var presence = context.RequestServices.GetRequiredService<StaffPresence>();
        if (authorizeResult.Challenged) return SignIn(context, presence);
        if (authorizeResult.Succeeded && !presence.IsSettled && context.GetEndpoint()?.Metadata.GetMetadata<ForUnsettled>() is null) return Settle(context);
        if (!authorizeResult.Forbidden) return next(context);
        var missing = authorizeResult.AuthorizationFailure?.FailedRequirements.OfType<RightRequirement>().FirstOrDefault();
        return Refuse(context, missing);
    }

    private static Task SignIn(HttpContext context, StaffPresence presence)
    {
        if (!Errors.WantsPage(context.Request)) return Problem(context, StatusCodes.Status401Unauthorized, "Sign in first.");
        // What a form held is lost with its session; a page can be opened again.
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : new(NewsroomPaths.Root);
        var why = presence.Absence switch { Absence.Disabled => "&why=disabled", Absence.Ended => "&why=ended", _ => "" };
        return new SeeOther(NewsroomPaths.WithReturn(NewsroomPaths.SignIn, back) + why).ExecuteAsync(context);
    }

    private static Task Settle(HttpContext context) => Errors.WantsPage(context.Request)
        ? new SeeOther(NewsroomPaths.Welcome).ExecuteAsync(context)
        : Problem(context, StatusCodes.Status403Forbidden, "Say first how you will sign in.");

    private static async Task Refuse(HttpContext context, RightRequirement? missing)
    {
        var right = missing?.Right is { } r ? Texts.T($"Right_{r}") : "";
        var said = Texts.T(missing?.Everywhere == true ? "Room_Missing_Everywhere" : "Room_Missing", right);
        if (!Errors.WantsPage(context.Request))
        {
            await Problem(context, StatusCodes.Status403Forbidden, said);
            return;
        }
        var request = await DoorRequest.BindAsync(context);
        await request.Show<FaultPage, FaultModel>(new(Texts.T("Room_Missing_Title"), said), Texts.T("Room_Missing_Title"), StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static Task Problem(HttpContext context, int status, string detail) => Results.Problem(statusCode: status, detail: detail).ExecuteAsync(context);
}
