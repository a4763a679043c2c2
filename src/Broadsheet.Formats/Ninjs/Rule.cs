namespace Broadsheet.Formats.Ninjs;

/// <summary>What a JSON value must be.</summary>
internal enum RuleKind
{
    /// <summary>Anything, unchecked.</summary>
    Any,
    Text,

    /// <summary>ISO 8601 date or date and time. Words without a digit pass in items of 1.x, whose suite passes them.</summary>
    Date,

    /// <summary>A date cut off anywhere: <c>2023</c>, <c>2023-07</c>, … (<c>truncatedDateTimeType</c> of 3.x).</summary>
    CutDate,
    Number,

    /// <summary>A whole number; in 1.x and 2.x any number (<c>5.0</c>), since those schemas say so.</summary>
    Whole,

    /// <summary>1 to 9; in 1.x and 2.x any number.</summary>
    Urgency,

    /// <summary>1 to 9 in every version.</summary>
    OneToNine,

    /// <summary>A version: text as all schemas say, or the whole number that many write.</summary>
    Version,
    OneOf,
    Object,

    /// <summary>An object whose values, under any name, obey the element's rule.</summary>
    Named,
    List,

    /// <summary>A list (2.x, 3.x) or an object by name (1.x) of the same elements.</summary>
    ListOrNamed,
}

/// <summary>The type of a property and, for what has parts, of its parts.</summary>
/// <param name="Kind">What it must be.</param>
internal sealed record Rule(RuleKind Kind)
{
    public static readonly Rule Any = new(RuleKind.Any);
    public static readonly Rule Text = new(RuleKind.Text);
    public static readonly Rule Date = new(RuleKind.Date);
    public static readonly Rule CutDate = new(RuleKind.CutDate);
    public static readonly Rule Number = new(RuleKind.Number);
    public static readonly Rule Whole = new(RuleKind.Whole);
    public static readonly Rule Urgency = new(RuleKind.Urgency);
    public static readonly Rule OneToNine = new(RuleKind.OneToNine);
    public static readonly Rule Version = new(RuleKind.Version);

    /// <summary>Rules by property; names compared without case, since 3.x writes 2.x's names with capitals.</summary>
    public Dictionary<string, Rule> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Properties by their beginning (<c>headline_</c>).</summary>
    public Dictionary<string, Rule> Prefixes { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties that must be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Properties that a list's elements must have; an object by name has the name already.</summary>
    public IReadOnlyList<string> RequiredInList { get; init; } = [];

    /// <summary>Properties of which exactly one must be there.</summary>
    public IReadOnlyList<string> ExactlyOne { get; init; } = [];

    /// <summary>Rule of the elements.</summary>
    public Rule? Element { get; init; }

    /// <summary>Values allowed.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public static Rule OneOf(params string[] values) => new(RuleKind.OneOf) { Values = values };

    public static Rule List(Rule element) => new(RuleKind.List) { Element = element };

    public static Rule Named(Rule element) => new(RuleKind.Named) { Element = element };

    public static Rule ListOrNamed(Rule element) => new(RuleKind.ListOrNamed) { Element = element };

    /// <summary>An object of texts under these names; the rest is added with <see cref="With"/>.</summary>
    public static Rule Object(string texts = "") => new Rule(RuleKind.Object).With(texts, Text);

    /// <summary>Gives several properties, their names separated by spaces, the same rule.</summary>
    public Rule With(string names, Rule rule)
    {
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Fields[name] = rule;
        return this;
    }

    /// <summary>Gives every property that begins so and goes on in <c>[a-zA-Z0-9_]</c> a rule.</summary>
    public Rule WithPrefix(string prefix, Rule rule)
    {
        Prefixes[prefix] = rule;
        return this;
    }

    /// <summary>The rule of a property, or null for an unknown one.</summary>
    public Rule? Of(string name)
    {
        if (Fields.TryGetValue(name, out var rule)) return rule;
        foreach (var (prefix, prefixed) in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length
                && name.AsSpan(prefix.Length).IndexOfAnyExcept(NinjsRules.SuffixCharacters) < 0)
            {
                return prefixed;
            }
        }
        return null;
    }
}
