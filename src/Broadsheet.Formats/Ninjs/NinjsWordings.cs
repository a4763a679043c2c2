namespace Broadsheet.Formats.Ninjs;

/// <summary>Chooses among the wordings that an item gives of one text.</summary>
internal static class NinjsWordings
{
    // What tells HTML from plain text where the file does not say.
    private static readonly string[] Tags = ["</p>", "<br>", "<br/>", "<br />", "</div>", "</b>", "</i>", "</em>", "</strong>", "</a>", "</ul>", "</h2>"];
    private static readonly string[] HeadlineRoles = ["main", "", "headline", "simple", "text", "short"];
    private static readonly string[] StandfirstRoles = ["lead", "standfirst", "summary", "abstract", "intro", "preamble", "main", "text", "", "simple", "richtext", "html", "xhtml", "short"];
    private static readonly string[] CaptionRoles = ["caption", "main", "text", "", "simple", "richtext", "html", "xhtml", "caption_text", "caption_html", "caption_xhtml"];

    /// <summary>The headline as plain text.</summary>
    public static string? Headline(IReadOnlyList<NinjsWording> wordings) => Line(Choose(wordings, HeadlineRoles) ?? (wordings.Count > 0 ? wordings[0] : null));

    /// <summary>The standfirst as plain text.</summary>
    public static string? Standfirst(IReadOnlyList<NinjsWording> wordings) => Line(Choose(wordings, StandfirstRoles));

    /// <summary>A picture's caption as inline HTML, each paragraph once.</summary>
    public static string? Caption(IReadOnlyList<NinjsWording> wordings)
    {
        if (Choose(wordings, CaptionRoles) is not { } chosen) return null;
        var caption = BodyText.Join(Blocks(chosen).Where(block => block.Tag is "p" or "h2" or "h3").DistinctBy(block => block.Inner, StringComparer.Ordinal));
        return caption.Length == 0 ? null : caption;
    }

    /// <summary>The wording of one role, as plain text.</summary>
    public static string? InRole(IReadOnlyList<NinjsWording> wordings, params ReadOnlySpan<string> roles) => Line(Choose(wordings, roles));

    /// <summary>
    /// The body: HTML before NITF, NITF before plain text, other XML last; the first of these that holds anything. A
    /// heading that only repeats the headline at its start is dropped.
    /// </summary>
    public static string Body(IEnumerable<NinjsWording> wordings, string? headline)
    {
        foreach (var wording in wordings.OrderByDescending(Worth))
        {
            var blocks = Blocks(wording);
            if (blocks.Count > 0 && blocks[0].Tag == "h2" && headline is not null && BodyText.OneLine(blocks[0].Inner, isHtml: true) == headline) blocks.RemoveAt(0);
            if (blocks.Count > 0) return BodyText.Write(blocks);
        }
        return "";
    }

    private static NinjsWording? Choose(IReadOnlyList<NinjsWording> wordings, ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            foreach (var wording in wordings)
            {
                if (wording.Role.Equals(role, StringComparison.OrdinalIgnoreCase)) return wording;
            }
        }
        return null;
    }

    private static string? Line(NinjsWording? wording) =>
        wording is not null && BodyText.OneLine(wording.Value, Worth(wording) is Markup) is { Length: > 0 } line ? line : null;

    private static List<BodyBlock> Blocks(NinjsWording wording) => Worth(wording) == PlainText ? BodyText.Plain(wording.Value) : BodyText.Html(wording.Value);

    private const int Markup = 4;
    private const int Nitf = 3;
    private const int PlainText = 2;
    private const int OtherXml = 1;

    private static int Worth(NinjsWording wording)
    {
        var type = wording.Type;
        if (Has("nitf") || wording.Value.AsSpan().TrimStart().StartsWith("<nitf") || wording.Value.Contains("<body.content", StringComparison.Ordinal))
        {
            return wording.Value.Contains("<body.content", StringComparison.Ordinal) ? Nitf : OtherXml;
        }
        if (Has("html") || Has("richtext")) return Markup;
        if (Has("xml")) return OtherXml;
        return Has("plain") || Has("text") || !LooksLikeHtml(wording.Value) ? PlainText : Markup;

        bool Has(string part) => type.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    private static bool LooksLikeHtml(string value) => Tags.Any(tag => value.Contains(tag, StringComparison.OrdinalIgnoreCase));
}
