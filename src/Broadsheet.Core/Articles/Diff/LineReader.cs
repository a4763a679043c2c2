using System.Net;
using System.Text;

namespace Broadsheet.Core.Articles.Diff;

/// <summary>Reads the lines of a version. Works on canonical bodies alone.</summary>
internal sealed class LineReader
{
    private readonly List<DiffLine> _lines = [];
    private readonly List<string> _blocks = [];
    private readonly List<string> _inline = [];
    private readonly List<DiffToken> _tokens = [];
    private readonly StringBuilder _run = new();
    private (Guid Id, string? Alt, bool IsCaptioned)? _photo;

    private LineReader() { }

    /// <summary>The lines of a version below its headline and standfirst.</summary>
    internal static List<DiffLine> Read(VersionText version)
    {
        var reader = new LineReader();
        if (version.LeadPhoto is { } photo)
        {
            reader._lines.Add(new(LineForm.Photo, Inline(version.LeadCaption ?? ""), photo));
            reader.Describe(version.LeadAltText);
        }
        reader.Markup(version.Body);
        return reader._lines;
    }

    /// <summary>The tokens of plain text.</summary>
    internal static List<DiffToken> Plain(string text) => [.. DiffTokens.Of(text).Select(t => new DiffToken(t, ""))];

    private static List<DiffToken> Inline(string html)
    {
        var reader = new LineReader();
        reader._blocks.Add("p");
        reader.Markup(html);
        reader.EndRun();
        return reader._tokens;
    }

    private void Markup(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var end = html.IndexOf('>', at) is var found and >= 0 ? found + 1 : html.Length;
                Tag(html[at..end]);
                at = end;
                continue;
            }
            var next = html.IndexOf('<', at) is var tag and >= 0 ? tag : html.Length;
            // Between blocks there is nothing but the dialect's line ends.
            if (_blocks.Count > 0) _run.Append(WebUtility.HtmlDecode(html[at..next]));
            at = next;
        }
    }

    private void Tag(string tag)
    {
        var isEnd = tag[1] == '/';
        var name = tag[(isEnd ? 2 : 1)..].TrimEnd('>').Split(' ', 2)[0];
        if (name == "br")
        {
            EndRun();
            _tokens.Add(new("\n", Format()));
        }
        else if (BodyDialect.Inline.ContainsKey(name))
        {
            EndRun();
            if (!isEnd) _inline.Add(tag);
            else if (_inline.Count > 0) _inline.RemoveAt(_inline.Count - 1);
        }
        else Block(name, tag, isEnd);
    }

    private void Block(string name, string tag, bool isEnd)
    {
        EndLine();
        if (name == "hr") _lines.Add(new(LineForm.Rule, []));
        else if (isEnd && name == "figure") EndPhoto();
        else if (isEnd && _blocks.Count > 0) _blocks.RemoveAt(_blocks.Count - 1);
        else if (!isEnd && name == "figure" && BodyBlocks.Read(tag) is [BodyBlock.Photo photo]) _photo = (photo.PhotoId, photo.AltText, false);
        else if (!isEnd)
        {
            _blocks.Add(name);
            if (name == "aside" && BodyBlocks.Read(tag) is [BodyBlock.Related related]) _lines.Add(new(LineForm.Related, [], null, related.ArticleIds));
        }
    }

    private void EndPhoto()
    {
        if (_photo is not var (id, alt, isCaptioned)) return;
        if (!isCaptioned) _lines.Add(new(LineForm.Photo, [], id));
        _photo = null;
        Describe(alt);
    }

    private void Describe(string? alt)
    {
        if (!string.IsNullOrEmpty(alt)) _lines.Add(new(LineForm.AltText, Plain(alt)));
    }

    private void EndRun()
    {
        if (_run.Length == 0) return;
        var format = Format();
        _tokens.AddRange(DiffTokens.Of(_run.ToString()).Select(t => new DiffToken(t, format)));
        _run.Clear();
    }

    private void EndLine()
    {
        EndRun();
        if (_tokens.Count == 0) return;
        var isCaption = _photo is not null && _blocks is [.., "figcaption"];
        _lines.Add(new(isCaption ? LineForm.Photo : Form(), [.. _tokens], isCaption ? _photo!.Value.Id : null));
        if (isCaption) _photo = _photo!.Value with { IsCaptioned = true };
        _tokens.Clear();
    }

    private LineForm Form() => _blocks[^1] switch
    {
        "td" or "th" or "caption" => LineForm.Cell,
        "pre" => LineForm.Preformatted,
        "h2" or "h3" or "h4" => LineForm.Heading,
        _ when _blocks.Contains("li") => LineForm.Item,
        _ when _blocks.Contains("aside") => LineForm.PullQuote,
        _ when _blocks.Contains("blockquote") => LineForm.Quotation,
        _ => LineForm.Paragraph,
    };

    private string Format() => string.Concat(_inline);
}
