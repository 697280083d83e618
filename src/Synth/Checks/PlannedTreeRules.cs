namespace GitOps;

/// <summary>
/// The rules that look at what is built: the planned tree is read as validate reads any tree, kustomize and substitution included, with places in C# where C# made it and
/// in YAML where people wrote that. What is written in C# comes as values and is not read again.
/// </summary>
internal sealed class PlannedTreeRules
{
    // What these say of something that is nowhere holds only for a tree that is seen whole.
    private static readonly HashSet<string> AskForTheWholeTree = new(StringComparer.Ordinal)
    {
        RuleIds.UnknownDependency, RuleIds.WrongKindDependency, RuleIds.OtherNamespaceDependency, RuleIds.UnknownChart, RuleIds.UnknownSource, RuleIds.UnknownRelease, RuleIds.UnknownValues, RuleIds.MissingVariableSource,
    };

    // What synth itself says of files and objects, in words about the C# that lists them.
    private static readonly HashSet<string> SaidWhileRendering = new(StringComparer.Ordinal)
    {
        RuleIds.UnreadableYaml, RuleIds.ComponentMissing, RuleIds.NotAComponent, RuleIds.ResourceMissing, RuleIds.ParentPatchReplacesList, RuleIds.NamespaceRenamed, RuleIds.PathLeavesRoot,
    };

    private readonly RenderState state;
    private readonly IReadOnlyList<VariableSourceModel> declared;
    private readonly PlannedTree tree;
    private readonly List<string> handWritten;
    private readonly HashSet<(string Id, string Message)> told;

    private PlannedTreeRules(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes, IReadOnlyList<VariableSourceModel> declared, IEnumerable<Finding> graph)
    {
        this.state = state;
        this.declared = declared;
        told = [.. graph.Select(static finding => (finding.Id, finding.Message))];
        tree = new PlannedTree(state);
        handWritten =
        [
            .. plans.Where(static plan => plan.Registration.Existing is not null)
                .Select(static plan => plan.Folder),
            .. plans.SelectMany(static plan => plan.Components).Concat(homes.SelectMany(static home => home.ComponentsOnce))
                .Where(static component => component.ManifestsOnce is null).Select(component => state.InTree(component.Directory)).Distinct(),
            .. state.AuthorFiles.Keys,
        ];
    }

    /// <param name="declared">The variable sources that have a class.</param>
    /// <param name="graph">What the graph of the apps told: an edge that the planned ks.yaml has too is told once, at its line.</param>
    /// <param name="isSound">Nothing is wrong with apps and variables so far. Where something is, only what stands for itself is judged: each object, and what people wrote by hand.</param>
    public static IEnumerable<Finding> Check(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes, IReadOnlyList<VariableSourceModel> declared, IEnumerable<Finding> graph, bool isSound) =>
        new PlannedTreeRules(state, plans, homes, declared, graph).Check(isSound);

    private IEnumerable<Finding> Check(bool isSound)
    {
        var found = new FindingList();
        var files = new TreeFiles(tree, CancellationToken.None, path => tree.Planned(path)?.Values);
        var options = new TreeOptions { OwnSource = state.Cluster.Source.Name, ChartSchema = state.Charts.Find };
        var cluster = new ClusterReader(files, options, Root(), found, CancellationToken.None).Read();
        var schemas = TreeSchemas.Of(cluster, options.Schemas, CancellationToken.None);
        var isWhole = IsWhole(cluster);
        var together = isSound ? GraphRules.Check(cluster.Model).Where(finding => !told.Contains((finding.Id, finding.Message))).Concat(ReleaseRules.Check(cluster)).Concat(HealthRules.Check(cluster)).Concat(SecretRules.Check(cluster)).Concat(UnallowedReferenceRule.Check(cluster)).Concat(MissingSources(cluster.Model, files)) : [];
        foreach (var finding in found.All.Where(finding => isSound || IsInYaml(finding)).Concat(together)
            .Concat(cluster.Objects.Where(item => IsJudged(item, isSound)).SelectMany(item => OfObject(item, schemas, state.Cluster.Rules.RequireLimits).Concat(ReleaseValues.Check(cluster, item, options.ChartSchema, schemas))))
            .Concat(handWritten.Count == 0 ? [] : SubstitutionRules.Check(Named(cluster.Model)).Where(IsInYaml)))
            if ((isWhole || !AskForTheWholeTree.Contains(finding.Id)) && Mapped(finding) is { } mapped)
                yield return mapped;
    }

    /// <summary>With the classes that stand for the sources: what is hand-written here is wired by code, and mended there.</summary>
    private FluxModel Named(FluxModel model)
    {
        var classes = declared.Where(static source => source.Class is not null).GroupBy(static source => (source.Kind, source.Name)).ToDictionary(static same => same.Key, static same => same.First().Class);
        return new FluxModel(model.Apps, model.Sources.Select(source => source with { Class = classes.GetValueOrDefault((source.Kind, source.Name)) }), model.Objects)
        {
            AppsAreOpen = model.AppsAreOpen,
            OpenNamespaces = model.OpenNamespaces,
            SourcesAreOpen = model.SourcesAreOpen,
            SourcesMayBeMadeOutside = model.SourcesMayBeMadeOutside,
            Unnamed = model.Unnamed,
        };
    }

    /// <summary>The sources that namespaces lack. What a component holds that nobody lists is in the repository and in no namespace.</summary>
    private IEnumerable<Finding> MissingSources(FluxModel model, TreeFiles files)
    {
        var names = model.Apps.SelectMany(static app => app.Sources).Where(reference => !reference.IsOptional && !model.SourcesNamed(reference.Kind, reference.Name).Any()).Select(static reference => reference.Name).ToHashSet(StringComparer.Ordinal);
        var unlisted = names.Count == 0 ? [] : tree.FilesBelow(state.InTree("components")).Where(path => TreeFiles.IsYaml(path) && tree.Read(path) is { } text && names.Any(name => text.Contains(name, StringComparison.Ordinal)) && files.ComponentOf(path) is not null)
            .SelectMany(path => VariableSourceReader.Read(YamlFile.Read(tree.Read(path)!), path).Select(source => source with { Namespace = "", Component = files.ComponentOf(path) })).ToList();
        var whole = unlisted.Count == 0 ? model : new FluxModel(model.Apps, model.Sources.Concat(unlisted)) { SourcesAreOpen = model.SourcesAreOpen, SourcesMayBeMadeOutside = model.SourcesMayBeMadeOutside };
        return MissingVariableSourceRule.Check(whole).Where(finding => !IsInYaml(finding));
    }

    private TreeRoot Root() => OwnSync() ?? new(
        state.Cluster.Root is { } root ? state.InTree(root.Directory) : state.Root.Place is { } place ? TreePath.FolderOf(place.Path) : state.RootFolder, "synth");

    // What bootstrap makes applies itself: it is the root, and no Kustomization above it.
    private TreeRoot? OwnSync()
    {
        if (state.Cluster.Root is not { Sync: not null } root || !TreePath.IsIn(state.InTree(root.Directory), state.RootFolder))
            return null;
        var declared = tree.Planned(TreePath.Join(state.InTree(root.Directory), root.File))?.Values?.LastOrDefault();
        return declared is null ? null : new TreeRoot(state.RootFolder, "synth") { Id = new(root.Namespace, root.Name), Declared = declared };
    }

    // Another root in the repository may lead to what this one does not.
    private bool IsWhole(ReadCluster cluster)
    {
        if (!state.Options.IsWholeRepository || !state.Root.IsKnown)
            return false;
        var reached = cluster.Kustomizations.Select(static app => app.Place?.Path).ToHashSet();
        foreach (var path in tree.FilesBelow(state.Tree))
            if (tree.Planned(path) is null && TreeFiles.IsYaml(path) && !reached.Contains(path) && !TreePath.IsIn(path, state.InTree("components"))
                && tree.Read(path) is { } text && text.Contains("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal) && text.Contains("kind: Kustomization", StringComparison.Ordinal))
                return false;
        return true;
    }

    private bool IsJudged(ReadObject item, bool isSound) => !TreeFiles.IsYaml(item.Place.Path) || tree.Planned(item.Place.Path) is not null || (isSound && IsHandWritten(item.Place.Path));

    // What the API server would say to the object as it is applied: patched, and with its variables put in as far as they are known.
    private static IEnumerable<Finding> OfObject(ReadObject item, SchemaSet schemas, bool wantsLimits) =>
        // What SOPS left of an object is not what is applied.
        item.Value["sops"] is { Kind: DataKind.Map } ? [] : ObjectRules.Check(item.Value, schemas, Places.Of).Concat(PracticeRules.Check(item.Value, Places.Of, wantsLimits)).Select(finding => finding.Place is null ? finding with { Place = item.Place } : finding);

    private bool IsInYaml(Finding finding) => finding.Place is { } place && tree.Planned(place.Path) is null && IsHandWritten(place.Path);

    private bool IsHandWritten(string path) => handWritten.Exists(folder => TreePath.IsIn(path, folder));

    // Hand-written neighbours are validate's to judge: a fault there is no reason to write nothing here.
    private Finding? Mapped(Finding finding)
    {
        if (finding.Place is not { } place)
            return finding;
        if (tree.Planned(place.Path) is { } file)
            return SaidWhileRendering.Contains(finding.Id) ? null : finding with { Place = file.Place ?? place, AlsoAt = Mapped(finding.AlsoAt) };
        if (IsHandWritten(place.Path))
            return finding with { AlsoAt = Mapped(finding.AlsoAt) };
        // A place in C# is relative to the project, which may lie at the repository's root: only YAML is a neighbour.
        return TreeFiles.IsYaml(place.Path) || SaidWhileRendering.Contains(finding.Id) ? null : finding with { AlsoAt = Mapped(finding.AlsoAt) };
    }

    private IReadOnlyList<FindingPlace> Mapped(IReadOnlyList<FindingPlace> places) => places.Count == 0 ? places : [.. places.Select(place => tree.Planned(place.Path)?.Place ?? place)];
}
