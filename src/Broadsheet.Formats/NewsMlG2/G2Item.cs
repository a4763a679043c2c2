using System.Text;
using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>What was read of one item, and what a package among them says of its members.</summary>
/// <param name="Reading">The outcome.</param>
/// <param name="Package">The package, where the item is one.</param>
internal sealed record G2Item(WireReading Reading, G2Package? Package = null)
{
    /// <summary>Elements that are items.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "eventItem",
    };

    /// <summary>Reads one item. Never throws for what stands in the bytes.</summary>
    /// <param name="bytes">The item's document.</param>
    /// <param name="encoding">Its encoding, strict.</param>
    /// <param name="markLength">Length of its byte order mark.</param>
    /// <param name="firstLine">Line of the file at which it begins.</param>
    /// <param name="limits">Limits of depth and length.</param>
    public static G2Item Read(ReadOnlyMemory<byte> bytes, Encoding encoding, int markLength, int firstLine, WireLimits limits)
    {
        string? guid = null;
        var line = firstLine;
        try
        {
            var text = XmlTree.Trimmed(XmlEncoding.Decode(bytes.Span[markLength..], encoding), out var skippedLines);
            firstLine += skippedLines;
            var root = XmlTree.Load(text, limits.MaxDepth);
            line = firstLine - 1 + XmlTree.LineOf(root);
            guid = root.Value("guid");
            var (reading, package) = Read(root, bytes, limits);
            return new G2Item(reading with { Line = line }, package);
        }
        catch (RefusedException refused)
        {
            return new G2Item(new WireReading.Refused(guid, refused.Message) { Line = refused.Line > 0 ? firstLine - 1 + refused.Line : line });
        }
    }

    private static G2Item Read(XElement root, ReadOnlyMemory<byte> bytes, WireLimits limits)
    {
        if (root.Name.LocalName == "catalog" && root.IsG2())
            return new G2Item(new WireReading.Skipped(null, "a catalogue of schemes"));
        if (!Names.Contains(root.Name.LocalName) || !root.IsG2())
            throw new RefusedException($"the root element is <{root.Name.LocalName}>: an item of NewsML-G2 (newsItem, packageItem, newsMessage, …) was expected", XmlTree.LineOf(root));
        G2Types.Check(root);
        var meta = G2ItemMeta.Read(root);
        return root.Name.LocalName switch
        {
            "newsItem" => new G2Item(G2NewsItem.Read(root, meta, bytes, limits)),
            "packageItem" => Packaged(G2Package.Read(root, meta), meta.Guid),
            "conceptItem" => new G2Item(new WireReading.Skipped(meta.Guid, "a concept item: it describes a person, place or other concept")),
            "knowledgeItem" => new G2Item(new WireReading.Skipped(meta.Guid, "a knowledge item: a list of concepts")),
            "planningItem" => new G2Item(new WireReading.Skipped(meta.Guid, "a planning item: coverage to come")),
            "catalogItem" => new G2Item(new WireReading.Skipped(meta.Guid, "a catalogue item: a list of schemes")),
            _ => new G2Item(new WireReading.Skipped(meta.Guid, "an event item")),
        };
    }

    private static G2Item Packaged(G2Package package, string guid) => new(new WireReading.Skipped(guid, package.Description), package);
}
