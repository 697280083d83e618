using System.Diagnostics;
using System.Globalization;

namespace GitOps.Benchmarks;

/// <summary>Runs mutants of real repositories through everything that <c>validate</c> does, for some minutes, and counts.</summary>
internal static class FuzzVerb
{
    /// <summary>A mutant that takes longer is a hang.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <param name="args">MINUTES SEED FOLDER…, or <c>replay SEED NUMBER FOLDER…</c>.</param>
    public static int Run(string[] args)
    {
        if (args is ["replay", var again, var which, .. var from] && from.Length > 0)
        {
            var repositories = from.Where(Directory.Exists).Select(FuzzRepository.Open).ToList();
            var (seed, number) = (int.Parse(again, CultureInfo.InvariantCulture), int.Parse(which, CultureInfo.InvariantCulture));
            var mutant = new FuzzCase(repositories[number % repositories.Count], seed, number);
            Console.WriteLine($"changed: {string.Join(", ", mutant.Changed)}");
            Console.WriteLine($"{mutant.Run(default)} findings");
            return 0;
        }
        if (args is not [var minutes, var first, .. var folders] || folders.Length == 0)
        {
            Console.Error.WriteLine("usage: fuzz MINUTES SEED FOLDER…   or   fuzz replay SEED NUMBER FOLDER…");
            return 2;
        }
        return Loop(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), int.Parse(first, CultureInfo.InvariantCulture), [.. folders.Where(Directory.Exists).Select(FuzzRepository.Open)]);
    }

    private static int Loop(TimeSpan time, int seed, IReadOnlyList<FuzzRepository> repositories)
    {
        var clock = Stopwatch.StartNew();
        var (number, findings, silent) = (0, 0L, 0);
        var failures = new SortedDictionary<string, (int Count, int First)>(StringComparer.Ordinal);
        // Not every crash can be caught: the last line of this file is the mutant that did it.
        var trace = Path.Combine(Path.GetTempPath(), $"gitops-fuzz-{seed}.txt");
        for (; clock.Elapsed < time; number++)
        {
            File.WriteAllText(trace, FormattableString.Invariant($"replay {seed} {number}"));
            var mutant = new FuzzCase(repositories[number % repositories.Count], seed, number);
            using var hang = new CancellationTokenSource(Hang);
            try
            {
                var count = mutant.Run(hang.Token);
                findings += count;
                if (count == 0) silent++;
            }
            catch (Exception fault)
            {
                var where = fault.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("GitOps.", StringComparison.Ordinal))?.Trim();
                var key = $"{fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")} {where}";
                failures[key] = failures.TryGetValue(key, out var before) ? (before.Count + 1, before.First) : (1, number);
            }
        }
        Console.WriteLine(FormattableString.Invariant($"seed {seed}: {number} mutants of {repositories.Count} repositories in {clock.Elapsed.TotalMinutes:F1} minutes; {findings} findings, {silent} mutants without one; {failures.Count} kinds of crash"));
        foreach (var (what, (count, first)) in failures) Console.WriteLine(FormattableString.Invariant($"  {count} times, first with 'replay {seed} {first}': {what}"));
        File.Delete(trace);
        return failures.Count == 0 ? 0 : 1;
    }
}
