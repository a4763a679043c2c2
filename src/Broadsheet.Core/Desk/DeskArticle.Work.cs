namespace Broadsheet.Core.Desk;

public sealed partial class DeskArticle
{
    /// <summary>How long an editor counts as open after its last sign of life.</summary>
    public static readonly TimeSpan HoldLength = TimeSpan.FromSeconds(60);

    /// <summary>Takes a manuscript as the newest revision.</summary>
    /// <param name="manuscript">Normalised.</param>
    /// <param name="kind">Why.</param>
    /// <param name="by">Who; null for a wire.</param>
    /// <param name="now">When.</param>
    /// <param name="of">For a restored one: which.</param>
    /// <returns>The revision, to be saved with this.</returns>
    public Revision Take(Manuscript manuscript, RevisionKind kind, long? by, DateTimeOffset now, int? of = null)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        Head++;
        (Headline, SectionId, WordCount) = (manuscript.Headline, manuscript.SectionId, manuscript.CountWords());
        (ChangedAt, ChangedById) = (now, by);
        return new Revision { ArticleId = ArticleId, Number = Head, Kind = kind, Of = of, At = now, ById = by, WordCount = WordCount, Manuscript = manuscript };
    }

    /// <summary>Puts it on another stage.</summary>
    public void MoveTo(int stageId, DateTimeOffset now) => (StageId, ChangedAt) = (stageId, now);

    /// <summary>Gives it to somebody, or to nobody.</summary>
    public void Assign(long? personId, DateTimeOffset? due, DateTimeOffset now) => (AssigneeId, DueAt, ChangedAt) = (personId, due, now);

    /// <summary>Keeps it from readers until a time, or no longer.</summary>
    public void Embargo(DateTimeOffset? until, DateTimeOffset now) => (EmbargoUntil, ChangedAt) = (until, now);

    /// <summary>Puts it aside unpublished, or takes it up again.</summary>
    public void Spike(bool aside, DateTimeOffset now) => (SpikedAt, ChangedAt) = (aside ? now : null, now);

    /// <summary>Readers have this revision from now on.</summary>
    public void Published(int revision) => PublishedHead = revision;

    /// <summary>Somebody has the editor open.</summary>
    public void Hold(long personId, DateTimeOffset now) => (HolderId, HeldUntil) = (personId, now + HoldLength);

    /// <summary>Somebody closed the editor.</summary>
    public void Release(long personId)
    {
        if (HolderId == personId) (HolderId, HeldUntil) = (null, null);
    }
}
