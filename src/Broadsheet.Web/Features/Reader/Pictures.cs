using Broadsheet.Core.Media;
using Broadsheet.Web.Components.Models;

namespace Broadsheet.Web.Features.Reader;

/// <summary>What a page needs of a photo row.</summary>
/// <param name="PublicId">Key in addresses.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="State">How far its renditions are.</param>
/// <param name="Caption">From the file.</param>
/// <param name="AltText">From the file.</param>
/// <param name="Credit">Credit line.</param>
public sealed record PhotoRow(Guid PublicId, int Width, int Height, PhotoState State, string? Caption, string? AltText, string? Credit)
{
    /// <summary>Path of a photo's renditions.</summary>
    public string BasePath => $"/media/{PublicId:N}";

    /// <summary>The photo with the words that a use of it has, or its own.</summary>
    public Figure Figure(string? captionHtml, string? altText) =>
        new(new Picture(Width, Height, BasePath, Renditions.WidthsFor(Width, Height), State == PhotoState.Ready), captionHtml ?? Caption, altText ?? AltText ?? "", Credit);

    /// <summary>A JPEG for cards: path, width, height.</summary>
    public (string Path, int Width, int Height) Card()
    {
        var width = Renditions.WidthsFor(Width, Height).LastOrDefault(w => w <= 1280, Renditions.WidthsFor(Width, Height)[0]);
        return ($"{BasePath}/{width}.jpg", width, Renditions.HeightFor(Width, Height, width));
    }
}
