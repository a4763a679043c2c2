using System.Net;

namespace Broadsheet.Core.Articles;

/// <summary>A run of a canonical body: markup that stands as it is, or a place where the house puts something.</summary>
public abstract record BodyBlock
{
    private BodyBlock() { }

    /// <summary>Whole block elements.</summary>
    /// <param name="Html">Canonical markup.</param>
    public sealed record Markup(string Html) : BodyBlock;

    /// <summary>A photo.</summary>
    /// <param name="PhotoId">Its public key.</param>
    /// <param name="AltText">Alternative text here; null takes the photo's own.</param>
    /// <param name="CaptionHtml">Caption here; null takes the photo's own.</param>
    public sealed record Photo(Guid PhotoId, string? AltText, string? CaptionHtml) : BodyBlock;

    /// <summary>Something of another site.</summary>
    /// <param name="Address">Its address for people, as <see cref="Embeds"/> keeps it.</param>
    /// <param name="CaptionHtml">Caption, or null.</param>
    public sealed record Embed(string Address, string? CaptionHtml) : BodyBlock;

    /// <summary>An inset of related articles.</summary>
    /// <param name="ArticleIds">Their public keys, in order.</param>
    public sealed record Related(IReadOnlyList<Guid> ArticleIds) : BodyBlock;
}

/// <summary>Cuts a canonical body where photos and insets stand. Works on <see cref="BodyDialect.Normalise"/>'s output alone.</summary>
public static class BodyBlocks
{
    private const string PhotoStart = "<figure data-photo=\"";
    private const string EmbedStart = "<figure data-embed=\"";
    private const string AltStart = " data-alt=\"";
    private const string CaptionStart = "<figcaption>";
    private const string RelatedStart = "<aside data-related=\"";

    /// <summary>The runs in order; neighbouring markup is one run.</summary>
    public static IReadOnlyList<BodyBlock> Read(string body)
    {
        var blocks = new List<BodyBlock>();
        var markupFrom = 0;
        for (var at = 0; at < body.Length;)
        {
            var end = body.IndexOf('\n', at);
            if (end < 0) end = body.Length;
            var line = body.AsSpan(at, end - at);
            if ((line.StartsWith("<figure ", StringComparison.Ordinal) || line.StartsWith(RelatedStart, StringComparison.Ordinal)) && Placed(line.ToString()) is { } placed)
            {
                AddMarkup(blocks, body, markupFrom, at);
                blocks.Add(placed);
                markupFrom = end + 1;
            }
            at = end + 1;
        }
        AddMarkup(blocks, body, markupFrom, body.Length);
        return blocks;
    }

    private static BodyBlock? Placed(string line) =>
        line.StartsWith(PhotoStart, StringComparison.Ordinal) ? Photo(line)
        : line.StartsWith(EmbedStart, StringComparison.Ordinal) ? new BodyBlock.Embed(WebUtility.HtmlDecode(Between(line, EmbedStart, "\"")!), Between(line, CaptionStart, "</figcaption>"))
        : line.StartsWith(RelatedStart, StringComparison.Ordinal) ? Related(line) : null;

    private static void AddMarkup(List<BodyBlock> blocks, string body, int from, int to)
    {
        if (from < to && body[from..to].Trim('\n') is { Length: > 0 } html) blocks.Add(new BodyBlock.Markup(html));
    }

    private static BodyBlock.Photo Photo(string line)
    {
        var id = Guid.Parse(Between(line, PhotoStart, "\"")!);
        // The caption may speak of attributes too.
        var alt = Between(line[..(line.IndexOf('>', StringComparison.Ordinal) + 1)], AltStart, "\"");
        return new(id, alt is null ? null : WebUtility.HtmlDecode(alt), Between(line, CaptionStart, "</figcaption>"));
    }

    private static BodyBlock.Related Related(string line) =>
        new([.. Between(line, RelatedStart, "\"")!.Split(' ').Select(Guid.Parse)]);

    private static string? Between(string line, string start, string end)
    {
        var from = line.IndexOf(start, StringComparison.Ordinal);
        if (from < 0) return null;
        from += start.Length;
        var to = line.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? null : line[from..to];
    }
}
