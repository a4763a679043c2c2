using System.Diagnostics;
using Xunit;

namespace Broadsheet.Tests.House;

/// <summary>What <c>./test</c> says at its end, for reports as the test runners write them.</summary>
public sealed class SumTests : IDisposable
{
    private readonly DirectoryInfo _reports = Directory.CreateTempSubdirectory("broadsheet-sum-");

    public void Dispose() => _reports.Delete(recursive: true);

    [Fact]
    public async Task Runs_are_added_up_on_the_last_line()
    {
        Left("sqlite.exit", "0");
        Left("sqlite.json", Report(passed: 7, skipped: 2));
        Left("style.exit", "0");
        Left("scripts.exit", "0");
        Left("scripts.log", "✔ keeps a theme (1ms)\nℹ tests 3\nℹ pass 3\nℹ fail 0\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\n");
        Assert.Equal((0, "11 passed, 0 failed, 2 skipped"), await Sum());
    }

    [Fact]
    public async Task A_failed_test_fails_the_whole()
    {
        Left("sqlite.exit", "1");
        Left("sqlite.json", Report(passed: 7, skipped: 0, "Slugs.A_slug_is_unique"));
        Assert.Equal((1, "7 passed, 1 failed, 0 skipped"), await Sum());
    }

    [Fact]
    public async Task A_run_that_left_no_report_has_failed()
    {
        Left("sqlite.exit", "0");
        Left("sqlite.json", Report(passed: 7, skipped: 0));
        Left("postgres.exit", "139");
        Assert.Equal((1, "7 passed, 1 failed, 0 skipped"), await Sum());
    }

    [Fact]
    public async Task A_run_that_crashed_after_its_report_has_failed()
    {
        Left("sqlite.exit", "134");
        Left("sqlite.json", Report(passed: 7, skipped: 0));
        Assert.Equal((1, "7 passed, 1 failed, 0 skipped"), await Sum());
    }

    [Fact]
    public async Task A_suite_without_a_test_has_failed()
    {
        Left("sqlite.exit", "0");
        Left("sqlite.json", Report(passed: 0, skipped: 0));
        Assert.Equal((1, "0 passed, 1 failed, 0 skipped"), await Sum());
    }

    private static string Report(int passed, int skipped, params string[] failed)
    {
        var tests = string.Join(',', failed.Select(name => $$"""{"name":"{{name}}","status":"failed"}"""));
        return $$"""{ "results": { "summary": { "passed": {{passed}}, "skipped": {{skipped}}, "pending": 0 }, "tests": [{{tests}}] } }""";
    }

    private void Left(string file, string content) => File.WriteAllText(Path.Combine(_reports.FullName, file), content);

    private async Task<(int Code, string LastLine)> Sum()
    {
        var start = new ProcessStartInfo("node", ["eng/sum.mjs", _reports.FullName]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, output.TrimEnd().Split('\n')[^1]);
    }
}
