namespace Broadsheet.Core.Sections;

/// <summary>A section of the newspaper: a node in a tree of any depth.</summary>
public sealed class Section
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>Key for API and export.</summary>
    public Guid PublicId { get; init; } = Guid.CreateVersion7();

    /// <summary>The section above; null at the top.</summary>
    public long? ParentId { get; private set; }

    /// <summary>Last part of <see cref="Path"/>.</summary>
    public string Slug { get; private set; }

    /// <summary>The address without leading slash: <c>national/north-korea</c>. Unique.</summary>
    public string Path { get; private set; }

    /// <summary>Order among its siblings, ascending.</summary>
    public int Position { get; set; }

    /// <summary>Its name by language.</summary>
    public LocalText Name { get; set; }

    /// <summary>One sentence by language.</summary>
    public LocalText Description { get; set; } = LocalText.Empty;

    /// <param name="parent">The section above, saved before; null at the top.</param>
    /// <param name="slug">Lower-case ASCII letters, digits and hyphens.</param>
    /// <param name="name">Its name by language.</param>
    public Section(Section? parent, string slug, LocalText name)
    {
        Slug = slug;
        Name = name;
        ParentId = parent?.Id;
        Path = parent is null ? slug : $"{parent.Path}/{slug}";
    }

    private Section(string slug, string path, LocalText name) => (Slug, Path, Name) = (slug, path, name);

    /// <summary>True for sections whose articles are opinion: they never lead a front by themselves.</summary>
    public bool IsOpinion => Path == "opinion" || Path.StartsWith("opinion/", StringComparison.Ordinal);

    /// <summary>Puts the section elsewhere or gives it another slug. Addresses are <see cref="SectionTree"/>'s business.</summary>
    internal void PlaceUnder(Section? parent, string slug)
    {
        ParentId = parent?.Id;
        Slug = slug;
        Path = parent is null ? slug : $"{parent.Path}/{slug}";
    }
}
