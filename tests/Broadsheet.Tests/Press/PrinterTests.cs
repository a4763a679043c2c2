using System.Collections.Concurrent;
using System.Threading.Channels;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Press;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>Drawing and changing at the same time.</summary>
public sealed class PrinterTests
{
    private const byte Killed = byte.MaxValue;

    // Articles are changed and killed, events are heard, pages are asked for; a page that is being drawn has read its article and
    // waits. Whatever the interleaving: no answer that is given shows less than what was heard before it.
    [Fact]
    public Task No_answer_is_older_than_what_was_heard_while_it_was_drawn() =>
        Gen.Int[0, 5].Select(Gen.Int[0, 2], (what, article) => (what, article)).List[1, 40].SampleAsync(async steps =>
        {
            await using var paper = new Paper();
            foreach (var (what, article) in steps)
                switch (what)
                {
                    case 0: paper.Change(article); break;
                    case 1: paper.Kill(article); break;
                    case 2: paper.Hear(); break;
                    case 3: await paper.Ask(article); break;
                    default: await paper.Finish(article); break;
                }
            for (var article = 0; article < 3; article++) await paper.Finish(article);
        }, iter: 200);

    [Fact]
    public async Task A_page_that_is_being_drawn_when_its_article_is_killed_is_drawn_anew()
    {
        await using var paper = new Paper();
        await paper.Ask(1);
        paper.Kill(1);
        paper.Hear();
        await paper.Finish(1);
        Assert.Equal([Killed], paper.Answers);
    }

    /// <summary>Three articles of one byte: the number of their version.</summary>
    private sealed class Paper : IAsyncDisposable
    {
        private readonly byte[] _now = new byte[3];
        private readonly byte[] _heard = new byte[3];
        private readonly Queue<(long Seq, int Article, byte Version)> _events = [];
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _drawing = [];
        private readonly Channel<int> _read = Channel.CreateUnbounded<int>();
        private readonly List<Task<Printed>>[] _asked = [[], [], []];
        private readonly PressRoom _room = new(new PressOptions());
        private readonly ServiceProvider _services;
        private readonly Printer _printer;
        private long _seq;

        public Paper()
        {
            _services = new ServiceCollection().AddScoped<FindPage>(_ => Find).BuildServiceProvider();
            var scopes = _services.GetRequiredService<IServiceScopeFactory>();
            _printer = new Printer(_room, new PageRenderer(scopes, NullLoggerFactory.Instance), scopes, new HostingOptions { PageTimeoutSeconds = 60 }, new ReadingTally(new PressOptions()), TimeProvider.System);
        }

        /// <summary>What was answered, in order.</summary>
        public List<byte> Answers { get; } = [];

        public void Change(int article)
        {
            if (_now[article] != Killed) Commit(article, (byte)(_now[article] + 1));
        }

        public void Kill(int article) => Commit(article, Killed);

        public void Hear()
        {
            if (!_events.TryDequeue(out var e)) return;
            _room.Evict(e.Seq, [$"article:{e.Article}"]);
            _heard[e.Article] = e.Version;
        }

        public async Task Ask(int article)
        {
            var isFirst = _asked[article].Count == 0;
            var task = _printer.Print(new PageAddress($"{article}", null, null), $"/{article}", CancellationToken.None);
            _asked[article].Add(task);
            if (task.IsCompleted) await Check(article);
            else if (isFirst) await _read.Reader.ReadAsync();
        }

        /// <summary>Lets what is drawn of an article go on, until everybody who asked has an answer.</summary>
        public async Task Finish(int article)
        {
            while (_asked[article].Count > 0)
            {
                if (_drawing.TryRemove(article, out var gate)) gate.SetResult();
                var again = _read.Reader.WaitToReadAsync().AsTask();
                if (await Task.WhenAny(Task.WhenAll(_asked[article]), again) == again) await _read.Reader.ReadAsync();
                else await Check(article);
            }
        }

        public async ValueTask DisposeAsync() => await _services.DisposeAsync();

        private void Commit(int article, byte version)
        {
            _now[article] = version;
            _events.Enqueue((++_seq, article, version));
        }

        private async Task Check(int article)
        {
            foreach (var asked in _asked[article])
            {
                var shown = (await asked).Sheet!.Plain.Bytes[0];
                Answers.Add(shown);
                Assert.True(shown >= _heard[article], $"Version {shown} was answered after {_heard[article]} was heard.");
            }
            _asked[article].Clear();
        }

        private async Task<PublicPage> Find(PageAddress address, DateTimeOffset now, CancellationToken ct)
        {
            var article = address.Path[0] - '0';
            var version = _now[article];
            var gate = _drawing[article] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await _read.Writer.WriteAsync(article, ct);
            await gate.Task.WaitAsync(ct);
            return new PublicPage.Ready("text/plain", [version]) { Tags = [$"article:{article}"] };
        }
    }
}
