using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Broadsheet.Formats.Ninjs;

/// <summary>The first way in which an item breaks the rules.</summary>
/// <param name="Reason">What is wrong and what was expected.</param>
/// <param name="At">Offset in the item's bytes.</param>
internal sealed record RuleBreak(string Reason, long At);

/// <summary>Checks an item's bytes against the table of types. The bytes must be valid JSON in valid UTF-8.</summary>
/// <param name="item">The item's bytes.</param>
/// <param name="maxDepth">Deepest nesting of the item.</param>
/// <param name="strict">True where the newest schema holds: not for items of 1.x and 2.x.</param>
/// <param name="wordsForDates">True for items of 1.x.</param>
internal ref struct RuleCheck(ReadOnlySpan<byte> item, int maxDepth, bool strict, bool wordsForDates)
{
    private Utf8JsonReader _json = new(item, new JsonReaderOptions { MaxDepth = maxDepth });

    /// <summary>The first break, or null.</summary>
    public RuleBreak? Run()
    {
        _json.Read();
        return Check(NinjsRules.Item, "the item", inList: false);
    }

    /// <summary>Finds escapes that stand for no text, which nothing may read before: half a surrogate pair, or U+0000.</summary>
    /// <exception cref="JsonException">The item is not JSON.</exception>
    public static RuleBreak? Unreadable(ReadOnlySpan<byte> item, int maxDepth)
    {
        if (item.IndexOf("\\u"u8) < 0) return null;
        var json = new Utf8JsonReader(item, new JsonReaderOptions { MaxDepth = maxDepth });
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueIsEscaped && Unreadable(json) is { } reason)
            {
                return new RuleBreak(reason, json.TokenStartIndex);
            }
        }
        return null;
    }

    private static string? Unreadable(in Utf8JsonReader json)
    {
        var room = ArrayPool<char>.Shared.Rent(json.ValueSpan.Length);
        try
        {
            return room.AsSpan(0, json.CopyString(room)).Contains('\0') ? "a text contains U+0000" : null;
        }
        catch (InvalidOperationException)
        {
            return "a text contains half of a surrogate pair, which stands for no character";
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room);
        }
    }

    private RuleBreak? Check(Rule rule, string name, bool inList) => _json.TokenType switch
    {
        JsonTokenType.StartObject => CheckObject(rule, name, inList),
        JsonTokenType.StartArray => CheckList(rule, name),
        JsonTokenType.Null => null, // Many systems write null for 'not given'; a required property is asked for elsewhere.
        JsonTokenType.String => CheckText(rule, name),
        JsonTokenType.Number => CheckNumber(rule, name),
        _ => rule.Kind == RuleKind.Any ? null : Wrong(rule, name, "true or false"),
    };

    private RuleBreak? CheckObject(Rule rule, string name, bool inList)
    {
        if (rule.Kind is not (RuleKind.Any or RuleKind.Object or RuleKind.Named or RuleKind.ListOrNamed)) return Wrong(rule, name, "an object");
        var at = _json.TokenStartIndex;
        var seen = new List<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var property = _json.GetString()!;
            var part = rule.Kind switch
            {
                RuleKind.Any => Rule.Any,
                RuleKind.Object => rule.Of(property) ?? Rule.Any,
                _ => rule.Element!,
            };
            _json.Read();
            if (_json.TokenType != JsonTokenType.Null && rule.Kind == RuleKind.Object) seen.Add(property);
            if (Check(part, property, inList: false) is { } found) return found;
        }
        bool Has(string wanted) => seen.Exists(s => s.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        foreach (var wanted in inList ? rule.Required.Union(rule.RequiredInList) : rule.Required)
        {
            if (!Has(wanted)) return new RuleBreak($"{name} has no {wanted}, which is required", at);
        }
        if (rule.ExactlyOne.Count > 0 && rule.ExactlyOne.Count(Has) != 1)
        {
            return new RuleBreak($"{name} must have exactly one of {string.Join(" and ", rule.ExactlyOne)}", at);
        }
        return null;
    }

    private RuleBreak? CheckList(Rule rule, string name)
    {
        if (rule.Kind is not (RuleKind.Any or RuleKind.List or RuleKind.ListOrNamed)) return Wrong(rule, name, "a list");
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (Check(rule.Element ?? Rule.Any, $"an element of {name}", inList: true) is { } found) return found;
        }
        return null;
    }

    private RuleBreak? CheckText(Rule rule, string name)
    {
        switch (rule.Kind)
        {
            case RuleKind.Any or RuleKind.Text or RuleKind.Version:
                return null;
            case RuleKind.OneOf:
                var value = _json.GetString()!;
                return rule.Values.Contains(value, StringComparer.Ordinal) ? null
                    : At($"{name} is '{Shown(value)}'; expected one of {string.Join(", ", rule.Values)}");
            case RuleKind.Date:
                var date = _json.GetString()!;
                if (date.AsSpan().Trim().IsEmpty || NinjsDate.Read(date, out var problem) is not null) return null;
                if (wordsForDates && !date.AsSpan().ContainsAnyInRange('0', '9')) return null;
                return At($"{name} is '{Shown(date)}': {problem}");
            case RuleKind.CutDate:
                var cut = _json.GetString()!;
                return NinjsDate.IsCutDate(cut) ? null : At($"{name} is '{Shown(cut)}'; expected a date, or its beginning, such as 2026-07");
            default:
                return Wrong(rule, name, "text");
        }
    }

    private RuleBreak? CheckNumber(Rule rule, string name)
    {
        switch (rule.Kind)
        {
            case RuleKind.Any or RuleKind.Number or RuleKind.Version:
                return null;
            case RuleKind.Whole:
                return !strict || (_json.TryGetDouble(out var d) && double.IsInteger(d)) ? null : At($"{name} is {Number()}; expected a whole number");
            case RuleKind.Urgency or RuleKind.OneToNine:
                var inside = _json.TryGetDouble(out var urgency) && double.IsInteger(urgency) && urgency is >= 1 and <= 9;
                return inside || (!strict && rule.Kind == RuleKind.Urgency) ? null : At($"{name} is {Number()}; expected a whole number from 1 to 9");
            default:
                return Wrong(rule, name, "a number");
        }
    }

    private readonly string Number() => Shown(Encoding.UTF8.GetString(_json.ValueSpan));

    private readonly RuleBreak Wrong(Rule rule, string name, string found) => At($"{name} is {found}; expected {Wanted(rule)}");

    private readonly RuleBreak At(string reason) => new(reason, _json.TokenStartIndex);

    private static string Wanted(Rule rule) => rule.Kind switch
    {
        RuleKind.Object or RuleKind.Named => "an object",
        RuleKind.List => "a list",
        RuleKind.ListOrNamed => "a list, or an object by name",
        RuleKind.Number or RuleKind.Whole or RuleKind.Urgency or RuleKind.OneToNine => "a number",
        RuleKind.Date or RuleKind.CutDate => "a date as text",
        _ => "text",
    };

    private static string Shown(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
