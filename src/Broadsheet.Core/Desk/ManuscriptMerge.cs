namespace Broadsheet.Core.Desk;

/// <summary>A field that two people set differently.</summary>
/// <param name="Name">The property of <see cref="Manuscript"/>.</param>
/// <param name="Mine">What the one who saves wrote, as text.</param>
/// <param name="Theirs">What was saved meanwhile, as text.</param>
public sealed record FieldConflict(string Name, string Mine, string Theirs);

/// <summary>Two people's changes of one manuscript put together.</summary>
/// <param name="Merged">Both changes; where they clash, mine in fields, both in the body.</param>
/// <param name="Fields">Fields that clash.</param>
/// <param name="Body">Places of the body that clash.</param>
public sealed record ManuscriptMerge(Manuscript Merged, IReadOnlyList<FieldConflict> Fields, IReadOnlyList<BodyConflict> Body)
{
    /// <summary>True where nothing clashes.</summary>
    public bool IsClean => Fields.Count == 0 && Body.Count == 0;

    /// <summary>Merges what two people made of the same manuscript.</summary>
    /// <param name="original">What both began from.</param>
    /// <param name="mine">What the one who saves has.</param>
    /// <param name="theirs">What was saved meanwhile.</param>
    public static ManuscriptMerge Of(Manuscript original, Manuscript mine, Manuscript theirs)
    {
        var clashes = new List<FieldConflict>();
        var (body, places) = BodyMerge.Merge(original.Body, mine.Body, theirs.Body);
        var merged = mine with
        {
            Headline = Pick(nameof(Manuscript.Headline), m => m.Headline),
            Standfirst = Pick(nameof(Manuscript.Standfirst), m => m.Standfirst),
            Dateline = Pick(nameof(Manuscript.Dateline), m => m.Dateline),
            Body = body,
            Lead = Pick(nameof(Manuscript.Lead), m => m.Lead),
            Kind = Pick(nameof(Manuscript.Kind), m => m.Kind),
            SectionId = Pick(nameof(Manuscript.SectionId), m => m.SectionId),
            AlsoIn = Join(original.AlsoIn, mine.AlsoIn, theirs.AlsoIn),
            Bylines = Join(original.Bylines, mine.Bylines, theirs.Bylines),
            Keywords = Join(original.Keywords, mine.Keywords, theirs.Keywords),
            NewKeywords = Join(original.NewKeywords, mine.NewKeywords, theirs.NewKeywords),
            Slug = Pick(nameof(Manuscript.Slug), m => m.Slug),
            SearchHeadline = Pick(nameof(Manuscript.SearchHeadline), m => m.SearchHeadline),
            SocialHeadline = Pick(nameof(Manuscript.SocialHeadline), m => m.SocialHeadline),
            Priority = Pick(nameof(Manuscript.Priority), m => m.Priority),
            Sources = Join(original.Sources, mine.Sources, theirs.Sources),
        };
        return new(merged.Normalised(), clashes, places);

        T Pick<T>(string name, Func<Manuscript, T> field)
        {
            var (before, one, other) = (field(original), field(mine), field(theirs));
            var same = EqualityComparer<T>.Default;
            if (same.Equals(one, other) || same.Equals(other, before)) return one;
            if (same.Equals(one, before)) return other;
            clashes.Add(new(name, one?.ToString() ?? "", other?.ToString() ?? ""));
            return one;
        }
    }

    // Lists don't clash: what either took out goes, what either put in stays.
    private static IReadOnlyList<T> Join<T>(IReadOnlyList<T> original, IReadOnlyList<T> mine, IReadOnlyList<T> theirs)
    {
        if (mine.SequenceEqual(original)) return theirs;
        var gone = original.Except(theirs).ToHashSet();
        return [.. mine.Where(x => !gone.Contains(x)).Concat(theirs.Except(original).Except(mine))];
    }
}
