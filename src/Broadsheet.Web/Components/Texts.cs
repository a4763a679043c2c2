using System.Globalization;
using System.Resources;

namespace Broadsheet.Web.Components;

/// <summary>The words of the interface, from <c>Resources/Texts.resx</c> and <c>Texts.ko.resx</c>.</summary>
public static class Texts
{
    private static readonly ResourceManager Resources = new("Broadsheet.Web.Resources.Texts", typeof(Texts).Assembly);

    /// <summary>A text in the language of the page that is being drawn (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    /// <param name="key">Its key; an unknown one is shown as it is, so that a fault is seen and nothing fails.</param>
    public static string T(string key) => In(key, null) ?? key;

    /// <summary>A text with values in its places <c>{0}</c>, <c>{1}</c>, ….</summary>
    public static string T(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, T(key), values);

    /// <summary>A text in the given language (BCP 47), for words that belong to an article and not to the interface.</summary>
    /// <returns>Null where there is no such key.</returns>
    public static string? In(string key, string? language) => Resources.GetString(key, Culture(language));

    /// <summary>The name of an article's kind in the interface's language, or null for plain news.</summary>
    public static string? KindName(string? kind) => kind is null ? null : In($"Kind_{kind.ToLowerInvariant()}", null) ?? kind;

    /// <summary>The value of a <c>lang</c> attribute: null where the text is in the interface's language anyway.</summary>
    public static string? LangOf(string language) =>
        string.Equals(language, CultureInfo.CurrentUICulture.Name, StringComparison.OrdinalIgnoreCase) ? null : language;

    /// <summary>The word for a role that stands behind a name (Korean); empty where the name brings it along, as an agency's bylines do.</summary>
    public static string RoleAfter(string name, string? role) => role is null || name.EndsWith(role, StringComparison.Ordinal) ? "" : role;

    private static CultureInfo Culture(string? language)
    {
        if (string.IsNullOrEmpty(language)) return CultureInfo.CurrentUICulture;
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentUICulture; // an agency's odd tag: the interface's own words are right enough
        }
    }
}
