namespace Broadsheet.Core.Addresses;

/// <summary>What an address leads to.</summary>
public enum AddressKind
{
    /// <summary>An article.</summary>
    Article = 0,

    /// <summary>A section front.</summary>
    Section = 1,

    /// <summary>The page of a person's work.</summary>
    Person = 2,

    /// <summary>The page of a keyword.</summary>
    Keyword = 3,

    /// <summary>An old address: 301 to <see cref="Address.RedirectTo"/>.</summary>
    Redirect = 4,
}

/// <summary>A claimed path. The one place where paths are given out, and none is ever given out twice.</summary>
public sealed class Address
{
    /// <summary>The path without leading or trailing slash, lower-case ASCII. Primary key.</summary>
    public required string Path { get; init; }

    /// <summary>What it leads to.</summary>
    public AddressKind Kind { get; set; }

    /// <summary>Key of the article, section, person or keyword; null for a redirect.</summary>
    public long? TargetId { get; set; }

    /// <summary>For a redirect: the path to go to.</summary>
    public string? RedirectTo { get; set; }
}
