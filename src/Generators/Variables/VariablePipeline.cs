using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>Classes of the variables that ConfigMaps and Secrets in the repository hold.</summary>
internal static class VariablePipeline
{
    /// <param name="context">The generator's.</param>
    /// <param name="theirs">The full names of the classes that referenced projects have.</param>
    /// <returns>The full names of the classes, and the variables that the sources provide.</returns>
    public static (IncrementalValueProvider<EquatableArray<string>> Names, IncrementalValueProvider<EquatableArray<string>> Keys) Register(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<string>> theirs)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.RootNamespace(options));
        var files = context.WithRole(InputFiles.Variables)
            .Select(static (file, ct) => VariableFileParser.Parse(file.Path, file.GetText(ct)?.ToString() ?? "", ct))
            .WithTrackingName(Steps.Parse);
        // Names and keys alone are collected; a class is made again only when its own change.
        var classes = files.SelectMany(static (file, _) => file.Sources).Collect().Combine(rootNamespace)
            .SelectMany(static (pair, _) => Classes(pair.Left, pair.Right))
            .Combine(theirs).Where(static pair => !pair.Right.Contains(pair.Left.FullName)).Select(static (pair, _) => pair.Left).WithTrackingName(Steps.Classes);

        context.RegisterGuardedOutput(files.Where(static file => file.Faults.Count > 0), static (output, file) => output.Report(file.Faults));
        context.RegisterGuardedOutput(classes, static (output, spec) => output.Add(VariableEmitter.Emit(spec)));
        return (InOrder(classes.Select(static (spec, _) => spec.FullName)).WithTrackingName(Steps.Names),
            InOrder(classes.SelectMany(static (spec, _) => spec.Variables.Select(static variable => variable.Key))).WithTrackingName(Steps.Keys));
    }

    private static IncrementalValueProvider<EquatableArray<string>> InOrder(IncrementalValuesProvider<string> names) =>
        names.Collect().Select(static (all, _) => all.Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());

    private static IEnumerable<VariableClassSpec> Classes(IEnumerable<VariableSourceSpec> sources, string rootNamespace)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var same in sources.GroupBy(static source => (source.Name, source.Kind)).OrderBy(static same => same.Key.Name, StringComparer.Ordinal).ThenBy(static same => same.Key.Kind, StringComparer.Ordinal))
        {
            // A Secret beside a ConfigMap of the same name is called after both.
            var name = CSharpNames.FromKubernetesName(same.Key.Name);
            while (!used.Add(name))
                name += same.Key.Kind;
            yield return new VariableClassSpec(
                name,
                rootNamespace,
                same.Key.Kind,
                same.Key.Name,
                same.SelectMany(static source => source.Variables).GroupBy(static variable => variable.Key, StringComparer.Ordinal).Select(Agreed)
                    .OrderBy(static variable => variable.Key, StringComparer.Ordinal).ToEquatableArray(),
                same.Select(static source => source.MadeBy == source.Kind ? source.File : $"{source.MadeBy} in {source.File}").Distinct()
                    .OrderBy(static origin => origin, StringComparer.Ordinal).ToEquatableArray());
        }
    }

    /// <summary>One variable of several clusters has the type that all agree on.</summary>
    private static VariableSpec Agreed(IGrouping<string, VariableSpec> same) =>
        same.Select(static variable => variable.Type).Distinct().Count() == 1 ? same.First() : new VariableSpec(same.Key, VariableType.Text);

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Parse = "GitOps.Variables.Parse";
        public const string Classes = "GitOps.Variables.Classes";
        public const string Keys = "GitOps.Variables.Keys";
        public const string Names = "GitOps.Variables.Names";
    }
}
