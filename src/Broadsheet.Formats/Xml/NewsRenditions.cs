namespace Broadsheet.Formats.Xml;

/// <summary>The order of a picture's files.</summary>
internal static class NewsRenditions
{
    /// <summary>The largest first; where sizes are not known, thumbnails and previews last; else as found.</summary>
    public static IReadOnlyList<NewsRendition> BestFirst(IEnumerable<NewsRendition> renditions) =>
        [.. renditions
            .OrderBy(r => r.MediaType is null || r.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(r => r.Usage is "thumbnail" or "preview" or "icon" ? 1 : 0)
            .ThenByDescending(r => (long)(r.Width ?? 0) * (r.Height ?? 0))];
}
