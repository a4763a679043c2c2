namespace Broadsheet.Core;

/// <summary>What the newspaper says of itself. One row.</summary>
public sealed class Newspaper
{
    /// <summary>Always 1.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>Its name by language; empty where the setting <c>Broadsheet:Site:Name</c> says it alone.</summary>
    public LocalText Name { get; set; } = LocalText.Empty;

    /// <summary>True for the sample newspaper: every page says so.</summary>
    public bool IsSample { get; set; }
}
