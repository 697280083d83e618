namespace GitOps;

/// <summary>What rendering a cluster gave: the plan of its tree, and the objects themselves for typed queries.</summary>
internal sealed record Rendering(RenderResult Result, IReadOnlyList<KubernetesObject> Objects);

/// <summary>
/// Turns a cluster's apps into the plan of its tree. All faults are collected; nothing here writes, and code of the author's that throws becomes a finding.
/// </summary>
internal sealed class TreeRenderer
{
    private readonly RenderState state;

    private TreeRenderer(RenderState state) => this.state = state;

    /// <summary>Makes the cluster and renders it.</summary>
    public static Rendering Render<TCluster>(RenderOptions options)
        where TCluster : FluxCluster, new()
    {
        try
        {
            return Render(new TCluster(), options);
        }
        catch (System.Reflection.TargetInvocationException wrapper) when (wrapper.InnerException is { } fault)
        {
            return Failed($"the constructor of '{typeof(TCluster).Name}'", fault, null);
        }
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
            return Failed($"cluster '{cluster.GetType().Name}'", fault, new FindingPlace(cluster.SourceFile));
        }

        return Render(plan, options);
    }

    private static Rendering Failed(string what, Exception fault, FindingPlace? place) =>
        new(new RenderResult(new Finding(RuleIds.AuthorCodeThrew, FindingSeverity.Error, RenderState.Threw(what, fault), place)), []);

    private static Rendering Render(ClusterPlan cluster, RenderOptions options)
    {
        var registrations = cluster.Cluster.Registrations;
        var composition = new Composition(registrations) { Provides = DeclaredVariables.MayProvide };
        using var scope = composition.Enter();
        using var state = new RenderState(cluster, options, PlaceMap.For(registrations), composition);
        new TreeRenderer(state).Render(registrations);
        var plan = new TreePlan([state.Tree], state.Files) { Kustomizations = state.Kustomizations, AuthorFiles = [.. state.AuthorFiles.Values] };
        return new Rendering(new RenderResult(plan, state.Findings), state.Objects);
    }

    private void Render(IReadOnlyList<AppRegistration> registrations)
    {
        var plans = new List<AppPlan>(registrations.Count);
        foreach (var registration in registrations)
            if (AppPlanner.Plan(registration, state) is { } plan)
                plans.Add(plan);

        // What namespaces hold is named before anything is written, so that apps can refer to it.
        var homes = new List<FluxNamespace>();
        foreach (var home in registrations.Select(registration => state.Composition.FindMade(registration.Namespace)).OfType<FluxNamespace>().Distinct().OrderBy(static home => home.Name, StringComparer.Ordinal))
            if (state.Try($"namespace '{home.Name}'", new FindingPlace(home.Registration.File), () => Composition.Adopt(home.ManifestsOnce, home.Owner)))
                homes.Add(home);

        var injected = new InjectedDefaults();
        state.Try("the root Kustomization", new FindingPlace(state.Cluster.Cluster.SourceFile), () => injected = RootRenderer.Injected(state, plans));
        new ComponentRenderer(state).Render(plans, homes);
        // A namespace stays while it has apps, enabled or not: its Namespace object would take all with it.
        var byHome = plans.ToLookup(static plan => plan.App.Home);
        foreach (var home in homes)
            new NamespaceRenderer(state, home, [.. byHome[home]], injected).Render();
        RootRenderer.Render(state, plans, injected);
        if (state.Options.Checks)
            Judge(plans, homes);
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
