using System.Xml.Linq;
using Broadsheet.Core.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Hosting;

/// <summary>Keeps the data-protection keys in the newspaper's database.</summary>
/// <param name="scopes">A scope for each use.</param>
public sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<BroadsheetDb>().ProtectionKeys.AsNoTracking().Select(k => k.Xml).ToList().ConvertAll(XElement.Parse);
    }

    // The interface is synchronous; a key is made once in ninety days.
    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        db.Write(
            () =>
            {
                db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
                return Task.CompletedTask;
            },
            CancellationToken.None).GetAwaiter().GetResult();
    }
}
