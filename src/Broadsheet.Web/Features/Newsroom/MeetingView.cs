using Broadsheet.Core.Articles.Diff;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>Two people's changes that met: both sides, and both put together.</summary>
/// <param name="At">The article.</param>
/// <param name="Met">What it met.</param>
/// <param name="Other">Who saved meanwhile.</param>
/// <param name="Changes">What the other's save and mine put together changes against the other's alone.</param>
public sealed record MeetingModel(AtDesk At, SaveOutcome.Met Met, string Other, VersionDiff Changes);

/// <summary>Shows what met, and offers both together: nothing is saved before somebody has looked.</summary>
public static class MeetingView
{
    /// <summary>The page, with both changes kept for the editor.</summary>
    public static async Task<IResult> Show(StaffRequest request, AtDesk at, SaveOutcome.Met met)
    {
        var other = (await ArticleDoor.Names(request, [met.ById])).Values.FirstOrDefault() ?? Texts.T("Desk_Somebody");
        var db = request.Service<BroadsheetDb>();
        var work = new DeskWork(db, request.Now);
        var theirs = (await work.Revision(at.Desk.ArticleId, met.Head, request.Aborted)).Manuscript;
        // Both together are kept as what this person has typed: whoever closes the page now loses nothing.
        await db.Write(() => work.Keep(at.Desk.ArticleId, request.Member.PersonId, met.Head, met.Merge.Merged, request.Aborted), request.Aborted);
        var changes = VersionDiff.Between(Words(theirs), Words(met.Merge.Merged));
        return request.Show<MeetingPage, MeetingModel>(new(at, met, other, changes), Texts.T("Desk_Meeting"), StatusCodes.Status409Conflict);
    }

    /// <summary>The words of a manuscript, for the comparison of versions.</summary>
    public static VersionText Words(Manuscript manuscript) => new(manuscript.Headline, manuscript.Standfirst, manuscript.Body)
    {
        Dateline = manuscript.Dateline,
        LeadCaption = manuscript.Lead?.Caption,
        LeadAltText = manuscript.Lead?.AltText,
    };
}
