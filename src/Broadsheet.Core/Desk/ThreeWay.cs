using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Broadsheet.Core.Desk;

/// <summary>A run of pieces in which at most one side changed anything, or both did.</summary>
/// <param name="Base">What stood there.</param>
/// <param name="Mine">What one side has.</param>
/// <param name="Theirs">What the other side has.</param>
/// <param name="IsClash">True where both changed it, and not to the same.</param>
internal sealed record MergedRun(IReadOnlyList<string> Base, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs, bool IsClash)
{
    /// <summary>What stands there from now on; for a run without clash.</summary>
    internal IReadOnlyList<string> Together => Mine.SequenceEqual(Base) ? Theirs : Mine;
}

/// <summary>
/// Lines two changes of one sequence up against it. The differences of each side come from a package; its own merge of three
/// loses pieces where the base is empty, so the walk over both is here.
/// </summary>
internal static class ThreeWay
{
    /// <summary>The runs in order; joined they are the whole of each side.</summary>
    internal static List<MergedRun> Runs(string original, string mine, string theirs, CustomFunctionChunker pieces)
    {
        var ours = Differ.Instance.CreateDiffs(original, mine, ignoreWhiteSpace: false, ignoreCase: false, pieces);
        var others = Differ.Instance.CreateDiffs(original, theirs, ignoreWhiteSpace: false, ignoreCase: false, pieces);
        var (a, b) = (new Side(ours), new Side(others));
        var runs = new List<MergedRun>();
        var at = 0;
        while (a.Next is not null || b.Next is not null)
        {
            var from = Math.Min(a.From, b.From);
            if (from > at) Add(from);
            // A change takes in every other one that it overlaps or that begins where it does.
            var to = at;
            do
            {
                if (a.Next is not null && (a.From < to || a.From == from)) to = Math.Max(to, a.Take());
                else if (b.Next is not null && (b.From < to || b.From == from)) to = Math.Max(to, b.Take());
                else break;
            }
            while (true);
            Add(to);
        }
        if (at < ours.PiecesOld.Count || a.At < ours.PiecesNew.Count || b.At < others.PiecesNew.Count) Add(ours.PiecesOld.Count);
        return runs;

        void Add(int to)
        {
            var before = Cut(ours.PiecesOld, at, to);
            var (one, other) = (a.Upto(to), b.Upto(to));
            runs.Add(new(before, one, other, !one.SequenceEqual(other) && !one.SequenceEqual(before) && !other.SequenceEqual(before)));
            at = to;
        }
    }

    private static List<string> Cut(IReadOnlyList<string> pieces, int from, int to) => [.. pieces.Skip(from).Take(to - from)];

    /// <summary>One side's changes, taken one after the other; keeps how far its own pieces were used.</summary>
    private sealed class Side(DiffResult diff)
    {
        private int _next;
        private int _shift;

        internal int At { get; private set; }

        internal DiffBlock? Next => _next < diff.DiffBlocks.Count ? diff.DiffBlocks[_next] : null;

        internal int From => Next?.DeleteStartA ?? int.MaxValue;

        // Returns where the change ends in the base.
        internal int Take()
        {
            var block = diff.DiffBlocks[_next++];
            _shift += block.InsertCountB - block.DeleteCountA;
            return block.DeleteStartA + block.DeleteCountA;
        }

        // This side's pieces up to a place of the base behind every change that was taken.
        internal List<string> Upto(int to)
        {
            var pieces = Cut(diff.PiecesNew, At, to + _shift);
            At = to + _shift;
            return pieces;
        }
    }
}
