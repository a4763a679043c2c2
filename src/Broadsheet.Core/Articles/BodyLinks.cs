using System.Net;

namespace Broadsheet.Core.Articles;

/// <summary>The places outside that a canonical body links to.</summary>
public static class BodyLinks
{
    private const string Start = "<a href=\"";

    /// <summary>Each address once, in order: <c>http</c> and <c>https</c> only.</summary>
    public static IReadOnlyList<Uri> Of(string body)
    {
        var links = new List<Uri>();
        for (var at = body.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = body.IndexOf(Start, at, StringComparison.Ordinal))
        {
            at += Start.Length;
            var end = body.IndexOf('"', at);
            if (end < 0) break;
            if (Uri.TryCreate(WebUtility.HtmlDecode(body[at..end]), UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps) && !links.Contains(link))
                links.Add(link);
        }
        return links;
    }
}
