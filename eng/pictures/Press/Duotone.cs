using System.Numerics;
using SkiaSharp;

namespace Broadsheet.Pictures.Press;

/// <summary>The ground under the engraved lines: light tones take one colour, dark tones another; the lines take the ink.</summary>
internal sealed record Duotone(SKColor Light, SKColor Dark, SKColor Line)
{
    /// <summary>Lines of the key ink on bare paper.</summary>
    public static readonly Duotone Plain = new(Ink.Paper, Ink.Paper, Ink.Key);

    /// <summary>Key lines over a wash of one spot ink; <paramref name="light"/> and <paramref name="dark"/> are its shares.</summary>
    public static Duotone Wash(SKColor spot, float light, float dark) => new(Ink.Tint(spot, light), Ink.Tint(spot, dark), Ink.Key);

    /// <summary>Lines of a spot ink over a wash of the same ink.</summary>
    public static Duotone Mono(SKColor spot, float light, float dark) => new(Ink.Tint(spot, light), Ink.Tint(spot, dark), spot);

    /// <summary>The colour of a point: its ground for this darkness under so much ink.</summary>
    public Vector3 At(float darkness, float ink)
    {
        var ground = Vector3.Lerp(Ink.Values(Light), Ink.Values(Dark), darkness);
        return Vector3.Lerp(ground, Ink.Values(Line), ink);
    }
}
