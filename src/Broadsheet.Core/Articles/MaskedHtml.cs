using System.Net;
using System.Text;

namespace Broadsheet.Core.Articles;

/// <summary>Finds passages in canonical HTML across tags and blocks, and puts <see cref="Masking.Mark"/> in their place.</summary>
internal sealed class MaskedHtml
{
    private static readonly string[] Described = ["data-alt", "title"];
    private readonly string _html;
    private readonly StringBuilder _text = new();

    // For each character of the text where it stands in the markup; a border between blocks stands nowhere.
    private readonly List<(int Start, int End)> _source = [];

    // The running text alone: a passage may go on behind a picture or an inset.
    private readonly List<int> _flow = [];

    private MaskedHtml(string html) => _html = html;

    /// <summary>The markup without the passages; it may need to be normalised. The same string where none occurs.</summary>
    internal static string Once(string html, IReadOnlyList<string> passages)
    {
        var masked = new MaskedHtml(html);
        masked.Read();
        return masked.Write(passages);
    }

    private void Read()
    {
        var aside = 0;
        for (var at = 0; at < _html.Length;)
        {
            if (_html[at] == '<')
            {
                var end = _html.IndexOf('>', at) + 1;
                if (end == 0) end = _html.Length;
                aside += Tag(at, end);
                at = end;
                continue;
            }
            var (character, length) = Character(at);
            foreach (var c in character)
            {
                if (aside == 0) _flow.Add(_text.Length);
                _text.Append(c);
                _source.Add((at, at + length));
            }
            at += length;
        }
    }

    // Notes the border that a tag makes; says whether a picture or inset begins or ends.
    private int Tag(int start, int end)
    {
        var isEnd = _html[start + 1] == '/';
        var from = start + (isEnd ? 2 : 1);
        var to = from;
        while (to < end && char.IsAsciiLetterOrDigit(_html[to])) to++;
        var name = _html[from..to];
        if (name != "br" && !BodyDialect.IsBlock(name)) return 0;
        _flow.Add(_text.Length);
        _text.Append('\n');
        _source.Add((-1, -1));
        return name is "figure" or "aside" ? isEnd ? -1 : 1 : 0;
    }

    private (string Character, int Length) Character(int at)
    {
        if (_html[at] != '&') return (_html[at].ToString(), 1);
        var end = _html.IndexOf(';', at);
        return end < 0 || end - at > 8 ? ("&", 1) : (WebUtility.HtmlDecode(_html[at..(end + 1)]), end + 1 - at);
    }

    private string Write(IReadOnlyList<string> passages)
    {
        var text = _text.ToString();
        var (hidden, begins) = (new bool[text.Length], new bool[text.Length]);
        Hide(text, passages, i => i, hidden, begins);
        if (_flow.Count < text.Length) Hide(string.Concat(_flow.Select(i => text[i])), passages, i => _flow[i], hidden, begins);
        var (left, marked) = (new bool[_html.Length], new bool[_html.Length]);
        var waits = false;
        for (var i = 0; i < text.Length; i++)
        {
            waits |= begins[i] && (i == 0 || !hidden[i - 1]);
            // A border has no place of its own: the mark stands before the first character behind it.
            if (!hidden[i] || _source[i].Start < 0) continue;
            if (waits) marked[_source[i].Start] = true;
            waits = false;
            left.AsSpan(_source[i].Start, _source[i].End - _source[i].Start).Fill(true);
        }
        var written = new StringBuilder(_html.Length);
        for (var at = 0; at < _html.Length; at++)
        {
            if (_html[at] == '<')
            {
                var end = _html.IndexOf('>', at) is var found and >= 0 ? found : _html.Length - 1;
                written.Append(MaskTag(_html[at..(end + 1)], passages));
                at = end;
                continue;
            }
            if (marked[at]) written.Append(Masking.Mark);
            if (!left[at]) written.Append(_html[at]);
        }
        return written.ToString();
    }

    private static void Hide(string text, IReadOnlyList<string> passages, Func<int, int> place, bool[] hidden, bool[] begins)
    {
        var folded = new FoldedText(text);
        foreach (var (start, end) in passages.SelectMany(folded.Find))
        {
            begins[place(start)] = true;
            for (var i = start; i < end; i++) hidden[place(i)] = true;
        }
    }

    private static string MaskTag(string tag, IReadOnlyList<string> passages)
    {
        if (!tag.Contains('"', StringComparison.Ordinal)) return tag;
        foreach (var name in Described)
            if (Value(tag, name) is var (from, to) && WebUtility.HtmlDecode(tag[from..to]) is var words && Masking.Line(words, passages) is var masked && masked != words)
                tag = tag[..from] + WebUtility.HtmlEncode(masked) + tag[to..];
        // An address that names it leads nowhere any more.
        if (Value(tag, "href") is var (first, last) && Names(WebUtility.HtmlDecode(tag[first..last]), passages)) tag = "<span>";
        return tag;
    }

    private static bool Names(string href, IReadOnlyList<string> passages)
    {
        var plain = Uri.UnescapeDataString(href);
        var spaced = new FoldedText(string.Concat(plain.Select(c => c is '-' or '_' or '+' or '/' or '.' ? ' ' : c)));
        var folded = new FoldedText(plain);
        return passages.Any(p => folded.Find(p).Any() || spaced.Find(p).Any());
    }

    private static (int From, int To)? Value(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0) return null;
        var from = at + name.Length + 3;
        var to = tag.IndexOf('"', from);
        return to < 0 ? null : (from, to);
    }
}
