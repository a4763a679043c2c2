using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Broadsheet.Web.Components;

/// <summary>
/// The one place where markup that is made already goes into a page as it is: text of our dialect (sanitised when it was
/// written) and structured data. Everything else is encoded by Razor.
/// </summary>
public sealed class BodyHtml : ComponentBase
{
    /// <summary>The markup.</summary>
    [Parameter, EditorRequired]
    public string? Markup { get; set; }

    /// <summary>The place before the first word, put into the first paragraph; plain text.</summary>
    [Parameter]
    public string? Dateline { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, Dateline is null ? Markup : WithDateline(Markup ?? "", Dateline));
    }

    private static string WithDateline(string markup, string dateline)
    {
        var words = $"<span class=\"dateline\">{HtmlEncoder.Default.Encode(dateline)}</span> ";
        var end = markup.IndexOf('>', StringComparison.Ordinal);
        var opensParagraph = markup.StartsWith("<p>", StringComparison.Ordinal) || markup.StartsWith("<p ", StringComparison.Ordinal);
        return opensParagraph && end > 0 ? markup.Insert(end + 1, words) : $"<p>{words}</p>{markup}";
    }
}
