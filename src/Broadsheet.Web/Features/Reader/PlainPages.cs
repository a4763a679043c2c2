using System.Collections.Concurrent;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;

namespace Broadsheet.Web.Features.Reader;

/// <summary>A plain page: title and text from <c>pages/{name}.{language}.html</c> in the data folder.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Html">Canonical markup of the dialect.</param>
public sealed record PlainText(string Title, string Html);

/// <summary>The plain pages of the data folder. A file is read again when it has changed.</summary>
/// <param name="data">The data folder.</param>
/// <param name="site">The newspaper's languages.</param>
/// <param name="log">Files that are not what they should be.</param>
public sealed partial class PlainPages(DataFolder data, SiteOptions site, ILogger<PlainPages> log)
{
    // Files are edited outside the program, which is not told.
    internal static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private static readonly string[] Names = ["about", "standards", "corrections", "contact", "imprint", "privacy", "terms"];
    private readonly ConcurrentDictionary<string, (DateTime Written, PlainText Text)> _read = new(StringComparer.Ordinal);

    /// <summary>The pages that exist, in the order of the footer, with their titles.</summary>
    public IReadOnlyList<(string Name, string Title)> Titles(string language) =>
        [.. Names.Select(n => (Name: n, Title: Find(n, language)?.Text.Title ?? (n == CorrectionPages.Path ? Texts.In("Corrections", language) : null))).Where(p => p.Title is not null).Select(p => (p.Name, p.Title!))];

    /// <summary>A text that stands on a page of another kind, or null.</summary>
    public PlainText? Text(string name, string language) => Find(name, language)?.Text;

    /// <summary>The page of a name in an edition, or null.</summary>
    public async Task<PublicPage?> Page(string name, string language, Editions editions, BroadsheetDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (!Names.Contains(name)) return null;
        var edition = await editions.Load(db, language, now, ct);
        if (Find(name, edition.Interface) is not var (text, written)) return null;
        var model = new PlainPageModel(edition.Frame(name), edition.Head(text.Title, name), text.Title, text.Html, written);
        return PublicPage.Of<PlainPage, PlainPageModel>(model, edition.Interface) with { Tags = ["site"], ExpiresAt = now + Kept };
    }

    private (PlainText Text, string Language)? Find(string name, string language) =>
        site.LanguageList.Prepend(language).Select(l => (Text: Read(Path.Combine(data.Pages, $"{name}.{l}.html")), Language: l))
            .Where(p => p.Text is not null).Select(p => ((PlainText, string)?)(p.Text!, p.Language)).FirstOrDefault();

    private PlainText? Read(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists) return null;
        if (_read.TryGetValue(file, out var known) && known.Written == info.LastWriteTimeUtc) return known.Text;
        var (matter, body) = Split(file, File.ReadAllText(file));
        var text = new PlainText(matter.GetValueOrDefault("title")?.ToString() ?? Path.GetFileName(file).Split('.')[0], BodyDialect.Normalise(body));
        _read[file] = (info.LastWriteTimeUtc, text);
        return text;
    }

    // Titles stand on every page: a slip in one file must not take the newspaper with it.
    private (Dictionary<string, object?> Keys, string Body) Split(string file, string text)
    {
        try
        {
            return FrontMatter.Split(text);
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            Broken(log, file, e.Message.ReplaceLineEndings(" "));
            return ([], FrontMatter.Cut(text).Body);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{File} is shown without its title: {Reason}")]
    private static partial void Broken(ILogger log, string file, string reason);
}
