using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Broadsheet.Pictures.Files;

/// <summary>Packs the facts of a picture as an XMP packet (ISO 16684-1) with the IPTC Core and Extension fields.</summary>
internal static class Xmp
{
    private static readonly XNamespace X = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace Core = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static readonly XNamespace Extension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static readonly XNamespace Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private static readonly XNamespace Exif = "http://ns.adobe.com/exif/1.0/";

    /// <summary>The payload of the APP1 segment.</summary>
    public static byte[] Pack(PictureFacts facts)
    {
        var description = new XElement(Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            Text(Dc + "title", facts.Name),
            Text(Dc + "description", facts.Caption),
            Text(Dc + "rights", facts.Copyright),
            List(Dc + "creator", "Seq", facts.Creator),
            new XElement(Rights + "Marked", "True"),
            new XElement(Photoshop + "Headline", facts.Headline),
            new XElement(Photoshop + "Credit", facts.Credit),
            new XElement(Photoshop + "Source", facts.Source),
            new XElement(Photoshop + "DateCreated", facts.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Plain(Photoshop + "City", facts.City),
            Plain(Photoshop + "Country", facts.Country),
            Text(Core + "AltTextAccessibility", facts.Alt),
            new XElement(Extension + "DigitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"));
        if (facts.Gps is { } gps)
        {
            description.Add(new XElement(Exif + "GPSLatitude", Degrees(gps.Latitude, 'N', 'S')), new XElement(Exif + "GPSLongitude", Degrees(gps.Longitude, 'E', 'W')));
        }

        var packet = new XElement(X + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", X),
            new XElement(Rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                Prefixes(description)));
        var text = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + packet + "\n<?xpacket end=\"r\"?>";
        return [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>A place as XMP writes it: degrees, decimal minutes and the half of the globe.</summary>
    private static string Degrees(double value, char positive, char negative)
    {
        var size = Math.Abs(value);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)size},{(size - (int)size) * 60:0.0000}{(value < 0 ? negative : positive)}");
    }

    private static XElement Text(XName name, string value) => new(name, new XElement(Rdf + "Alt",
        new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), value)));

    private static XElement List(XName name, string kind, string value) => new(name, new XElement(Rdf + kind, new XElement(Rdf + "li", value)));

    private static XElement? Plain(XName name, string value) => value.Length == 0 ? null : new XElement(name, value);

    private static XElement Prefixes(XElement description)
    {
        foreach (var (prefix, space) in new[] { ("dc", Dc), ("photoshop", Photoshop), ("Iptc4xmpCore", Core), ("Iptc4xmpExt", Extension), ("xmpRights", Rights), ("exif", Exif) })
        {
            description.Add(new XAttribute(XNamespace.Xmlns + prefix, space));
        }
        return description;
    }
}
