using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>
/// Fills the registry of apps into clusters. The classes made from files that attributes may name (variable sources, Kustomizations in YAML) belong to the same
/// generator: no generator sees what another one makes, and <c>[SubstituteFrom&lt;ClusterSecrets&gt;]</c> names a class that does not exist yet.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class WiringGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var registry = RegistryPipeline.Start(context);
        // Two projects over one tree make the same classes; what a referenced one has is not made again under the same name.
        var theirs = registry.Libraries.Select(static (libraries, _) => libraries.Made);
        var (sources, variables) = VariablePipeline.Register(context, theirs);
        ComponentPipeline.Register(context, variables, theirs);
        WrittenComponentPipeline.Register(context);
        var kustomizations = KustomizationPipeline.Register(context, registry.Apps, theirs);
        var generated = sources.Combine(kustomizations).Select(static (pair, _) => new GeneratedTypes(pair.Left.Concat(pair.Right).ToEquatableArray()));
        registry.Register(context, generated);
    }
}
