using System.Runtime.CompilerServices;

namespace Broadsheet.Formats.Ninjs;

/// <summary>One item of a file, or the reason why there is none at this place.</summary>
/// <param name="Bytes">The item's own bytes; empty where <paramref name="Problem"/> says why not.</param>
/// <param name="Line">Line where it begins, or of the problem.</param>
/// <param name="Problem">What is wrong, or null.</param>
/// <param name="Empty">True for a valid list of nothing.</param>
internal readonly record struct JsonPiece(byte[] Bytes, int Line, string? Problem = null, bool Empty = false);

/// <summary>
/// Cuts a stream into its items without holding more than one: a lone object, an array of objects, objects one after
/// another (JSON lines), or objects in a list somewhere inside wrapping objects. An object is taken for a wrapper when a
/// list or object in it, under a name that ninjs does not know and before any property that marks an item, holds objects
/// with a <c>uri</c>. A broken line of JSON lines is refused and the next line tried; any other broken file ends there.
/// </summary>
internal sealed class JsonItems(Stream stream, WireLimits limits)
{
    private const int Chunk = 32 * 1024;

    private readonly Utf8Source _source = new(stream);
    private readonly JsonScanner _scanner = new(limits.MaxDepth + 32);
    private readonly List<JsonFrame> _frames = [];
    private byte[] _buffer = new byte[Chunk * 2];
    private long _offset;
    private int _pos;
    private int _end;
    private bool _sawValue;
    private bool _sawArray;
    private bool _resync;
    private bool _lineLost;
    private bool _stopped;

    /// <summary>The pieces in order of the file.</summary>
    public async IAsyncEnumerable<JsonPiece> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (!_stopped)
        {
            while (!_stopped && Advance() is { } piece) yield return piece;
            if (_stopped) yield break;
            MakeRoom();
            var read = await _source.ReadAsync(_buffer.AsMemory(_end), ct);
            _end += read;
            if (read > 0) continue;
            if (Finish() is { } last) yield return last;
            yield break;
        }
    }

    /// <summary>Goes on through the bytes at hand to the next piece; null when they are used up.</summary>
    private JsonPiece? Advance()
    {
        if (_resync && !Resync()) return null;
        while (true)
        {
            var mark = _scanner.Next(_buffer.AsSpan(0, _end), ref _pos);
            if (Oversized() is { } refused) return refused;
            if (mark == JsonMark.NeedMore) return null;
            var piece = mark switch
            {
                JsonMark.StartObject or JsonMark.StartArray => Opened(mark == JsonMark.StartObject),
                JsonMark.EndObject or JsonMark.EndArray => Closed(),
                JsonMark.Name => Named(),
                JsonMark.Scalar => Scalar(),
                _ => Broken(_scanner.Error),
            };
            if (piece is not null) return piece;
        }
    }

    private JsonFrame? Top => _frames.Count == 0 ? null : _frames[^1];

    private JsonPiece? Opened(bool isObject)
    {
        var depth = _scanner.Depth;
        var held = _frames.Find(frame => !frame.IsList && !frame.IsWrapper);
        if (held is not null && depth - held.Depth >= limits.MaxDepth) held.TooDeep = true;
        var frame = new JsonFrame { IsList = !isObject, Depth = depth, Start = _offset + _pos - 1, Line = _scanner.Line };
        if (Top is not { } top)
        {
            if (_sawArray || (_sawValue && !isObject)) return Broken("something follows the end of the list");
            _sawValue = true;
            _sawArray = frame.IsWrapper = !isObject;
            _frames.Add(frame);
            return null;
        }
        if (depth != top.Depth + 1 || top.Refused) return null;
        if (top.IsList)
        {
            top.Any = true;
            if (!isObject) return top.IsWrapper ? Unfit("a list stands where an item was expected") : null;
            if (top.Naming == WrapperNaming.List) Commit();
            _frames.Add(frame);
            return null;
        }
        var naming = top.MayWrap ? JsonFrame.NamingOf(top.Name) : WrapperNaming.Known;
        if (naming == WrapperNaming.Known) return null;
        frame.Naming = naming;
        _frames.Add(frame);
        return null;
    }

    private JsonPiece? Closed()
    {
        if (Top is not { } frame || _scanner.Depth != frame.Depth - 1) return null;
        _frames.RemoveAt(_frames.Count - 1);
        if (frame.IsList)
        {
            return _frames.Count == 0 && !frame.Any ? new JsonPiece([], frame.Line, Empty: true) : null;
        }
        if (frame.IsWrapper || frame.Refused) return null;
        var parent = Top;
        var isItem = parent is null || (parent.IsList && parent.IsWrapper);
        if (!isItem && frame.HasUri && (parent!.IsList || frame.Naming == WrapperNaming.Item || frame.HasMark))
        {
            Commit();
            isItem = true;
        }
        if (!isItem)
        {
            if (frame.TooDeep && parent is not null) parent.TooDeep = true;
            return null;
        }
        if (frame.TooDeep) return new JsonPiece([], frame.Line, $"the item is nested deeper than {limits.MaxDepth} levels");
        return new JsonPiece(_buffer[(int)(frame.Start - _offset).._pos], frame.Line);
    }

    private JsonPiece? Named()
    {
        if (Top is { IsList: false } top && _scanner.Depth == top.Depth) top.Meet(_scanner.Name);
        return null;
    }

    private JsonPiece? Scalar()
    {
        if (Top is null)
        {
            if (_sawArray) return Broken("something follows the end of the list");
            _sawValue = true;
            return Unfit("a lone value stands where an item was expected");
        }
        if (Top is not { IsList: true } list || _scanner.Depth != list.Depth) return null;
        list.Any = true;
        return list.IsWrapper ? Unfit("a plain value stands where an item was expected") : null;
    }

    /// <summary>Everything open is a wrapper, and need not be held.</summary>
    private void Commit()
    {
        foreach (var frame in _frames) frame.IsWrapper = true;
    }

    private JsonPiece Unfit(string problem) => new([], _scanner.Line, problem);

    private JsonPiece? Oversized()
    {
        var index = _frames.FindIndex(frame => !frame.IsList && !frame.IsWrapper);
        if (index < 0 || _frames[index].Refused || _offset + _pos - _frames[index].Start <= limits.MaxItemBytes) return null;
        var frame = _frames[index];
        frame.Refused = true;
        _frames.RemoveRange(index + 1, _frames.Count - index - 1);
        return new JsonPiece([], frame.Line, $"the item is larger than {limits.MaxItemBytes} bytes");
    }

    private JsonPiece Broken(string problem)
    {
        var line = _scanner.Line;
        var begun = _frames.Count == 0 ? line : _frames[0].Line;
        // In JSON lines only that line is lost: either the rest of it is passed over, or the error is the next line's own brace.
        var canResync = !_sawArray && (line == begun || (line == begun + 1 && _buffer[_pos] == '{'));
        if (canResync)
        {
            _resync = true;
            _lineLost = line == begun;
        }
        else
        {
            _stopped = true;
        }
        _frames.Clear();
        return new JsonPiece([], line, "not JSON: " + problem);
    }

    /// <summary>Finds the next line that begins an object; false when the bytes are used up.</summary>
    private bool Resync()
    {
        while (_lineLost)
        {
            var end = _buffer.AsSpan(_pos, _end - _pos).IndexOf((byte)'\n');
            if (end < 0)
            {
                _pos = _end;
                return false;
            }
            _pos += end + 1;
            _lineLost = false;
            _scanner.Restart(_scanner.Line + 1);
        }
        var line = _scanner.Line;
        while (_pos < _end && _buffer[_pos] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            if (_buffer[_pos++] == '\n') line++;
        }
        _scanner.Restart(line);
        if (_pos == _end) return false;
        _resync = false;
        _stopped = _buffer[_pos] != '{';
        return !_stopped;
    }

    private JsonPiece? Finish()
    {
        if (_resync) return null;
        if (_frames.Count > 0 && _frames.Find(frame => frame.Refused) is null)
        {
            var begun = _frames.FindLast(frame => !frame.IsList || _frames.Count == 1)!;
            return new JsonPiece([], _scanner.Line, $"not JSON: the file ends in the middle of what begins on line {begun.Line}");
        }
        if (!_scanner.AtRest && _frames.Count == 0)
        {
            return Unfit(_scanner.FinishWord() ? "a lone value stands where an item was expected" : "not JSON: the file ends inside a string");
        }
        return _sawValue ? null : Unfit("the file is empty");
    }

    private void MakeRoom()
    {
        var held = _frames.Find(frame => !frame.IsList && !frame.IsWrapper && !frame.Refused);
        var from = held is null ? _pos : (int)(held.Start - _offset);
        var length = _end - from;
        var target = _buffer.Length - length < Chunk ? new byte[Math.Max(_buffer.Length, length) + Math.Max(Chunk, length)] : _buffer;
        if (from > 0 || !ReferenceEquals(target, _buffer)) _buffer.AsSpan(from, length).CopyTo(target);
        (_buffer, _offset, _pos, _end) = (target, _offset + from, _pos - from, length);
    }
}
