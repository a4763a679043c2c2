namespace Broadsheet.Core.House;

/// <summary>A stage of the work on an article, named by the newspaper.</summary>
/// <param name="Id">Kept for ever; articles refer to it.</param>
/// <param name="Name">By language.</param>
public sealed record Stage(int Id, LocalText Name);

/// <summary>How work goes through the newsroom.</summary>
public sealed record WorkflowSettings : IHouseSettings
{
    /// <inheritdoc/>
    public static string Key => "workflow";

    /// <summary>The stages in order; the first is where articles begin, the last where they are ready.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } =
    [
        new(1, new([new("en", "Draft"), new("ko", "초고")])),
        new(2, new([new("en", "Desk"), new("ko", "데스크")])),
        new(3, new([new("en", "Copy"), new("ko", "교열")])),
        new(4, new([new("en", "Ready"), new("ko", "출고")])),
    ];

    /// <summary>Sections where whoever wrote the newest revision may not publish it; with all below them.</summary>
    public IReadOnlyList<long> TwoPersonSections { get; init; } = [];

    /// <summary>The stage with a key; the first where it is unknown.</summary>
    public Stage Stage(int id) => Stages.FirstOrDefault(s => s.Id == id) ?? Stages[0];
}
