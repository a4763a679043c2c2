using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Web.Components;

/// <summary>A style sheet, script, font or icon that the pages use.</summary>
/// <param name="File">Its file name; it carries a hash of the content, so that it may be kept for ever.</param>
/// <param name="ContentType">For the header.</param>
/// <param name="Bytes">Its size before compression.</param>
public sealed record Asset(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("type")] string ContentType,
    [property: JsonPropertyName("bytes")] int Bytes)
{
    /// <summary>True where <c>{File}.br</c> and <c>{File}.gz</c> stand beside it.</summary>
    public bool IsCompressed => !File.EndsWith(".woff2", StringComparison.Ordinal);
}

/// <summary>The built assets beside the program, found by the name that they have in the source.</summary>
public static class Assets
{
    private static readonly Lazy<IReadOnlyDictionary<string, Asset>> Manifest = new(Read);

    /// <summary>Where the files stand.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "assets");

    /// <summary>Every asset.</summary>
    public static IEnumerable<Asset> All => Manifest.Value.Values;

    /// <summary>The address of an asset: <c>reader.css</c> becomes <c>/assets/reader-3F2A….css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public static string Href(string name) => "/assets/" + Manifest.Value[name].File;

    private static Dictionary<string, Asset> Read()
    {
        using var manifest = File.OpenRead(Path.Combine(Folder, "manifest.json"));
        return JsonSerializer.Deserialize(manifest, AssetsJson.Default.DictionaryStringAsset)
            ?? throw new InvalidDataException("assets/manifest.json is empty");
    }
}

/// <summary>Reads the manifest without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, Asset>))]
internal sealed partial class AssetsJson : JsonSerializerContext;
