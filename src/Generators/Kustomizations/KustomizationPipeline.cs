using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>Classes of the Kustomizations that are still written in YAML, so that apps can depend on them.</summary>
internal static class KustomizationPipeline
{
    /// <param name="context">The generator's.</param>
    /// <param name="apps">The apps of the project: what is one of them has its class already.</param>
    /// <param name="libraries">The full names of the classes that referenced projects have.</param>
    /// <returns>The full names of the classes.</returns>
    public static IncrementalValueProvider<EquatableArray<string>> Register(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<AppSpec>> apps, IncrementalValueProvider<EquatableArray<string>> libraries)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.RootNamespace(options));
        var root = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.Root(options));
        var tree = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectPath.Relative(ProjectOptions.Tree(options), ProjectOptions.Root(options)));
        var written = apps.Combine(tree).Select(static (pair, _) => Written(pair.Left, pair.Right)).WithTrackingName(Steps.Written);
        var files = context.WithRole(InputFiles.Kustomization).Combine(root)
            .Select(static (pair, ct) => KustomizationFileParser.Parse(pair.Left.Path, pair.Right, pair.Left.GetText(ct)?.ToString() ?? "", ct))
            .WithTrackingName(Steps.Parse);
        // Names and namespaces alone are collected; a class is made again only when its own change.
        var classes = files.Where(static file => file.Kustomizations.Count > 0 || file.Namespace is not null)
            .Select(static (file, _) => file with { Faults = default }).Collect()
            .Combine(written).Combine(tree).Combine(rootNamespace).Combine(libraries)
            .SelectMany(static (from, _) => Classes(from.Left.Left.Left.Left, from.Left.Left.Left.Right, from.Left.Left.Right, from.Left.Right, from.Right))
            .WithTrackingName(Steps.Classes);

        // What synth writes anew stops nobody, however broken it is.
        context.RegisterGuardedOutput(
            files.Where(static file => file.Faults.Count > 0).Combine(written),
            static (output, pair) =>
            {
                if (!pair.Right.Files.Contains(pair.Left.Path))
                    output.Report(pair.Left.Faults);
            });
        context.RegisterGuardedOutput(classes, static (output, spec) => output.Add(KustomizationEmitter.Emit(spec)));
        return classes.Select(static (spec, _) => "global::" + spec.FullNamespace + "." + spec.ClassName).Collect()
            .Select(static (all, _) => all.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray()).WithTrackingName(Steps.Names);
    }

    private static WrittenInCode Written(EquatableArray<AppSpec> apps, string tree)
    {
        var folder = KustomizationNamespaces.AppsOf(tree);
        var spaces = apps.Select(static app => app.Namespace.Name).Distinct().ToEquatableArray();
        return new WrittenInCode(
            apps.Select(static app => app.Namespace.Name + "/" + app.Name).ToEquatableArray(),
            spaces,
            apps.Select(app => $"{folder}{app.Namespace.Name}/{app.Directory}/ks.yaml").Concat(spaces.Select(space => $"{folder}{space}/kustomization.yaml")).Distinct().ToEquatableArray());
    }

    private static IEnumerable<KustomizationClassSpec> Classes(
        IReadOnlyCollection<KustomizationFileSpec> files, WrittenInCode written, string tree, string rootNamespace, EquatableArray<string> libraries)
    {
        var byFolder = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            if (file.Namespace is { } set && !written.Files.Contains(file.Path))
                byFolder[RepositoryPath.FolderOf(file.Path)] = set;
        var namespaces = new KustomizationNamespaces(tree, byFolder, new HashSet<string>(written.Namespaces, StringComparer.Ordinal));
        var inCode = new HashSet<string>(written.Apps, StringComparer.Ordinal);
        var theirs = new HashSet<string>(libraries, StringComparer.Ordinal);
        var found = from file in files
                    where !written.Files.Contains(file.Path)
                    from one in file.Kustomizations
                    where KustomizationFiles.IsKnown(one.Name)
                    let space = namespaces.Of(file.Path, one.Namespace)
                    where space is not null && KubernetesNames.LabelFault(space) is null && !inCode.Contains(space + "/" + one.Name)
                    group file.Path by new KustomizationId(space, one.Name);
        var classes = found.OrderBy(static same => same.Key)
            .Select(same => new KustomizationClassSpec(
                rootNamespace,
                Csharp.Identifier(CSharpNames.FromKubernetesName(same.Key.Namespace)),
                CSharpNames.FromKubernetesName(same.Key.Name),
                same.Key.Namespace,
                same.Key.Name,
                same.Distinct().OrderBy(static path => path, StringComparer.Ordinal).ToEquatableArray()))
            .ToList();
        // Names that meet keep their own spelling, and none of them is called as one of them would be alone.
        foreach (var same in classes.GroupBy(static one => (one.Space, one.ClassName)))
            foreach (var one in same)
            {
                var named = one with { ClassName = same.Skip(1).Any() ? Spelled(one.ClassName, one.Namespace + "/" + one.Name) : Csharp.Identifier(one.ClassName) };
                if (!theirs.Contains("global::" + named.FullNamespace + "." + named.ClassName))
                    yield return named;
            }
    }

    /// <summary><c>a.b</c> beside <c>a-b</c>: what is no letter or digit stands in the name by its number.</summary>
    private static string Spelled(string name, string id) =>
        name + "_" + string.Concat(id.Select(static c => char.IsLetterOrDigit(c) ? c.ToString() : "_" + ((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Parse = "GitOps.Kustomizations.Parse";
        public const string Written = "GitOps.Kustomizations.Written";
        public const string Classes = "GitOps.Kustomizations.Classes";
        public const string Names = "GitOps.Kustomizations.Names";
    }
}
