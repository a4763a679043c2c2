using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>The desk's board: what is in work.</summary>
public sealed record BoardModel;

/// <summary><c>/newsroom</c>: what is in work.</summary>
public static class BoardEndpoints
{
    /// <summary>Its line in the left list.</summary>
    public static IServiceCollection AddBoard(this IServiceCollection services) => services.AddSingleton(new NavEntry("Desk_Board", NewsroomPaths.Root, null, 100));

    /// <summary>Maps it.</summary>
    public static void MapBoard(this IEndpointRouteBuilder newsroom) => newsroom.MapGet("/", Show).RequireStaff();

    private static IResult Show(StaffRequest request) => request.Show<BoardPage, BoardModel>(new(), Texts.T("Desk_Board"));
}
