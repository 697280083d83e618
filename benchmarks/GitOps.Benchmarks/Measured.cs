using System.Diagnostics;

namespace GitOps.Benchmarks;

/// <summary>What a whole process has cost. CPU is the figure that counts: the wall clock also measures the neighbours.</summary>
internal readonly record struct Measured(double Cpu, double Wall, double PeakMegabytes)
{
    /// <summary>Runs this program again with other arguments and measures it from start to end.</summary>
    public static Measured Process(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        // Tiering compiles on other threads while the program runs: left as users have it, but never with a debugger's or profiler's settings.
        start.Environment.Remove("DOTNET_TieredPGO");
        var clock = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' failed with {process.ExitCode}.");
        return new Measured(process.TotalProcessorTime.TotalSeconds, wall, double.Parse(answer.Trim(), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The median of each figure over several runs.</summary>
    public static Measured Median(IReadOnlyCollection<Measured> runs)
    {
        double Of(Func<Measured, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
        return new Measured(Of(static r => r.Cpu), Of(static r => r.Wall), Of(static r => r.PeakMegabytes));
    }

    /// <summary>Says how much memory this process took at most: the answer that <see cref="Process"/> waits for.</summary>
    public static void AnswerPeak()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / 1048576.0).ToString("F1", System.Globalization.CultureInfo.InvariantCulture));
    }
}
