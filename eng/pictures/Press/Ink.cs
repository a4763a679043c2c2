using System.Numerics;
using SkiaSharp;

namespace Broadsheet.Pictures.Press;

/// <summary>The house colours: one paper, one key ink and few spot inks, so that every picture is of the same paper.</summary>
internal static class Ink
{
    public static readonly SKColor Paper = new(0xF6, 0xF0, 0xE2);
    public static readonly SKColor Key = new(0x1F, 0x1D, 0x1B);
    public static readonly SKColor Sea = new(0x1E, 0x4A, 0x66);
    public static readonly SKColor Shallow = new(0xC3, 0xD3, 0xD6);
    public static readonly SKColor Brick = new(0xA8, 0x3E, 0x2B);
    public static readonly SKColor Ochre = new(0xD2, 0x9A, 0x3F);
    public static readonly SKColor Moss = new(0x55, 0x67, 0x42);
    public static readonly SKColor Grey = new(0x77, 0x72, 0x6A);

    /// <summary>A lighter value of an ink: 0 is the paper, 1 the full ink.</summary>
    public static SKColor Tint(SKColor ink, float share) => Mix(Paper, ink, share);

    /// <summary>The colour that lies at <paramref name="share"/> (0 to 1) between two.</summary>
    public static SKColor Mix(SKColor from, SKColor to, float share)
    {
        var mixed = Vector3.Lerp(Values(from), Values(to), Math.Clamp(share, 0, 1));
        return new SKColor((byte)MathF.Round(mixed.X), (byte)MathF.Round(mixed.Y), (byte)MathF.Round(mixed.Z));
    }

    /// <summary>A grey for drawing tones: 0 is paper, 1 is full ink.</summary>
    public static SKColor Tone(float darkness)
    {
        var value = (byte)MathF.Round(255 * (1 - Math.Clamp(darkness, 0, 1)));
        return new SKColor(value, value, value);
    }

    /// <summary>Red, green and blue from 0 to 255.</summary>
    public static Vector3 Values(SKColor colour) => new(colour.Red, colour.Green, colour.Blue);
}
