using System.Collections.Concurrent;

namespace Broadsheet.Web.Press;

/// <summary>
/// The pages in memory. A reading takes no lock; storing and evicting take one, so that a page which was being drawn when
/// something that it shows changed is never kept.
/// </summary>
public sealed class PressRoom
{
    private const int Remembered = 10_000;
    private readonly ConcurrentDictionary<string, Sheet> _sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _keysByTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _changed = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly long _maxBytes;
    private long _bytes;
    private long _heard;
    private long _forgotten;

    /// <param name="options">How much room there is.</param>
    public PressRoom(PressOptions options) => _maxBytes = options.MaxBytes;

    /// <summary>Number of the last event that the press has acted on. A page notes it before its first query.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>
    /// Held while events are acted on; a page that changes faster than it can be drawn holds it for one drawing. What it shows
    /// is then as new as what the node has heard, and the news that waited drops it.
    /// </summary>
    public SemaphoreSlim Quiet { get; } = new(1, 1);

    /// <summary>Bytes in use.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Pages in memory.</summary>
    public int Count => _sheets.Count;

    /// <summary>The page of a key, where it is in memory and not too old.</summary>
    /// <param name="key">Path and cursor.</param>
    /// <param name="nowMilliseconds">Unix milliseconds.</param>
    public Sheet? Find(string key, long nowMilliseconds)
    {
        if (!_sheets.TryGetValue(key, out var sheet) || sheet.ExpiresAt <= nowMilliseconds) return null;
        var second = Environment.TickCount64 / 1000;
        if (sheet.LastUsed != second) sheet.LastUsed = second;
        return sheet;
    }

    /// <summary>Keeps a page, unless something that it shows changed since it noted the event number.</summary>
    /// <returns>False where it is old already: it must be drawn anew and must not be served.</returns>
    public bool Keep(string key, Sheet sheet, long notedEvent)
    {
        lock (_lock)
        {
            if (!IsCurrent(notedEvent, sheet.Tags)) return false;
            if (sheet.Size > _maxBytes / 4) return true;
            if (_sheets.TryGetValue(key, out var before)) Remove(key, before);
            _sheets[key] = sheet;
            _bytes += sheet.Counted = sheet.Size;
            foreach (var tag in sheet.Tags)
            {
                if (!_keysByTag.TryGetValue(tag, out var keys)) _keysByTag[tag] = keys = new(StringComparer.Ordinal);
                keys.Add(key);
            }
            if (_bytes > _maxBytes) MakeRoom();
            return true;
        }
    }

    /// <summary>True where nothing of what is named changed since an event number was noted.</summary>
    public bool IsCurrent(long notedEvent, IReadOnlyList<string> tags)
    {
        lock (_lock) return notedEvent >= _forgotten && !tags.Any(t => _changed.TryGetValue(t, out var seq) && seq > notedEvent);
    }

    /// <summary>Compresses a page better, where it is still the one in memory.</summary>
    public void Improve(string key, Sheet sheet)
    {
        if (!_sheets.TryGetValue(key, out var kept) || kept != sheet) return;
        sheet.Compress(small: true);
        lock (_lock)
        {
            if (!_sheets.TryGetValue(key, out kept) || kept != sheet) return;
            _bytes += sheet.Size - sheet.Counted;
            sheet.Counted = sheet.Size;
            if (_bytes > _maxBytes) MakeRoom();
        }
    }

    /// <summary>Throws out every page with one of the tags.</summary>
    /// <param name="seq">The event's number.</param>
    /// <param name="tags">What changed.</param>
    public void Evict(long seq, IEnumerable<string> tags)
    {
        lock (_lock)
        {
            foreach (var tag in tags)
            {
                _changed[tag] = seq;
                if (_keysByTag.TryGetValue(tag, out var keys))
                    foreach (var key in keys.ToList())
                        if (_sheets.TryGetValue(key, out var sheet)) Remove(key, sheet);
            }
            if (_changed.Count > Remembered) Forget();
            Volatile.Write(ref _heard, seq);
        }
    }

    /// <summary>Begins at an event, with an empty press.</summary>
    public void BeginAt(long seq)
    {
        lock (_lock)
        {
            _sheets.Clear();
            _keysByTag.Clear();
            _changed.Clear();
            _bytes = 0;
            (_forgotten, _heard) = (seq, seq);
        }
    }

    private void Remove(string key, Sheet sheet)
    {
        if (!_sheets.TryRemove(new(key, sheet))) return;
        _bytes -= sheet.Counted;
        foreach (var tag in sheet.Tags)
            if (_keysByTag.TryGetValue(tag, out var keys) && keys.Remove(key) && keys.Count == 0) _keysByTag.Remove(tag);
    }

    // A tenth of the room at a time, so that the work is rare.
    private void MakeRoom()
    {
        foreach (var (key, sheet) in _sheets.OrderBy(s => s.Value.LastUsed).ToList())
        {
            if (_bytes <= _maxBytes / 10 * 9) return;
            Remove(key, sheet);
        }
    }

    // Of changes older than these nothing is known: a page that noted an earlier event is drawn anew.
    private void Forget()
    {
        foreach (var (tag, seq) in _changed.OrderBy(c => c.Value).Take(Remembered / 2).ToList())
        {
            _changed.Remove(tag);
            _forgotten = Math.Max(_forgotten, seq);
        }
    }
}
