using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Benchmarks;

/// <summary>What the package and its generators add to a real <c>dotnet build</c>: with against without, in turn, with and without a warm compiler server.</summary>
internal static partial class BuildBenchmarks
{
    private const string Program = "System.Console.WriteLine();\n";

    /// <summary>An empty project with the package and without.</summary>
    public static int Package(string[] args)
    {
        using var projects = new Projects();
        var with = projects.Make("With", withPackage: true, "", ("Program.cs", Program));
        var without = projects.Make("Without", withPackage: false, "", ("Program.cs", Program));
        var verdicts = new Verdicts();
        foreach (var cold in new[] { true, false })
        {
            var (added, wall, _) = Added(projects, with, without, cold, Rounds(args));
            verdicts.AtMost($"the package in an empty project, {Name(cold)}: CPU seconds added to the build", 1, added, "s");
            Console.WriteLine(FormattableString.Invariant($"  wall seconds added, {Name(cold)}: {wall:F2}"));
        }

        return verdicts.Print();
    }

    /// <summary>The CRDs of the four projects as a user's own.</summary>
    public static int Generator(string[] args)
    {
        var crds = Path.Combine(Projects.RepositoryRoot, "..", "shared", "data", "crds");
        if (!Directory.Exists(crds))
        {
            Console.Error.WriteLine($"There are no CRDs in '{crds}'.");
            return 1;
        }

        using var projects = new Projects();
        var items = string.Join('\n', new[] { "flux", "cnpg", "barman-cloud", "envoy-gateway", "gateway-api", "volsync" }
            .Select(name => $"<GitOpsCrd Include=\"{Path.GetFullPath(crds)}/{name}/**/*.yaml\" />"));
        var with = projects.Make("Crds", withPackage: true, items, ("Program.cs", Program));
        var without = projects.Make("Plain", withPackage: true, "", ("Program.cs", Program));
        var verdicts = new Verdicts();
        foreach (var cold in new[] { true, false })
        {
            var (added, wall, reported) = Added(projects, with, without, cold, Rounds(args), "-p:ReportAnalyzer=true", "-v", "d");
            verdicts.AtMost($"models of the four projects' CRDs, {Name(cold)}: the generators' own seconds", cold ? 1.5 : 0.6, reported, "s");
            Console.WriteLine(FormattableString.Invariant($"  whole build, {Name(cold)}: {added:F2} CPU seconds and {wall:F2} wall seconds added, compilation of the generated code included"));
        }

        return verdicts.Print();
    }

    /// <summary>The schema of app-template, with its library's: the largest that people use.</summary>
    public static int Values(string[] args)
    {
        var charts = Path.Combine(Projects.RepositoryRoot, "..", "shared", "data", "charts");
        if (!Directory.Exists(charts))
        {
            Console.Error.WriteLine($"There are no charts in '{charts}'.");
            return 1;
        }

        using var projects = new Projects();
        var chart = Directory.GetDirectories(Path.GetFullPath(charts), "app-template-*").Single();
        var items = $"<GitOpsValuesSchema Include=\"{chart}/other/app-template/values.schema.json\" Chart=\"app-template\" /><GitOpsValuesSchema Include=\"{chart}/library/**/*.json\" />";
        var with = projects.Make("Chart", withPackage: true, items, ("Program.cs", Program));
        var without = projects.Make("Plain", withPackage: true, "", ("Program.cs", Program));
        var verdicts = new Verdicts();
        foreach (var cold in new[] { true, false })
        {
            var (added, wall, reported) = Added(projects, with, without, cold, Rounds(args), "-p:ReportAnalyzer=true", "-v", "d");
            verdicts.AtMost($"classes of app-template's values, {Name(cold)}: the generators' own seconds", cold ? 1.5 : 0.6, reported, "s");
            Console.WriteLine(FormattableString.Invariant($"  whole build, {Name(cold)}: {added:F2} CPU seconds and {wall:F2} wall seconds added, compilation of the generated code included"));
        }

        return verdicts.Print();
    }

    private static int Rounds(string[] args) => args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;

    private static string Name(bool cold) => cold ? "cold" : "warm";

    private static (double Cpu, double Wall, double Reported) Added(Projects projects, string with, string without, bool cold, int rounds, params string[] more)
    {
        // One build each that does not count: the server starts, the disk's cache fills.
        projects.Build(with, cold, more);
        projects.Build(without, cold, more);
        var (cpu, wall, reported) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var more1 = projects.Build(with, cold, more);
            var less = projects.Build(without, cold, more);
            cpu.Add(more1.Cpu - less.Cpu);
            wall.Add(more1.Wall - less.Wall);
            if (more.Length > 0)
                reported.Add(Reported(more1.Output));
            Console.WriteLine(FormattableString.Invariant($"  {Name(cold)}, round {round + 1}: {more1.Cpu:F2} against {less.Cpu:F2} CPU seconds, {more1.Wall:F2} against {less.Wall:F2} wall"));
        }

        return (Median(cpu), Median(wall), reported.Count > 0 ? Median(reported) : 0);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // The compiler's own report: "Total generator execution time: 0.123 seconds".
    private static double Reported(string output) =>
        GeneratorTime().Match(output) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The compiler reported no generator's time.");

    [GeneratedRegex(@"generator execution time:\s*([0-9.]+)")]
    private static partial Regex GeneratorTime();
}
