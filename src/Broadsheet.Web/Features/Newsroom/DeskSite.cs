namespace Broadsheet.Web.Features.Newsroom;

/// <summary>The desk: board, lists, editor, revisions, publication.</summary>
public static class DeskSite
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services.AddBoard().AddArticleLists();

    /// <summary>Maps it.</summary>
    public static void MapDesk(this IEndpointRouteBuilder newsroom)
    {
        newsroom.MapBoard();
        newsroom.MapArticleLists();
        newsroom.MapEditor();
        newsroom.MapWork();
        newsroom.MapRevisions();
        newsroom.MapPublication();
        newsroom.MapPreview();
        newsroom.MapPhotoPicker();
    }
}
