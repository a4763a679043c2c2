using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Web.Hosting;

/// <summary>What an outside address answered.</summary>
/// <param name="Status">HTTP status of the last answer.</param>
/// <param name="Address">Where it was found, behind all redirects.</param>
/// <param name="ContentType">Media type without parameters; null where none was given.</param>
/// <param name="Body">The body; empty where none was wanted.</param>
public sealed record Fetched(HttpStatusCode Status, Uri Address, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>An outside address could not be fetched. The message names it and says why.</summary>
public sealed class FetchException(Uri address, string why, Exception? inner = null) : Exception($"{Shown(address)}: {why}", inner)
{
    /// <summary>True where nobody was asked, because the address is not one of the public Internet.</summary>
    public bool IsRefused { get; init; }

    // Neither a user's password nor what a query may hold.
    private static string Shown(Uri address) => address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : address.OriginalString;
}

/// <summary>
/// The HTTP client for every address that comes from content, readers, feeds or the newsroom. It asks the public Internet and
/// nothing else: the address that is really connected to is checked, for every redirect anew, so that no name and no spelling
/// leads inside. No proxy, no cookies; size, time and redirects are limited.
/// </summary>
public sealed class GuardedClient : IDisposable
{
    private const int MostRedirects = 5;
    private const int Chunk = 16 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly IReadOnlyList<IPNetwork> _allowed;
    private readonly HttpMessageInvoker _http;

    /// <param name="options">Which internal networks are allowed all the same.</param>
    public GuardedClient(FetchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _allowed = options.Networks;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ActivityHeadersPropagator = null,
            ConnectCallback = Connect,
        });
    }

    /// <summary>Fetches an address.</summary>
    /// <param name="address">http or https, without user and password.</param>
    /// <param name="maxBytes">Largest body after decompression; 0 takes none.</param>
    /// <param name="ct">Ends it; it ends by itself after 30 s.</param>
    /// <param name="headers">Changes the request: conditions, what is accepted.</param>
    /// <exception cref="FetchException">It is refused, unreachable, too large or too slow.</exception>
    public async Task<Fetched> Get(Uri address, long maxBytes, CancellationToken ct, Action<HttpRequestMessage>? headers = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        var at = address;
        try
        {
            for (var hops = 0; hops <= MostRedirects; hops++)
            {
                Require(at);
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.UserAgent.ParseAdd("Broadsheet/1.0");
                headers?.Invoke(request);
                using var response = await _http.SendAsync(request, limit.Token);
                if (response.Headers.Location is { } location && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
                {
                    at = new Uri(at, location);
                    continue;
                }
                return new(response.StatusCode, at, response.Content.Headers.ContentType?.MediaType, maxBytes == 0 ? default : await Read(response, at, maxBytes, limit.Token));
            }
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new FetchException(at, "it did not answer within 30 seconds.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UriFormatException or InvalidDataException)
        {
            throw e.InnerException as FetchException ?? new FetchException(at, e is HttpRequestException { InnerException: SocketException socket } ? socket.Message : "it could not be read.", e);
        }
        throw new FetchException(at, $"it leads on more than {MostRedirects} times.");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static void Require(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)) throw new FetchException(address, "only http and https are fetched.") { IsRefused = true };
        if (address.UserInfo.Length > 0) throw new FetchException(address, "an address with a user name is not fetched.") { IsRefused = true };
    }

    private static async Task<ReadOnlyMemory<byte>> Read(HttpResponseMessage response, Uri address, long maxBytes, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > maxBytes) throw new FetchException(address, $"it is larger than {maxBytes} bytes.");
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var chunk = new byte[Chunk];
        for (int read; (read = await body.ReadAsync(chunk, ct)) > 0;)
        {
            if (kept.Length + read > maxBytes) throw new FetchException(address, $"it is larger than {maxBytes} bytes.");
            kept.Write(chunk, 0, read);
        }
        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    // The name is looked up once and the connection made to what was checked: another answer of the name server a moment later changes nothing.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        var allowed = addresses.Where(a => !InternalAddresses.Holds(a) || _allowed.Any(n => n.Contains(a))).ToArray();
        if (allowed.Length == 0)
            throw new FetchException(context.InitialRequestMessage.RequestUri!, addresses.Length == 0 ? "the name leads nowhere." : "it is an address inside, and is not asked.") { IsRefused = addresses.Length > 0 };
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
