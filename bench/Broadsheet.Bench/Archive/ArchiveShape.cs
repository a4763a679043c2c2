using Broadsheet.Core;
using Broadsheet.Core.Addresses;
using Broadsheet.Core.Data;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Archive;

/// <summary>Sections, people and keywords of a made-up newspaper; written through the product's own desk.</summary>
/// <param name="Sections">Of each section all that it lies below, itself last.</param>
/// <param name="People">Keys of reporters.</param>
/// <param name="Keywords">Keys of keywords.</param>
internal sealed record ArchiveShape(IReadOnlyList<long[]> Sections, IReadOnlyList<long> People, IReadOnlyList<long> Keywords)
{
    private const int Reporters = 300;
    private const int Topics = 2_000;
    private static readonly string[] Tops = ["national", "politics", "business", "world", "city", "culture", "sports", "opinion"];
    private static readonly string[] Below = ["north", "south", "people"];

    /// <summary>Writes them into an empty newspaper.</summary>
    public static async Task<ArchiveShape> Write(BroadsheetDb db, DateTimeOffset now, CancellationToken ct)
    {
        var sections = new List<long[]>();
        await db.Write(
            async () =>
            {
                foreach (var top in Tops)
                {
                    var section = await SectionDesk.Add(db, null, top, Names(top), now, ct);
                    sections.Add([section.Id]);
                    foreach (var below in Below) sections.Add([section.Id, (await SectionDesk.Add(db, section, below, Names(below), now, ct)).Id]);
                }
                for (var i = 0; i < Reporters; i++) db.Add(new Person { Slug = $"reporter-{i}", Name = Names($"Reporter {i}"), Title = Names("Staff reporter") });
                for (var i = 0; i < Topics; i++) db.Add(new Core.Articles.Keyword { Slug = $"topic-{i}", Name = Names($"Topic {i}") });
                await db.SaveChangesAsync(ct);
                db.AddRange(db.People.Local.Select(p => new Address { Path = $"by/{p.Slug}", Kind = AddressKind.Person, TargetId = p.Id }).ToList());
                db.AddRange(db.Keywords.Local.Select(k => new Address { Path = $"topic/{k.Slug}", Kind = AddressKind.Keyword, TargetId = k.Id }).ToList());
            },
            ct);
        db.ChangeTracker.Clear();
        return new(sections, await db.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct), await db.Keywords.OrderBy(k => k.Id).Select(k => k.Id).ToListAsync(ct));
    }

    private static LocalText Names(string name) => new([new("en", char.ToUpperInvariant(name[0]) + name[1..]), new("ko", name)]);
}
