using System.Collections.Concurrent;
using System.Threading.Channels;
using Broadsheet.Core;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Press;

/// <summary>What an address answers with.</summary>
/// <param name="Sheet">A page, or null for a redirect.</param>
/// <param name="Location">Where it is now, for a redirect.</param>
/// <param name="Status">HTTP status.</param>
public sealed record Printed(Sheet? Sheet, string? Location, int Status);

/// <summary>Draws pages that are not in memory: each once, however many wait for it, in a scope and with a time limit of its own.</summary>
/// <param name="room">Keeps them.</param>
/// <param name="renderer">Draws them.</param>
/// <param name="scopes">A scope for each.</param>
/// <param name="hosting">The time limit.</param>
/// <param name="readings">Counts who reads them.</param>
/// <param name="clock">The time.</param>
public sealed class Printer(PressRoom room, PageRenderer renderer, IServiceScopeFactory scopes, HostingOptions hosting, ReadingTally readings, TimeProvider clock)
{
    private const int Attempts = 4;
    private readonly ConcurrentDictionary<string, Lazy<Task<Printed>>> _underWay = new(StringComparer.Ordinal);

    /// <summary>Pages that wait for better compression.</summary>
    internal Channel<(string Key, Sheet Sheet)> ToImprove { get; } =
        Channel.CreateBounded<(string, Sheet)>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>The answer of an address: from memory, or drawn now.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="key">Its key in memory.</param>
    /// <param name="ct">Ends the waiting, not the drawing.</param>
    public Task<Printed> Print(PageAddress address, string key, CancellationToken ct)
    {
        if (room.Find(key, clock.GetUtcNow().ToUnixTimeMilliseconds()) is { } sheet) return Task.FromResult(new Printed(sheet, null, sheet.Status));
        var work = _underWay.GetOrAdd(key, k => new Lazy<Task<Printed>>(() => Workshop.Run(() => Draw(address, k))));
        return work.Value.WaitAsync(ct);
    }

    private async Task<Printed> Draw(PageAddress address, string key)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(hosting.PageTimeoutSeconds));
            for (var attempt = 1; attempt < Attempts; attempt++)
                if (await DrawAndKeep(address, key, limit.Token) is { } printed) return printed;
            // Where a newsroom publishes faster than the page is drawn, the node hears no news until it is.
            await room.Quiet.WaitAsync(limit.Token);
            try
            {
                return await DrawAndKeep(address, key, limit.Token) ?? throw new InvalidOperationException($"The page {key} changed while nothing was heard.");
            }
            finally
            {
                room.Quiet.Release();
            }
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    // Null where the page was old before it was kept: what it shows changed meanwhile. It is not served.
    private async Task<Printed?> DrawAndKeep(PageAddress address, string key, CancellationToken ct)
    {
        var noted = room.Heard;
        var (printed, keep) = await DrawOnce(address, ct);
        if (!keep || printed.Sheet is null) return printed;
        if (!room.Keep(key, printed.Sheet, noted)) return null;
        ToImprove.Writer.TryWrite((key, printed.Sheet));
        return printed;
    }

    private async Task<(Printed Printed, bool Keep)> DrawOnce(PageAddress address, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<FindPage>()(address, Moment.Cut(clock.GetUtcNow()), ct);
        switch (page)
        {
            case PublicPage.Moved moved:
                return (new(null, moved.Location, StatusCodes.Status301MovedPermanently), false);
            case PublicPage.Ready ready:
                var bytes = new Sheet(StatusCodes.Status200OK, ready.ContentType, ready.Body, ready.Tags, ready.ExpiresAt);
                bytes.Compress(small: false);
                return (new(bytes, null, bytes.Status), page.Place == address.Before);
            case PublicPage.Drawn drawn:
                var sheet = new Sheet(drawn.Status, "text/html; charset=utf-8", await renderer.Draw(drawn), drawn.Tags, drawn.ExpiresAt)
                {
                    Policy = SecurityHeaders.WithFrames(drawn.Frames),
                    Reading = drawn is { ReadingOf: { } article, Status: StatusCodes.Status200OK } ? readings.For(article) : null,
                };
                sheet.Compress(small: false);
                // Anybody can think of addresses that don't exist: such pages take no room.
                return (new(sheet, null, sheet.Status), page.Place == address.Before && drawn.Status is (StatusCodes.Status200OK or StatusCodes.Status410Gone));
            default:
                throw new InvalidOperationException($"A page of an unknown kind at {address.Path}.");
        }
    }
}
