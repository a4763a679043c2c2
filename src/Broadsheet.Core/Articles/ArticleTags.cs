using Broadsheet.Core.Sections;

namespace Broadsheet.Core.Articles;

/// <summary>The tags of the pages that show an article.</summary>
internal static class ArticleTags
{
    /// <summary>Its own pages and the lists that it stands in.</summary>
    internal static List<string> Of(Article article, Placement placement, SectionTree tree) =>
    [
        $"article:{article.Id}", $"site:{article.Language}",
        .. placement.Sections.Append(article.SectionId).SelectMany(id => tree.Lineage(id)).Select(s => s.Id).Distinct().Select(id => $"section:{id}"),
        .. placement.Keywords.Select(id => $"keyword:{id}"),
        .. placement.People.Select(id => $"person:{id}"),
    ];

    /// <summary>The list of corrections of an edition.</summary>
    internal static string Corrections(string language) => $"corrections:{language}";
}
