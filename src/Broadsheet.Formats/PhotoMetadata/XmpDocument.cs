using System.Text;
using System.Xml;
using System.Xml.Linq;
using XmpCore;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>The XML of an XMP packet, made harmless before anything interprets it.</summary>
internal static class XmpDocument
{
    private const int MaxDepth = 64, MaxNodes = 10_000;

    /// <summary>The properties that hold our facts.</summary>
    private static readonly HashSet<XName> Wanted =
    [
        .. Names(XmpConstants.NsDC, "description", "rights", "creator", "subject"),
        .. Names(XmpConstants.NsPhotoshop, "Headline", "Credit", "Source", "DateCreated", "City", "State", "Country"),
        .. Names(XmpConstants.NsIptccore, "AltTextAccessibility", "Location"),
        .. Names(XmpConstants.NsXmpRights, "UsageTerms"),
    ];

    private static readonly HashSet<string> Syntax = new(StringComparer.Ordinal)
    {
        "", XmpConstants.NsRdf, XmpConstants.NsXml, XNamespace.Xmlns.NamespaceName,
    };

    /// <summary>
    /// Parses without document type or deep nesting, and leaves out every property that holds none of our facts: the
    /// interpreter keeps each namespace that it ever saw, and its time grows with the square of the properties.
    /// </summary>
    /// <exception cref="XmlException">Not well-formed, deeper than 64 elements, with more than 10,000 that matter, or with a document type.</exception>
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
            description.Elements().Where(e => !Wanted.Contains(e.Name)).Remove();
            description.Attributes().Where(a => !Syntax.Contains(a.Name.NamespaceName) && !Wanted.Contains(a.Name)).Remove();
        }
        if (document.Descendants().Sum(e => 1 + e.Attributes().Count()) > MaxNodes)
            throw new XmlException($"The packet has more than {MaxNodes} elements and attributes.");
        document.DescendantNodes().OfType<XComment>().Remove();

        // The interpreter knows a value only as one plain text: CDATA sections are made such.
        foreach (var value in document.Descendants().Where(e => !e.HasElements && e.Nodes().Any(n => n is XCData || n.NextNode is not null)).ToList())
            value.SetValue(value.Value);
        return document;
    }

    private static IEnumerable<XName> Names(string space, params string[] names) => names.Select(n => XName.Get(n, space));

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
