namespace Broadsheet.Formats.PhotoMetadata;

/// <summary>Facts of the application record of IPTC-IIM 4.2 (chapter 6).</summary>
internal static class IimFacts
{
    /// <summary>Reads bare data sets or image resources that hold them. Never throws.</summary>
    public static PacketFacts Read(ReadOnlyMemory<byte> packet)
    {
        if (ImageResources.Iim(packet) is not { Length: > 0 } bytes)
            return PacketFacts.Broken("The IPTC-IIM packet is not made of data sets.");
        var sets = IimDataSet.ReadAll(bytes, out var whole);
        var encoding = IimText.Choose(sets);
        IEnumerable<string?> All(int number) => sets.Where(s => s.Record == 2 && s.Number == number).Select(s => FactText.Clean(encoding.GetString(s.Value.Span)));
        string? First(int number) => All(number).FirstOrDefault(v => v is not null);
        var facts = new PhotoFacts
        {
            Headline = First(105),
            Caption = First(120),
            Credit = First(110),
            Creator = FactText.Join(All(80)),
            Source = First(115),
            Copyright = First(116),
            DateCreated = PhotoDate.FromIim(First(55), First(60)),
            Keywords = [.. All(25).OfType<string>().Distinct(StringComparer.Ordinal)],
            Warnings = whole ? [] : ["The IPTC-IIM packet is cut off: what stands before the cut was read."],
        };
        return new(facts, Sublocation: First(92), City: First(90), State: First(95), Country: First(101));
    }
}
