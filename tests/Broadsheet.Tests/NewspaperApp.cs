using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Jobs;
using Broadsheet.Web.Press;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests;

/// <summary>A whole newspaper: the real program on a free port of loopback, a database and a data folder of its own, a clock that the test sets.</summary>
public class NewspaperApp : IAsyncLifetime
{
    private WebApplication? _site;
    private TestDatabase? _database;

    /// <summary>The clock; starts on the evening of the sample's day.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2023, 9, 12, 20, 0, 0, TimeSpan.FromHours(9)));

    /// <summary>The data folder.</summary>
    public DataFolder Data { get; private set; } = null!;

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _site!.Services;

    /// <summary>Where the site listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the program logged.</summary>
    public LogSink Log { get; } = new();

    /// <summary>Further settings of a derived newspaper.</summary>
    protected virtual IReadOnlyDictionary<string, object> Settings => new Dictionary<string, object>();

    /// <summary>The setting <c>Broadsheet:Site:BaseUrl</c>.</summary>
    protected virtual string BaseUrl => "http://paper.example";

    /// <summary>The setting <c>Broadsheet:Site:TimeZone</c>.</summary>
    protected virtual string TimeZone => "Asia/Seoul";

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Make();
        Data = DataFolder.Open(Directory.CreateTempSubdirectory("broadsheet-test-").FullName);
        await File.WriteAllTextAsync(Data.Settings, JsonSerializer.Serialize(new
        {
            Broadsheet = new Dictionary<string, object>
            {
                // A test is one reader who searches a lot.
                ["Search"] = new { PerMinute = 1_000_000 },
            }.Concat(Settings).Concat(new Dictionary<string, object>
            {
                ["Database"] = _database.Setting,
                ["Site"] = new { Name = "The Test Paper", BaseUrl, TimeZone, Languages = "en,ko" },
            }).GroupBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Last().Value, StringComparer.Ordinal),
        }));
        await Plant(_database.Setting);
        _site = WebSite.Build(Data, "http://127.0.0.1:0", services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // The database server's clock knows nothing of the test's time.
            services.Replace(ServiceDescriptor.Singleton<DueClock>(new TestDueClock(Clock)));
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(Log);
            Configure(services);
        });
        await using (var scope = Services.CreateAsyncScope())
            await DatabaseStart.Prepare(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), (_, _) => Task.CompletedTask, CancellationToken.None);
        await Fill();
        await _site.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
#pragma warning disable RS0030 // A test is a reader: it asks the site on loopback and nobody else.
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Address };
#pragma warning restore RS0030
        Http.DefaultRequestHeaders.Add("Accept", "text/html");
        await Hear();
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_site is not null)
        {
            await _site.StopAsync();
            await _site.DisposeAsync();
        }
        if (_database is not null) await _database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Data is not null) Directory.Delete(Data.Path, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs work against the database in a scope of its own.</summary>
    public async Task<T> InDb<T>(Func<BroadsheetDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BroadsheetDb>());
    }

    /// <summary>Changes the database in one write, and waits until press and search have heard of it.</summary>
    public async Task Change(Func<BroadsheetDb, Task> work)
    {
        await InDb(async db =>
        {
            await db.Write(() => work(db), CancellationToken.None);
            return true;
        });
        await Hear();
    }

    /// <summary>Waits until press and search have heard of everything that was committed.</summary>
    public virtual async Task Hear()
    {
        if (Http is null) return;
        var last = await InDb(db => db.Events.MaxAsync(e => (long?)e.Seq)) ?? 0;
        var start = Stopwatch.GetTimestamp();
        while (Services.GetRequiredService<PressRoom>().Heard < last || Services.GetRequiredService<SearchJob>().Cursor < last)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "Press and search did not hear of the change within twenty seconds.");
            await Task.Yield();
        }
    }

    /// <summary>Waits until everything is drawn that the program draws by itself after its start.</summary>
    public Task WarmedUp() => Services.GetServices<IHostedService>().OfType<WarmUp>().Single().ExecuteTask!;

    /// <summary>The page at a path, which must answer 200.</summary>
    public async Task<string> Page(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode} {Log.Problems.LastOrDefault()}");
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The status of a path.</summary>
    public async Task<int> Status(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return (int)response.StatusCode;
    }

    /// <summary>Puts a database of an older program in place before this one sees it.</summary>
    /// <param name="database">The setting <c>Broadsheet:Database</c>.</param>
    protected virtual Task Plant(string database) => Task.CompletedTask;

    /// <summary>Changes the program's services last.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    /// <summary>Writes what a derived newspaper begins with.</summary>
    protected virtual Task Fill() => Task.CompletedTask;
}

/// <summary>Appointments are due by the test's clock, on every database.</summary>
/// <param name="clock">The test's clock.</param>
public sealed class TestDueClock(TimeProvider clock) : DueClock(clock)
{
    private readonly TimeProvider _clock = clock;

    /// <inheritdoc/>
    public override ValueTask<DateTimeOffset> Now(BroadsheetDb db, CancellationToken ct) => ValueTask.FromResult(Broadsheet.Core.Moment.Cut(_clock.GetUtcNow()));
}
