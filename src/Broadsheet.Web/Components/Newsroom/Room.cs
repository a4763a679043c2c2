using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Components;

namespace Broadsheet.Web.Components.Newsroom;

/// <summary>What surrounds a page of the newsroom.</summary>
public sealed record Room
{
    /// <summary>The page's title, without the newspaper's name.</summary>
    public required string Title { get; init; }

    /// <summary>The newspaper's name.</summary>
    public required string SiteName { get; init; }

    /// <summary>Language of the interface.</summary>
    public required string Language { get; init; }

    /// <summary>Address of the page, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The left list; empty at the door.</summary>
    public IReadOnlyList<RoomLink> Nav { get; init; } = [];

    /// <summary>Who is signed in.</summary>
    public StaffMember? Member { get; init; }

    /// <summary>What was just done.</summary>
    public Said? Said { get; init; }

    /// <summary>True in the sample newspaper.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A line of the left list.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsCurrent">True where the page is part of it.</param>
public sealed record RoomLink(string Name, string Href, bool IsCurrent);

/// <summary>What was just done, said on the next page.</summary>
/// <param name="Key">Key of the text.</param>
/// <param name="Values">What goes into its places.</param>
public sealed record Said(string Key, params IReadOnlyList<string> Values)
{
    /// <summary>Where to send a POST that takes it back; null where that can't be done.</summary>
    public string? Undo { get; init; }

    /// <summary>True for something that did not go as wanted.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The text.</summary>
    public string Text => Texts.T(Key, [.. Values]);
}

/// <summary>A page of the newsroom, drawn from one typed model.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class RoomView<TModel> : View<TModel>
{
    /// <summary>What surrounds it.</summary>
    [Parameter, EditorRequired]
    public Room Room { get; set; } = default!;
}

/// <summary>What went wrong and what to do.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">What to do.</param>
/// <param name="Href">Where to go on; null for the board.</param>
/// <param name="HrefName">Its name.</param>
public sealed record FaultModel(string Title, string Text, string? Href = null, string? HrefName = null);
