namespace GitOps;

/// <summary>What rendering a cluster gave: the plan of its tree, and the objects themselves for typed queries.</summary>
internal sealed record Rendering(RenderResult Result, IReadOnlyList<KubernetesObject> Objects)
{
    /// <summary>The folder of the cluster's Kustomizations.</summary>
    public string ClusterFolder { get; init; } = "";

    /// <summary>The cluster; <see langword="null"/> when it could not be made.</summary>
    public ClusterPlan? Cluster { get; init; }

    /// <summary>The file of its root Kustomization, relative to the repository's root; <see langword="null"/> when it writes none.</summary>
    public string? RootFile { get; init; }
}

/// <summary>
/// Turns a cluster's apps into the plan of its tree. All faults are collected; nothing here writes, and code of the author's that throws becomes a finding.
/// </summary>
internal sealed class TreeRenderer
{
    private readonly RenderState state;

    private TreeRenderer(RenderState state) => this.state = state;

    /// <summary>Makes the cluster and renders it.</summary>
    public static Rendering Render<TCluster>(RenderOptions options)
        where TCluster : FluxCluster, new() => Made(static () => new TCluster(), options);

    /// <summary>Renders all clusters of a program into one plan.</summary>
    public static Rendering Render(IReadOnlyList<Func<FluxCluster>> clusters, RenderOptions options) =>
        clusters.Count == 1 ? Made(clusters[0], options) : ClusterMerge.Of([.. clusters.Select(cluster => Made(cluster, options))]);

    private static Rendering Made(Func<FluxCluster> make, RenderOptions options)
    {
        FluxCluster cluster;
        try
        {
            cluster = make();
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            var thrown = fault is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : fault;
            return Failed($"the constructor of '{make.Method.ReturnType.Name}'", thrown, null);
        }

        return Render(cluster, options);
    }

    public static Rendering Render(FluxCluster cluster, RenderOptions options)
    {
        ClusterPlan plan;
        try
        {
            plan = ClusterPlan.Of(cluster);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return Failed($"cluster '{cluster.GetType().Name}'", fault, ClusterPlan.PlaceOf(cluster));
        }

        return Render(plan, options);
    }

    private static Rendering Failed(string what, Exception fault, FindingPlace? place) =>
        new(new RenderResult(new Finding(RuleIds.AuthorCodeThrew, FindingSeverity.Error, RenderState.Threw(what, fault), place)), []);

    private static Rendering Render(ClusterPlan cluster, RenderOptions options)
    {
        var registrations = cluster.Cluster.Registrations;
        var composition = new Composition(registrations) { Provides = DeclaredVariables.MayProvide, Cluster = cluster.Cluster };
        using var scope = composition.Enter();
        using var state = new RenderState(cluster, options, PlaceMap.For(registrations), composition);
        new TreeRenderer(state).Render(registrations);
        var plan = new TreePlan(state.Roots, state.Files) { Kustomizations = state.Kustomizations, AuthorFiles = [.. state.AuthorFiles.Values] };
        return new Rendering(new RenderResult(plan, state.Findings), state.Objects)
        {
            ClusterFolder = state.RootFolder,
            Cluster = cluster,
            RootFile = cluster.Root is { } root ? TreePath.Join(state.InTree(root.Directory), root.File) : null,
        };
    }

    private void Render(IReadOnlyList<AppRegistration> registrations)
    {
        var plans = new List<AppPlan>(registrations.Count);
        foreach (var registration in registrations)
            if (AppPlanner.Plan(registration, state) is { } plan)
                plans.Add(plan);
        plans = LayerLinker.Link(plans, state);
        state.Roots = RootsOf(plans);
        var own = plans.Where(static plan => plan.Layer is null).ToList();

        // What namespaces hold is named before anything is written, so that apps can refer to it.
        var homes = new List<FluxNamespace>();
        foreach (var home in Homes(registrations).Distinct().OrderBy(static home => home.Name, StringComparer.Ordinal))
            if (state.Try($"namespace '{home.Name}'", new FindingPlace(home.Registration.File), () => Composition.Adopt(home.ManifestsOnce, home.Owner)))
                homes.Add(home);

        var injected = new InjectedDefaults();
        state.Try("the root Kustomization", state.Cluster.Place, () => injected = RootRenderer.Injected(state, [.. own.Where(static plan => !plan.IsBesideRoot)]));
        new ComponentRenderer(state).Render(plans, homes);
        NamespacesOfLayers(own, homes);
        foreach (var file in own.Where(static plan => !plan.IsBesideRoot).GroupBy(static plan => plan.KustomizationFile, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal))
            new AppRenderer(state, [.. file], injected).Render();
        Namespaces(own, homes, injected);
        RootRenderer.Render(state, own, injected);
        if (!state.Cluster.Layout.NamespacesListApps)
            RootFolderRenderer.Render(state, own, homes);
        if (state.Options.Checks)
            Judge(plans, homes);
    }

    /// <summary>The namespaces that have apps, enabled or not, and those that the cluster names.</summary>
    private IEnumerable<FluxNamespace> Homes(IReadOnlyList<AppRegistration> registrations)
    {
        foreach (var registration in registrations)
            if (state.Composition.FindMade(registration.Namespace) is { } made)
                yield return made;
        foreach (var registration in state.Cluster.Cluster.Namespaces)
        {
            FluxNamespace? named = null;
            if (state.Try($"namespace '{registration.Name}'", new FindingPlace(registration.File), () => named = state.Composition.Namespace(registration)))
                yield return named!;
        }
    }

    /// <summary>Leaves to the root the namespaces that have apps of its own, and out those of which nothing is written.</summary>
    private void NamespacesOfLayers(List<AppPlan> own, List<FluxNamespace> homes)
    {
        var ofRoot = own.Where(static plan => !plan.IsBesideRoot).Select(static plan => plan.App.Home).ToHashSet();
        foreach (var layer in own)
        {
            layer.Namespaces.RemoveAll(home => ofRoot.Contains(home) || !homes.Contains(home) || !NamespaceRenderer.HasContent(home));
            state.NamespacesOfLayers.UnionWith(layer.Namespaces);
        }
    }

    private void Namespaces(List<AppPlan> own, List<FluxNamespace> homes, InjectedDefaults injected)
    {
        foreach (var layer in own)
            foreach (var home in layer.Namespaces)
                new NamespaceRenderer(state, home, AppRenderer.NamespaceFolder(state, layer, home), null, injected, layer).Render();
        // A namespace stays while it has apps, enabled or not: its Namespace object would take all with it.
        var byHome = own.Where(static plan => !plan.IsBesideRoot).ToLookup(static plan => plan.App.Home);
        foreach (var home in homes)
            if (!state.NamespacesOfLayers.Contains(home) && (state.Cluster.Layout.NamespacesListApps || NamespaceRenderer.HasContent(home)))
                new NamespaceRenderer(state, home, RootFolderRenderer.NamespaceFolder(state, home), state.Cluster.Layout.NamespacesListApps ? [.. byHome[home]] : null, injected).Render();
    }

    /// <summary>The folders in which synth writes: the tree, or of a tree that is the whole repository those that the layout names.</summary>
    private IReadOnlyList<string> RootsOf(IReadOnlyList<AppPlan> plans)
    {
        if (state.Tree.Length > 0)
            return [state.Tree];
        string[] folders =
        [
            state.RootFolder, "components", .. state.Cluster.Root is { } root ? [root.Directory] : Array.Empty<string>(),
            .. plans.SelectMany(static plan => new[] { plan.Unit, TreePath.FolderOf(plan.KustomizationFile) }),
            .. plans.SelectMany(static plan => plan.App is FluxLayer { Base: { } shared } ? [shared] : Array.Empty<string>()),
        ];
        return ClusterMerge.Outermost(folders.Where(static folder => folder.Length > 0));
    }

    private void Judge(IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes)
    {
        // An app that could not be written whole leaves things out, which says nothing of what is unused or missing there.
        var isWhole = !state.Findings.Exists(static finding => finding.Severity == FindingSeverity.Error);
        IReadOnlyList<Finding> found;
        try
        {
            found = RenderedRules.Check(state, plans, homes);
        }
        catch (Exception) when (state.Findings.Exists(static finding => finding.Id == RuleIds.AuthorCodeThrew))
        {
            return; // The same code of the author's threw once more: that is said already.
        }

        foreach (var finding in found)
            if (isWhole || finding.Severity == FindingSeverity.Error)
                state.Findings.Add(finding);
    }
}
