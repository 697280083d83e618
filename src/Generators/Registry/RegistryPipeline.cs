using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>Apps and clusters, found by their attributes.</summary>
internal sealed class RegistryPipeline
{
    private readonly IncrementalValuesProvider<AppCandidate> candidates;
    private readonly IncrementalValuesProvider<ClusterCandidate> clusters;

    private RegistryPipeline(IncrementalGeneratorInitializationContext context)
    {
        candidates = context.SyntaxProvider
            .ForAttributeWithMetadataName("GitOps.AppAttribute`1", static (node, _) => node is ClassDeclarationSyntax, AppParser.Parse)
            .WithTrackingName(Steps.Apps);
        clusters = context.SyntaxProvider
            .ForAttributeWithMetadataName("GitOps.ClusterAttribute", static (node, _) => node is ClassDeclarationSyntax, AppParser.ParseCluster)
            .WithTrackingName(Steps.Clusters);
        Apps = candidates.Where(static candidate => candidate.App is not null).Select(static (candidate, _) => candidate.App!)
            .Collect().Select(static (all, _) => InOrder(all)).WithTrackingName(Steps.AllApps);
        Libraries = context.CompilationProvider.Select(LibraryRegistries.Find).WithTrackingName(Steps.Libraries);
    }

    /// <summary>The apps of this project, ordered by namespace and name.</summary>
    public IncrementalValueProvider<EquatableArray<AppSpec>> Apps { get; }

    /// <summary>What referenced projects have.</summary>
    public IncrementalValueProvider<LibrarySpec> Libraries { get; }

    public static RegistryPipeline Start(IncrementalGeneratorInitializationContext context) => new(context);

    /// <param name="context">The generator's.</param>
    /// <param name="generated">The classes made from files.</param>
    public void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<GeneratedTypes> generated)
    {
        var assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "").WithTrackingName(Steps.Assembly);
        var project = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.Directory(options)).WithTrackingName(Steps.Project);

        var registry = Apps.Combine(assembly).Combine(project).Combine(generated)
            .Select(static (from, _) => new RegistrySpec(from.Left.Left.Right, from.Left.Right, from.Left.Left.Left, from.Right.Named(from.Left.Left.Left.SelectMany(References))))
            .WithTrackingName(Steps.Registry);
        var around = Apps.Select(static (all, _) => all.Count > 0).Combine(assembly).Combine(Libraries).Combine(project)
            .Select(static (from, _) => new ClusterSurroundings(
                from.Right, Registries(from.Left.Left.Left, from.Left.Left.Right, from.Left.Right.Registries), new GeneratedTypes(default)))
            .WithTrackingName(Steps.Surroundings);
        var made = clusters.Where(static candidate => candidate.Cluster is not null).Select(static (candidate, _) => candidate.Cluster!).Combine(around).Combine(generated)
            .Select(static (from, _) => (Cluster: from.Left.Left, Around: from.Left.Right with { Generated = from.Right.Named(from.Left.Left.SubstituteFrom) }));

        context.RegisterGuardedOutput(
            candidates.Where(static candidate => candidate.Fault is not null), static (output, candidate) => output.Report([candidate.Fault!]));
        context.RegisterGuardedOutput(
            clusters.Where(static candidate => candidate.Fault is not null), static (output, candidate) => output.Report([candidate.Fault!]));
        context.RegisterGuardedOutput(registry, static (output, spec) =>
        {
            if (spec.Apps.Count > 0)
                output.Add(RegistryEmitter.EmitApps(spec));
        });
        context.RegisterGuardedOutput(made, static (output, pair) => output.Add(RegistryEmitter.EmitCluster(pair.Cluster, pair.Around)));
    }

    private static IEnumerable<TypeRef> References(AppSpec app) =>
        app.DependsOn.Select(static dependency => dependency.Type).Concat(app.SubstituteFrom).Concat(app.Namespace.SubstituteFrom);

    private static EquatableArray<AppSpec> InOrder(IEnumerable<AppSpec> apps) => apps
        .OrderBy(static app => app.Namespace.Name, StringComparer.Ordinal)
        .ThenBy(static app => app.Name, StringComparer.Ordinal)
        .ThenBy(static app => app.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    private static EquatableArray<string> Registries(bool hasApps, string assembly, EquatableArray<string> libraries) =>
        (hasApps ? [RegistryEmitter.FullRegistryName(assembly), .. libraries] : (IEnumerable<string>)libraries).ToEquatableArray();

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Apps = "GitOps.Registry.Apps";
        public const string AllApps = "GitOps.Registry.AllApps";
        public const string Clusters = "GitOps.Registry.Clusters";
        public const string Assembly = "GitOps.Registry.Assembly";
        public const string Libraries = "GitOps.Registry.Libraries";
        public const string Project = "GitOps.Registry.Project";
        public const string Registry = "GitOps.Registry.Registry";
        public const string Surroundings = "GitOps.Registry.Surroundings";
    }
}
