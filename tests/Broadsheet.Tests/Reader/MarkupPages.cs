using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;
using Broadsheet.Web.Features.Reader;

namespace Broadsheet.Tests.Reader;

/// <summary>Every public page, drawn once in each language; written to the folder in BROADSHEET_PREVIEW where that is set.</summary>
internal static class MarkupPages
{
    private static readonly string? Preview = Environment.GetEnvironmentVariable("BROADSHEET_PREVIEW");

    public static async IAsyncEnumerable<(string Name, string Html)> All(string language)
    {
        yield return await Page("article", MarkupPage.Draw<ArticlePage, ArticleModel>(MarkupSamples.Article(language), language));
        yield return await Page("retracted", MarkupPage.Draw<ArticlePage, ArticleModel>(MarkupSamples.Article(language) with { RetractionHtml = "We withdraw what we wrote." }, language));
        yield return await Page("home", MarkupPage.Draw<HomePage, HomeModel>(MarkupSamples.Home(language), language));
        yield return await Page("empty", MarkupPage.Draw<HomePage, HomeModel>(new HomeModel { Frame = MarkupSamples.Frame(language), Head = MarkupSamples.Head() }, language));
        yield return await Page("section", MarkupPage.Draw<SectionPage, SectionModel>(MarkupSamples.Section(language), language));
        yield return await Page("author", MarkupPage.Draw<ListPage, ListModel>(MarkupSamples.Author(language), language));
        yield return await Page("month", MarkupPage.Draw<ArchivePage, ArchiveModel>(MarkupSamples.Archive(language), language));
        yield return await Page("archive", MarkupPage.Draw<ArchivePage, ArchiveModel>(MarkupSamples.Archive(language, month: false), language));
        yield return await Page("year", MarkupPage.Draw<ArchivePage, ArchiveModel>(MarkupSamples.Year(language), language));
        yield return await Page("day", MarkupPage.Draw<DayPage, DayModel>(MarkupSamples.Day(language), language));
        yield return await Page("on-this-day", MarkupPage.Draw<DayPage, DayModel>(MarkupSamples.Day(language) with { Date = "September 12", Lead = null, Seconds = [] }, language));
        yield return await Page("most-read", MarkupPage.Draw<MostReadPage, MostReadModel>(MarkupSamples.MostRead(language), language));
        yield return await Page("plain", MarkupPage.Draw<PlainPage, PlainPageModel>(MarkupSamples.Plain(language), language));
        yield return await Page("error", MarkupPage.Draw<ErrorPage, ErrorModel>(MarkupSamples.Error(language: language), language));

        async Task<(string Name, string Html)> Page(string name, Task<string> drawing)
        {
            var html = await drawing;
            if (Preview is not null) await Write($"{name}.{language}.html", html);
            return (name, html);
        }
    }

    private static async Task Write(string name, string html)
    {
        var assets = Directory.CreateDirectory(Path.Combine(Preview!, "assets")).FullName;
        foreach (var file in Directory.EnumerateFiles(Assets.Folder))
            File.Copy(file, Path.Combine(assets, Path.GetFileName(file)), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(Preview!, name), html);
    }
}
