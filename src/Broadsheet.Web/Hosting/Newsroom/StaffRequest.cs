using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>
/// A request of somebody of the newsroom. A handler has it as a parameter, and asks it about every object that it touches: what
/// is of another desk answers 404, exactly as what is not there.
/// </summary>
public sealed class StaffRequest : RoomRequest
{
    private StaffRequest(HttpContext context, StaffMember member, SectionTree tree) : base(context) => (Member, Tree) = (member, tree);

    /// <summary>Who asks.</summary>
    public StaffMember Member { get; }

    /// <summary>The sections now.</summary>
    public SectionTree Tree { get; }

    /// <summary>Key of the session that they work in.</summary>
    public long SessionId => Service<StaffPresence>().SessionId;

    /// <summary>
    /// True where they proved who they are within <see cref="StaffSessions.Recent"/>: what is sensitive asks for it. Who has only
    /// just come in by a link has nothing yet to prove it with.
    /// </summary>
    public bool HasProved => Service<StaffPresence>() is var presence && (!presence.IsSettled || Now - presence.ProvedAt <= StaffSessions.Recent);

    /// <summary>True where the right holds somewhere.</summary>
    public bool May(Right right) => Member.May(right);

    /// <summary>True where the right holds in a section.</summary>
    public bool May(Right right, long sectionId) => Member.May(right, sectionId, Tree);

    /// <summary>The sections in which the right holds, with all below them; null for every one.</summary>
    public IReadOnlySet<long>? SectionsOf(Right right) => Member.SectionsOf(right, Tree);

    /// <summary>Made for a handler that has it as a parameter.</summary>
    /// <exception cref="InvalidOperationException">The route lets strangers in.</exception>
    public static async ValueTask<StaffRequest> BindAsync(HttpContext context)
    {
        var member = context.RequestServices.GetRequiredService<StaffPresence>().Member ?? throw new InvalidOperationException($"{context.Request.Path} asks for somebody of the newsroom and does not say RequireRight or RequireStaff.");
        var request = new StaffRequest(context, member, await SectionTree.Load(context.RequestServices.GetRequiredService<BroadsheetDb>(), context.RequestAborted));
        await request.Open();
        return request;
    }
}
