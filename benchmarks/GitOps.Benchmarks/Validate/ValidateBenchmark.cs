using System.Diagnostics;
using System.Globalization;

namespace GitOps.Benchmarks;

/// <summary><c>validate</c> of a real repository as a whole process, against an empty program and against kustomize over the same Kustomizations.</summary>
internal static class ValidateBenchmark
{
    public static int Measure(string[] args)
    {
        var rounds = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        var source = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
        var repository = args is [_, var folder, ..] ? folder : Path.GetFullPath(Path.Combine(source, "../shared/data/repos/home-ops"));
        using var projects = new Projects();
        var emptyProject = projects.Make("Empty", withPackage: false, "", ("Program.cs", "return 0;\n"));
        projects.Build(emptyProject, cold: true, "-c", "Release");
        var empty = Path.Combine(emptyProject, "bin", "Release", "net10.0", "Empty");
        var portable = Published(source, Path.Combine(projects.Folder, "portable"));
        var precompiled = Published(source, Path.Combine(projects.Folder, "precompiled"), "-r", "linux-x64", "--no-self-contained", "-p:PublishReadyToRun=true");

        var judged = EngineJudge.Judge(new DiskFileTree(repository), TreeOptions.Default, default);
        var folders = judged.Tree!.Clusters.SelectMany(static cluster => cluster.Kustomizations).Where(static app => app.Folder is not null && !app.IsOutside).Select(static app => app.Folder!).ToList();
        string[] names = ["empty", "validate", "validate, precompiled", "kustomize"];
        var runs = names.ToDictionary(static name => name, static _ => new List<Measured>());
        for (var round = 0; round < rounds; round++)
        {
            runs["empty"].Add(Run(repository, empty));
            runs["validate"].Add(Run(repository, portable, "validate", repository, "--quiet", "--severity", "error"));
            runs["validate, precompiled"].Add(Run(repository, precompiled, "validate", repository, "--quiet", "--severity", "error"));
            runs["kustomize"].Add(Sum(folders.Select(path => Run(repository, "kubectl", "kustomize", path, "--load-restrictor", "LoadRestrictionsNone"))));
        }

        Console.WriteLine($"{repository}: {judged.Kustomizations} Kustomizations, {folders.Count} folders built; whole processes, median of {rounds} rounds in turn");
        var medians = runs.ToDictionary(static pair => pair.Key, static pair => Measured.Median(pair.Value));
        foreach (var name in names)
            Console.WriteLine(FormattableString.Invariant($"  {name,-24} {medians[name].Wall,7:F3} s wall {medians[name].Cpu,7:F3} CPU s {medians[name].PeakMegabytes,6:F0} MB   noise {Measured.Noise(runs[name]),5:P0}"));
        var verdicts = new Verdicts();
        foreach (var name in names[1..3])
        {
            verdicts.AtMost($"{name}: wall", 1.0, medians[name].Wall, "s");
            verdicts.AtMost($"{name}: wall beyond an empty program", 0.6, medians[name].Wall - medians["empty"].Wall, "s");
            verdicts.AtMost($"{name}: peak working set", 200, medians[name].PeakMegabytes, "MB");
            verdicts.AtLeast($"kustomize over the same Kustomizations against {name}: wall", 10, medians["kustomize"].Wall / medians[name].Wall);
            verdicts.AtLeast($"kustomize over the same Kustomizations against {name}: CPU", 10, medians["kustomize"].Cpu / medians[name].Cpu);
        }
        return verdicts.Print();
    }

    private static string Published(string source, string into, params string[] options)
    {
        Children.Run(source, "dotnet", ["publish", "src/Tool", "-c", "Release", "-v", "q", "-o", into, .. options]);
        return Path.Combine(into, "GitOps.Tool");
    }

    private static Measured Sum(IEnumerable<Measured> runs)
    {
        var all = runs.ToList();
        return new Measured(all.Sum(static run => run.Cpu), all.Sum(static run => run.Wall), all.Max(static run => run.PeakMegabytes), all.Count);
    }

    /// <summary>Its exit code says what it found, and nothing about its time.</summary>
    private static Measured Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var before = Children.Cpu();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(2))
        {
            process.Refresh();
            // It may end between two looks.
            try { peak = Math.Max(peak, process.PeakWorkingSet64); }
            catch (InvalidOperationException) { break; }
        }
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        Task.WaitAll(output, errors);
        return new Measured(Children.Cpu() - before, wall, peak / 1048576.0);
    }
}
