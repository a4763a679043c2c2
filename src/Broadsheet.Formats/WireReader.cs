using System.Runtime.CompilerServices;
using Broadsheet.Formats.NewsMlG2;
using Broadsheet.Formats.Ninjs;
using Broadsheet.Formats.Nitf;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats;

/// <summary>Formats that wires come in.</summary>
public enum WireFormat
{
    /// <summary>Told from the file's first bytes.</summary>
    Auto,

    /// <summary>IPTC NewsML-G2, and NAR 1.x before it.</summary>
    NewsMlG2,

    /// <summary>IPTC ninjs, JSON.</summary>
    Ninjs,

    /// <summary>IPTC NITF.</summary>
    Nitf,
}

/// <summary>Reads a wire file of any format that is known here.</summary>
public static class WireReader
{
    private const string LookedFor = "NewsML-G2 (newsItem, packageItem, newsMessage, …), NITF (nitf) and ninjs (a JSON object or array) were looked for";

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file; left open.</param>
    /// <param name="format">Its format, or <see cref="WireFormat.Auto"/>.</param>
    /// <param name="limits">Limits that hold whatever the file says.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>What was found, in the order of the file; one <see cref="WireReading.Refused"/> where the format is none of those known.</returns>
    public static async IAsyncEnumerable<WireReading> ReadAsync(Stream file, WireFormat format, WireLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        string? unknown = null;
        if (format == WireFormat.Auto)
        {
            var input = await XmlInput.OpenAsync(file, ct);
            (format, unknown) = Tell(input);
            file = input.Rest;
        }
        var readings = format switch
        {
            WireFormat.NewsMlG2 => NewsMlG2Reader.ReadAsync(file, limits, ct),
            WireFormat.Nitf => NitfReader.ReadAsync(file, limits, ct),
            WireFormat.Ninjs => NinjsReader.ReadAsync(file, limits, ct),
            _ => null,
        };
        if (readings is null)
        {
            yield return new WireReading.Refused(null, unknown ?? LookedFor) { Line = 1 };
            yield break;
        }
        await foreach (var reading in readings)
            yield return reading;
    }

    private static (WireFormat Format, string? Unknown) Tell(XmlInput input)
    {
        var opening = input.Opening;
        if (opening.First is '{' or '[')
            return (WireFormat.Ninjs, null);
        if (opening.Root == "nitf")
            return (WireFormat.Nitf, null);
        if (opening.Root is "newsMessage" or "catalog" || (opening.Root is { } root && G2Item.Names.Contains(root)))
            return (WireFormat.NewsMlG2, null);
        var found = opening.Root is { } other ? $"the root element is <{other}>" : input.Problem(allowExternalDoctype: true);
        return (WireFormat.Auto, $"not a wire file: {found}; {LookedFor}");
    }
}
