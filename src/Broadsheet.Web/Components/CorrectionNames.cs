using System.Globalization;
using Broadsheet.Core.Articles;

namespace Broadsheet.Web.Components;

/// <summary>What the public record is called on pages and in feeds.</summary>
public static class CorrectionNames
{
    /// <summary>The resource key of a kind of correction.</summary>
    public static string Key(CorrectionKind kind) => kind == CorrectionKind.EditorsNote ? "editors-note" : kind.ToString().ToLowerInvariant();

    /// <summary>The notice of something that was removed: 'A passage was removed on … for legal reasons.'</summary>
    /// <param name="kind"><c>passage</c> or <c>version</c>.</param>
    /// <param name="ground"><c>unsaid</c>, <c>legal</c> or <c>privacy</c>.</param>
    /// <param name="day">As it is printed.</param>
    /// <param name="language">Whose words it is said in.</param>
    public static string Removal(string kind, string ground, string day, string language) =>
        string.Format(CultureInfo.InvariantCulture, Texts.In($"Removed_{kind}_{ground}", language) ?? "{0}", day);

    /// <summary>The same of a suppression.</summary>
    public static string Removal(Suppression removed, string day, string language) =>
        Removal(removed.VersionNumber is null ? "passage" : "version", removed.Ground.ToString().ToLowerInvariant(), day, language);
}
