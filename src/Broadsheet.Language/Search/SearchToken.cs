namespace Broadsheet.Language.Search;

/// <summary>What the index of a text is made of: a stem, a number, or two neighbouring syllables.</summary>
/// <param name="Text">As it is indexed: letters and digits only.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct SearchToken(string Text, int Start, int End)
{
    /// <summary>Stands between two blocks, so that no phrase reaches over their border.</summary>
    public const string Border = "¶";
}
