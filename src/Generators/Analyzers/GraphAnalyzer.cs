using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The rules over the dependency graph, while typing: from the attributes of this project and of the libraries that it references, and from the Kustomizations that the tree still holds as YAML.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GraphAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unknown = Rule.Create(UnknownDependencyRule.Id, UnknownDependencyRule.Title, UnknownDependencyRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Self = Rule.Create(SelfDependencyRule.Id, SelfDependencyRule.Title, SelfDependencyRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Cycle = Rule.Create(DependencyCycleRule.Id, DependencyCycleRule.Title, DependencyCycleRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Duplicate = Rule.Create(DuplicateKustomizationRule.Id, DuplicateKustomizationRule.Title, DuplicateKustomizationRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Disabled = Rule.Create(DisabledDependencyRule.Id, DisabledDependencyRule.Title, DisabledDependencyRule.Message, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor Later = Rule.Create(LayerOrderRule.Id, LayerOrderRule.Title, LayerOrderRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Elsewhere = Rule.Create(NotOnClusterRule.Id, NotOnClusterRule.Title, NotOnClusterRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor SameLayer = Rule.Create(SameLayerDependencyRule.Id, SameLayerDependencyRule.Title, SameLayerDependencyRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor WrongKind = Rule.Create(WrongKindDependencyRule.Id, WrongKindDependencyRule.Title, WrongKindDependencyRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor OtherNamespace = Rule.Create(OtherNamespaceDependencyRule.Id, OtherNamespaceDependencyRule.Title, OtherNamespaceDependencyRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Suspended = Rule.Create(SuspendedDependencyRule.Id, SuspendedDependencyRule.Title, SuspendedDependencyRule.Message, DiagnosticSeverity.Warning);

    private static readonly DiagnosticDescriptor NotAwaited = Rule.Create(ProviderNotDependedOnRule.Id, ProviderNotDependedOnRule.Title, ProviderNotDependedOnRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor BelowTier = Rule.Create(IntervalBelowTierRule.Id, IntervalBelowTierRule.Title, IntervalBelowTierRule.Message, DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown, WrongKind, OtherNamespace, Self, Cycle, Duplicate, Disabled, Suspended, Later, Elsewhere, SameLayer, NotAwaited, BelowTier];

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
            var yaml = new RepositoryYaml(start.Options);
            var graph = new Lazy<AppGraph>(() => new AppGraph(start.Compilation, types, AppScopes.Of(types), yaml, new Lazy<ModelTypes>(() => ModelTypes.Of(types, start.Options)), directory));
            var tiers = new AppTiers(types);
            start.RegisterSymbolAction(symbol => Report(symbol, types, graph, tiers), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(file =>
            {
                if (yaml.HasRole(file.AdditionalFile, InputFiles.Kustomization))
                    foreach (var said in graph.Value.Of(yaml.PathOf(file.AdditionalFile)))
                        file.ReportDiagnostic(Make(said));
            });
        });
    }

    private void Report(SymbolAnalysisContext context, FluxTypes types, Lazy<AppGraph> graph, AppTiers tiers)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !FluxTypes.Derives(type, types.App) || FluxTypes.AttributeOf(type, types.AppAttribute) is null)
            return;
        foreach (var said in graph.Value.Of(type))
            context.ReportDiagnostic(Make(said));
        if (tiers.Judge(type) is { } below)
            context.ReportDiagnostic(Make(below));
    }

    private Diagnostic Make(AppGraph.Said said) => Diagnostic.Create(
        SupportedDiagnostics.First(rule => rule.Id == said.Finding.Id), said.Locations[0], said.Locations.RemoveAt(0), FixHints.Of(said.Finding), said.Finding.Arguments.ToArray<object>());
}
