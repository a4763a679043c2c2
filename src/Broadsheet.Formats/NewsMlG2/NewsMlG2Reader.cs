using System.Runtime.CompilerServices;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>
/// Reads NewsML-G2, versions 2.x and the NAR versions before it: single items and news messages of any number of items,
/// one item in memory at a time. Unknown elements, attributes and vocabularies are passed over.
/// </summary>
public static class NewsMlG2Reader
{
    /// <summary>Reads a file.</summary>
    /// <param name="xml">The file; left open.</param>
    /// <param name="limits">Limits that hold whatever the file says.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>What was found, in the order of the file. What stands in the bytes never makes it throw.</returns>
    public static async IAsyncEnumerable<WireReading> ReadAsync(Stream xml, WireLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        var input = await XmlInput.OpenAsync(xml, ct);
        if (input.Problem(allowExternalDoctype: false) is { } problem)
            yield return new WireReading.Refused(null, problem) { Line = input.Opening.Line };
        else if (input.Opening.Root == "newsMessage")
        {
            await foreach (var reading in MessageAsync(input, limits, ct))
                yield return reading;
        }
        else if (await input.ReadAllAsync(limits.MaxItemBytes, ct) is { } bytes)
        {
            var (encoding, mark, _) = XmlEncoding.Of(bytes);
            yield return G2Item.Read(bytes, encoding, mark, 1, limits).Reading;
        }
        else
            yield return new WireReading.Refused(null, $"the item is larger than {limits.MaxItemBytes} bytes") { Line = input.Opening.Line };
    }

    private static async IAsyncEnumerable<WireReading> MessageAsync(XmlInput input, WireLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        var packages = new PackageAssembly();
        var isEmpty = true;
        await foreach (var scanned in MessageItems.ReadAsync(input, G2Item.Names, limits, ct))
        {
            isEmpty = false;
            var item = scanned.Bytes is { } bytes
                ? G2Item.Read(bytes, XmlEncoding.Utf8, 0, scanned.Line, limits)
                : new G2Item(new WireReading.Refused(null, scanned.Problem!) { Line = scanned.Line });
            foreach (var reading in packages.Add(item))
                yield return reading;
        }
        foreach (var reading in packages.Finish())
            yield return reading;
        if (isEmpty)
            yield return new WireReading.Skipped(null, "a news message without items") { Line = input.Opening.Line };
    }
}
