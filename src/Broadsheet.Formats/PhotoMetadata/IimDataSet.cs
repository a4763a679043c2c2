namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>One data set of IPTC-IIM 4.2 (section 1.5): record, number and octets.</summary>
/// <param name="Record">1 for the envelope, 2 for the application record.</param>
/// <param name="Number">The data set's number in its record.</param>
/// <param name="Value">Its octets.</param>
internal readonly record struct IimDataSet(int Record, int Number, ReadOnlyMemory<byte> Value)
{
    /// <summary>The octet that begins every data set.</summary>
    public const byte Marker = 0x1C;

    private const int MaxCount = 2_000;

    /// <summary>Reads data sets up to the first octet that is none.</summary>
    /// <param name="bytes">Bare data sets.</param>
    /// <param name="whole">False where a data set claims more octets than there are.</param>
    public static List<IimDataSet> ReadAll(ReadOnlyMemory<byte> bytes, out bool whole)
    {
        var sets = new List<IimDataSet>();
        long at = 0;
        whole = true;
        while (sets.Count < MaxCount && at < bytes.Length && bytes.Span[(int)at] == Marker)
        {
            whole = bytes.TryNumber(at + 1, 1, out var record) & bytes.TryNumber(at + 2, 1, out var number) & bytes.TryNumber(at + 3, 2, out var length);
            at += 5;
            if (whole && (length & 0x8000) != 0)
            {
                // Extended data set: the count gives the size of the count that follows.
                var size = (int)(length & 0x7FFF);
                whole = size <= 8 && bytes.TryNumber(at, size, out length);
                at += size;
            }
            if (!whole || !(whole = bytes.TrySlice(at, length, out var value)))
                break;
            sets.Add(new((int)record, (int)number, value));
            at += length;
        }
        return sets;
    }
}
