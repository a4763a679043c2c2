using System.Runtime.CompilerServices;

namespace Broadsheet.Tests;

/// <summary>Settings of every newspaper in this process.</summary>
internal static class SuiteSettings
{
    private const string InlineSockets = "Broadsheet__Press__InlineSockets";

    // Tests are slow readers and slow writers in one process with the site: their own code would run on its listening threads.
#pragma warning disable CA2255 // A test program is no library.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set() => Environment.SetEnvironmentVariable(InlineSockets, Environment.GetEnvironmentVariable(InlineSockets) ?? "false");
}
