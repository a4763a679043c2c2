namespace Broadsheet.Pictures.Drawing;

/// <summary>Repeatable randomness: the same arguments give the same value on every run.</summary>
internal static class Noise
{
    /// <summary>A value from 0 to 1 for a cell of a grid.</summary>
    public static float Hash(int x, int y, int seed)
    {
        unchecked
        {
            var h = ((uint)x * 0x8DA6B343u) ^ ((uint)y * 0xD8163841u) ^ ((uint)seed * 0xCB1AB31Fu);
            h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
            h = (h ^ (h >> 12)) * 0x297A2D39u;
            return ((h ^ (h >> 15)) & 0xFFFFFF) / (float)0xFFFFFF;
        }
    }

    /// <summary>Smooth noise from 0 to 1 with features about one unit wide.</summary>
    public static float Smooth(float x, float y, int seed)
    {
        var (left, top) = (MathF.Floor(x), MathF.Floor(y));
        var (u, v) = (Ease(x - left), Ease(y - top));
        var (i, j) = ((int)left, (int)top);
        var above = Mix(Hash(i, j, seed), Hash(i + 1, j, seed), u);
        var below = Mix(Hash(i, j + 1, seed), Hash(i + 1, j + 1, seed), u);
        return Mix(above, below, v);
    }

    /// <summary>Noise of several sizes laid over each other, from 0 to 1: clouds, rock, foliage.</summary>
    public static float Cloud(float x, float y, int seed, int octaves = 5)
    {
        float sum = 0, weight = 0.5f, total = 0;
        for (var octave = 0; octave < octaves; octave++)
        {
            sum += weight * Smooth(x, y, seed + octave);
            total += weight;
            (x, y, weight) = ((x * 2.03f) + 17, (y * 2.03f) - 9, weight * 0.5f);
        }
        return sum / total;
    }

    /// <summary>How steeply cloudy ground of one unit's grain falls away from a light at the upper left; about −1 to 1.</summary>
    public static float Slope(float x, float y, int seed, int octaves = 5) => (Cloud(x + 0.06f, y + 0.05f, seed, octaves) - Cloud(x - 0.06f, y - 0.05f, seed, octaves)) * -6;

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, eased between.</summary>
    public static float Step(float from, float to, float value) => Ease(Math.Clamp((value - from) / (to - from), 0, 1));

    /// <summary>Linear interpolation.</summary>
    public static float Mix(float from, float to, float share) => from + ((to - from) * share);

    private static float Ease(float t) => t * t * (3 - (2 * t));
}
