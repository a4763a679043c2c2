using Broadsheet.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>What a form sent, and what is wrong with it: drawn again, the form shows both.</summary>
/// <param name="sent">The fields.</param>
public sealed class FormInput(IFormCollection sent)
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>A form that nobody has sent yet.</summary>
    public static FormInput Empty => new(FormCollection.Empty);

    /// <summary>True where nothing is wrong.</summary>
    public bool IsSound => _errors.Count == 0;

    /// <summary>What is wrong, by field, in words.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>True where the form was sent at all.</summary>
    public bool WasSent => sent.Count > 0;

    /// <summary>A line as it was sent, without the spaces around it; empty where there is none.</summary>
    /// <param name="name">The field.</param>
    /// <param name="most">Longest text, in characters: more is an error beside the field.</param>
    public string Line(string name, int most = 300)
    {
        var text = Raw(name).Trim();
        if (text.Contains('\0', StringComparison.Ordinal)) Fault(name, Texts.T("Room_Field_Zero"));
        if (text.Length > most) Fault(name, Texts.T("Room_Field_Long", most));
        return text;
    }

    /// <summary>A line that must say something.</summary>
    /// <inheritdoc cref="Line"/>
    public string Needed(string name, int most = 300)
    {
        var text = Line(name, most);
        if (text.Length == 0) Fault(name, Texts.T("Room_Field_Needed"));
        return text;
    }

    /// <summary>Exactly what was sent (a password may begin with a space).</summary>
    public string Raw(string name) => sent.TryGetValue(name, out var values) && values != StringValues.Empty ? values.ToString() : "";

    /// <summary>All values of a field.</summary>
    public IReadOnlyList<string> All(string name) => sent.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>True where the field was sent at all, be it empty.</summary>
    public bool Has(string name) => sent.ContainsKey(name);

    /// <summary>True for a box that was ticked.</summary>
    public bool IsTicked(string name) => Raw(name).Length > 0;

    /// <summary>Says what is wrong with a field; the first fault stays.</summary>
    public void Fault(string name, string words) => _errors.TryAdd(name, words);
}
