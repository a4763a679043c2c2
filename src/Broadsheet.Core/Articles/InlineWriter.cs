using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Broadsheet.Core.Articles;

/// <summary>
/// Writes running text of the dialect, a line at a time. A tag is written when its first character is, and white space only
/// between characters; so no element is empty, none begins or ends with white space, and one that goes on over the end of a
/// block opens again in the next.
/// </summary>
internal sealed class InlineWriter
{
    private const int Deepest = 12;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _blank = new();
    private readonly List<InlineTag> _open = [];
    private readonly List<InlineTag?> _entered = [];
    private List<InlineTag>? _around;
    private int _written;
    private bool _hasInk;

    /// <summary>A writer inside the elements that another has open.</summary>
    internal InlineWriter(InlineWriter? outer = null)
    {
        TakesNotes = outer is not null;
        if (outer is not null) _open.AddRange(outer._open);
    }

    /// <summary>Line breaks since the last character.</summary>
    internal int Breaks { get; private set; }

    /// <summary>True in running text; a heading or caption has no footnotes.</summary>
    internal bool TakesNotes { get; set; }

    /// <summary>True inside a footnote.</summary>
    internal bool IsInNote => _around is not null;

    /// <summary>The inline content of an element; blocks inside it become spaces between words, and so do line breaks where none may stand.</summary>
    internal static string Write(INode parent, bool breaks = false)
    {
        var writer = new InlineWriter { TakesNotes = breaks };
        writer.Children(parent, breaks);
        return writer.Finish();
    }

    /// <summary>Plain text as a line.</summary>
    internal static string Write(string text)
    {
        var writer = new InlineWriter();
        writer.Text(text);
        return writer.Finish();
    }

    /// <summary>White space folded, what no text may hold left out.</summary>
    internal void Text(string data)
    {
        foreach (var rune in data.EnumerateRunes())
        {
            if (DialectText.IsSpace(rune)) Space();
            else if (!DialectText.IsWritten(rune)) continue;
            else if (DialectText.IsBlank(rune)) DialectText.Append(_blank, rune);
            else Ink(rune);
        }
    }

    internal void Space()
    {
        if (_blank.Length == 0 || _blank[^1] != ' ') _blank.Append(' ');
    }

    internal void Break()
    {
        Breaks++;
        _blank.Clear();
    }

    /// <summary>Goes into an inline element; one without a meaning here leaves no trace.</summary>
    internal void Enter(IElement element)
    {
        if (TakesNotes && !IsInNote && InlineTag.Note(element) is { } note)
        {
            EnterNote(note);
            return;
        }
        var tag = InlineTag.Of(element);
        if (tag is not null && (_open.Count >= Deepest || (!tag.Nests && _open.Exists(t => t.Name == tag.Name)))) tag = null;
        _entered.Add(tag);
        if (tag is not null) _open.Add(tag);
    }

    /// <summary>Leaves the element that was entered last.</summary>
    internal void Leave()
    {
        var tag = _entered[^1];
        _entered.RemoveAt(_entered.Count - 1);
        if (tag is null) return;
        if (_written == _open.Count) _out.Append("</").Append(_open[--_written].Name).Append('>');
        _open.RemoveAt(_open.Count - 1);
        if (!tag.IsNote) return;
        _open.AddRange(_around!);
        _around = null;
    }

    /// <summary>What was written; empty where there was nothing to see. The writer goes on with a new line, in the same elements.</summary>
    internal string Finish()
    {
        while (_written > 0) _out.Append("</").Append(_open[--_written].Name).Append('>');
        var line = _hasInk ? _out.ToString() : "";
        _out.Clear();
        _blank.Clear();
        Breaks = 0;
        _hasInk = false;
        return line;
    }

    // A footnote stands in no other element of the line: those around it end before it and begin again after it.
    private void EnterNote(InlineTag note)
    {
        while (_written > 0) _out.Append("</").Append(_open[--_written].Name).Append('>');
        _around = [.. _open];
        _open.Clear();
        _open.Add(note);
        _entered.Add(note);
    }

    private void Children(INode parent, bool breaks)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) Text(text.Data);
            else if (node is IElement { LocalName: "br" }) { if (breaks && !IsInNote) Break(); else Space(); }
            else if (node is IElement element)
            {
                var block = BodyDialect.IsBlock(element.LocalName);
                if (block) Space();
                Enter(element);
                Children(element, breaks);
                Leave();
                if (block) Space();
            }
        }
    }

    private void Ink(Rune rune)
    {
        if (_out.Length > 0)
        {
            if (Breaks > 0) _out.Append("<br>");
            else _out.Append(_blank);
        }
        Breaks = 0;
        _blank.Clear();
        for (; _written < _open.Count; _written++) _out.Append(_open[_written].Start);
        DialectText.Append(_out, rune);
        _hasInk |= Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
    }
}
