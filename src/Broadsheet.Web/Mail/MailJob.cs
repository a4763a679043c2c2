using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Broadsheet.Core.Mail;
using Broadsheet.Web.Jobs;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Broadsheet.Web.Mail;

/// <summary>Sends what lies in the table of outgoing mail; one process does it for all. A mail may go out twice where the program ends in between, never not at all.</summary>
public sealed partial class MailJob(IServiceScopeFactory scopes, MailDesk desk, MailOptions options, TimeProvider clock, ILogger<MailJob> log) : Job
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private const string Name = "mail";
    private const int Batch = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _holder = Guid.NewGuid().ToString("N");

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken stoppingToken)
    {
        if (!options.IsOn) return;
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                try
                {
                    await Step(stoppingToken);
                }
                catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
                {
                    NotRead(log, e.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // what was not sent lies in its table
        }
    }

    private async Task Step(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = clock.GetUtcNow();
        var due = await db.OutgoingMails.AsNoTracking().Where(m => m.NextTryAt <= now).OrderBy(m => m.NextTryAt).Take(Batch).ToListAsync(ct);
        foreach (var mail in due)
        {
            if (!await IsOurs(db, ct)) return;
            var fault = await Send(mail, ct);
            if (fault is not null) NotSent(log, mail.Id, fault);
            await db.Write(
                async () =>
                {
                    db.ChangeTracker.Clear();
                    var row = await db.OutgoingMails.SingleAsync(m => m.Id == mail.Id, ct);
                    if (fault is null) row.Sent(clock.GetUtcNow());
                    else row.Fail(fault, clock.GetUtcNow());
                },
                ct);
        }
    }

    private async Task<bool> IsOurs(BroadsheetDb db, CancellationToken ct)
    {
        var isOurs = false;
        await db.Write(async () => isOurs = await ConsumerLease.Take(db, Name, _holder, clock.GetUtcNow(), ct) is not null, ct);
        db.ChangeTracker.Clear();
        return isOurs;
    }

    // What the server or the network says is the fault; null where the mail went out.
    private async Task<string?> Send(OutgoingMail mail, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = desk.Open(mail) } };
            message.From.Add(MailboxAddress.Parse(options.From));
            message.To.Add(MailboxAddress.Parse(mail.Recipient));
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, options.Security switch { MailSecurity.Tls => SecureSocketOptions.SslOnConnect, MailSecurity.None => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls }, limit.Token);
            if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, limit.Token);
            await client.SendAsync(message, limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"{options.Host} did not answer in time.";
        }
        catch (Exception e) when (e is SocketException or IOException or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException or SslHandshakeException or ProtocolException or CommandException or NotSupportedException or ServiceNotAuthenticatedException or ServiceNotConnectedException or ParseException or CryptographicException)
        {
            return e.Message;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} could not be sent: {Reason}")]
    private static partial void NotSent(ILogger log, long id, string reason);

    [LoggerMessage(LogLevel.Warning, "The mail to be sent could not be read: {Reason}")]
    private static partial void NotRead(ILogger log, string reason);
}
