using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Broadsheet.Formats.Xml;

namespace Broadsheet.Formats.NewsMlG2;

/// <summary>
/// The value types of NewsML-G2's attributes and of its few typed elements, checked wherever they stand in an item.
/// Unknown attributes and other vocabularies are passed over.
/// </summary>
internal static partial class G2Types
{
    private static readonly Dictionary<string, (Func<string, bool> IsValid, string Expected)> Attributes = Table(
        (IsBoolean, "true or false", "custom hascontent audiovbr videovbr"),
        (WireDate.IsShortened, "a date", "coversfrom coversto created generated modified retired schemecreated schememodified schemeretired until validfrom validto approxstart approxend"),
        (IsPercent, "a whole number from 0 to 100", "confidence relevance"),
        (IsWhole, "a whole number", "charcount colourdepth height interactions linecount orientation pagecount rank raters seq size width wordcount"),
        (IsPositive, "a whole number above 0", "audiobitrate audiosamplerate audiosamplesize interval resolution videoavgbitrate"),
        (IsDecimal, "a number", "latitude longitude scalemax scalemin videoframerate"),
        (IsLanguage, "a language tag such as en-GB", "tag language"),
        (IsQCodes, "a qcode such as medtop:20000763", "qcode type rel why how creator pubconstraint rendition"));

    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["catalogRef"] = ["href"],
        ["scheme"] = ["alias", "uri"],
        ["groupRef"] = ["idref"],
        ["groupSet"] = ["root"],
        ["hasInstrument"] = ["symbol"],
        ["language"] = ["tag"],
    };

    /// <summary>Checks an item.</summary>
    /// <exception cref="RefusedException">A value is not of its type, or a required attribute is missing.</exception>
    public static void Check(XElement element)
    {
        if (!element.IsG2())
            return;
        foreach (var attribute in element.Attributes())
        {
            if (Expected(element, attribute) is { } expected)
                throw new RefusedException($"{element.Name.LocalName}/@{attribute.Name.LocalName} is '{WireDate.Shown(attribute.Value)}': {expected} was expected", XmlTree.LineOf(attribute));
        }
        foreach (var names in Required.GetValueOrDefault(element.Name.LocalName) ?? [])
        {
            if (names.Split('|').All(n => element.Attribute(n) is null))
                throw new RefusedException($"{element.Name.LocalName} has no {names.Split('|')[0]} attribute, which it must have", XmlTree.LineOf(element));
        }
        if (element.Name.LocalName is "inlineXML" or "inlineData")
            return;
        foreach (var child in element.Elements())
            Check(child);
    }

    private static string? Expected(XElement element, XAttribute attribute)
    {
        var name = attribute.Name;
        if (name == XNamespace.Xml + "lang")
            return attribute.Value.Length == 0 || IsLanguage(attribute.Value) ? null : "a language tag such as en-GB";
        if (name.NamespaceName.Length > 0 || element.Name.LocalName is "a" or "span" or "br" or "div")
            return null;
        var value = attribute.Value.Trim();
        if (name.LocalName.EndsWith("uri", StringComparison.Ordinal))
            return BrokenEscape().IsMatch(value) ? "a URI, in which % stands before two hexadecimal digits," : null;
        return Attributes.TryGetValue(name.LocalName, out var type) && !type.IsValid(value) ? type.Expected : null;
    }

    private static bool IsBoolean(string text) => text is "true" or "false" or "1" or "0";

    private static bool IsWhole(string text) => text.TrimStart('+').Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);

    private static bool IsPositive(string text) => IsWhole(text) && text.Any(c => c is >= '1' and <= '9');

    private static bool IsPercent(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100;

    private static bool IsDecimal(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool IsLanguage(string text) => LanguageTag().IsMatch(text.Trim());

    private static bool IsQCodes(string text) => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } codes
        && codes.All(c => c.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < c.Length - 1);

    private static Dictionary<string, (Func<string, bool>, string)> Table(params (Func<string, bool> IsValid, string Expected, string Names)[] rows) =>
        rows.SelectMany(r => r.Names.Split(' ').Select(n => KeyValuePair.Create(n, (r.IsValid, r.Expected)))).ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.None, 1000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
