using System.Security.Cryptography;

namespace Broadsheet.Core.Operations;

/// <summary>Reads exactly so many bytes of a stream and hashes them on their way.</summary>
/// <param name="inner">What is read; disposed with this.</param>
/// <param name="length">How many bytes there must be.</param>
internal sealed class MeasuredStream(Stream inner, long length) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;

    public override bool CanRead => true;

    // The tar writer asks the length of what can seek, and never seeks.
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The hash of what was read, 64 lower-case hexadecimal digits. Once, at the end.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position == length || buffer.IsEmpty) return 0;
        return Count(inner.Read(Wanted(buffer)), buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == length || buffer.IsEmpty) return 0;
        var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - _position)], cancellationToken);
        return Count(read, buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }
        base.Dispose(disposing);
    }

    private Span<byte> Wanted(Span<byte> buffer) => buffer[..(int)Math.Min(buffer.Length, length - _position)];

    private int Count(int read, ReadOnlySpan<byte> buffer)
    {
        if (read == 0) throw new EndOfStreamException("The file became shorter while it was read.");
        _hash.AppendData(buffer[..read]);
        _position += read;
        return read;
    }
}
