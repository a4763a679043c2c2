using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Broadsheet.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Commands;

/// <summary>The program at the command line: wrong usage, wrong settings, and its end.</summary>
[Trait("Category", "Database")]
public sealed class ServeTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("broadsheet-serve-").FullName;

    [Theory]
    [InlineData("Broadsheet__Site__TimeZone", "Mars/Base", "Broadsheet:Site:TimeZone")]
    [InlineData("Broadsheet__Site__BaseUrl", "ftp://paper.example", "Broadsheet:Site:BaseUrl")]
    [InlineData("Broadsheet__Site__BaseUrl", "https://paper.example/news", "Broadsheet:Site:BaseUrl")]
    [InlineData("Broadsheet__Site__Languages", "english", "Broadsheet:Site:Languages")]
    [InlineData("Broadsheet__Site__Languages__0", "english", "Broadsheet:Site:Languages")]
    [InlineData("Broadsheet__Site__Name", " ", "Broadsheet:Site:Name")]
    [InlineData("Broadsheet__Site__Nmae", "x", "Broadsheet:Site:Nmae")]
    [InlineData("Broadsheet__Comments__MaxCharacters", "many", "Broadsheet:Comments:MaxCharacters")]
    [InlineData("Broadsheet__Comments__MaxCharacters", "0", "Broadsheet:Comments:MaxCharacters")]
    [InlineData("Broadsheet__Hosting__LogFormat", "xml", "Broadsheet:Hosting:LogFormat")]
    [InlineData("Broadsheet__Hosting__KnownProxies", "10.0.0.0/8,proxy", "Broadsheet:Hosting:KnownProxies")]
    [InlineData("Broadsheet__Hosting__MaxRequestBytes", "-1", "Broadsheet:Hosting:MaxRequestBytes")]
    [InlineData("Broadsheet__Media__MaxPixels", "1e3", "Broadsheet:Media:MaxPixels")]
    [InlineData("Broadsheet__Database", "Host=", "Broadsheet:Database")]
    public void A_wrong_setting_is_named_in_one_clear_line(string variable, string value, string setting)
    {
        File.WriteAllText(Path.Combine(_data, "broadsheet.json"), JsonSerializer.Serialize(new Dictionary<string, string> { [variable.Replace("__", ":", StringComparison.Ordinal)] = value }));
        var refusal = Assert.Throws<UsageException>(() => WebSite.Build(DataFolder.Open(_data), "http://127.0.0.1:0"));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.DoesNotContain("Binder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_program_with_exit_code_2()
    {
        var (exit, output, errors) = await Program.Run(["serve", "--data", _data], ("Broadsheet__Site__TimeZone", "Mars/Base"));
        Assert.Equal((2, ""), (exit, output));
        Assert.Equal("broadsheet: Setting Broadsheet:Site:TimeZone is 'Mars/Base': it must be an IANA name such as Asia/Seoul.\n", errors);
    }

    [Theory]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "ftp://localhost:5080")]
    public async Task An_address_to_listen_at_that_is_none_stops_it_too(string option, string value) => await Refused(["serve", "--data", _data, option, value], value);

    [Fact]
    public async Task An_address_that_is_taken_and_a_database_that_does_not_answer_stop_it_too()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";
        await Refused(["serve", "--data", _data, "--urls", url], url);
        await Refused(["serve", "--data", _data], "127.0.0.1:1", ("Broadsheet__Database", "Host=127.0.0.1;Port=1;Username=nobody;Database=none"));
        // Where the first attempt was broken off, the whole database may lie in its log still, and SQLite would rightly bring it back.
        foreach (var file in Directory.EnumerateFiles(_data, "broadsheet.db*")) File.Delete(file);
        await File.WriteAllTextAsync(Path.Combine(_data, "broadsheet.db"), new string('x', 10_000), TestContext.Current.CancellationToken);
        await Refused(["serve", "--data", _data], "not a database");
        await File.WriteAllTextAsync(Path.Combine(_data, "broadsheet.json"), "{ nonsense", TestContext.Current.CancellationToken);
        await Refused(["serve", "--data", _data], "broadsheet.json");
    }

    [Fact]
    public async Task An_unknown_command_or_none_at_all_is_wrong_usage()
    {
        await Refused(["publish"], "publish", lines: 3);
        await Refused([], "command", lines: 2);
        await Refused(["serve", "--colour", "red"], "--colour", lines: 3);
    }

    [Fact]
    public async Task The_sample_newspaper_is_served_on_this_machine_only()
    {
        foreach (var url in new[] { "http://0.0.0.0:5080", "http://*:5080", "http://[::]:5080", "http://192.0.2.1:80", "http://127.0.0.1:0;http://0.0.0.0:5080" })
            await Refused(["demo", "--data", _data, "--urls", url], "this machine only");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data));
    }

    [Fact]
    public void Languages_are_one_text_or_a_list_and_the_environment_wins_over_the_file()
    {
        File.WriteAllText(Path.Combine(_data, "broadsheet.json"), """{"Broadsheet":{"Site":{"Languages":["ko","en"]},"Hosting":{"KnownProxies":["127.0.0.1","10.0.0.0/8"]}}}""");
        Assert.Equal(["ko", "en"], Languages());
        Assert.Equal(["en"], Languages(("Broadsheet:Site:Languages:0", "en")));
        Assert.Equal(["en", "ja"], Languages(("Broadsheet:Site:Languages", "en, ja")));
        File.WriteAllText(Path.Combine(_data, "broadsheet.json"), """{"Broadsheet":{"Site":{"Languages":"ko,en"}}}""");
        Assert.Equal(["ko", "en"], Languages());
        Assert.Equal(["en", "ja"], Languages(("Broadsheet:Site:Languages:0", "en"), ("Broadsheet:Site:Languages:1", "ja")));
    }

    [Fact]
    public async Task A_request_under_way_is_answered_when_the_program_is_told_to_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: signals are those of Linux");
        await using var world = new World();
        await world.InitializeAsync();
        var path = await world.Publish(new("A very long read", "city") { Body = $"<p>{string.Concat(Enumerable.Repeat("word ", 3_000_000))}</p>" });
        await using var program = Program.Start(["serve", "--data", world.Data.Path, "--urls", "http://127.0.0.1:0"]);
        var at = new Uri((await program.Line("Now listening on")).Split(' ')[^1]);
        using var reader = new TcpClient { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(at.Host, at.Port, TestContext.Current.CancellationToken);
        await using var stream = reader.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: paper.example\r\n\r\n"), TestContext.Current.CancellationToken);
        var start = new byte[16];
        await stream.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        await program.Terminate();
        await program.Line("shutting down");
        var rest = new MemoryStream();
        await stream.CopyToAsync(rest, TestContext.Current.CancellationToken);
        var answer = Encoding.ASCII.GetString(start) + Encoding.UTF8.GetString(rest.ToArray());
        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.EndsWith("</html>", answer.TrimEnd(), StringComparison.Ordinal);
        Assert.True(answer.Length > 15_000_000, answer.Length.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(0, await program.Ended());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private IReadOnlyList<string> Languages(params (string Key, string Value)[] environment)
    {
        var settings = new ConfigurationBuilder().AddBroadsheetSettings(DataFolder.Open(_data)).AddInMemoryCollection(environment.Select(e => new KeyValuePair<string, string?>(e.Key, e.Value))).Build();
        using var services = new ServiceCollection().AddLogging().AddNewspaper(settings, DataFolder.Open(_data)).BuildServiceProvider();
        return services.GetRequiredService<SiteOptions>().LanguageList;
    }

    private static Task Refused(string[] arguments, string words, params (string, string)[] environment) => Refused(arguments, words, 1, environment);

    private static async Task Refused(string[] arguments, string words, int lines, params (string, string)[] environment)
    {
        var (exit, _, errors) = await Program.Run(arguments, environment);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Equal(2, exit);
        Assert.All(errors.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("broadsheet", line, StringComparison.Ordinal));
        Assert.InRange(errors.Count(c => c == '\n'), 1, lines);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
