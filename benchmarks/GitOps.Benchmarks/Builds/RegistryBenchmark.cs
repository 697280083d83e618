using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GitOps.Benchmarks;

/// <summary>What the registry of 1,000 apps costs an editor: the generators run in memory, as the compiler runs them after each edit.</summary>
internal static class RegistryBenchmark
{
    private const int Apps = 1_000;

    public static int Measure(string[] args)
    {
        var rounds = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 20;
        var sources = ProcessBenchmark.Cluster(Apps);
        var compilation = CSharpCompilation.Create("Bench",
            sources.Select(static file => Parse(file.Path, file.Text)), References(), new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new WiringGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var first = Cpu(() => driver = driver.RunGenerators(compilation));
        var emitted = driver.GetRunResult().GeneratedTrees;
        var (edits, reemitted) = (new List<double>(), 0);
        for (var round = 0; round < rounds; round++)
        {
            var edited = (CSharpCompilation)compilation.ReplaceSyntaxTree(
                compilation.SyntaxTrees[3 + round], Parse(sources[3 + round].Path, sources[3 + round].Text.Replace("info", "debug", StringComparison.Ordinal)));
            edits.Add(Cpu(() => driver = driver.RunGenerators(edited)));
            reemitted += driver.GetRunResult().Results.SelectMany(static result => result.TrackedOutputSteps.Values).SelectMany(static steps => steps)
                .SelectMany(static step => step.Outputs).Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
            compilation = edited;
        }

        Console.WriteLine(FormattableString.Invariant($"{Apps:N0} apps, {emitted.Length} generated files; the first run {first:F2} CPU s, {rounds} edits {edits.Min():F3} to {edits.Max():F3}"));
        var verdicts = new Verdicts();
        verdicts.AtMost("registry of 1,000 apps: CPU of one C# edit, median", 0.5, edits.Order().ElementAt(edits.Count / 2), "s");
        verdicts.AtMost("registry of 1,000 apps: files that all the edits re-emitted", 0, reemitted, "files");
        return verdicts.Print();
    }

    private static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText((path == "Home.cs" ? "global using System;\nglobal using GitOps;\n" : "") + text, new CSharpParseOptions(LanguageVersion.Preview), path);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => path.Length > 0).Select(static path => MetadataReference.CreateFromFile(path));

    private static double Cpu(Action action)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        action();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalSeconds;
    }
}
