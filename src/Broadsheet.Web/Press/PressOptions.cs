using System.ComponentModel.DataAnnotations;

namespace Broadsheet.Web.Press;

/// <summary>The press: settings <c>Broadsheet:Press:*</c>.</summary>
public sealed class PressOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Broadsheet:Press";

    /// <summary>Room for pages in memory, in bytes, all codings together; the least recently read go first.</summary>
    [Range(1024L * 1024, 64L * 1024 * 1024 * 1024)]
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How long pages are served from memory while the database can't be asked what changed, in seconds; after that 503.</summary>
    [Range(1, 86_400)]
    public int MaxBlindSeconds { get; set; } = 600;

    /// <summary>Whether pages in memory are served on the threads that listen to the sockets; everything else leaves them first.</summary>
    public bool InlineSockets { get; set; } = true;

    /// <summary>Who counts readings.</summary>
    [EnumDataType(typeof(CountBy), ErrorMessage = "must be Server or Beacon.")]
    public CountBy CountBy { get; set; }
}

/// <summary>Who counts readings.</summary>
public enum CountBy
{
    /// <summary>The server, as it serves a page.</summary>
    Server = 0,

    /// <summary>The reader's browser tells, for a CDN answers before the server sees the reader.</summary>
    Beacon = 1,
}
