using System.Text;
using System.Xml;
using System.Xml.Linq;
using XmpCore;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>The XML of an XMP packet, made harmless before anything interprets it.</summary>
internal static class XmpDocument
{
    private const int MaxDepth = 64;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "", XmpConstants.NsX, XmpConstants.NsRdf, XmpConstants.NsXml, XmpConstants.NsDC,
        XmpConstants.NsPhotoshop, XmpConstants.NsIptccore, XmpConstants.NsXmpRights, XNamespace.Xmlns.NamespaceName,
    };

    /// <summary>
    /// Parses without document type or deep nesting, and leaves out every property of a namespace that holds none of our
    /// facts: the interpreter keeps each namespace that it ever saw.
    /// </summary>
    /// <exception cref="XmlException">Not well-formed, deeper than 64 elements, or with a document type.</exception>
    public static XDocument Load(ReadOnlyMemory<byte> packet)
    {
        if (packet.Length > PhotoPackets.MaxBytes)
            throw new XmlException($"The packet is larger than {PhotoPackets.MaxBytes} bytes.");
        var text = Decode(packet.Span);
        int start = text.IndexOf('<', StringComparison.Ordinal), end = text.LastIndexOf('>');
        if (start < 0 || end < start)
            throw new XmlException("The packet holds no XML.");
        text = text[start..(end + 1)];
        RefuseDepth(text);
        using var reader = Reader(text);
        var document = XDocument.Load(reader);
        foreach (var description in document.Descendants(XName.Get("Description", XmpConstants.NsRdf)).ToList())
        {
            description.Elements().Where(e => !Known.Contains(e.Name.NamespaceName)).Remove();
            description.Attributes().Where(a => !Known.Contains(a.Name.NamespaceName)).Remove();
        }
        document.DescendantNodes().OfType<XComment>().Remove();

        // The interpreter knows a value only as one plain text: CDATA sections are made such.
        foreach (var value in document.Descendants().Where(e => !e.HasElements && e.Nodes().Any(n => n is XCData || n.NextNode is not null)).ToList())
            value.SetValue(value.Value);
        return document;
    }

    private static void RefuseDepth(string text)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                throw new XmlException($"Elements are nested deeper than {MaxDepth}.");
        }
    }

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = true,
    });

    /// <summary>UTF-8, UTF-16 or UTF-32 by byte order mark or by where the zeros of the first '&lt;' stand; bytes that are no UTF-8 are Latin-1. Control characters become spaces.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes switch
        {
            [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
            _ => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1,
        };
        return string.Create(encoding.GetCharCount(bytes), encoding.GetString(bytes), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = source[i] < ' ' && source[i] is not ('\t' or '\n' or '\r') ? ' ' : source[i];
        });
    }
}
