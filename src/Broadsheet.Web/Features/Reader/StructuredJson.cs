using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Core.Articles;
using Broadsheet.Core.People;
using Broadsheet.Web.Components;
using Broadsheet.Web.Components.Models;

namespace Broadsheet.Web.Features.Reader;

/// <summary>What pages tell machines, in the words of schema.org.</summary>
internal static class StructuredJson
{
    /// <summary>The newspaper itself, on its front page.</summary>
    internal static string Site(Edition edition) => Write(Publisher(edition));

    /// <summary>BreadcrumbList.</summary>
    internal static string Breadcrumb(Edition edition, IReadOnlyList<Link> steps)
    {
        var items = new JsonArray();
        for (var i = 0; i < steps.Count; i++)
            items.Add((JsonNode)new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = steps[i].Name, ["item"] = edition.Site.Absolute(steps[i].Href) });
        return Write(new() { ["@type"] = "BreadcrumbList", ["itemListElement"] = items });
    }

    /// <summary>A person with a page of their work.</summary>
    internal static string Person(Edition edition, Person person) => Write(new()
    {
        ["@type"] = person.Kind == PersonKind.Agency ? "Organization" : "Person",
        ["name"] = person.Name.In(edition.Interface),
        ["jobTitle"] = person.Kind == PersonKind.Agency || person.Title.IsEmpty ? null : person.Title.In(edition.Interface),
        ["url"] = edition.Site.Absolute(edition.Href($"by/{person.Slug}")),
        ["email"] = person.Email,
        ["worksFor"] = person.Kind == PersonKind.Agency ? null : Publisher(edition),
    });

    /// <summary>NewsArticle, with its authors, lead photo and corrections.</summary>
    internal static string Article(Edition edition, Article article, ArticleVersion version, IReadOnlyList<CreditedPerson> people, PhotoRow? lead, IReadOnlyList<Correction> corrections, Masking masking)
    {
        var site = edition.Site;
        var url = site.Absolute($"/{article.Path}");
        return Write(new()
        {
            ["@type"] = TypeOf(article.Kind),
            ["@id"] = url,
            ["mainEntityOfPage"] = url,
            ["headline"] = article.Headline,
            ["description"] = article.State == ArticleState.Retracted ? BodyText.Of(masking.Inline(article.Notice ?? "")) : article.Standfirst.Length > 0 ? article.Standfirst : null,
            ["creativeWorkStatus"] = article.State == ArticleState.Retracted ? "Retracted" : null,
            ["inLanguage"] = article.Language,
            ["datePublished"] = Dates.Iso(site.In(article.PublishedAt!.Value)),
            ["dateModified"] = Dates.Iso(site.In(article.UpdatedAt ?? article.PublishedAt.Value)),
            ["dateline"] = version.Dateline,
            ["wordCount"] = version.WordCount,
            ["articleSection"] = new JsonArray([.. edition.Tree.Lineage(article.SectionId).Select(s => (JsonNode)s.Name.In(article.Language))]),
            ["isAccessibleForFree"] = true,
            ["author"] = new JsonArray([.. people.Select(p => (JsonNode)new JsonObject
            {
                ["@type"] = p.IsAgency ? "Organization" : "Person",
                ["name"] = p.Name.In(article.Language),
                ["url"] = site.Absolute(edition.Href($"by/{p.Slug}")),
            })]),
            ["publisher"] = Publisher(edition),
            ["image"] = lead is null ? null : Image(edition, lead, version),
            ["creditText"] = article.WireCredit,
            ["correction"] = corrections.Count == 0 ? null : new JsonArray([.. corrections.Select(c => (JsonNode)new JsonObject
            {
                ["@type"] = "CorrectionComment",
                ["text"] = BodyText.Of(masking.Inline(c.Html)),
                ["datePublished"] = Dates.Iso(site.In(c.At)),
            })]),
        });
    }

    private static JsonObject Image(Edition edition, PhotoRow photo, ArticleVersion version)
    {
        var (path, width, height) = photo.Card();
        return new()
        {
            ["@type"] = "ImageObject",
            ["url"] = edition.Site.Absolute(path),
            ["width"] = width,
            ["height"] = height,
            ["caption"] = (version.LeadCaption ?? photo.Caption) is { } caption ? BodyText.Of(caption) : null,
            ["creditText"] = photo.Credit,
        };
    }

    private static JsonObject Publisher(Edition edition)
    {
        var site = edition.Site;
        JsonNode? Page(string name) => edition.Pages.Any(p => p.Name == name) ? site.Absolute(edition.Href(name)) : null;
        return new()
        {
            ["@type"] = "NewsMediaOrganization",
            ["name"] = edition.Name,
            ["url"] = site.Absolute(edition.Href("")),
            ["ethicsPolicy"] = Page("standards"),
            ["correctionsPolicy"] = Page("corrections") ?? Page("standards"),
            ["masthead"] = Page("about"),
        };
    }

    private static string TypeOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Analysis => "AnalysisNewsArticle",
        ArticleKind.Opinion or ArticleKind.Editorial => "OpinionNewsArticle",
        ArticleKind.Review => "ReviewNewsArticle",
        ArticleKind.Sponsored => "AdvertiserContentArticle",
        _ => "NewsArticle",
    };

    // Properties without a value are left out; the default encoder escapes every character that HTML minds.
    private static string Write(JsonObject document)
    {
        var whole = new JsonObject { ["@context"] = "https://schema.org" };
        foreach (var (name, value) in document.Where(p => p.Value is not null).ToList()) whole[name] = Clean(value!.DeepClone());
        return whole.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonNode Clean(JsonNode node)
    {
        if (node is JsonObject o)
        {
            foreach (var name in o.Where(p => p.Value is null).Select(p => p.Key).ToList()) o.Remove(name);
            foreach (var value in o.Select(p => p.Value).ToList()) Clean(value!);
        }
        else if (node is JsonArray a)
            foreach (var value in a) Clean(value!);
        return node;
    }
}
