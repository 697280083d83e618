using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The rules over the dependency graph, while typing: from the attributes of this project and of the libraries that it references.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GraphAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unknown = Rule.Create(UnknownDependencyRule.Id, UnknownDependencyRule.Title, UnknownDependencyRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Self = Rule.Create(SelfDependencyRule.Id, SelfDependencyRule.Title, SelfDependencyRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Cycle = Rule.Create(DependencyCycleRule.Id, DependencyCycleRule.Title, DependencyCycleRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Duplicate = Rule.Create(DuplicateKustomizationRule.Id, DuplicateKustomizationRule.Title, DuplicateKustomizationRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Disabled = Rule.Create(DisabledDependencyRule.Id, DisabledDependencyRule.Title, DisabledDependencyRule.Message, DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown, Self, Cycle, Duplicate, Disabled];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluxTypes.Find(start.Compilation) is not { } types)
                return;
            var directory = ProjectOptions.Directory(start.Options.AnalyzerConfigOptionsProvider);
            var graph = new Lazy<AppGraph>(() => new AppGraph(start.Compilation, types, directory));
            start.RegisterSymbolAction(symbol => Report(symbol, types, graph), SymbolKind.NamedType);
        });
    }

    private void Report(SymbolAnalysisContext context, FluxTypes types, Lazy<AppGraph> graph)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !FluxTypes.Derives(type, types.App) || FluxTypes.AttributeOf(type, types.AppAttribute) is null)
            return;
        foreach (var (finding, locations) in graph.Value.Of(type))
            context.ReportDiagnostic(Diagnostic.Create(
                SupportedDiagnostics.First(rule => rule.Id == finding.Id), locations[0], locations.RemoveAt(0), FixHints.Of(finding), finding.Arguments.ToArray<object>()));
    }
}
