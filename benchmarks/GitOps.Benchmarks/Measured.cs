using System.Diagnostics;
using System.Globalization;

namespace GitOps.Benchmarks;

/// <summary>What a whole process has cost. CPU is the figure that counts: the wall clock also measures the neighbours.</summary>
internal readonly record struct Measured(double Cpu, double Wall, double PeakMegabytes, int Files = 0)
{
    /// <summary>Runs this program again with other arguments and measures it from start to end.</summary>
    public static Measured Process(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' failed with {process.ExitCode}.");
        var figures = answer.Split(' ').Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new Measured(figures[0], wall, figures[1], (int)figures[2]);
    }

    /// <summary>The median of each figure over several runs.</summary>
    public static Measured Median(IReadOnlyCollection<Measured> runs)
    {
        double Of(Func<Measured, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
        return new Measured(Of(static r => r.Cpu), Of(static r => r.Wall), Of(static r => r.PeakMegabytes), runs.Max(static r => r.Files));
    }

    /// <summary>How far the runs lie apart, as a share of their median.</summary>
    public static double Noise(IReadOnlyCollection<Measured> runs) => (runs.Max(static r => r.Cpu) - runs.Min(static r => r.Cpu)) / Median(runs).Cpu;

    /// <summary>The last thing that a measured process does: it says what it has cost, for Linux forgets it with the process.</summary>
    /// <param name="files">How many files it has changed.</param>
    public static void Answer(int files = 0)
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        Console.Write(FormattableString.Invariant($"{self.TotalProcessorTime.TotalSeconds} {self.PeakWorkingSet64 / 1048576.0} {files}"));
    }
}
