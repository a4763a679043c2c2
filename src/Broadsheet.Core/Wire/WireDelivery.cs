using Broadsheet.Formats;

namespace Broadsheet.Core.Wire;

/// <summary>A photo that was taken in for an item, with the item's own words.</summary>
/// <param name="PhotoId">Internal key.</param>
/// <param name="PublicId">Key in bodies.</param>
/// <param name="Caption">Inline HTML of the dialect, or null.</param>
/// <param name="AltText">Alternative text, or null.</param>
public sealed record WirePhoto(long PhotoId, Guid PublicId, string? Caption, string? AltText);

/// <summary>A reading with what came beside it.</summary>
/// <param name="Reading">What the reader found.</param>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="Position">Which reading of the file it is, from 1.</param>
/// <param name="Photos">Photos of the item that lay beside the file, in order.</param>
/// <param name="Note">What could not be taken (a missing picture), for a person to read; null for nothing.</param>
public sealed record WireDelivery(WireReading Reading, string FileName, int Position, IReadOnlyList<WirePhoto> Photos, string? Note = null)
{
    /// <summary>How a note begins that tells of a picture which could not be taken.</summary>
    public const string MissingPicture = "picture ";
}

/// <summary>What became of a delivery.</summary>
/// <param name="Source">The provider, where it could be read.</param>
/// <param name="Guid">The provider's identifier, where it could be read.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Path">The article's address without leading slash, where it has one.</param>
/// <param name="Reason">Why it failed or was skipped, or what was left out.</param>
public sealed record WireOutcome(string? Source, string? Guid, WireStatus Status, string? Path, string? Reason);

/// <summary>How the wire desk files what comes in.</summary>
/// <param name="Zone">The newspaper's time zone.</param>
/// <param name="Languages">Its languages, the first one first.</param>
/// <param name="Topics">Which subject goes where.</param>
/// <param name="Publish">True to give new articles to readers at once; false leaves drafts.</param>
/// <param name="Section">Path of the section for what the map does not place; null takes the first section.</param>
public sealed record WireFiling(TimeZoneInfo Zone, IReadOnlyList<string> Languages, TopicMap Topics, bool Publish, string? Section);
