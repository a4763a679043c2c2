using System.Buffers;

namespace Broadsheet.Formats.Ninjs;

/// <summary>What a scanner has just passed.</summary>
internal enum JsonMark
{
    /// <summary>Nothing yet: the bytes at hand are used up.</summary>
    NeedMore,
    StartObject,
    EndObject,
    StartArray,
    EndArray,

    /// <summary>A property's name, colon included; see <see cref="JsonScanner.Name"/>.</summary>
    Name,

    /// <summary>A string, number or word.</summary>
    Scalar,

    /// <summary>The bytes are not JSON; see <see cref="JsonScanner.Error"/>.</summary>
    Broken,
}

/// <summary>
/// Follows the structure of JSON (RFC 8259) through bytes that arrive in pieces, holding none of them: a string of a
/// gigabyte costs no memory. It checks brackets, commas and colons; what stands inside numbers, words and escapes is left
/// to whoever parses the item.
/// </summary>
internal sealed class JsonScanner(int maxDepth)
{
    private enum Expect { TopLevel, Value, ValueOrEnd, Name, NameOrEnd, Colon, CommaOrEnd }

    private enum Inside { Nothing, String, Escape, Word }

    private const int LongestName = 64;
    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(i => (byte)i)]);
    private static readonly SearchValues<byte> WordStops = SearchValues.Create(",]}[{:\" \t\r\n"u8);

    private readonly bool[] _isObject = new bool[maxDepth + 1];
    private readonly byte[] _name = new byte[LongestName];
    private int _nameLength;
    private int _depth;
    private int _tooDeep;
    private Inside _inside;
    private bool _stringIsName;
    private Expect _expect = Expect.TopLevel;

    /// <summary>Line of the next byte, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Containers open, those beyond the limit included.</summary>
    public int Depth => _depth + _tooDeep;

    /// <summary>What is wrong, after <see cref="JsonMark.Broken"/>.</summary>
    public string Error { get; private set; } = "";

    /// <summary>True where the bytes at hand end outside every value.</summary>
    public bool AtRest => Depth == 0 && _inside == Inside.Nothing;

    /// <summary>The name last passed, as written between its quotes; cut off at 64 bytes.</summary>
    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _nameLength);

    /// <summary>Forgets everything but the line, to begin a new value after a broken one.</summary>
    public void Restart(int line)
    {
        (_depth, _tooDeep, _inside, _expect, Line) = (0, 0, Inside.Nothing, Expect.TopLevel, line);
    }

    /// <summary>Ends a number or word at the top level that nothing follows.</summary>
    public bool FinishWord()
    {
        if (_inside != Inside.Word) return false;
        _inside = Inside.Nothing;
        return true;
    }

    /// <summary>Goes on from <paramref name="pos"/> to the next mark.</summary>
    public JsonMark Next(ReadOnlySpan<byte> data, ref int pos)
    {
        while (pos < data.Length)
        {
            if (_inside != Inside.Nothing)
            {
                if (Continue(data, ref pos) is { } mark) return mark;
                continue;
            }
            var b = data[pos];
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                if (b == '\n') Line++;
                pos++;
                continue;
            }
            if (Begin(b, ref pos) is { } begun) return begun;
        }
        return JsonMark.NeedMore;
    }

    private JsonMark? Begin(byte b, ref int pos)
    {
        if (_tooDeep > 0) return SkipDeep(b, ref pos);
        switch (b)
        {
            case (byte)'{' or (byte)'[':
                if (_expect is not (Expect.TopLevel or Expect.Value or Expect.ValueOrEnd)) return Unexpected(b);
                pos++;
                return Open(b == '{');
            case (byte)'}' or (byte)']':
                var isObject = b == '}';
                var empty = isObject ? Expect.NameOrEnd : Expect.ValueOrEnd;
                if (_depth == 0 || _isObject[_depth] != isObject || (_expect != empty && _expect != Expect.CommaOrEnd)) return Unexpected(b);
                pos++;
                _depth--;
                AfterValue();
                return isObject ? JsonMark.EndObject : JsonMark.EndArray;
            case (byte)',':
                if (_expect != Expect.CommaOrEnd) return Unexpected(b);
                pos++;
                _expect = _isObject[_depth] ? Expect.Name : Expect.Value;
                return null;
            case (byte)':':
                if (_expect != Expect.Colon) return Unexpected(b);
                pos++;
                _expect = Expect.Value;
                return JsonMark.Name;
            case (byte)'"':
                _stringIsName = _expect is Expect.Name or Expect.NameOrEnd;
                if (!_stringIsName && _expect is Expect.Colon or Expect.CommaOrEnd) return Unexpected(b);
                if (_stringIsName) _nameLength = 0;
                pos++;
                _inside = Inside.String;
                return null;
            default:
                if (_expect is not (Expect.TopLevel or Expect.Value or Expect.ValueOrEnd)) return Unexpected(b);
                pos++;
                _inside = Inside.Word;
                return null;
        }
    }

    private JsonMark? Continue(ReadOnlySpan<byte> data, ref int pos)
    {
        var rest = data[pos..];
        if (_inside == Inside.Escape)
        {
            Keep(rest[..1]);
            pos++;
            _inside = Inside.String;
            return null;
        }
        if (_inside == Inside.Word)
        {
            var end = rest.IndexOfAny(WordStops);
            pos += end < 0 ? rest.Length : end;
            if (end < 0) return null;
            _inside = Inside.Nothing;
            if (_tooDeep > 0) return null;
            AfterValue();
            return JsonMark.Scalar;
        }
        var stop = rest.IndexOfAny(StringStops);
        Keep(stop < 0 ? rest : rest[..stop]);
        pos += stop < 0 ? rest.Length : stop;
        if (stop < 0) return null;
        switch (rest[stop])
        {
            case (byte)'\\':
                Keep(rest.Slice(stop, 1));
                pos++;
                _inside = Inside.Escape;
                return null;
            case (byte)'"':
                pos++;
                _inside = Inside.Nothing;
                if (_tooDeep > 0) return null;
                if (_stringIsName)
                {
                    _expect = Expect.Colon;
                    return null;
                }
                AfterValue();
                return JsonMark.Scalar;
            default:
                Error = $"a control character (U+{rest[stop]:X4}) stands inside a string";
                return JsonMark.Broken;
        }
    }

    private JsonMark? SkipDeep(byte b, ref int pos)
    {
        pos++;
        switch (b)
        {
            case (byte)'"': (_inside, _stringIsName) = (Inside.String, false); break;
            case (byte)'{' or (byte)'[': _tooDeep++; break;
            case (byte)'}' or (byte)']':
                _tooDeep--;
                if (_tooDeep == 0) AfterValue();
                break;
        }
        return null;
    }

    private JsonMark Open(bool isObject)
    {
        if (_depth == maxDepth)
        {
            _tooDeep = 1;
        }
        else
        {
            _isObject[++_depth] = isObject;
            _expect = isObject ? Expect.NameOrEnd : Expect.ValueOrEnd;
        }
        return isObject ? JsonMark.StartObject : JsonMark.StartArray;
    }

    private void AfterValue() => _expect = _depth == 0 ? Expect.TopLevel : Expect.CommaOrEnd;

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (!_stringIsName) return;
        part = part[..Math.Min(part.Length, LongestName - _nameLength)];
        part.CopyTo(_name.AsSpan(_nameLength));
        _nameLength += part.Length;
    }

    private JsonMark Unexpected(byte b)
    {
        var wanted = _expect switch
        {
            Expect.Colon => "a colon",
            Expect.Name => "a property name in quotes",
            Expect.NameOrEnd => "a property name in quotes, or }",
            Expect.CommaOrEnd => _isObject[_depth] ? "a comma or }" : "a comma or ]",
            Expect.ValueOrEnd => "a value or ]",
            _ => "a value",
        };
        Error = b is > 0x20 and < 0x7F ? $"'{(char)b}' stands where {wanted} was expected" : $"byte 0x{b:X2} stands where {wanted} was expected";
        return JsonMark.Broken;
    }
}
