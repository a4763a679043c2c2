using Broadsheet.Core.Articles;
using Broadsheet.Web.Features.Reader;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Reader;

/// <summary>How a front is composed, over small newspapers thrown by dice.</summary>
public sealed class FrontComposeTests
{
    private static readonly Gen<TeaserRow> Rows =
        from kind in Gen.Enum<ArticleKind>()
        from priority in Gen.Int[1, 9]
        from wire in Gen.Bool
        from minutes in Gen.Int[0, 6000]
        from retracted in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
        select new TeaserRow(0, "", "", "", "en", kind, 1, priority, wire, World.At(20).AddMinutes(-minutes), null, null, null) { IsRetracted = retracted };

    private static readonly Gen<List<TeaserRow>> Papers = Rows.List[0, 40].Select(rows =>
        rows.Select((r, i) => r with { Id = i + 1 }).OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).ToList());

    [Fact]
    public void Nothing_stands_on_a_front_twice() => Papers.Sample(paper =>
    {
        var front = Front.Compose(paper, seconds: 3, recent: 8);
        var placed = front.Seconds.Concat(front.Recent).Concat(front.Lead is null ? [] : [front.Lead]).ToList();
        return placed.Distinct().Count() == placed.Count && placed.All(paper.Contains) && front.Used.SetEquals(placed.Select(t => t.Id));
    });

    [Fact]
    public void Opinion_what_is_paid_for_and_what_was_retracted_neither_lead_nor_second() => Papers.Sample(paper =>
        Leading(Front.Compose(paper, seconds: 3, recent: 8)).All(t => !t.IsRetracted && t.Kind is not (ArticleKind.Opinion or ArticleKind.Editorial or ArticleKind.Sponsored)));

    [Fact]
    public void A_paper_with_a_report_has_a_lead_and_as_many_seconds_as_there_are() => Papers.Sample(paper =>
    {
        var able = paper.Count(t => !t.IsRetracted && t.Kind is not (ArticleKind.Opinion or ArticleKind.Editorial or ArticleKind.Sponsored));
        return Leading(Front.Compose(paper, seconds: 3, recent: 8)).Count == Math.Min(4, able);
    });

    [Fact]
    public void Own_stories_go_before_wire_copy() => Papers.Sample(paper =>
    {
        var front = Front.Compose(paper, seconds: 3, recent: 8);
        var leading = Leading(front);
        return leading.Select(t => t.IsWire).Order().SequenceEqual(leading.Select(t => t.IsWire))
            && (leading.All(t => !t.IsWire) || !paper.Any(t => !t.IsWire && !leading.Contains(t) && Able(t)));
    });

    [Fact]
    public void Of_two_of_the_same_age_the_weightier_leads_and_of_two_of_the_same_weight_the_newer() => Papers.Sample(paper =>
    {
        var leading = Leading(Front.Compose(paper, seconds: 3, recent: 8));
        return paper.Where(t => Able(t) && !leading.Contains(t)).All(left => leading.All(l =>
            (!l.IsWire && left.IsWire) || !(left.Priority < l.Priority && left.PublishedAt >= l.PublishedAt) && !(left.Priority == l.Priority && left.PublishedAt > l.PublishedAt)));
    });

    [Fact]
    public void The_most_recent_are_the_newest_of_the_rest_in_their_order() => Papers.Sample(paper =>
    {
        var front = Front.Compose(paper, seconds: 3, recent: 8);
        var rest = paper.Where(t => !Leading(front).Contains(t) && t.Kind != ArticleKind.Sponsored && !t.IsRetracted).Take(8);
        return front.Recent.SequenceEqual(rest);
    });

    [Fact]
    public void A_front_does_not_depend_on_when_it_is_looked_at() => Papers.Sample(paper =>
    {
        var later = paper.ConvertAll(t => t with { PublishedAt = t.PublishedAt.AddYears(-3) });
        return Leading(Front.Compose(paper, 3, 8)).Select(t => t.Id).SequenceEqual(Leading(Front.Compose(later, 3, 8)).Select(t => t.Id));
    });

    private static bool Able(TeaserRow t) => !t.IsRetracted && t.Kind is not (ArticleKind.Opinion or ArticleKind.Editorial or ArticleKind.Sponsored);

    private static List<TeaserRow> Leading(Front front) => front.Lead is null ? [] : [front.Lead, .. front.Seconds];
}
