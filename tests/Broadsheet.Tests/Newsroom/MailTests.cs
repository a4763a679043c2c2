using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Mail;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

/// <summary>Invitations by mail, to a real mail server on loopback.</summary>
[Trait("Category", "Database")]
public sealed class MailTests : IAsyncLifetime
{
    private readonly MailedApp _app = new();

    [Fact]
    public async Task An_invitation_comes_by_mail_in_the_language_of_who_reads_it()
    {
        await using var server = new MailServer(_app.Port);
        using var admin = await _app.SignIn(StaffRole.Administrator);
        var sent = await admin.Send("/newsroom/people/invite", "/newsroom/people/invite", ("email", "han@paper.example"), ("name", "한새"), ("role", "reporter"), ("language", "ko"), ("mail", "yes"));
        Assert.Contains("is on its way", (await admin.Page(sent.Location!)).Words, StringComparison.Ordinal);
        var mail = await _app.Until(() => server.Mails.FirstOrDefault());
        Assert.Equal(("The Test Paper 편집국 초대", "han@paper.example", "desk@paper.example"), (mail.Subject, mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address));
        var link = mail.TextBody!.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("http://paper.example/newsroom/link?key=", StringComparison.Ordinal));
        using var newcomer = _app.Stranger();
        Assert.Equal(303, (await newcomer.Send(new Uri(link).PathAndQuery)).Status);
        var row = await _app.Until(() => _app.InDb(db => db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.SentAt != null)));
        Assert.Equal(("", null), (row.Sealed, row.NextTryAt));
    }

    [Fact]
    public async Task A_mail_server_that_is_down_loses_nothing_and_is_seen()
    {
        using var admin = await _app.SignIn(StaffRole.Administrator);
        await admin.Send("/newsroom/people/invite", "/newsroom/people/invite", ("email", "late@paper.example"), ("name", "Late"), ("role", "reporter"), ("mail", "yes"));
        var failed = await _app.Until(() => _app.InDb(db => db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Failures > 0)));
        Assert.NotNull(failed.NextTryAt);
        Assert.DoesNotContain("key=", failed.Sealed, StringComparison.Ordinal);
        Assert.Contains("Mail that did not go out", (await admin.Page("/newsroom/people")).Words, StringComparison.Ordinal);
        await using var server = new MailServer(_app.Port);
        Assert.Equal(303, (await admin.Send("/newsroom/people", $"/newsroom/people/mail/{failed.Id}/again")).Status);
        await _app.Until(() => server.Mails.FirstOrDefault());
        await _app.Until(() => _app.InDb(db => db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.SentAt != null)));
        Assert.DoesNotContain("Mail that did not go out", (await admin.Page("/newsroom/people")).Words, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => await _app.InitializeAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>A newspaper with a mail server.</summary>
    private sealed class MailedApp : NewsroomApp
    {
        /// <summary>Where the mail server would be.</summary>
        public int Port { get; } = FreePort();

        protected override IReadOnlyDictionary<string, object> Settings => new Dictionary<string, object>(base.Settings)
        {
            ["Mail"] = new { Host = "127.0.0.1", Port, Security = "None", From = "The desk <desk@paper.example>" },
        };

        /// <summary>Lets the newspaper's time go on until something is there.</summary>
        public async Task<T> Until<T>(Func<Task<T?>> look) where T : class
        {
            var advanced = Stopwatch.GetTimestamp();
            for (var start = advanced; Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30); await Task.Yield())
            {
                if (await look() is { } found) return found;
                // Not faster than the job can follow: links and sessions end by the same clock.
                if (Stopwatch.GetElapsedTime(advanced) < TimeSpan.FromMilliseconds(20)) continue;
                Clock.Advance(MailJob.Pause);
                advanced = Stopwatch.GetTimestamp();
            }
            throw new InvalidOperationException("It did not come within thirty seconds.");
        }

        /// <inheritdoc cref="Until{T}(Func{Task{T}})"/>
        public Task<T> Until<T>(Func<T?> look) where T : class => Until(() => Task.FromResult(look()));

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }

    /// <summary>A mail server that keeps what it is given.</summary>
    private sealed class MailServer : MessageStore, IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _running;

        public MailServer(int port)
        {
            var services = new ServiceProvider();
            services.Add(this);
            _running = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost").Port(port).Build(), services).StartAsync(_end.Token);
        }

        public ConcurrentQueue<MimeMessage> Mails { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            Mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
            return SmtpResponse.Ok;
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _running;
            _end.Dispose();
        }
    }
}
