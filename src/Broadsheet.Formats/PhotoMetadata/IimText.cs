using System.Text;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Which character set the text of an IIM packet is in.</summary>
internal static class IimText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    /// <summary>Octets of data set 1:90 that announce UTF-8: <c>ESC % G</c> (ISO 2022).</summary>
    public static ReadOnlySpan<byte> Utf8Marker => [0x1B, (byte)'%', (byte)'G'];

    /// <summary>
    /// UTF-8 where the text is valid UTF-8, with the marker or without; else Korean where the octets are Hangul pairs of
    /// KS X 1001 throughout; else Windows-1252, which holds Latin-1. One choice for the whole packet.
    /// </summary>
    public static Encoding Choose(IReadOnlyCollection<IimDataSet> sets)
    {
        var text = sets.Where(s => s.Record == 2 && s.Number is not 0).Select(s => s.Value).ToList();
        if (text.TrueForAll(IsUtf8))
            return StrictUtf8;
        if (sets.Any(s => s is { Record: 1, Number: 90 } && s.Value.Span.SequenceEqual(Utf8Marker)))
            // Announced but broken, usually cut in the middle of a character: replacement characters are dropped later.
            return Encoding.UTF8;
        return IsKorean(text) ? Korean : Windows1252;
    }

    private static bool IsUtf8(ReadOnlyMemory<byte> octets) => System.Text.Unicode.Utf8.IsValid(octets.Span);

    private static bool IsKorean(List<ReadOnlyMemory<byte>> text)
    {
        var hangul = 0;
        foreach (var octets in text)
        {
            var span = octets.Span;
            for (var i = 0; i < span.Length; i++)
            {
                if (span[i] < 0x80)
                    continue;
                if (i + 1 == span.Length || span[i] is not (>= 0xA1 and <= 0xC8) || span[i + 1] is < 0xA1 or 0xFF)
                    return false;
                hangul += span[i] >= 0xB0 ? 1 : 0;
                i++;
            }
        }
        return hangul >= 4;
    }
}
