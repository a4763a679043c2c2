namespace Broadsheet.Pictures.Drawing;

/// <summary>Tones of open water.</summary>
internal static class Waves
{
    /// <summary>Swell that grows towards the viewer: about −0.5 (crest in the light) to 0.5 (trough).</summary>
    public static float Swell(float x, float y, float horizon, int seed, float size = 1)
    {
        var depth = MathF.Max(0, y - horizon) / 500 * size;
        return Noise.Smooth((x / (70 + (240 * depth))) + (y / 120), (y - horizon) / (11 + (36 * depth)), seed) - 0.5f;
    }
}
