namespace Broadsheet.Core.House;

/// <summary>What is looked at before an article goes out.</summary>
public enum CheckKind
{
    /// <summary>A photo has no credit.</summary>
    PhotoCredit,

    /// <summary>A photo has no caption.</summary>
    PhotoCaption,

    /// <summary>A photo has no alternative text.</summary>
    PhotoAltText,

    /// <summary>The headline is longer than <see cref="CheckSettings.HeadlineLimit"/>.</summary>
    HeadlineLength,

    /// <summary>Nobody signs it.</summary>
    Byline,

    /// <summary>A link leads nowhere.</summary>
    DeadLink,

    /// <summary>It is paid for and does not say so in its standfirst or sources.</summary>
    SponsoredLabel,
}

/// <summary>What a finding of a check means.</summary>
public enum CheckLevel
{
    /// <summary>Nobody looks.</summary>
    Off,

    /// <summary>It is said; publication goes on.</summary>
    Warn,

    /// <summary>No publication until it is mended.</summary>
    Block,
}

/// <summary>Which checks the newspaper makes before publication.</summary>
public sealed record CheckSettings : IHouseSettings
{
    /// <inheritdoc/>
    public static string Key => "checks";

    /// <summary>Levels by kind; what is not here warns.</summary>
    public IReadOnlyDictionary<CheckKind, CheckLevel> Levels { get; init; } = new Dictionary<CheckKind, CheckLevel>
    {
        [CheckKind.PhotoCredit] = CheckLevel.Block,
        [CheckKind.SponsoredLabel] = CheckLevel.Block,
    };

    /// <summary>Longest headline that is not remarked on, in characters.</summary>
    public int HeadlineLimit { get; init; } = 90;

    /// <summary>The level of a check.</summary>
    public CheckLevel Level(CheckKind kind) => Levels.GetValueOrDefault(kind, CheckLevel.Warn);
}
