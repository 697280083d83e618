using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>Models from schemas: the SDK's own, and those of the CRDs that a project lists. Each file gives its own outputs.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var insideSdk = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.IsSdk(options));
        var files = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => ProjectOptions.HasRole(pair.Right, pair.Left, InputFiles.Crd))
            .Select(static (pair, _) => (File: pair.Left, Kinds: ProjectOptions.Metadata(pair.Right, pair.Left, "Kinds")))
            .Combine(insideSdk)
            .Select(static (from, ct) => SchemaFileParser.Parse(from.Left.File.Path, from.Left.File.GetText(ct)?.ToString() ?? "", from.Left.Kinds, from.Right, ct))
            .WithTrackingName(Steps.Parse);
        var lost = files.SelectMany(static (file, _) => SchemaFileParser.Claims(file)).Collect()
            .Select(static (claims, _) => SchemaFileParser.Lost(claims)).WithTrackingName(Steps.Lost);

        context.RegisterGuardedOutput(files.Where(static file => file.Faults.Count > 0), static (output, file) => output.Report(file.Faults));
        context.RegisterGuardedOutput(lost, static (output, types) => output.Report(types.Where(static type => type.Differs).Select(ToFault)));
        context.RegisterGuardedOutput(files.Combine(lost).Combine(insideSdk), static (output, from) => Emit(output, from.Left.Left, from.Left.Right, from.Right));
    }

    private static void Emit(SourceProductionContext output, SchemaFileSpec file, EquatableArray<LostType> lost, bool insideSdk)
    {
        var mine = new HashSet<string>(lost.Where(type => type.Path == file.Path).Select(static type => type.Type), StringComparer.OrdinalIgnoreCase);
        foreach (var source in ModelEmitter.Emit(file.Model, insideSdk ? "" : InputFiles.NameOf(file.Path), insideSdk, name => mine.Contains(name.ToString()), output.CancellationToken))
            output.Add(source);
    }

    private static SourceFault ToFault(LostType type) => new(
        RuleIds.DuplicateDefinition,
        $"'{type.Type}' is defined in '{InputFiles.NameOf(type.Winner)}' too, and differently; list one of the two files, or pick kinds with Kinds=\"…\"",
        type.Path);

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Parse = "GitOps.Models.Parse";
        public const string Lost = "GitOps.Models.Lost";
    }
}
