namespace GitOps;

/// <summary>Merges what the constructs of an app need into what the app says itself. It is known only when the app's objects are written, for apps list them one at a time.</summary>
internal static class ConstructPlanner
{
    /// <summary>Takes over what was found while an app's objects were written.</summary>
    public static void Merge(AppPlan plan, ManifestRenderer written, RenderState state)
    {
        plan.Constructs = written.Constructs;
        foreach (var construct in written.Constructs)
            foreach (var companion in construct.CompanionApps)
                plan.Companions.Add(Plan(companion, construct, plan, state));
        var needed = written.Constructs.SelectMany(construct => construct.AllNeeds.Select(need => need with { Said = PlaceOf(construct, plan, state) }))
            .Concat(written.Needed.Select(need => Dependency.On(need.To.Registration.Type) with { Said = PlaceOf(need.By, plan, state) }))
            // A layer cannot wait for what waits for the layer.
            .Concat(plan.Companions.Where(companion => plan.Layer is not { App: var layer } || !companion.DependsOn.Any(need => (need.Name, need.Namespace) == (layer.Name, layer.Namespace))).Select(static companion => new Dependency(companion.App.Name, companion.App.Namespace) { Said = companion.Place }));
        var before = plan.DependsOn;
        plan.DependsOn = Merged(plan, needed, state);
        if (plan.Layer is not null && plan.DependsOn.Count > before.Count)
            LayerLinker.Also(plan, [.. plan.DependsOn.Skip(before.Count)], state);
    }

    /// <summary>A construct that an app made and did not list: nothing of it is written, though its names may be used.</summary>
    public static void Forgotten(AppPlan plan, RenderState state)
    {
        foreach (var construct in plan.App.Made)
            if (construct.ListedBy is null && !construct.IsComposed)
                state.Error(RuleIds.ReferenceLeadsNowhere, $"this {construct.GetType().Name} is in no Manifests of {plan.What}, so nothing of it is written; list it there", PlaceOf(construct, plan, state));
    }

    private static FindingPlace PlaceOf(Construct construct, AppPlan plan, RenderState state) => state.Places.Map(construct.Place) ?? plan.Place;

    /// <summary>What is needed, with all names known, behind what was said before. That wins of the same app, and nobody waits for itself.</summary>
    private static List<Dependency> Merged(AppPlan plan, IEnumerable<Dependency> needed, RenderState state)
    {
        var merged = plan.DependsOn.ToList();
        foreach (var need in needed)
            if (AppPlanner.Resolved(need, plan.App, state, need.Said ?? plan.Place) is { } found && (found.Name, found.Namespace) != (plan.App.Name, plan.App.Namespace)
                && !merged.Exists(said => (said.Name, said.Namespace) == (found.Name, found.Namespace)))
                merged.Add(found);
        return merged;
    }

    private static AppPlan Plan(CompanionApp companion, Construct construct, AppPlan host, RenderState state)
    {
        var folder = FolderOf(companion, host, state);
        var around = TreePath.FolderOf(host.KustomizationFile);
        var plan = new AppPlan(companion, host.Defaults)
        {
            Host = host.Layer ?? host,
            Folder = folder,
            KustomizationFile = (host.Layer ?? host).KustomizationFile,
            Unit = host.Layer is null && TreePath.IsIn(folder, around) ? around : folder,
            OverlayPatches = [],
            Components = [],
            Sources = host.Sources,
            Substitute = new(StringComparer.Ordinal),
            DependsOn = [],
            Patches = [],
            Place = PlaceOf(construct, host, state),
            OtherSpec = null,
            Others = PostBuild.None,
            Injected = state.Root.InjectedInto(companion),
        };
        companion.Waits = plan.Waits;
        plan.DependsOn = Merged(plan, companion.DependsOn.Select(need => need with { Said = plan.Place }), state);
        return plan;
    }

    // Beside the app's folder; where the layout has one folder for an app, behind its name.
    private static string FolderOf(CompanionApp companion, AppPlan host, RenderState state)
    {
        var app = host.Registration;
        if (host.Layer is null)
        {
            var placed = state.InTree(state.Cluster.Layout.ContentFolder(state.Cluster.Cluster, new AppLocation(companion.Name, companion.Namespace, app.Directory, companion.Registration.Folder)));
            if (!TreePath.IsIn(placed, host.Folder))
                return placed;
        }

        return $"{host.Folder}-{companion.Registration.Folder}";
    }
}
