using System.Net.Http.Headers;
using System.Text.Json;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Press;

/// <summary>Tells a CDN which pages are old.</summary>
/// <param name="clients">For the call.</param>
/// <param name="options">Where to.</param>
public sealed class CdnPurge(IHttpClientFactory clients, PurgeOptions options)
{
    /// <summary>Most keys in one post; what has more goes in several.</summary>
    public const int Batch = 30;

    /// <summary>Posts keys: in the header <c>Surrogate-Key</c> with spaces, and in a JSON body, <c>{"tags":["article:7"]}</c>.</summary>
    /// <exception cref="HttpRequestException">It could not be reached, or answered with anything but 2xx.</exception>
    public async Task Post(IEnumerable<string> keys, CancellationToken ct)
    {
        using var client = clients.CreateClient(OperatorClient.Name);
        foreach (var some in keys.Chunk(Batch))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { tags = some })) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation("Surrogate-Key", string.Join(' ', some));
            if (options.HeaderPair is var (name, value)) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode) throw new HttpRequestException($"A purge was answered with {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }
}
