using System.Text;

namespace Broadsheet.Tests.Formats;

/// <summary>A stream whose parts are made as they are read, and that counts what was read.</summary>
internal sealed class NinjsGeneratedStream(string open, Func<int, string> part, int parts, string close) : Stream
{
    private byte[] _current = Encoding.UTF8.GetBytes(open);
    private int _used;
    private int _next;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && Fill())
        {
            var length = Math.Min(buffer.Length - written, _current.Length - _used);
            _current.AsSpan(_used, length).CopyTo(buffer[written..]);
            _used += length;
            written += length;
        }
        BytesRead += written;
        return written;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Fill()
    {
        while (_used == _current.Length)
        {
            if (_next > parts) return false;
            _current = Encoding.UTF8.GetBytes(_next == parts ? close : part(_next));
            _next++;
            _used = 0;
        }
        return true;
    }
}
