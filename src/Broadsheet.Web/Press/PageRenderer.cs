using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Broadsheet.Web.Press;

/// <summary>Draws a page into bytes, in a scope of its own, in the culture of its language.</summary>
/// <param name="scopes">Makes the scope.</param>
/// <param name="logs">For the renderer.</param>
public sealed class PageRenderer(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The page as UTF-8.</summary>
    public async Task<byte[]> Draw(PublicPage.Drawn page)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(page.Language);
            var root = await renderer.RenderComponentAsync(page.Component, ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = page.Model }));
            using var bytes = new MemoryStream(32 * 1024);
            await using (var writer = new StreamWriter(bytes, Utf8, bufferSize: 8 * 1024, leaveOpen: true)) root.WriteHtmlTo(writer);
            return bytes.ToArray();
        });
    }
}
