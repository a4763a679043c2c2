namespace Broadsheet.Core.House;

/// <summary>One group of what the newsroom itself decides, as JSON. Changed in the newsroom, live without restart.</summary>
public sealed class HouseSetting
{
    /// <summary>Its name: <c>workflow</c>, <c>checks</c>, … Primary key.</summary>
    public required string Key { get; init; }

    /// <summary>The values as a JSON object.</summary>
    public required string Json { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Who changed it; a person.</summary>
    public long? ChangedById { get; set; }
}
