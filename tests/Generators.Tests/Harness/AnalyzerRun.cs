using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps.Tests;

/// <summary>All that is said of a small project: by the compiler, the generators and the analyzers, over the code that the generators make.</summary>
internal static class AnalyzerRun
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(GraphAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static async Task<IReadOnlyList<Diagnostic>> Of(ProjectInput input)
    {
        var run = GeneratorRun.Start(input with { Generators = [new WiringGenerator(), new ValuesGenerator()], CheckOutput = false });
        var options = new AnalyzerOptions([.. input.Files], new InputOptions(input.Properties));
        var analyzed = await run.After.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. run.After.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"),
            .. run.Reported,
            .. analyzed.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }
}
