namespace Broadsheet.Core.Operations;

/// <summary>Something that <see cref="Check"/> found wrong.</summary>
/// <param name="Thing">What kind of thing: database, photo, article, list, day, file.</param>
/// <param name="Place">Which one.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Fault(string Thing, string Place, string What, string Remedy)
{
    /// <summary>The fault on one line.</summary>
    public override string ToString() => $"{Thing} {Place}: {What}. {Remedy}.";
}
