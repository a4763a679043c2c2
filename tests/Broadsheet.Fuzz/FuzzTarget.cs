namespace Broadsheet.Fuzz;

/// <summary>Something that takes bytes from strangers.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Seeds">Where inputs to begin with lie: a folder and a file pattern; folders of <c>data/</c> lie beside the repository and may be absent.</param>
/// <param name="Words">Pieces that mean something to it.</param>
/// <param name="Run">Takes an input and says in a few words what became of it; throws where that is wrong.</param>
internal sealed record FuzzTarget(string Name, (string Folder, string Pattern)[] Seeds, string[] Words, Func<byte[], Task<string>> Run)
{
    /// <summary>True where what counts stands near the beginning.</summary>
    public bool HeadFirst { get; init; }
}

/// <summary>The input was taken, and what came of it is wrong.</summary>
internal sealed class WrongResultException(string message) : Exception(message);
