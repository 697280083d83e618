using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps.Mutants;

/// <summary>Compiles a mutant as the build would, and renders it without the analyzers where it compiles.</summary>
internal sealed class Judge(Example example)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(WiringGenerator).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(static type => type.Name, StringComparer.Ordinal).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public async Task<Verdict> Of(Mutant mutant)
    {
        var (compilation, files) = example.With(mutant);
        example.Driver.ReplaceAdditionalTexts([.. files]).RunGeneratorsAndUpdateCompilation(compilation, out var after, out var reported);
        var compiler = Errors(after.GetDiagnostics());
        var options = new AnalyzerOptions([.. files], example.Options);
        var analyzed = await after.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return new Verdict(mutant, compiler, [.. Errors(reported).Concat(Errors(analyzed)).Distinct()], compiler.Count > 0 ? null : SynthJudge.Of(example, mutant, after));
    }

    // Warnings are errors in the example, as the build says; hidden ones and suggestions are nothing.
    private static List<Said> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("GOPS", StringComparison.Ordinal)))
            .Select(static diagnostic => new Said(diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))).Distinct()];
}
