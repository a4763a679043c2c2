namespace Broadsheet.Core.Articles;

/// <summary>Somebody's part in an article, in the order printed.</summary>
public sealed class Byline
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>From 0.</summary>
    public int Position { get; init; }

    /// <summary>The person or agency.</summary>
    public required long PersonId { get; init; }

    /// <summary><c>reporter</c>, <c>photographer</c>, <c>translator</c>, <c>columnist</c>, …; null where unsaid.</summary>
    public string? Role { get; init; }

    /// <summary>The address printed at the article's end; null for none.</summary>
    public string? Email { get; init; }
}

/// <summary>A keyword with a page of its own.</summary>
public sealed class Keyword
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key for API and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>The address is <c>topic/{slug}</c>. Unique.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name by language.</summary>
    public required LocalText Name { get; set; }

    /// <summary>The code it stands for: <c>medtop:04000000</c>; null for a word of the house.</summary>
    public string? Code { get; set; }
}

/// <summary>An article's keyword.</summary>
public sealed class ArticleKeyword
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The keyword.</summary>
    public long KeywordId { get; init; }

    /// <summary>From 0.</summary>
    public int Position { get; init; }
}

/// <summary>A further section on whose front and feed an article appears.</summary>
public sealed class ArticleSection
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The section.</summary>
    public long SectionId { get; init; }
}

/// <summary>Says that an article uses a photo, above its text or in it.</summary>
public sealed class ArticlePhoto
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The photo.</summary>
    public long PhotoId { get; init; }
}
