using System.Diagnostics.CodeAnalysis;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Cutting pieces out of bytes whose own offsets and lengths are not to be believed.</summary>
internal static class Slices
{
    /// <summary>The piece, or false where it does not lie wholly inside.</summary>
    public static bool TrySlice(this ReadOnlyMemory<byte> bytes, long offset, long length, [NotNullWhen(true)] out ReadOnlyMemory<byte> piece)
    {
        var fits = offset >= 0 && length >= 0 && offset <= bytes.Length && length <= bytes.Length - offset;
        piece = fits ? bytes.Slice((int)offset, (int)length) : default;
        return fits;
    }

    /// <summary>An unsigned big-endian number of 0 to 8 bytes, or false where the bytes end before it.</summary>
    public static bool TryNumber(this ReadOnlyMemory<byte> bytes, long offset, int size, out long value)
    {
        value = 0;
        if (!bytes.TrySlice(offset, size, out var piece))
            return false;
        foreach (var b in piece.Span)
            value = (value << 8) | b;
        return value >= 0;
    }
}
