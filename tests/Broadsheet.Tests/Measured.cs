using Xunit;

namespace Broadsheet.Tests;

/// <summary>Tests that measure the process's own time or memory: nothing may run beside them.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;
