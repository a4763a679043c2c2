using System.Diagnostics;
using System.Security.Cryptography;

namespace Broadsheet.Fuzz;

/// <summary>
/// Tries inputs on a target until time is up or something is found. Without instrumentation, what a target says of an input
/// stands for its way through the code: an input with a new answer joins the corpus.
/// </summary>
internal sealed class FuzzRun(FuzzTarget target, int seed)
{
    private const int MostKept = 5000;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    private readonly string _findings = Directory.CreateDirectory(Path.Combine(Seeds.Root, "artifacts", "fuzz", target.Name)).FullName;
    private readonly HashSet<string> _answers = new(StringComparer.Ordinal);
    private TimeSpan _slowest;

    /// <summary>The input that is being tried: what is left of it after a crash of the process.</summary>
    private string Trying => Path.Combine(_findings, "trying");

    /// <summary>Tries mutations of the seeds; false with a finding.</summary>
    public async Task<bool> For(TimeSpan time, List<byte[]> corpus)
    {
        Console.WriteLine($"{target.Name}: {corpus.Count} seeds, random seed {seed}, {time.TotalSeconds:0} s");
        var clock = Stopwatch.StartNew();
        var mutator = new Mutator(new Random(seed), target);
        var seeds = corpus.Count;
        var tries = 0;
        for (; tries < seeds || clock.Elapsed < time; tries++)
        {
            var input = tries < seeds ? corpus[tries] : mutator.Next(corpus);
            var known = _answers.Count;
            if (!await Try(input)) return false;
            if (tries >= seeds && _answers.Count > known && corpus.Count < MostKept) corpus.Add(input);
        }
        Console.WriteLine($"{target.Name}: {tries} inputs in {clock.Elapsed.TotalSeconds:0} s, {_answers.Count} different answers, slowest {_slowest.TotalSeconds:0.00} s, nothing found");
        return true;
    }

    /// <summary>Tries one input; false with a finding, which is kept and said.</summary>
    public async Task<bool> Try(byte[] input)
    {
        await File.WriteAllBytesAsync(Trying, input);
        var clock = Stopwatch.StartNew();
        string? wrong = null;
        try
        {
            _answers.Add(await Task.Run(() => target.Run(input)).WaitAsync(Hang));
        }
        catch (TimeoutException)
        {
            wrong = $"no answer in {Hang.TotalSeconds:0} s";
        }
        // Whatever a target throws is a finding.
        catch (Exception e)
        {
            wrong = e.ToString();
        }
        if (clock.Elapsed > _slowest) _slowest = clock.Elapsed;
        if (wrong is null)
        {
            File.Delete(Trying);
            return true;
        }
        var kept = Path.Combine(_findings, Convert.ToHexStringLower(SHA256.HashData(input))[..16]);
        File.Move(Trying, kept, overwrite: true);
        Console.WriteLine($"{target.Name}: {wrong}\n{kept}");
        return false;
    }
}
