using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace GitOps.Mutants;

/// <summary>What synth says of a mutant: its code is loaded and rendered here, over its files as they would lie in the repository.</summary>
internal static class SynthJudge
{
    public static IReadOnlyList<Said> Of(Example example, Mutant mutant, Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var context = new AssemblyLoadContext(mutant.What, isCollectible: true);
        try
        {
            var cluster = context.LoadFromStream(image).GetTypes().Single(static type => type.IsSubclassOf(typeof(FluxCluster)) && !type.IsAbstract);
            var files = new MutatedFiles(example, mutant);
            var rendering = TreeRenderer.Render((FluxCluster)Activator.CreateInstance(cluster)!, new RenderOptions(files) { ReadProjectFile = files.Read });
            // Warnings count as they do in the build.
            return [.. rendering.Result.Findings.Where(static finding => finding.Severity != FindingSeverity.Suggestion).Select(static finding => new Said(finding.Id, finding.Message)).Distinct()];
        }
        finally
        {
            context.Unload();
        }
    }
}
