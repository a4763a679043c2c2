using System.Text;
using XmpCore;
using XmpCore.Options;

namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>
/// Writes facts anew, for files that go out: nothing else that an original carried (position, camera, serial numbers,
/// history) can come along. Keywords are not written.
/// </summary>
public static class PhotoFactsWriter
{
    private const int MaxXmpBytes = 60_000;

    /// <summary>
    /// An XMP packet in UTF-8 of at most 60,000 bytes, so that it fits into one JPEG segment: longer texts are cut.
    /// The place stands whole in <c>Iptc4xmpCore:Location</c>.
    /// </summary>
    public static byte[] ToXmp(PhotoFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        byte[] packet;
        var limit = FactText.MaxLength;
        do
        {
            packet = ToXmp(facts, limit);
            limit /= 2;
        }
        while (packet.Length > MaxXmpBytes);
        return packet;
    }

    /// <summary>
    /// IIM data sets with the UTF-8 marker 1:90, in Photoshop's image resources with their header: what a JPEG APP13 segment
    /// holds. Each text is cut to IIM's limit in bytes, between characters.
    /// </summary>
    public static byte[] ToIim(PhotoFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var sets = new List<byte>();
        void Add(int record, int number, ReadOnlySpan<byte> octets) =>
            sets.AddRange([IimDataSet.Marker, (byte)record, (byte)number, (byte)(octets.Length >> 8), (byte)octets.Length, .. octets]);
        void Text(int number, string? text, int maxBytes)
        {
            if (FactText.Clean(text) is { } clean)
                Add(2, number, Encoding.UTF8.GetBytes(FactText.Cut(clean, maxBytes, Encoding.UTF8.GetByteCount)));
        }

        var (date, time) = PhotoDate.ToIim(facts.DateCreated);
        Add(1, 90, IimText.Utf8Marker);
        Add(2, 0, [0, 4]);
        Text(55, date, 8);
        Text(60, time, 11);
        foreach (var creator in Creators(facts))
            Text(80, creator, 32);
        Text(92, facts.Place, 32);
        Text(105, facts.Headline, 256);
        Text(110, facts.Credit, 32);
        Text(115, facts.Source, 32);
        Text(116, facts.Copyright, 128);
        Text(120, facts.Caption, 2000);
        return ImageResources.Wrap(sets.ToArray());
    }

    private static byte[] ToXmp(PhotoFacts facts, int limit)
    {
        var xmp = XmpMetaFactory.Create();
        string? Cut(string? text) => FactText.Clean(text) is { } clean ? FactText.Cut(clean, limit, s => s.Length) : null;
        void Text(string schema, string name, string? text)
        {
            if (Cut(text) is { } value)
                xmp.SetProperty(schema, name, value);
        }
        void Localized(string schema, string name, string? text)
        {
            if (Cut(text) is { } value)
                xmp.SetLocalizedText(schema, name, null, XmpConstants.XDefault, value);
        }

        Localized(XmpConstants.NsDC, "description", facts.Caption);
        Localized(XmpConstants.NsDC, "rights", facts.Copyright);
        foreach (var creator in Creators(facts))
            xmp.AppendArrayItem(XmpConstants.NsDC, "creator", new PropertyOptions { IsArrayOrdered = true }, Cut(creator), null);
        Text(XmpConstants.NsPhotoshop, "Headline", facts.Headline);
        Text(XmpConstants.NsPhotoshop, "Credit", facts.Credit);
        Text(XmpConstants.NsPhotoshop, "Source", facts.Source);
        Text(XmpConstants.NsPhotoshop, "DateCreated", PhotoDate.FromXmp(facts.DateCreated));
        Localized(XmpConstants.NsIptccore, "AltTextAccessibility", facts.AltText);
        Text(XmpConstants.NsIptccore, "Location", facts.Place);
        Localized(XmpConstants.NsXmpRights, "UsageTerms", facts.UsageTerms);
        var packet = XmpMetaFactory.SerializeToBuffer(xmp, new SerializeOptions { UseCompactFormat = true, Padding = 0 });

        // Inside a file the packet begins with its wrapper, which holds the byte order mark itself.
        return packet.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? packet[Encoding.UTF8.Preamble.Length..] : packet;
    }

    private static IEnumerable<string> Creators(PhotoFacts facts) =>
        (facts.Creator ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(c => FactText.Clean(c) is not null);
}
