using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>Components written in C#, found by the <c>[Variable]</c> properties.</summary>
internal static class WrittenComponentPipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context)
    {
        var candidates = context.SyntaxProvider
            .ForAttributeWithMetadataName("GitOps.VariableAttribute", static (node, _) => node is PropertyDeclarationSyntax, VariablePropertyParser.Parse)
            .Where(static candidate => candidate is not null).Select(static (candidate, _) => candidate!)
            .WithTrackingName(Steps.Properties);
        var classes = candidates.Collect()
            .SelectMany(static (all, _) => VariablePropertyParser.Group(all)).WithTrackingName(Steps.Classes);

        context.RegisterGuardedOutput(classes, static (output, spec) => output.Add(WrittenComponentEmitter.Emit(spec)));
    }

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Properties = "GitOps.WrittenComponents.Properties";
        public const string Classes = "GitOps.WrittenComponents.Classes";
    }
}
