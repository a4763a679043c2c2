using System.Collections.Frozen;
using Broadsheet.Core.Articles;

namespace Broadsheet.Core;

/// <summary>A short text in one or several languages: a section's name, a person's title.</summary>
public sealed class LocalText : IEquatable<LocalText>
{
    /// <summary>No text in any language.</summary>
    public static readonly LocalText Empty = new([]);

    private readonly FrozenDictionary<string, string> _texts;

    /// <param name="texts">Texts by BCP 47 language; blank ones are dropped.</param>
    public LocalText(IEnumerable<KeyValuePair<string, string>> texts) =>
        _texts = texts.Select(t => KeyValuePair.Create(t.Key, BodyDialect.PlainLine(t.Value ?? ""))).Where(t => t.Value.Length > 0).ToFrozenDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

    /// <param name="language">BCP 47.</param>
    /// <param name="text">The text in that language.</param>
    public LocalText(string language, string text) : this([new(language, text)]) { }

    /// <summary>Texts by language, in the order of the language codes.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _texts.OrderBy(t => t.Key, StringComparer.Ordinal);

    /// <summary>True where no language has a text.</summary>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>The text in a language; where there is none the English one, then any; empty where there is no text at all.</summary>
    public string In(string language) =>
        _texts.GetValueOrDefault(language)
        ?? _texts.GetValueOrDefault("en")
        ?? All.Select(t => t.Value).FirstOrDefault("");

    /// <summary>True where there is a text in this very language.</summary>
    public bool Has(string language) => _texts.ContainsKey(language);

    /// <summary>The same text with one language set.</summary>
    public LocalText With(string language, string text) =>
        new(_texts.Where(t => t.Key != language).Append(new(language, text)));

    /// <inheritdoc/>
    public bool Equals(LocalText? other) => other is not null && All.SequenceEqual(other.All);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalText);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        All.Aggregate(0, (hash, text) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(text.Key), StringComparer.Ordinal.GetHashCode(text.Value)));

    /// <inheritdoc/>
    public override string ToString() => In("en");
}
