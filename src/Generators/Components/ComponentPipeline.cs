using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>Classes of the kustomize components in the repository.</summary>
internal static class ComponentPipeline
{
    /// <param name="context">The generator's.</param>
    /// <param name="provided">The variables that sources of the repository provide.</param>
    /// <param name="theirs">The full names of the classes that referenced projects have.</param>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<string>> provided, IncrementalValueProvider<EquatableArray<string>> theirs)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.RootNamespace(options));
        var roots = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => (Tree: ProjectOptions.Tree(options), Root: ProjectOptions.Root(options)));
        var components = context.WithRole(InputFiles.Component)
            .Select(static (file, ct) => new ComponentFile(InputFiles.Normal(file.Path), file.GetText(ct)?.ToString() ?? ""))
            .Combine(roots)
            .Select(static (pair, _) => pair.Left with { Path = ProjectPath.Relative(pair.Left.Path, pair.Right.Root) })
            .Collect().Combine(roots)
            .SelectMany(static (pair, _) => ComponentInputs.Of(pair.Left, ProjectPath.Relative(pair.Right.Tree, pair.Right.Root)))
            .WithTrackingName(Steps.Inputs)
            .Select(static (input, ct) => ComponentParser.Parse(input, ct)).Where(static spec => spec is not null).Select(static (spec, _) => spec!)
            .WithTrackingName(Steps.Parse);
        var wanted = components.Collect().Select(static (all, _) => UserTypes.Wanted(all)).WithTrackingName(Steps.Wanted);
        var types = context.WithRole(InputFiles.Crd).Combine(wanted).Where(static pair => pair.Right.Count > 0)
            .SelectMany(static (pair, ct) => UserTypes.Read(pair.Left.Path, pair.Left.GetText(ct)?.ToString() ?? "", pair.Right, ct)).WithTrackingName(Steps.Types)
            .Collect().Select(static (all, _) => all.OrderBy(static type => type.Path, StringComparer.Ordinal).ToEquatableArray());
        var classes = components.Combine(provided).Combine(rootNamespace).Combine(types)
            .Select(static (from, _) => new ComponentClassSpec(
                from.Left.Left.Left,
                from.Left.Right,
                from.Left.Left.Left.Parameters.Select(static parameter => parameter.Variable).Where(from.Left.Left.Right.Contains).ToEquatableArray(),
                from.Right.Where(type => from.Left.Left.Left.Parameters.Any(parameter => parameter.Uses.Any(use => use.Path == type.Path))).ToEquatableArray()))
            .Combine(theirs).Where(static pair => !pair.Right.Contains(pair.Left.FullName)).Select(static (pair, _) => pair.Left)
            .WithTrackingName(Steps.Classes);

        context.RegisterGuardedOutput(components.Where(static spec => spec.Faults.Count > 0), static (output, spec) => output.Report(spec.Faults));
        context.RegisterGuardedOutput(classes, static (output, spec) => output.Add(ComponentEmitter.Emit(spec)));
    }

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Inputs = "GitOps.Components.Inputs";
        public const string Parse = "GitOps.Components.Parse";
        public const string Wanted = "GitOps.Components.Wanted";
        public const string Types = "GitOps.Components.Types";
        public const string Classes = "GitOps.Components.Classes";
    }
}
