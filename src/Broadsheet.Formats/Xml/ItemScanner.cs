using System.Buffers;
using System.Text;

namespace Broadsheet.Formats.Xml;

/// <summary>
/// Cuts a message of many items into its items without building anything of it: one pass over the bytes, one item in
/// memory. An item that is too large is passed over without being held; one that is broken is cut off where the next
/// begins, so that it alone is lost. Bytes are UTF-8; whether an item is well-formed is for the parser to say.
/// </summary>
/// <param name="itemNames">Names of elements that are items, without prefix.</param>
/// <param name="maxItemBytes">Largest item held.</param>
/// <param name="maxDepth">Deepest nesting outside of items.</param>
internal sealed class ItemScanner(IReadOnlySet<string> itemNames, long maxItemBytes, int maxDepth)
{
    private const int LongestTag = 64 * 1024;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private enum State { Text, Open, Bang, Comment, CData, Instruction, Tag, SingleQuoted, DoubleQuoted }

    private readonly Stack<StartTag> open = new();
    private readonly Queue<ScannedItem> found = new();
    private readonly ArrayBufferWriter<byte> tag = new(256);
    private ArrayBufferWriter<byte> item = new(4096);
    private State state;
    private byte previous;
    private byte beforePrevious;
    private long tagBytes;
    private int line = 1;
    private int tagLine = 1;
    private int itemLine;
    private long itemBytes;
    private string? itemName;
    private bool strayTold;
    private bool rootSeen;

    /// <summary>True when nothing more can be read of the file; the last item found says why.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Takes an item that was found.</summary>
    public bool TryTake(out ScannedItem? scanned) => found.TryDequeue(out scanned);

    /// <summary>Reads on.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (IsBroken)
                return;
            if (b == '\n')
                line++;
            Step(b);
            beforePrevious = previous;
            previous = b;
        }
    }

    /// <summary>Tells what the end of the file leaves open.</summary>
    public void Finish()
    {
        if (IsBroken)
            return;
        if (itemName is not null)
            EndItem($"the file ends inside <{itemName}>");
        else if (open.TryPeek(out var last))
            Break($"the file ends inside <{last.Name}>");
        else if (state != State.Text)
            Break("the file ends inside a tag or comment");
    }

    private void Step(byte b)
    {
        if (b == '<' && state is State.Text or State.Open or State.Tag or State.SingleQuoted or State.DoubleQuoted)
        {
            // A '<' cannot stand in a tag: a quote or '>' is missing before it, and the parser will say so.
            BeginTag();
            return;
        }
        Keep(b);
        switch (state)
        {
            case State.Open:
                state = b switch { (byte)'!' => State.Bang, (byte)'?' => State.Instruction, (byte)'>' => State.Text, _ => State.Tag };
                break;
            case State.Bang:
                var bang = tag.WrittenSpan;
                if (bang.SequenceEqual("<!--"u8))
                    state = State.Comment;
                else if (bang.SequenceEqual("<![CDATA["u8))
                    state = State.CData;
                else if (!"<!--"u8.StartsWith(bang) && !"<![CDATA["u8.StartsWith(bang))
                {
                    state = State.Tag;
                    if (itemName is null)
                        Break("a declaration (<!…) is not accepted inside a message");
                }
                break;
            case State.Comment when b == '>' && previous == '-' && beforePrevious == '-' && tagBytes >= 7:
            case State.CData when b == '>' && previous == ']' && beforePrevious == ']':
            case State.Instruction when b == '>' && previous == '?':
                state = State.Text;
                break;
            case State.Tag when b == '"':
                state = State.DoubleQuoted;
                break;
            case State.Tag when b == '\'':
                state = State.SingleQuoted;
                break;
            case State.DoubleQuoted when b == '"':
            case State.SingleQuoted when b == '\'':
                state = State.Tag;
                break;
            case State.Tag when b == '>':
                state = State.Text;
                EndTag();
                break;
        }
    }

    private void BeginTag()
    {
        tag.ResetWrittenCount();
        tagBytes = 0;
        tagLine = line;
        state = State.Open;
        Keep((byte)'<');
    }

    /// <summary>Keeps a byte in the tag and, inside an item, in the item, as far as the limits go.</summary>
    private void Keep(byte b)
    {
        if (state != State.Text && tagBytes++ < LongestTag && state is not (State.Comment or State.CData or State.Instruction))
            Append(tag, b);
        if (itemName is null)
            return;
        if (++itemBytes <= maxItemBytes)
            Append(item, b);
        else if (item.Capacity > 4096)
            item = new ArrayBufferWriter<byte>(4096);
    }

    private void EndTag()
    {
        var written = tag.WrittenSpan;
        var isEnd = written is [_, (byte)'/', ..];
        var isEmpty = previous == '/';
        var name = isEnd ? EndName(written) : null;
        if (itemName is not null)
        {
            if (isEnd && name == itemName)
                EndItem(null);
            else if (!isEnd && NameStartsItem(written))
            {
                // Items never stand in items: the one before was not closed.
                EndItem($"<{itemName}> is not closed before the next item begins");
                Start(StartTag.Parse(written), isEmpty);
            }
        }
        else if (isEnd)
            Close(name!);
        else
            Start(StartTag.Parse(written), isEmpty);
    }

    private void Start(StartTag start, bool isEmpty)
    {
        if (rootSeen && open.Count == 0)
            Break($"<{start.Name}> stands after the end of the message");
        else if (rootSeen && itemNames.Contains(start.LocalName))
        {
            itemName = start.Name;
            itemLine = tagLine;
            item.ResetWrittenCount();
            var nameEnd = 1 + Encoding.UTF8.GetByteCount(start.Name);
            item.Write(tag.WrittenSpan[..nameEnd]);
            item.Write(Encoding.UTF8.GetBytes(start.InheritedFrom(open.Reverse())));
            item.Write(tag.WrittenSpan[nameEnd..]);
            itemBytes = tagBytes > LongestTag ? maxItemBytes + 1 : item.WrittenCount;
            if (isEmpty)
                EndItem(null);
        }
        else if (tagBytes > LongestTag)
            Break($"the tag <{start.Name}> is longer than 64 KiB");
        else if (!isEmpty)
        {
            rootSeen = true;
            open.Push(start);
            if (open.Count > maxDepth)
                Break($"elements are nested deeper than {maxDepth} levels");
        }
        else
            rootSeen = true;
    }

    private void Close(string name)
    {
        if (open.TryPeek(out var last) && last.Name == name)
            open.Pop();
        else if (!strayTold)
        {
            strayTold = true;
            found.Enqueue(new ScannedItem(tagLine, null, $"malformed XML: </{name}> does not close anything that is open"));
        }
    }

    private void EndItem(string? problem)
    {
        if (itemBytes > maxItemBytes)
            problem = $"the item is larger than {maxItemBytes} bytes";
        else if (problem is not null)
            problem = "malformed XML: " + problem;
        found.Enqueue(new ScannedItem(itemLine, problem is null ? item.WrittenSpan.ToArray() : null, problem));
        itemName = null;
    }

    private void Break(string reason)
    {
        IsBroken = true;
        found.Enqueue(new ScannedItem(line, null, "malformed XML: " + reason));
    }

    private bool NameStartsItem(ReadOnlySpan<byte> written)
    {
        var end = written.IndexOfAny(NameEnds);
        var name = Encoding.UTF8.GetString(written[1..Math.Max(1, end)]);
        return itemNames.Contains(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }

    private static string EndName(ReadOnlySpan<byte> written) => Encoding.UTF8.GetString(written[2..]).TrimEnd('>').Trim();

    private static void Append(ArrayBufferWriter<byte> to, byte b)
    {
        to.GetSpan(1)[0] = b;
        to.Advance(1);
    }
}
