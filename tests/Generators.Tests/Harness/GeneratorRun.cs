using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GitOps.Tests;

/// <summary>
/// One run of generators over a small project, and the edits that follow it. Every run checks, unasked, that a second
/// run finds everything cached, that the output compiles without a warning, and that no pipeline value holds a symbol,
/// tree, location or text.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly ProjectInput input;
    private readonly GeneratorDriver driver;
    private readonly GeneratorDriverRunResult result;

    private GeneratorRun(ProjectInput input, GeneratorDriver driver, CSharpCompilation before, Compilation after, ImmutableArray<Diagnostic> reported)
    {
        this.input = input;
        this.driver = driver;
        Before = before;
        After = (CSharpCompilation)after;
        Reported = reported;
        result = driver.GetRunResult();
    }

    /// <summary>The project without the generated code.</summary>
    public CSharpCompilation Before { get; }

    /// <summary>The project with the generated code.</summary>
    public CSharpCompilation After { get; }

    /// <summary>What the generators reported.</summary>
    public ImmutableArray<Diagnostic> Reported { get; }

    /// <summary>The emitted files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        result.Results.Where(one => !one.GeneratedSources.IsDefault).SelectMany(one => one.GeneratedSources)
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.OrdinalIgnoreCase);

    public static GeneratorRun Start(ProjectInput input) => Run(input, driver: null, before: null);

    /// <summary>Replaces a file by another text of it.</summary>
    public GeneratorRun Replace(InputFile old, InputFile edited) =>
        Again(input with { Files = [.. input.Files.Select(file => ReferenceEquals(file, old) ? edited : file)] }, driver.ReplaceAdditionalText(old, edited));

    /// <summary>Adds a file.</summary>
    public GeneratorRun Add(InputFile file) => Again(input with { Files = [.. input.Files, file] }, driver.AddAdditionalTexts([file]));

    /// <summary>Takes a file away.</summary>
    public GeneratorRun Remove(InputFile file) => Again(input with { Files = [.. input.Files.Where(one => !ReferenceEquals(one, file))] }, driver.RemoveAdditionalTexts([file]));

    /// <summary>A C# edit that no generator should care about: a comment above everything, so that every line moves.</summary>
    public GeneratorRun EditCSharp() => EditCSharp(static text => "// edited\n" + text);

    /// <summary>A C# edit of the first source file.</summary>
    public GeneratorRun EditCSharp(Func<string, string> edit)
    {
        var (path, text) = input.Sources[0];
        var edited = edit(text);
        var tree = Before.SyntaxTrees[0];
        return Again(input with { Sources = [(path, edited), .. input.Sources.Skip(1)] }, driver, Before.ReplaceSyntaxTree(tree, ProjectInput.Parse(path, edited)));
    }

    /// <summary>Why each value of a step is what it is, in order of the pipeline.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Steps(string name) =>
    [
        .. result.Results.SelectMany(one => one.TrackedSteps.TryGetValue(name, out var steps) ? steps : [])
            .SelectMany(step => step.Outputs).Select(output => output.Reason),
    ];

    /// <summary>The reasons of all source outputs: a file is re-emitted where one is new or modified.</summary>
    public IReadOnlyList<IncrementalStepRunReason> SourceOutputs() =>
        [.. result.Results.SelectMany(one => one.TrackedOutputSteps.Values.SelectMany(steps => steps)).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>The hint names of the files whose text differs from the other run's, or that are new or gone.</summary>
    public IReadOnlyList<string> ChangedSince(GeneratorRun earlier) =>
    [
        .. Files.Keys.Union(earlier.Files.Keys).Where(name => Files.GetValueOrDefault(name) != earlier.Files.GetValueOrDefault(name)).Order(StringComparer.Ordinal),
    ];

    private static GeneratorRun Run(ProjectInput input, GeneratorDriver? driver, CSharpCompilation? before)
    {
        before ??= input.Compile();
        driver ??= CSharpGeneratorDriver.Create(
            input.Generators.Select(static generator => generator.AsSourceGenerator()),
            input.Files,
            ProjectInput.ParseOptions,
            new InputOptions(input.Properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGeneratorsAndUpdateCompilation(before, out var after, out var reported);
        var run = new GeneratorRun(input, driver, before, after, reported);
        run.CheckUnasked();
        return run;
    }

    private static bool IsOurs(string step) => step.StartsWith("GitOps.", StringComparison.Ordinal);

    private static bool IsFresh(IncrementalStepRunReason reason) => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    private GeneratorRun Again(ProjectInput edited, GeneratorDriver editedDriver, CSharpCompilation? before = null) => Run(edited, editedDriver, before ?? Before);

    private void CheckUnasked()
    {
        result.Results.Select(one => one.Exception).Where(static exception => exception is not null).Should().BeEmpty("a generator must not throw");

        var again = driver.RunGenerators(Before.Clone()).GetRunResult();
        foreach (var one in again.Results)
        {
            foreach (var (name, steps) in one.TrackedSteps.Where(pair => IsOurs(pair.Key)))
                steps.SelectMany(step => step.Outputs).Where(output => IsFresh(output.Reason)).Should().BeEmpty($"nothing changed, so {name} is cached");
            one.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Where(output => IsFresh(output.Reason))
                .Should().BeEmpty("nothing changed, so nothing is emitted again");
        }

        foreach (var one in result.Results)
            foreach (var (name, steps) in one.TrackedSteps.Where(pair => IsOurs(pair.Key)))
                steps.SelectMany(step => step.Outputs).SelectMany(output => ModelPurity.Offences(output.Value)).Should().BeEmpty($"{name} carries values only");

        // What the generators themselves call an error is the test's to judge; then code may be missing.
        if (input.CheckOutput && !Reported.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            After.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Where(Matters).Take(10)
                .Select(diagnostic => diagnostic + "\n" + LineOf(diagnostic)).Should().BeEmpty("the output compiles without a warning");
    }

    // Tests write no documentation for their own types; generated code must.
    private bool Matters(Diagnostic diagnostic) => diagnostic.Id != "CS1591" || !Before.ContainsSyntaxTree(diagnostic.Location.SourceTree);

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() : "";
}
