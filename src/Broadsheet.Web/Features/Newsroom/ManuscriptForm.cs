using System.Globalization;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Newsroom;

/// <summary>Reads a manuscript from the editor's form. What does not fit is said beside its field, and nothing that was typed is lost.</summary>
/// <param name="request">Who sends it.</param>
/// <param name="db">The database.</param>
/// <param name="form">What was sent.</param>
public sealed class ManuscriptForm(StaffRequest request, BroadsheetDb db, FormInput form)
{
    /// <summary>Longest body, in characters.</summary>
    public const int LongestBody = 2_000_000;

    private const int LongestLine = 500;
    private const int MostBylines = 20;

    /// <summary>What was sent as a manuscript. Only reads the database.</summary>
    /// <param name="before">What the form was filled from: a section that the sender may not write in stays.</param>
    /// <param name="language">The article's language.</param>
    public async Task<Manuscript> Read(Manuscript before, string language)
    {
        var (keywords, newKeywords) = await new KeywordDesk(db).Find(form.Line("keywords", 2_000).Split([',', '、', ';']), language, before.Keywords, request.Aborted);
        return (before with
        {
            Headline = form.Line("headline", LongestLine),
            Standfirst = form.Line("standfirst", 2_000),
            Dateline = form.Line("dateline", LongestLine),
            Body = Body(),
            Lead = await Lead(),
            Kind = Enum.TryParse<ArticleKind>(form.Raw("kind"), out var kind) && Enum.IsDefined(kind) ? kind : before.Kind,
            SectionId = Section(before.SectionId),
            AlsoIn = [.. form.All("also").Select(Key).Where(id => request.Tree.All.Any(s => s.Id == id))],
            Bylines = await Bylines(),
            Keywords = keywords,
            NewKeywords = newKeywords,
            Slug = form.Line("slug", 200),
            SearchHeadline = form.Line("search-headline", LongestLine),
            SocialHeadline = form.Line("social-headline", LongestLine),
            Priority = (int)Math.Clamp(Key(form.Raw("priority")), 1, 9),
            Sources = [.. form.Raw("sources").Split('\n').Select(s => s.Trim())],
        }).Normalised();
    }

    private string Body()
    {
        var body = form.Raw("body").Replace("\0", "", StringComparison.Ordinal);
        if (body.Length > LongestBody) form.Fault("body", Texts.T("Room_Field_Long", LongestBody));
        return body.Length > LongestBody ? "" : body;
    }

    private long Section(long before)
    {
        var wanted = Key(form.Raw("section"));
        if (wanted == before) return before;
        if (request.Tree.All.Any(s => s.Id == wanted) && request.May(Right.Write, wanted)) return wanted;
        form.Fault("section", Texts.T("Desk_Section_Foreign"));
        return before;
    }

    private async Task<LeadPhoto?> Lead()
    {
        var text = form.Line("lead", 100);
        if (text.Length == 0) return null;
        var photo = Guid.TryParse(text, out var key) ? await db.Photos.Where(p => p.PublicId == key).Select(p => (long?)p.Id).FirstOrDefaultAsync(request.Aborted) : null;
        if (photo is { } id) return new LeadPhoto(id, form.Line("lead-caption", 5_000), form.Line("lead-alt", 2_000));
        form.Fault("lead", Texts.T("Desk_Lead_Unknown"));
        return null;
    }

    // As the list of the form offers them: 'Ok Da-hyun (ok-da-hyun)'. What stands in the last brackets is the address of the person's page.
    private async Task<IReadOnlyList<Credit>> Bylines()
    {
        var (names, roles, mails) = (form.All("byline"), form.All("byline-role"), form.All("byline-email"));
        var typed = names.Select((name, i) => (Name: name.Trim(), Role: roles.ElementAtOrDefault(i), Mail: mails.ElementAtOrDefault(i))).Where(b => b.Name.Length > 0).Take(MostBylines).ToList();
        var slugs = typed.ConvertAll(b => SlugOf(b.Name));
        var known = await db.People.Where(p => slugs.Contains(p.Slug)).ToDictionaryAsync(p => p.Slug, p => p.Id, request.Aborted);
        foreach (var (name, _, _) in typed.Where(b => !known.ContainsKey(SlugOf(b.Name)))) form.Fault("byline", Texts.T("Desk_Byline_Unknown", name));
        return [.. typed.Where(b => known.ContainsKey(SlugOf(b.Name))).Select(b => new Credit(known[SlugOf(b.Name)], b.Role, b.Mail))];
    }

    private static string SlugOf(string name) =>
        name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var at ? name[(at + 1)..^1].Trim() : Language.Slug.From(name, "unnamed");

    private static long Key(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0;
}
