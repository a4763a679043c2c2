using YamlDotNet.Serialization;

namespace Broadsheet.Web.Hosting;

/// <summary>Files of the house that begin with YAML between two lines of three hyphens.</summary>
public static class FrontMatter
{
    /// <summary>Reads YAML into lists, dictionaries and texts.</summary>
    public static IDeserializer Yaml { get; } = new DeserializerBuilder().Build();

    /// <summary>The keys and the text after them; no keys where the file begins otherwise.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">The keys are not YAML; names the line.</exception>
    public static (Dictionary<string, object?> Keys, string Body) Split(string file)
    {
        var (yaml, body) = Cut(file);
        return (yaml.Length == 0 ? [] : Yaml.Deserialize<Dictionary<string, object?>>(yaml), body);
    }

    /// <summary>The YAML and the text after it.</summary>
    public static (string Yaml, string Body) Cut(string file)
    {
        if (!file.StartsWith("---\n", StringComparison.Ordinal)) return ("", file);
        var end = file.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        return end < 0 ? ("", file) : (file[4..(end + 1)], file[(end + 5)..]);
    }
}
