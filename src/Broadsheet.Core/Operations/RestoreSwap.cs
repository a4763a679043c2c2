using System.Text.Json;

namespace Broadsheet.Core.Operations;

/// <summary>One part of the newspaper that a restore replaces.</summary>
/// <param name="Target">Where it stands: a path under the data folder, or an absolute one.</param>
/// <param name="Staged">Where the new one waits; null where there is none and the old one only goes.</param>
/// <param name="Aside">Where the old one goes; null where there is no old one.</param>
internal sealed record RestoreMove(string Target, string? Staged, string? Aside);

/// <summary>
/// Puts restored files in the place of old ones. What is to be moved is written down first; from then on the restore has
/// happened, and whoever opens the folder next finishes it if this process could not. Before that, the old state stands.
/// </summary>
/// <param name="folder">The data folder. All of it happens in <c>.restore</c> inside, on the same disk.</param>
internal sealed class RestoreSwap(string folder)
{
    private string Root => Path.Combine(folder, ".restore");

    private string Journal => Path.Combine(Root, "moves.json");

    /// <summary>Where the archive is unpacked.</summary>
    internal string Staging => Path.Combine(Root, "new");

    /// <summary>Finishes a swap that was written down and broken off. Costs one look where there is none.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>True where there was one.</returns>
    /// <exception cref="OperationRefusedException">Its restore is still under way.</exception>
    internal static bool Finish(string folder)
    {
        var swap = new RestoreSwap(folder);
        if (!File.Exists(swap.Journal)) return false;
        using var alone = FolderUse.Own(folder);
        swap.FinishAlone();
        return true;
    }

    /// <summary>Does what a journal says, if there is one, and clears away what is left of a broken restore.</summary>
    internal void FinishAlone()
    {
        if (File.Exists(Journal)) foreach (var act in Acts()) act();
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }

    /// <summary>Makes the empty folder that the archive is unpacked into.</summary>
    internal void Begin()
    {
        FinishAlone();
        Directory.CreateDirectory(Staging);
    }

    /// <summary>Writes down what is to be moved: the point of no return.</summary>
    /// <param name="parts">Targets, and under which name each waits in <see cref="Staging"/> or where else; null removes the target.</param>
    internal void Commit(IEnumerable<(string Target, string? Staged)> parts)
    {
        var moves = parts.Select((p, n) => new RestoreMove(p.Target, p.Staged, Path.Exists(Place(p.Target)) ? AsideOf(p.Target, n) : null)).ToList();
        Directory.CreateDirectory(Path.Combine(Root, "old"));
        var part = Journal + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, moves, OperationsJson.Default.ListRestoreMove);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, Journal, overwrite: true);
    }

    /// <summary>
    /// The acts of the swap in their order. Each may be done again, and a swap that ended after any of them is finished by
    /// doing all: first everything old goes, then everything new comes, then the journal goes, and the old at last.
    /// </summary>
    internal IEnumerable<Action> Acts()
    {
        List<RestoreMove> moves;
        using (var file = File.OpenRead(Journal)) moves = JsonSerializer.Deserialize(file, OperationsJson.Default.ListRestoreMove) ?? [];
        foreach (var move in moves.Where(m => m.Aside is not null))
            yield return () => PutAside(move.Target, move.Aside!);
        foreach (var move in moves.Where(m => m.Staged is not null))
            yield return () => PutInPlace(move.Staged!, move.Target);
        yield return () => File.Delete(Journal);
        foreach (var move in moves.Where(m => m.Aside is not null))
            yield return () => Remove(Place(move.Aside!));
    }

    private string Place(string path) => Path.Combine(folder, path);

    // A database outside the folder may lie on another disk: its old file goes aside where it is.
    private static string AsideOf(string target, int number) =>
        Path.IsPathRooted(target) ? target + ".before-restore" : FormattableString.Invariant($".restore/old/{number}");

    // What already stands aside is the old one; what stands in its place by then is new.
    private void PutAside(string target, string aside)
    {
        if (!Path.Exists(Place(aside)) && Path.Exists(Place(target))) Move(Place(target), Place(aside));
    }

    // A new one that still waits has not arrived whole: a database on another disk is copied there.
    private void PutInPlace(string staged, string target)
    {
        if (Path.Exists(Place(staged))) Move(Place(staged), Place(target));
    }

    private static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (Directory.Exists(from)) Directory.Move(from, to);
        else File.Move(from, to, overwrite: true);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
    }
}
