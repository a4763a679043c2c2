namespace Broadsheet.Web.Press;

/// <summary>
/// Readings of one page of an article since they were last written down. It hangs on the page's sheet, so that a hit costs one
/// interlocked addition: no look-up, no lock, no allocation.
/// </summary>
/// <param name="tally">Where it lies while it has something to say.</param>
/// <param name="articleId">The article.</param>
public sealed class ReadingCount(ReadingTally tally, long articleId)
{
    private const long Person = 1;
    private const long Robot = 1L << 32;
    private long _counts;

    /// <summary>The article.</summary>
    public long ArticleId => articleId;

    /// <summary>The one below it in the tally.</summary>
    internal ReadingCount? Below { get; set; }

    /// <summary>Counts a request that the page answers, where it is a reading: GET, of the whole page; also where the browser had it already.</summary>
    public void Note(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Range.Count > 0) return;
        Add(Robots.Sent(request.Headers) ? Robot : Person);
    }

    /// <summary>Counts one. The first since the last <see cref="Take"/> puts it into the tally.</summary>
    private void Add(long one)
    {
        if (Interlocked.Add(ref _counts, one) == one) tally.Put(this);
    }

    /// <summary>Takes what was counted; the next one counted puts it into the tally again.</summary>
    internal (int Readings, int Robots) Take()
    {
        var counts = Interlocked.Exchange(ref _counts, 0);
        return ((int)(counts & uint.MaxValue), (int)(counts >> 32));
    }
}

/// <summary>
/// The counts that have something to say: a stack without a lock, linked through the counts themselves. It is only ever put upon
/// or taken whole. A page that leaves the press leaves nothing behind once its readings are written down.
/// </summary>
/// <param name="options">Who counts.</param>
public sealed class ReadingTally(PressOptions options)
{
    private ReadingCount? _top;

    /// <summary>The count of a new page of an article; null where the server does not count.</summary>
    public ReadingCount? For(long articleId) => options.CountBy == CountBy.Server ? new(this, articleId) : null;

    /// <summary>Takes what was counted; an article comes as often as it has pages.</summary>
    public IEnumerable<(long ArticleId, int Readings, int Robots)> Take()
    {
        for (var count = Interlocked.Exchange(ref _top, null); count is not null;)
        {
            // Once it is taken it may be put upon the next stack: what is below it is read before.
            var below = count.Below;
            count.Below = null;
            var (readings, robots) = count.Take();
            yield return (count.ArticleId, readings, robots);
            count = below;
        }
    }

    internal void Put(ReadingCount count)
    {
        ReadingCount? top;
        do count.Below = top = Volatile.Read(ref _top);
        while (Interlocked.CompareExchange(ref _top, count, top) != top);
    }
}
