using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>
/// Fills the registry of apps into clusters. The classes made from files that attributes may name (variable sources) belong to the same generator: no
/// generator sees what another one makes, and <c>[SubstituteFrom&lt;ClusterSecrets&gt;]</c> names a class that does not exist yet.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class WiringGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.RootNamespace(options));
        var owned = context.OwnedFiles();
        var (sources, variables) = VariablePipeline.Register(context, owned);
        ComponentPipeline.Register(context, owned, variables);
        var generated = sources.Combine(rootNamespace).Select(static (pair, _) => new GeneratedTypes(pair.Right, pair.Left));
        RegistryPipeline.Register(context, generated);
    }
}
