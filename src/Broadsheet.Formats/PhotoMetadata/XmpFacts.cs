using System.Xml;
using XmpCore;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Facts of an XMP packet (IPTC Photo Metadata Standard).</summary>
internal static class XmpFacts
{
    private const int MaxKeywords = 500;

    /// <summary>Reads a packet in UTF-8, UTF-16 or UTF-32. Throws nothing of its own: a broken packet gives a warning.</summary>
    public static PacketFacts Read(ReadOnlyMemory<byte> packet)
    {
        try
        {
            return Read(XmpMetaFactory.ParseFromXDocument(XmpDocument.Load(packet)));
        }
        catch (Exception e) when (e is XmpException or XmlException or InvalidOperationException or ArgumentException or FormatException
            or NullReferenceException or InvalidCastException or IndexOutOfRangeException)
        {
            // The parser of RDF meets hostile trees with all of these; whichever it is, the packet cannot be read.
            return PacketFacts.Broken($"The XMP packet cannot be read: {e.Message}");
        }
    }

    private static PacketFacts Read(IXmpMeta xmp)
    {
        string? Text(string schema, string name) => FactText.Clean(xmp.GetProperty(schema, name)?.Value);
        var facts = new PhotoFacts
        {
            Headline = Text(XmpConstants.NsPhotoshop, "Headline"),
            Caption = Localized(xmp, XmpConstants.NsDC, "description"),
            AltText = Localized(xmp, XmpConstants.NsIptccore, "AltTextAccessibility"),
            Credit = Text(XmpConstants.NsPhotoshop, "Credit"),
            Creator = FactText.Join(Items(xmp, "creator")),
            Source = Text(XmpConstants.NsPhotoshop, "Source"),
            Copyright = Localized(xmp, XmpConstants.NsDC, "rights"),
            UsageTerms = Localized(xmp, XmpConstants.NsXmpRights, "UsageTerms"),
            DateCreated = PhotoDate.FromXmp(Text(XmpConstants.NsPhotoshop, "DateCreated")),
            Keywords = [.. Items(xmp, "subject").OfType<string>().Distinct(StringComparer.Ordinal)],
        };
        return new(
            facts,
            Sublocation: Text(XmpConstants.NsIptccore, "Location"),
            City: Text(XmpConstants.NsPhotoshop, "City"),
            State: Text(XmpConstants.NsPhotoshop, "State"),
            Country: Text(XmpConstants.NsPhotoshop, "Country"));
    }

    /// <summary>A language alternative: x-default first, else the first language; also a plain text where a writer made one.</summary>
    private static string? Localized(IXmpMeta xmp, string schema, string name)
    {
        if (xmp.GetProperty(schema, name) is not { } property)
            return null;
        if (!property.Options.IsArray)
            return FactText.Clean(property.Value);
        if (property.Options.IsArrayAltText && xmp.GetLocalizedText(schema, name, null, XmpConstants.XDefault) is { } text)
            return FactText.Clean(text.Value);
        return xmp.CountArrayItems(schema, name) > 0 ? FactText.Clean(xmp.GetArrayItem(schema, name, 1)?.Value) : null;
    }

    private static IEnumerable<string?> Items(IXmpMeta xmp, string name)
    {
        if (xmp.GetProperty(XmpConstants.NsDC, name) is not { } property)
            return [];
        if (!property.Options.IsArray)
            return [FactText.Clean(property.Value)];
        var count = Math.Min(MaxKeywords, xmp.CountArrayItems(XmpConstants.NsDC, name));
        return Enumerable.Range(1, count).Select(i => FactText.Clean(xmp.GetArrayItem(XmpConstants.NsDC, name, i)?.Value));
    }
}
