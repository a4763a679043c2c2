using Broadsheet.Web.Components.Models;

namespace Broadsheet.Web.Features.Reader;

/// <summary>How bands follow each other on a front.</summary>
internal static class Bands
{
    private static readonly string[] Layouts = ["feature", "columns", "split"];

    /// <summary>
    /// Layouts take turns, so that no two neighbours look alike; one or two articles make no columns, and the next layout
    /// has its turn; opinion has its own and takes no turn.
    /// </summary>
    public static IEnumerable<(SectionBand Band, string Layout)> Laid(IEnumerable<SectionBand> bands)
    {
        var turn = 0;
        foreach (var band in bands)
        {
            if (!band.IsOpinion && band.Articles.Count < 3 && Layouts[turn % Layouts.Length] is "columns") turn++;
            yield return (band, band.IsOpinion ? "opinion" : Layouts[turn++ % Layouts.Length]);
        }
    }
}
