using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Sections;

/// <summary>Makes and moves sections. Every call stands inside <see cref="BroadsheetDb.Write"/>.</summary>
public static class SectionDesk
{
    /// <summary>Makes a section and claims its address.</summary>
    /// <returns>The section, saved.</returns>
    /// <exception cref="ArgumentException">The slug is not one, or belongs to the house.</exception>
    public static async Task<Section> Add(BroadsheetDb db, Section? parent, string slug, LocalText name, DateTimeOffset now, CancellationToken ct)
    {
        Require(parent, slug);
        var section = new Section(parent, slug, name);
        db.Add(section);
        await db.SaveChangesAsync(ct);
        await Claim(db, section, null, ct);
        db.Record(new Event { Kind = EventKinds.SectionChanged, At = now, SectionId = section.Id, Tags = $"section:{section.Id} site" });
        return section;
    }

    /// <summary>Puts a section, with all below it, under another one or gives it another slug. Old addresses lead to the new ones.</summary>
    /// <param name="db">The database, inside a write.</param>
    /// <param name="section">The section, loaded for change.</param>
    /// <param name="parent">Where it goes; null for the top.</param>
    /// <param name="slug">Its slug from now on.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="ArgumentException">The slug is not one, or the section would lie below itself.</exception>
    public static async Task Move(BroadsheetDb db, Section section, Section? parent, string slug, DateTimeOffset now, CancellationToken ct)
    {
        Require(parent, slug);
        var all = await db.Sections.ToListAsync(ct);
        var below = Subtree(all, section);
        if (parent is not null && below.Any(s => s.Id == parent.Id))
            throw new ArgumentException($"Section {section.Path} can't go below itself.", nameof(parent));
        var before = Lineage(all, section.ParentId);
        foreach (var moved in below)
        {
            var old = moved.Path;
            moved.PlaceUnder(moved == section ? parent : all.Single(s => s.Id == moved.ParentId), moved == section ? slug : moved.Slug);
            if (moved.Path == old) continue;
            await Redirect(db, old, moved.Path, ct);
            await Claim(db, moved, old, ct);
            db.Record(new Event { Kind = EventKinds.SectionChanged, At = now, SectionId = moved.Id, Tags = $"section:{moved.Id} site" });
        }
        await db.SaveChangesAsync(ct);
        await Relist(db, below.Select(s => s.Id).ToList(), before, Lineage(all, section.ParentId), ct);
    }

    private static void Require(Section? parent, string slug)
    {
        if (Language.Slug.From(slug, "") != slug || slug.Length == 0)
            throw new ArgumentException($"'{slug}' is not a slug: lower-case letters, digits and hyphens.", nameof(slug));
        if (parent is null && Reserved.Holds(slug))
            throw new ArgumentException($"'{slug}' belongs to the house and can't be a section.", nameof(slug));
    }

    private static List<Section> Subtree(List<Section> all, Section root)
    {
        var found = new List<Section> { root };
        for (var i = 0; i < found.Count; i++) found.AddRange(all.Where(s => s.ParentId == found[i].Id));
        return found;
    }

    private static List<long> Lineage(List<Section> all, long? id)
    {
        var line = new List<long>();
        for (var at = all.FirstOrDefault(s => s.Id == id); at is not null; at = all.FirstOrDefault(s => s.Id == at.ParentId)) line.Add(at.Id);
        return line;
    }

    // An address that redirects to this very section is its own again; every other one is given out for ever.
    private static async Task Claim(BroadsheetDb db, Section section, string? old, CancellationToken ct)
    {
        if (await db.Addresses.FindAsync([section.Path], ct) is { } known)
        {
            if (known.Kind != AddressKind.Redirect || known.RedirectTo != old) throw new ArgumentException($"The address /{section.Path} is taken.", nameof(section));
            (known.Kind, known.TargetId, known.RedirectTo) = (AddressKind.Section, section.Id, null);
        }
        else db.Add(new Address { Path = section.Path, Kind = AddressKind.Section, TargetId = section.Id });
    }

    private static async Task Redirect(BroadsheetDb db, string from, string to, CancellationToken ct)
    {
        var address = await db.Addresses.FindAsync([from], ct) ?? throw new InvalidOperationException($"Section address /{from} was never claimed.");
        (address.Kind, address.TargetId, address.RedirectTo) = (AddressKind.Redirect, null, to);
        foreach (var chained in await db.Addresses.Where(a => a.Kind == AddressKind.Redirect && a.RedirectTo == from).ToListAsync(ct))
            if (chained.Path != to) chained.RedirectTo = to;
    }

    // Articles of the moved sections leave the fronts above the old place and join those above the new one.
    private static async Task Relist(BroadsheetDb db, List<long> moved, List<long> before, List<long> after, CancellationToken ct)
    {
        var all = await db.Sections.ToListAsync(ct);
        foreach (var left in before.Except(after))
        {
            // An article stays where another of its sections keeps it.
            var below = Subtree(all, all.Single(s => s.Id == left)).ConvertAll(s => s.Id);
            await db.Listings.Where(l => l.Kind == ListKind.Section && l.ListId == left
                && !db.Articles.Any(a => a.Id == l.ArticleId && below.Contains(a.SectionId))
                && !db.ArticleSections.Any(s => s.ArticleId == l.ArticleId && below.Contains(s.SectionId)))
                .ExecuteDeleteAsync(ct);
        }
        foreach (var joined in after.Except(before))
        {
            var rows = await db.Listings.AsNoTracking()
                .Where(l => l.Kind == ListKind.Section && moved.Contains(l.ListId)
                    && !db.Listings.Any(m => m.ArticleId == l.ArticleId && m.Kind == ListKind.Section && m.ListId == joined))
                .Select(l => new { l.ArticleId, l.Language, l.PublishedAt }).Distinct().ToListAsync(ct);
            db.Listings.AddRange(rows.Select(r => new Listing { Kind = ListKind.Section, ListId = joined, ArticleId = r.ArticleId, Language = r.Language, PublishedAt = r.PublishedAt }));
        }
    }
}
