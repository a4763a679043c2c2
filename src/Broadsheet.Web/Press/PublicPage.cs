using Broadsheet.Web.Components;

namespace Broadsheet.Web.Press;

/// <summary>What an address gives, before it is bytes.</summary>
public abstract record PublicPage
{
    private PublicPage() { }

    /// <summary>A page to be drawn.</summary>
    /// <param name="Component">The view.</param>
    /// <param name="Model">What it shows.</param>
    /// <param name="Language">Language of the interface.</param>
    /// <param name="Status">HTTP status.</param>
    public sealed record Drawn(Type Component, object Model, string Language, int Status) : PublicPage;

    /// <summary>Bytes that are ready: a feed, a QR code.</summary>
    /// <param name="ContentType">With its charset.</param>
    /// <param name="Body">The bytes.</param>
    public sealed record Ready(string ContentType, byte[] Body) : PublicPage;

    /// <summary>It is elsewhere, for ever.</summary>
    /// <param name="Location">A path of ours.</param>
    public sealed record Moved(string Location) : PublicPage;

    /// <summary>What the page was made from: a change of any of these makes it old.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The place in a list that the page begins behind, where an article stands at it; null for a page that begins with the newest.
    /// Anybody can think of places: a page of another one than was asked for takes no room in the press.
    /// </summary>
    public ListCursor? Place { get; init; }

    /// <summary>When it changes by the clock alone (an embargo ends); null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Origins that the page may load frames from, when its reader asks for them; none for nearly every page.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>The article whose page it is: serving it is a reading. Null for every other page.</summary>
    public long? ReadingOf { get; init; }

    /// <summary>A page drawn by a view from its own model.</summary>
    public static Drawn Of<TView, TModel>(TModel model, string language, int status = 200)
        where TView : View<TModel> where TModel : notnull => new(typeof(TView), model, language, status);
}
