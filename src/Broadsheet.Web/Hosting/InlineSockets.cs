namespace Broadsheet.Web.Hosting;

/// <summary>
/// Serves pages from memory on the threads that listen to the sockets, without a way through the thread pool: about half the
/// processor time a request. It takes both switches, that of Kestrel's transport and that of the runtime's sockets, which is for
/// the whole process. So nothing else may run there: see <see cref="Workshop"/>.
/// </summary>
internal static class InlineSockets
{
    // The runtime reads it once, from the process's own environment, when the first socket waits.
    private const string Switch = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Turns it on; before the first socket of the process.</summary>
    internal static void Use(IWebHostBuilder web)
    {
        Environment.SetEnvironmentVariable(Switch, "1");
        web.UseSockets(o => o.UnsafePreferInlineScheduling = true);
    }
}
