using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Core.Staff;

/// <summary>Keys that nobody can guess. They are given out once; the newspaper keeps their hash only.</summary>
public static class OneTimeKey
{
    /// <summary>A new key: 256 random bits as 43 letters that an address may hold (base64url).</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a key: SHA-256, hexadecimal. A key has too many bits for its hash to be turned back, so it needs no salt.</summary>
    public static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
