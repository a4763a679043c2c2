namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>The XMP item of a HEIF file, AVIF and HEIC (ISO/IEC 23008-12, annex A; boxes of ISO/IEC 14496-12, section 8.11).</summary>
internal static class HeifPackets
{
    /// <summary>Finds the item of type <c>mime</c> and content type <c>application/rdf+xml</c>.</summary>
    public static PhotoPackets Find(ReadOnlyMemory<byte> file)
    {
        // 'meta' is a full box: version and flags stand before its children.
        if (Child(file, "meta"u8) is not { Length: > 4 } meta)
            return default;
        meta = meta[4..];
        if (Child(meta, "iinf"u8) is not { } items || XmpItem(items) is not { } id || Child(meta, "iloc"u8) is not { } locations)
            return default;
        return new(Content(file, Child(meta, "idat"u8) ?? default, locations, id), null);
    }

    private static ReadOnlyMemory<byte>? Child(ReadOnlyMemory<byte> parent, ReadOnlySpan<byte> type)
    {
        long at = 0;
        while (Box(parent, at, out var name, out var body, out var size))
        {
            if (name.Span.SequenceEqual(type))
                return body;
            at += size;
        }
        return null;
    }

    private static bool Box(ReadOnlyMemory<byte> parent, long at, out ReadOnlyMemory<byte> type, out ReadOnlyMemory<byte> body, out long size)
    {
        body = default;
        size = 0;
        if (!parent.TrySlice(at + 4, 4, out type) || !parent.TryNumber(at, 4, out size))
            return false;
        var head = 8;
        if (size == 1)
        {
            head = 16;
            if (!parent.TryNumber(at + 8, 8, out size))
                return false;
        }
        else if (size == 0)
        {
            size = parent.Length - at;
        }
        return size >= head && parent.TrySlice(at + head, size - head, out body);
    }

    private static long? XmpItem(ReadOnlyMemory<byte> iinf)
    {
        if (iinf.Length < 6)
            return null;
        long at = iinf.Span[0] == 0 ? 6 : 8;
        while (Box(iinf, at, out var type, out var infe, out var size))
        {
            at += size;
            if (!type.Span.SequenceEqual("infe"u8) || infe.Length < 12 || infe.Span[0] is not (2 or 3))
                continue;
            var idSize = infe.Span[0] == 2 ? 2 : 4;
            if (!infe.TryNumber(4, idSize, out var id) || !infe.TrySlice(6 + idSize, 4, out var kind) || !kind.Span.SequenceEqual("mime"u8))
                continue;
            var names = infe.Span[(10 + idSize)..];
            var nameEnd = names.IndexOf((byte)0);
            if (nameEnd >= 0 && names[(nameEnd + 1)..].StartsWith("application/rdf+xml"u8))
                return id;
        }
        return null;
    }

    private static ReadOnlyMemory<byte>? Content(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> idat, ReadOnlyMemory<byte> iloc, long wanted)
    {
        if (iloc.Length < 8)
            return null;
        var version = iloc.Span[0];
        int offsetSize = iloc.Span[4] >> 4, lengthSize = iloc.Span[4] & 15, baseSize = iloc.Span[5] >> 4, indexSize = version == 0 ? 0 : iloc.Span[5] & 15;
        if (version > 2 || offsetSize > 8 || lengthSize > 8 || baseSize > 8 || indexSize > 8)
            return null;
        var idSize = version == 2 ? 4 : 2;
        if (!iloc.TryNumber(6, idSize, out var count))
            return null;
        long at = 6 + idSize;
        for (; count > 0; count--)
        {
            long method = 0;
            if (!iloc.TryNumber(at, idSize, out var id) || (version > 0 && !iloc.TryNumber(at + idSize, 2, out method)))
                return null;
            at += idSize + (version > 0 ? 2 : 0) + 2;
            if (!iloc.TryNumber(at, baseSize, out var start) || !iloc.TryNumber(at + baseSize, 2, out var extents))
                return null;
            at += baseSize + 2;
            if (id == wanted)
                return Extents((method & 15) == 1 ? idat : file, iloc, at, start, (int)extents, (offsetSize, lengthSize, indexSize));
            at += extents * (offsetSize + lengthSize + indexSize);
        }
        return null;
    }

    private static ReadOnlyMemory<byte>? Extents(
        ReadOnlyMemory<byte> source, ReadOnlyMemory<byte> iloc, long at, long start, int count, (int Offset, int Length, int Index) sizes)
    {
        var content = new List<byte>();
        for (; count > 0; count--, at += sizes.Index + sizes.Offset + sizes.Length)
        {
            if (!iloc.TryNumber(at + sizes.Index, sizes.Offset, out var offset) || !iloc.TryNumber(at + sizes.Index + sizes.Offset, sizes.Length, out var length)
                || offset > long.MaxValue - start || !source.TrySlice(start + offset, length, out var piece) || content.Count + piece.Length > PhotoPackets.MaxBytes)
                return null;
            content.AddRange(piece.Span);
        }
        return content.ToArray();
    }
}
