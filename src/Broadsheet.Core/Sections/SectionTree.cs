using System.Collections.Frozen;
using Broadsheet.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Sections;

/// <summary>All sections at one time, with their order and lineage.</summary>
public sealed class SectionTree
{
    private readonly FrozenDictionary<long, Section> _byId;
    private readonly ILookup<long, Section> _children;

    /// <param name="sections">Every section of the newspaper.</param>
    public SectionTree(IEnumerable<Section> sections)
    {
        var all = sections.OrderBy(s => s.Position).ThenBy(s => s.Path, StringComparer.Ordinal).ToList();
        _byId = all.ToFrozenDictionary(s => s.Id);
        _children = all.ToLookup(s => s.ParentId ?? 0);
        All = all;
    }

    /// <summary>Every section, in the order of the section row.</summary>
    public IReadOnlyList<Section> All { get; }

    /// <summary>The sections of the section row.</summary>
    public IEnumerable<Section> Top => _children[0];

    /// <summary>Reads the tree: one query.</summary>
    public static async Task<SectionTree> Load(BroadsheetDb db, CancellationToken ct) =>
        new(await db.Sections.AsNoTracking().ToListAsync(ct));

    /// <summary>The section with a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Section this[long id] => _byId[id];

    /// <summary>The section at a path, or null.</summary>
    public Section? At(string path) => All.FirstOrDefault(s => s.Path == path);

    /// <summary>The sections right below one.</summary>
    public IEnumerable<Section> Below(Section section) => _children[section.Id];

    /// <summary>From the top section down to this one.</summary>
    public IReadOnlyList<Section> Lineage(long id)
    {
        var line = new List<Section>();
        for (var at = _byId.GetValueOrDefault(id); at is not null; at = at.ParentId is { } up ? _byId.GetValueOrDefault(up) : null)
        {
            if (line.Contains(at)) throw new InvalidOperationException($"Section {at.Path} lies below itself.");
            line.Add(at);
        }
        line.Reverse();
        return line;
    }
}
