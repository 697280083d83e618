using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>Apps and clusters, found by their attributes.</summary>
internal static class RegistryPipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<GeneratedTypes> generated)
    {
        var candidates = context.SyntaxProvider
            .ForAttributeWithMetadataName("GitOps.AppAttribute`1", static (node, _) => node is ClassDeclarationSyntax, AppParser.Parse)
            .WithTrackingName(Steps.Apps);
        var clusters = context.SyntaxProvider
            .ForAttributeWithMetadataName("GitOps.ClusterAttribute", static (node, _) => node is ClassDeclarationSyntax, AppParser.ParseCluster)
            .WithTrackingName(Steps.Clusters);
        var apps = candidates.Where(static candidate => candidate.App is not null).Select(static (candidate, _) => candidate.App!)
            .Collect().Select(static (all, _) => InOrder(all)).WithTrackingName(Steps.AllApps);
        var assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "").WithTrackingName(Steps.Assembly);
        var libraries = context.CompilationProvider.Select(LibraryRegistries.Find).WithTrackingName(Steps.Libraries);
        var project = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.Directory(options)).WithTrackingName(Steps.Project);

        var registry = apps.Combine(assembly).Combine(project).Combine(generated)
            .Select(static (from, _) => new RegistrySpec(from.Left.Left.Right, from.Left.Right, from.Left.Left.Left, from.Right)).WithTrackingName(Steps.Registry);
        var around = apps.Select(static (all, _) => all.Count > 0).Combine(assembly).Combine(libraries).Combine(project).Combine(generated)
            .Select(static (from, _) => new ClusterSurroundings(
                from.Left.Right, Registries(from.Left.Left.Left.Left, from.Left.Left.Left.Right, from.Left.Left.Right), from.Right))
            .WithTrackingName(Steps.Surroundings);

        context.RegisterGuardedOutput(
            candidates.Where(static candidate => candidate.Fault is not null), static (output, candidate) => output.Report([candidate.Fault!]));
        context.RegisterGuardedOutput(
            clusters.Where(static candidate => candidate.Fault is not null), static (output, candidate) => output.Report([candidate.Fault!]));
        context.RegisterGuardedOutput(registry, static (output, spec) =>
        {
            if (spec.Apps.Count > 0)
                output.Add(RegistryEmitter.EmitApps(spec));
        });
        context.RegisterGuardedOutput(
            clusters.Where(static candidate => candidate.Cluster is not null).Select(static (candidate, _) => candidate.Cluster!).Combine(around),
            static (output, pair) => output.Add(RegistryEmitter.EmitCluster(pair.Left, pair.Right)));
    }

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
