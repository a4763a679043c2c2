using Microsoft.AspNetCore.Components;

namespace Broadsheet.Web.Components;

/// <summary>A component drawn from one typed model; a wrong model is a compile error where the page is made.</summary>
/// <typeparam name="TModel">What the component shows.</typeparam>
public abstract class View<TModel> : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
