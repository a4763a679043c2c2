namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>What one packet says. The place is kept in its parts, since XMP wins for each of them by itself.</summary>
/// <param name="Facts">Everything but the place.</param>
/// <param name="Sublocation">IIM 2:92, <c>Iptc4xmpCore:Location</c>.</param>
/// <param name="City">IIM 2:90, <c>photoshop:City</c>.</param>
/// <param name="State">IIM 2:95, <c>photoshop:State</c>.</param>
/// <param name="Country">IIM 2:101, <c>photoshop:Country</c>.</param>
internal sealed record PacketFacts(PhotoFacts Facts, string? Sublocation = null, string? City = null, string? State = null, string? Country = null)
{
    /// <summary>A packet that is not there.</summary>
    public static PacketFacts None { get; } = new(new PhotoFacts());

    /// <summary>A packet of which nothing could be read.</summary>
    public static PacketFacts Broken(string warning) => new(new PhotoFacts { Warnings = [warning] });

    /// <summary>These facts, completed from another packet.</summary>
    public PhotoFacts Over(PacketFacts other)
    {
        var (first, second) = (Facts, other.Facts);
        return new()
        {
            Headline = first.Headline ?? second.Headline,
            Caption = first.Caption ?? second.Caption,
            AltText = first.AltText ?? second.AltText,
            Credit = first.Credit ?? second.Credit,
            Creator = first.Creator ?? second.Creator,
            Source = first.Source ?? second.Source,
            Copyright = first.Copyright ?? second.Copyright,
            UsageTerms = first.UsageTerms ?? second.UsageTerms,
            DateCreated = first.DateCreated ?? second.DateCreated,
            Place = FactText.Join([Sublocation ?? other.Sublocation, City ?? other.City, State ?? other.State, Country ?? other.Country]),
            Keywords = first.Keywords.Count > 0 ? first.Keywords : second.Keywords,
            Warnings = [.. first.Warnings, .. second.Warnings],
        };
    }
}
