using System.Globalization;
using GitOps.Mutants;

// GitOps.Mutants [--count 300] [--seed 1] [--build 0] [--example examples/HomeOps] [--out FILE]
// Exit code 1: something that an analyzer stops is not stopped by synth in the same words, or a real build lets through what was stopped in memory.
var count = Number("--count", 300);
var seed = Number("--seed", 1);
var builds = Number("--build", 0);
var example = Example.Read(Path.GetFullPath(Option("--example") ?? "examples/HomeOps"));

var all = AllMutants.Of(example);
var chosen = AllMutants.Choose(all, count, seed);
Console.Error.WriteLine($"{chosen.Count} of {all.Count} mutants in {all.Select(static mutant => mutant.Kind).Distinct().Count()} kinds");
var judge = new Judge(example);
var unbroken = await judge.Of(new Mutant("none", "the example as it is", new Dictionary<string, string?>()));
if (unbroken.KilledBy != "survived")
{
    Console.Error.WriteLine("the example itself does not pass:\n" + string.Join('\n', unbroken.Compiler.Concat(unbroken.Analyzers).Concat(unbroken.Synth ?? [])));
    return 2;
}

var verdicts = new List<Verdict>();
foreach (var mutant in chosen)
{
    verdicts.Add(await judge.Of(mutant));
    if (verdicts.Count % 25 == 0)
        Console.Error.WriteLine($"{verdicts.Count} of {chosen.Count}");
}

var report = Report.Of(verdicts, seed);
var differs = 0;
if (builds > 0)
{
    using var real = new RealBuild(example);
    foreach (var verdict in verdicts.Take(builds))
    {
        var (fails, ids) = real.Of(verdict.Mutant);
        if (fails != verdict.FailsBuild)
            report += $"\ndotnet build {(fails ? "fails" : "passes")} ({string.Join(' ', ids)}): {verdict.Mutant.Kind}: {verdict.Mutant.What}";
        differs += fails == verdict.FailsBuild ? 0 : 1;
    }

    report += $"\n{Math.Min(builds, verdicts.Count)} of them by dotnet build: {differs} with another verdict than in memory\n";
}

Console.Write(report);
if (Option("--out") is { } path)
    File.WriteAllText(path, report);
return differs == 0 && verdicts.All(static verdict => !verdict.NotSaidBySynth.Any()) ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
