using System.ComponentModel.DataAnnotations;

namespace Broadsheet.Core.Media;

/// <summary>Limits on pictures that come in: settings <c>Broadsheet:Media:*</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Media";

    /// <summary>
    /// Largest picture taken, in pixels (width times height), 1 to 1,000,000,000. One decoded pixel may cost 8 bytes of
    /// memory for the time of a rendition.
    /// </summary>
    [Range(1L, 1_000_000_000L)]
    public long MaxPixels { get; set; } = 100_000_000;

    /// <summary>Largest picture file taken, in bytes, 1 KiB to 1 GiB. The file is held in memory while it is looked at.</summary>
    [Range(1024L, 1024L * 1024 * 1024)]
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;
}
