using System.Buffers.Binary;
using System.Text;

namespace Broadsheet.Fuzz;

/// <summary>Makes an input a little wrong.</summary>
internal sealed class Mutator(Random random, FuzzTarget target)
{
    private const int Head = 2048;
    private const int Largest = 400_000;
    private static readonly uint[] Numbers = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE];

    private readonly byte[][] _words = [.. target.Words.Select(w => target.HeadFirst ? Encoding.Latin1.GetBytes(w) : Encoding.UTF8.GetBytes(w))];

    /// <summary>One to eight changes to one input of several.</summary>
    public byte[] Next(IReadOnlyList<byte[]> corpus)
    {
        var input = new List<byte>(corpus[random.Next(corpus.Count)]);
        for (var changes = random.Next(1, 9); changes > 0; changes--) Change(input, corpus);
        if (input.Count > Largest) input.RemoveRange(Largest, input.Count - Largest);
        return [.. input];
    }

    private void Change(List<byte> input, IReadOnlyList<byte[]> corpus)
    {
        var at = Position(input.Count);
        var length = Math.Min(random.Next(1, random.Next(2) == 0 ? 16 : 512), input.Count - at);
        switch (random.Next(11))
        {
            case 0 when input.Count > 0: input[Math.Min(at, input.Count - 1)] ^= (byte)(1 << random.Next(8)); break;
            case 1 when input.Count > 0: input[Math.Min(at, input.Count - 1)] = (byte)random.Next(256); break;
            case 2: input.RemoveRange(at, length); break;
            case 3: input.InsertRange(at, input.GetRange(at, length)); break;
            case 4: input.InsertRange(at, Enumerable.Range(0, random.Next(1, 16)).Select(_ => (byte)random.Next(256)).ToArray()); break;
            case 5: Splice(input, at, corpus[random.Next(corpus.Count)]); break;
            case 6 when random.Next(4) == 0: input.RemoveRange(at, input.Count - at); break;
            case 7: Number(input, at); break;
            case 8 or 9: input.InsertRange(at, _words[random.Next(_words.Length)]); break;
            case 10: input.InsertRange(at, Repeated(_words[random.Next(_words.Length)])); break;
            default: break;
        }
    }

    private int Position(int count) => random.Next((target.HeadFirst && random.Next(2) == 0 ? Math.Min(count, Head) : count) + 1);

    private void Splice(List<byte> input, int at, byte[] other)
    {
        var from = Position(other.Length);
        input.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 2000), other.Length - from)));
    }

    private void Number(List<byte> input, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var number = Numbers[random.Next(Numbers.Length)];
        if (random.Next(2) == 0) BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        var size = random.Next(2) == 0 ? 2 : 4;
        for (var i = 0; i < size && at + i < input.Count; i++) input[at + i] = bytes[i];
    }

    /// <summary>Nesting is where parsers end.</summary>
    private byte[] Repeated(byte[] word)
    {
        var times = random.Next(20) == 0 ? random.Next(1000, 20_000) : random.Next(2, 200);
        var whole = new byte[Math.Min(word.Length * times, Largest)];
        for (var i = 0; i < whole.Length; i++) whole[i] = word[i % word.Length];
        return whole;
    }
}
