namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>What a picture file says of itself, from XMP and IPTC-IIM. Plain text; nothing was cleaned for HTML.</summary>
public sealed record PhotoFacts
{
    /// <summary>IIM 2:105, <c>photoshop:Headline</c>.</summary>
    public string? Headline { get; init; }

    /// <summary>IIM 2:120, <c>dc:description</c> (x-default first, else the first language).</summary>
    public string? Caption { get; init; }

    /// <summary><c>Iptc4xmpCore:AltTextAccessibility</c>.</summary>
    public string? AltText { get; init; }

    /// <summary>IIM 2:110, <c>photoshop:Credit</c>.</summary>
    public string? Credit { get; init; }

    /// <summary>IIM 2:80, <c>dc:creator</c>; several joined by a comma.</summary>
    public string? Creator { get; init; }

    /// <summary>IIM 2:115, <c>photoshop:Source</c>.</summary>
    public string? Source { get; init; }

    /// <summary>IIM 2:116, <c>dc:rights</c>.</summary>
    public string? Copyright { get; init; }

    /// <summary><c>xmpRights:UsageTerms</c>.</summary>
    public string? UsageTerms { get; init; }

    /// <summary>IIM 2:55 and 2:60, <c>photoshop:DateCreated</c>: ISO 8601 as precise as the file was (<c>2023</c>, <c>2023-09-12</c>, <c>2023-09-12T18:30:00+09:00</c>).</summary>
    public string? DateCreated { get; init; }

    /// <summary>Sublocation, city, state, country of <c>Iptc4xmpCore</c>/<c>photoshop</c> or IIM 2:92, 2:90, 2:95, 2:101, joined by a comma.</summary>
    public string? Place { get; init; }

    /// <summary>IIM 2:25, <c>dc:subject</c>.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What could not be read and why, for a person. Empty where every packet was whole.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
