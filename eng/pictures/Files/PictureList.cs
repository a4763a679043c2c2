using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Broadsheet.Pictures.Files;

/// <summary>One entry of <c>samples/newspaper/pictures.yaml</c>.</summary>
internal sealed class Brief
{
    public required string File { get; set; }

    /// <summary><c>wire</c> for pictures that stand beside the wire's files, otherwise empty.</summary>
    public string Folder { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary>Width and height in pixels, as <c>1600x1067</c>.</summary>
    public required string Size { get; set; }

    public required string Headline { get; set; }

    public required string Caption { get; set; }

    public required string Alt { get; set; }

    public required string Credit { get; set; }

    public required string Creator { get; set; }

    public required string Date { get; set; }

    public string Place { get; set; } = "";

    [YamlMember(Alias = "brief")]
    public string Text { get; set; } = "";

    public string Name => Path.GetFileNameWithoutExtension(File);
}

/// <summary>Reads the list of pictures.</summary>
internal static class PictureList
{
    public static IReadOnlyList<Brief> Read(string path) => new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .Build()
        .Deserialize<List<Brief>>(System.IO.File.ReadAllText(path));
}
