using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Broadsheet.Web.Components;

/// <summary>
/// The words of a headline. A score, a span of years or a measure ("4–3", "2019–23", "11-meter") is kept on one line:
/// browsers break behind a dash.
/// </summary>
public sealed partial class HeadlineText : ComponentBase
{
    /// <summary>The headline, plain text.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var part in FigureSpan().Split(Text))
        {
            if (FigureSpan().IsMatch(part))
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "class", "whole");
                builder.AddContent(2, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(3, part);
            }
        }
    }

    [GeneratedRegex(@"(?<span>\d+[–-][\p{L}\d]{1,12})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FigureSpan();
}
