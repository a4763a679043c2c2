namespace Broadsheet.Formats.NewsMlG2;

/// <summary>
/// Gives the texts of a message the pictures that a package of the same message puts beside them. Readings leave in the
/// order they came; few are held back, so memory stays flat: a text waits for the pictures of its package at most until
/// <see cref="Longest"/> readings or <see cref="MostBytes"/> bytes are waiting.
/// </summary>
internal sealed class PackageAssembly
{
    /// <summary>Readings held so that a package that follows its items still finds them.</summary>
    private const int LookBack = 16;

    /// <summary>Most readings held while a text waits for its package.</summary>
    private const int Longest = 256;

    /// <summary>Most bytes held.</summary>
    private const long MostBytes = 8 * 1024 * 1024;

    /// <summary>Packages remembered.</summary>
    private const int MostPackages = 64;

    private readonly Queue<WireReading> waiting = new();
    private readonly LinkedList<Open> packages = new();
    private long bytes;

    /// <summary>Takes a reading and gives back those that need wait no longer.</summary>
    public IEnumerable<WireReading> Add(G2Item item)
    {
        waiting.Enqueue(item.Reading);
        bytes += SizeOf(item.Reading);
        if (item.Package is { } package)
            Begin(package);
        if (item.Reading is WireReading.Found found)
            Arrived(found.Item);
        while (waiting.TryPeek(out var next) && MayLeave(next))
            yield return Release();
    }

    /// <summary>Gives back all that is left, at the end of the message.</summary>
    public IEnumerable<WireReading> Finish()
    {
        while (waiting.Count > 0)
            yield return Release();
    }

    private void Begin(G2Package package)
    {
        var opened = new Open(package);
        foreach (var earlier in waiting.OfType<WireReading.Found>())
            opened.Arrived(earlier.Item);
        packages.AddLast(opened);
        if (packages.Count > MostPackages)
            packages.RemoveFirst();
    }

    private void Arrived(NewsItem item)
    {
        foreach (var package in packages)
            package.Arrived(item);
    }

    private bool MayLeave(WireReading next)
    {
        if (waiting.Count > Longest || bytes > MostBytes)
            return true;
        if (next is WireReading.Found { Item: var item } && packages.Any(p => p.Holds(item.Guid)))
            return packages.All(p => !p.Holds(item.Guid) || p.IsComplete);
        return waiting.Count > LookBack;
    }

    private WireReading Release()
    {
        var reading = waiting.Dequeue();
        bytes -= SizeOf(reading);
        return reading is WireReading.Found { Item.ContentKind: "text" or "composite" } found ? found with { Item = WithMembers(found.Item) } : reading;
    }

    private NewsItem WithMembers(NewsItem text)
    {
        foreach (var package in packages.Where(p => p.Holds(text.Guid)))
            text = package.Around(text);
        return text;
    }

    private static long SizeOf(WireReading reading) => reading is WireReading.Found found ? found.Item.Raw.Length : 0;

    /// <summary>A package and what has arrived of it.</summary>
    private sealed class Open(G2Package package)
    {
        private readonly HashSet<string> guids = package.Members.Select(m => m.Reference).ToHashSet(StringComparer.Ordinal);
        private readonly HashSet<string> arrived = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<NewsPicture>> pictures = new(StringComparer.Ordinal);

        public bool IsComplete => arrived.Count == guids.Count;

        public bool Holds(string guid) => guids.Contains(guid);

        public void Arrived(NewsItem item)
        {
            if (!guids.Contains(item.Guid))
                return;
            arrived.Add(item.Guid);
            if (item.ContentKind is "picture" or "graphic")
                pictures[item.Guid] = item.Pictures;
        }

        /// <summary>The text with the pictures of its own group, or of the groups that have no text; other members by name.</summary>
        public NewsItem Around(NewsItem text)
        {
            var own = package.Members.First(m => m.Reference == text.Guid).Group;
            var withText = package.Members.Where(m => m.Kind is "text" or null && !pictures.ContainsKey(m.Reference)).Select(m => m.Group).ToHashSet(StringComparer.Ordinal);
            var beside = package.Members.Where(m => m.Reference != text.Guid && (m.Group == own || !withText.Contains(m.Group))).ToList();
            var found = beside.Where(m => pictures.ContainsKey(m.Reference)).SelectMany(m => pictures[m.Reference]).ToList();
            var others = beside.Where(m => !pictures.ContainsKey(m.Reference)).Select(m => new NewsAssociation(m.Group, m.Kind ?? "text", m.Title, m.Reference));
            return text with
            {
                Pictures = [.. text.Pictures, .. found.Where(f => !text.Pictures.Any(p => p.Guid is not null && p.Guid == f.Guid))],
                Associations = [.. text.Associations, .. others.Where(o => !text.Associations.Any(a => a.Reference == o.Reference))],
            };
        }
    }
}
