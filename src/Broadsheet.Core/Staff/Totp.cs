using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Core.Staff;

/// <summary>Codes that an authenticator app shows: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which every app knows.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;

    // A phone's clock may be half a minute off, and typing takes time (RFC 6238, section 5.2).
    private const int StepsOff = 1;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key: 160 random bits (RFC 4226, section 4) as 32 letters of base32.</summary>
    public static string MakeKey() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>The step that a code belongs to.</summary>
    /// <param name="key">The key in base32.</param>
    /// <param name="code">What was typed; spaces don't matter.</param>
    /// <param name="now">When.</param>
    /// <param name="after">The last step whose code was taken: it and older ones are not taken (RFC 6238, section 5.2).</param>
    /// <returns>Null where the code is wrong, too old or was taken before.</returns>
    public static long? StepOf(string key, string code, DateTimeOffset now, long after)
    {
        var typed = Encoding.ASCII.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        long? found = null;
        for (var step = Step(now) - StepsOff; step <= Step(now) + StepsOff; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(Code(key, step))) && step > after) found = step;
        return found;
    }

    /// <summary>The code of a moment.</summary>
    public static string CodeAt(string key, DateTimeOffset moment) => Code(key, Step(moment));

    /// <summary>What the QR code says to the app.</summary>
    /// <param name="issuer">The newspaper's name.</param>
    /// <param name="account">Whose.</param>
    /// <param name="key">The key in base32.</param>
    public static string Address(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    private static long Step(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    private static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm of RFC 4226; the weakness of SHA-1 (collisions) does not touch HMAC.
        HMACSHA1.HashData(Bytes(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static byte[] Bytes(string key)
    {
        var (bytes, bits, count) = (new List<byte>(20), 0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5 | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF;
            count += 5;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }
        return [.. bytes];
    }
}
