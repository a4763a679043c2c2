namespace Broadsheet.Core.People;

/// <summary>Whether a byline is somebody's or an organisation's.</summary>
public enum PersonKind
{
    /// <summary>A human being.</summary>
    Person = 0,

    /// <summary>A wire agency or another organisation.</summary>
    Agency = 1,
}

/// <summary>Somebody with a page of their work. Needs no account.</summary>
public sealed class Person
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key for API and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>The address is <c>by/{slug}</c>. Unique.</summary>
    public required string Slug { get; init; }

    /// <summary>A person or an agency.</summary>
    public PersonKind Kind { get; init; }

    /// <summary>The name by language.</summary>
    public required LocalText Name { get; set; }

    /// <summary>What they do at the newspaper, by language.</summary>
    public LocalText Title { get; set; } = LocalText.Empty;

    /// <summary>A few sentences by language, plain text.</summary>
    public LocalText Biography { get; set; } = LocalText.Empty;

    /// <summary>The address printed with a byline, where the person wants it.</summary>
    public string? Email { get; set; }
}
