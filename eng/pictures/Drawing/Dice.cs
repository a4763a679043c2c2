namespace Broadsheet.Pictures.Drawing;

/// <summary>A seeded sequence of chances for placing things; independent of the runtime's own generator.</summary>
internal sealed class Dice(int seed)
{
    private ulong state = unchecked(((ulong)seed * 0x9E3779B97F4A7C15UL) + 0x1234567);

    /// <summary>The next value from <paramref name="from"/> to below <paramref name="to"/>.</summary>
    public float Between(float from, float to) => from + ((to - from) * Next());

    /// <summary>The next whole number from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public int Whole(int from, int to) => from + (int)(Next() * (to - from + 1));

    /// <summary>True with this likelihood (0 to 1).</summary>
    public bool Chance(float likelihood) => Next() < likelihood;

    /// <summary>One of the choices.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Whole(0, choices.Count - 1)];

    /// <summary>The next value from 0 to below 1.</summary>
    public float Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return ((z ^ (z >> 31)) >> 40) / (float)(1 << 24);
        }
    }
}
