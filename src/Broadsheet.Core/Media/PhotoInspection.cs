using Broadsheet.Formats.PhotoMetadata;

namespace Broadsheet.Core.Media;

/// <summary>What became of looking at a picture file.</summary>
public abstract record PhotoInspection
{
    private PhotoInspection() { }

    /// <summary>A whole picture that renditions can be made of.</summary>
    /// <param name="Format">By its first bytes.</param>
    /// <param name="Width">Pixels, after the orientation of the file was applied; at least 1.</param>
    /// <param name="Height">Pixels, after the orientation of the file was applied; at least 1.</param>
    /// <param name="Hash">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="Colour">The average colour, <c>#rrggbb</c>, shown until the picture is there.</param>
    /// <param name="Facts">What the file says of itself.</param>
    /// <param name="Content">The bytes that all of this is true of.</param>
    public sealed record Accepted(
        PhotoFormat Format, int Width, int Height, string Hash, string Colour, PhotoFacts Facts, ReadOnlyMemory<byte> Content) : PhotoInspection
    {
        /// <summary>Size of the file in bytes.</summary>
        public long Bytes => Content.Length;
    }

    /// <summary>Not taken in.</summary>
    /// <param name="Reason">What is wrong and what to do, for a person to read.</param>
    public sealed record Refused(string Reason) : PhotoInspection;
}
