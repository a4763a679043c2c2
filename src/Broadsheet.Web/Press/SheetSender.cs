using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Press;

/// <summary>Puts a sheet on the wire: coding, conditions, ranges.</summary>
public static class SheetSender
{
    private static readonly StringValues Fresh = "max-age=0, must-revalidate";
    private static readonly StringValues VaryByCoding = HeaderNames.AcceptEncoding;
    private static readonly StringValues VaryByReader = $"{HeaderNames.AcceptEncoding}, {HeaderNames.Accept}";
    private static readonly StringValues Bytes = "bytes";

    /// <summary>Answers with a sheet.</summary>
    public static Task Send(HttpContext context, Sheet sheet) =>
        IsKnown(context.Request, sheet) ? NotModified(context.Response, context.Request, sheet) : SendPage(context, sheet);

    /// <summary>Answers with bytes that are made for this request and kept nowhere.</summary>
    /// <param name="context">The request.</param>
    /// <param name="contentType">With its charset.</param>
    /// <param name="body">The bytes.</param>
    public static Task SendOnce(HttpContext context, string contentType, byte[] body)
    {
        var sheet = new Sheet(StatusCodes.Status200OK, contentType, body, [], null);
        sheet.Compress(small: false);
        return Send(context, sheet);
    }

    /// <summary>Answers with a sheet that the reader's browser is known not to have.</summary>
    public static Task SendPage(HttpContext context, Sheet sheet)
    {
        var (request, response) = (context.Request, context.Response);
        var coded = Choose(request, sheet);
        var headers = Validator(response, sheet, coded);
        response.StatusCode = sheet.Status;
        headers.ContentType = sheet.ContentType;
        if (sheet.Policy.Count > 0) headers.ContentSecurityPolicy = sheet.Policy;
        if (coded.Encoding is not null) headers.ContentEncoding = coded.EncodingHeader;
        else if (sheet.Status == StatusCodes.Status200OK)
        {
            headers.AcceptRanges = Bytes;
            if (request.Headers.Range.Count > 0 && Range(request, sheet) is var (from, count)) return SendPart(response, request, sheet, from, count);
        }
        response.ContentLength = coded.Bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : Write(response, coded.Bytes);
    }

    /// <summary>True where the reader's browser has this very page, in whatever coding (<c>If-None-Match</c>).</summary>
    public static bool IsKnown(HttpRequest request, Sheet sheet) =>
        sheet.Status == StatusCodes.Status200OK && request.Headers.IfNoneMatch is { Count: > 0 } known && Matches(known, sheet);

    /// <summary>Answers 304.</summary>
    public static Task NotModified(HttpResponse response, HttpRequest request, Sheet sheet)
    {
        Validator(response, sheet, Choose(request, sheet));
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private static Coded Choose(HttpRequest request, Sheet sheet)
    {
        var accept = request.Headers.AcceptEncoding.ToString();
        return sheet.Brotli is { } brotli && Encoding.Takes(accept, "br") ? brotli : sheet.Gzip is { } gzip && Encoding.Takes(accept, "gzip") ? gzip : sheet.Plain;
    }

    private static IHeaderDictionary Validator(HttpResponse response, Sheet sheet, Coded coded)
    {
        var headers = response.Headers;
        headers.ETag = coded.TagHeader;
        headers.CacheControl = Fresh;
        headers.Vary = sheet.Status == StatusCodes.Status200OK ? VaryByCoding : VaryByReader;
        return headers;
    }

    // Straight into the server's own buffers; nearly always done at once. The server itself ends a write to a reader who has gone.
    private static Task<FlushResult> Write(HttpResponse response, ReadOnlyMemory<byte> bytes) => response.BodyWriter.WriteAsync(bytes).AsTask();

    private static Task SendPart(HttpResponse response, HttpRequest request, Sheet sheet, int from, int count)
    {
        if (count == 0)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{sheet.Plain.Bytes.Length}");
            response.ContentLength = 0;
            return Task.CompletedTask;
        }
        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{from + count - 1}/{sheet.Plain.Bytes.Length}");
        response.ContentLength = count;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : Write(response, sheet.Plain.Bytes.AsMemory(from, count));
    }

    // RFC 9110, section 14.2: one range of an unchanged sheet is answered, anything else gets the whole. A count of 0 can't be satisfied.
    private static (int From, int Count)? Range(HttpRequest request, Sheet sheet)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Range.ToString() is not { Length: < 100 } text || !RangeHeaderValue.TryParse(text, out var range)) return null;
        if (range.Unit != "bytes" || range.Ranges.Count != 1) return null;
        if (request.Headers.IfRange.Count > 0 && request.Headers.IfRange.ToString() != sheet.Plain.Tag) return null;
        var length = sheet.Plain.Bytes.Length;
        var (first, last) = (range.Ranges.First().From, range.Ranges.First().To);
        if (first is null) return last is 0 ? (0, 0) : ((int)Math.Max(0, length - last!.Value), (int)Math.Min(length, last.Value));
        return first >= length ? (0, 0) : ((int)first.Value, (int)(Math.Min(last ?? long.MaxValue, length - 1) - first.Value + 1));
    }

    // RFC 9110, section 13.1.2: compared weakly. Any coding of the same page will do: what the browser has is still the page.
    private static bool Matches(StringValues known, Sheet sheet)
    {
        if (known is [{ } one] && one.Length < 64 && !one.Contains(',', StringComparison.Ordinal)) return one == "*" || IsOf(one, sheet);
        return EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(t => t.Tag == "*" || IsOf(t.Tag.Value, sheet));
    }

    private static bool IsOf(ReadOnlySpan<char> tag, Sheet sheet)
    {
        if (tag.StartsWith("W/", StringComparison.Ordinal)) tag = tag[2..];
        return tag.Length > sheet.Hash.Length + 1 && tag[0] == '"' && tag[1..].StartsWith(sheet.Hash, StringComparison.Ordinal) && tag[sheet.Hash.Length + 1] is '"' or '-';
    }
}
