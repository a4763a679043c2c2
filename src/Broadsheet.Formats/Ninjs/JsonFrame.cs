using System.Text;

namespace Broadsheet.Formats.Ninjs;

/// <summary>How a container came by its place in a wrapper.</summary>
internal enum WrapperNaming
{
    /// <summary>Under a name of ours: it belongs to an item.</summary>
    Known,

    /// <summary>Under a name that says nothing.</summary>
    Other,

    /// <summary>Under a name that feeds use for their list.</summary>
    List,

    /// <summary>Under a name that feeds use for one item.</summary>
    Item,
}

/// <summary>An object that may be an item or wrap items, or a list of such objects.</summary>
internal sealed class JsonFrame
{
    private static readonly HashSet<string> ListNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "items", "_items", "results", "data", "docs", "documents", "entries", "articles", "stories", "news", "newsitems", "hits", "records",
    };

    // Properties that a wrapper may well have too, and that therefore mark nothing.
    private static readonly HashSet<string> Unmarked = new(StringComparer.OrdinalIgnoreCase)
    {
        "version", "title", "language", "type", "standard", "$standard", "copyrightholder", "copyrightnotice",
    };

    public required bool IsList { get; init; }

    /// <summary>Depth of its inside.</summary>
    public required int Depth { get; init; }

    /// <summary>Offset of its bracket in the stream.</summary>
    public required long Start { get; init; }

    public required int Line { get; init; }

    public WrapperNaming Naming { get; set; } = WrapperNaming.Other;

    /// <summary>Known to wrap items: not an item itself.</summary>
    public bool IsWrapper { get; set; }

    /// <summary>Refused already: its rest is passed over.</summary>
    public bool Refused { get; set; }

    public bool TooDeep { get; set; }

    /// <summary>Has at least one element.</summary>
    public bool Any { get; set; }

    public bool HasUri { get; private set; }

    /// <summary>Has a property that only a ninjs item has.</summary>
    public bool HasMark { get; private set; }

    /// <summary>The property being read.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a value met now could hold items.</summary>
    public bool MayWrap => IsWrapper || (!HasUri && !HasMark);

    public void Meet(ReadOnlySpan<byte> name)
    {
        Name = Encoding.UTF8.GetString(name);
        HasUri |= Name == "uri";
        HasMark |= Name != "uri" && !Unmarked.Contains(Name) && NinjsRules.IsKnown(Name);
    }

    public static WrapperNaming NamingOf(string name) =>
        NinjsRules.IsKnown(name) ? WrapperNaming.Known
        : ListNames.Contains(name) ? WrapperNaming.List
        : name.Equals("item", StringComparison.OrdinalIgnoreCase) ? WrapperNaming.Item
        : WrapperNaming.Other;
}
