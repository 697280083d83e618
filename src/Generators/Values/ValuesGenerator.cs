using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>Classes of Helm values, from the schemas of the charts that a project lists. Each type is a file of its own, made again when that type changes.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ValuesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.RootNamespace(options));
        var files = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => ProjectOptions.HasRole(pair.Right, pair.Left, InputFiles.ValuesSchema))
            .Select(static (pair, ct) => ValuesParser.Input(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Files);
        // Any of the files may refer to any other.
        var all = files.Collect().Select(static (inputs, _) => inputs.ToEquatableArray());
        var itemFaults = all.Select(static (inputs, _) => ValuesParser.ItemFaults(inputs)).WithTrackingName(Steps.Items);
        var charts = files.Where(static input => input.Chart.Length > 0).Combine(all).Combine(itemFaults).Combine(rootNamespace)
            .Where(static from => from.Left.Right.All(fault => fault.Path != from.Left.Left.Left.File.Path))
            .Select(static (from, ct) => ValuesParser.Parse(from.Left.Left.Left, from.Left.Left.Right, from.Right, ct))
            .WithTrackingName(Steps.Parse);
        var types = charts.SelectMany(static (spec, _) => ValuesParser.Types(spec)).WithTrackingName(Steps.Types);
        // Two charts of one library find the same faults in it.
        var faults = charts.SelectMany(static (spec, _) => spec.Faults).Collect().Combine(itemFaults).Select(static (pair, _) => pair.Left.Concat(pair.Right).Distinct().ToEquatableArray());

        context.RegisterGuardedOutput(faults, static (output, found) => output.Report(found));
        context.RegisterGuardedOutput(types, static (output, type) => output.Add(ModelEmitter.EmitValues(type)));
    }

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Files = "GitOps.Values.Files";
        public const string Items = "GitOps.Values.Items";
        public const string Parse = "GitOps.Values.Parse";
        public const string Types = "GitOps.Values.Types";
    }
}
