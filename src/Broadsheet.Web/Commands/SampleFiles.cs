using Broadsheet.Web.Hosting;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Broadsheet.Web.Commands;

/// <summary>The sample newspaper's files, as <c>samples/README.md</c> describes them.</summary>
internal static class SampleFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>Beside the program.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    internal static List<SampleSection> Sections() => Read<List<SampleSection>>("sections.yaml");

    internal static List<SamplePerson> People() => Read<List<SamplePerson>>("people.yaml");

    internal static List<SampleKeyword> Keywords() => Read<List<SampleKeyword>>("keywords.yaml");

    /// <summary>The articles by their id, oldest first.</summary>
    internal static List<(string Id, SampleArticle Article, string Body)> Articles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "newspaper", "articles"), "*.html").Select(ReadArticle).OrderBy(a => a.Article.Published).ThenBy(a => a.Id, StringComparer.Ordinal)];

    private static (string Id, SampleArticle Article, string Body) ReadArticle(string file)
    {
        var (yaml, body) = FrontMatter.Cut(File.ReadAllText(file));
        return (Path.GetFileNameWithoutExtension(file), Yaml.Deserialize<SampleArticle>(yaml), body);
    }

    private static T Read<T>(string name) => Yaml.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, "newspaper", name)));
}

internal sealed class SampleSection
{
    public string Slug { get; set; } = "";

    public Dictionary<string, string> Name { get; set; } = [];

    public Dictionary<string, string> Description { get; set; } = [];

    public List<SampleSection> Children { get; set; } = [];
}

internal sealed class SamplePerson
{
    public string Slug { get; set; } = "";

    public Dictionary<string, string> Name { get; set; } = [];

    public Dictionary<string, string> Title { get; set; } = [];

    public Dictionary<string, string> Bio { get; set; } = [];

    public string? Email { get; set; }

    public bool Agency { get; set; }
}

internal sealed class SampleKeyword
{
    public string Slug { get; set; } = "";

    public Dictionary<string, string> Name { get; set; } = [];
}

internal sealed class SampleArticle
{
    public string Headline { get; set; } = "";

    public string Standfirst { get; set; } = "";

    public string? Dateline { get; set; }

    public string? Slug { get; set; }

    public string Language { get; set; } = "";

    public string Kind { get; set; } = "news";

    public string Section { get; set; } = "";

    public List<string> Also { get; set; } = [];

    public List<string> Keywords { get; set; } = [];

    public List<SampleByline> Bylines { get; set; } = [];

    public DateTimeOffset Published { get; set; }

    public DateTimeOffset? Updated { get; set; }

    public int Priority { get; set; } = 5;

    public SampleLead? Lead { get; set; }

    public string? Translation { get; set; }

    public List<SampleCorrection> Corrections { get; set; } = [];

    public List<SampleEarlier> Earlier { get; set; } = [];

    public string State { get; set; } = "published";

    public string? Notice { get; set; }

    public List<string> Sources { get; set; } = [];

    public string? SearchHeadline { get; set; }

    public string? SocialHeadline { get; set; }
}

/// <summary>A version before the one in the file: what is said here stood otherwise.</summary>
internal sealed class SampleEarlier
{
    public DateTimeOffset At { get; set; }

    public bool Minor { get; set; }

    public string? Headline { get; set; }

    public string? Standfirst { get; set; }

    public List<SampleReplacement> Body { get; set; } = [];
}

internal sealed class SampleReplacement
{
    public string Now { get; set; } = "";

    public string Then { get; set; } = "";
}

internal sealed class SampleByline
{
    public string Person { get; set; } = "";

    public string? Role { get; set; }

    public bool Email { get; set; }
}

internal sealed class SampleLead
{
    public string Photo { get; set; } = "";

    public string? Caption { get; set; }

    public string? Alt { get; set; }
}

internal sealed class SampleCorrection
{
    public string Kind { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Text { get; set; } = "";
}
