namespace GitOps;

/// <summary>The neutral model of what was rendered: the rules of src/Flux judge it as they judge what analyzers and validate see.</summary>
internal static class FluxModelBuilder
{
    public static FluxModel Build(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes, Components components, FindingList found)
    {
        var written = plans.Where(static plan => !plan.HasFailed && plan.Layer is null).ToDictionary(static plan => plan.App);
        var objects = state.Files.SelectMany(static file => file.Objects).ToLookup(static item => item.Owner);
        var references = state.References.ToLookup(static reference => reference.From);
        var apps = new List<AppModel>();
        var makers = new List<(AppPlan Plan, AppModel App)>();
        foreach (var registration in state.Composition.Registrations)
        {
            if (registration.Layer is not null)
                continue; // Its layer's Kustomization applies it.
            var id = new KustomizationId(registration.Namespace.Name, registration.Name);
            var app = state.Composition.FindMade(registration);
            if (app is not null && written.TryGetValue(app, out var plan))
            {
                apps.Add(Written(state, plan, id, plan.Parts.SelectMany(part => objects[part.App]), plan.Parts.SelectMany(part => references[part.App])) with
                {
                    Components = [.. plan.Parts.SelectMany(components.Of)],
                    Texts = [.. plan.Parts.SelectMany(part => state.Texts.Of(part.App)).Select(static text => text.Text)],
                    HasUnseenTexts = plan.Parts.Any(part => state.Texts.HasUnseen(part.App)),
                });
                makers.Add((plan, apps[^1]));
            }
            else if (app is { Enabled: false })
                apps.Add(new AppModel(id, state.Places.Map(registration)) { IsEnabled = false });
            else
                apps.Add(new AppModel(id, state.Places.Map(registration)) { IsReferenceOnly = true });
        }

        foreach (var plan in plans.SelectMany(static plan => plan.Companions))
        {
            apps.Add(Written(state, plan, new KustomizationId(plan.App.Namespace, plan.App.Name), objects[plan.App], references[plan.App]) with
            {
                Texts = [.. state.Texts.Of(plan.App).Select(static text => text.Text)],
                HasUnseenTexts = state.Texts.HasUnseen(plan.App),
            });
        }

        var declared = Declared(state, plans).ToList();
        var neighbours = new Neighbours(state, plans, declared.Select(static source => source.Model.Name).ToHashSet(StringComparer.Ordinal));
        // A root that people wrote is a neighbour too: one Kustomization, with what both know of it.
        var ownRoot = state.Root.IsKnown && state.Cluster.Root is null ? neighbours.Apps.FirstOrDefault(app => app.Id == state.Root.Id) : null;
        if (state.Root.IsKnown)
            apps.Add(Root(state, plans, homes, components) is var root && ownRoot is not null ? root with { Dependencies = ownRoot.Dependencies, IsSuspended = ownRoot.IsSuspended, ChecksHealth = ownRoot.ChecksHealth } : root);
        var known = apps.Select(static app => app.Id).ToHashSet();
        apps.AddRange(makers.SelectMany(static maker => Emitted(maker.Plan, maker.App)).Where(app => known.Add(app.Id)).ToList());

        // Of two with one identity the YAML comes first, so that the fault is told in the code.
        return new FluxModel(neighbours.Apps.Where(app => !ReferenceEquals(app, ownRoot)).Concat(apps), [.. declared.Select(source => Known(source.Model, state, neighbours.VariableSources, source.Place, found))], neighbours.HelmReleases)
        {
            AppsAreOpen = neighbours.AreOpen,
            OpenNamespaces = neighbours.OpenNamespaces,
            Unnamed = neighbours.Unnamed,
            SourcesAreOpen = true,
        };
    }

    // Those that nobody takes variables from are offered where one is missing.
    private static IEnumerable<(VariableSourceModel Model, FindingPlace? Place)> Declared(RenderState state, IReadOnlyList<AppPlan> plans) =>
        plans.SelectMany(static plan => plan.Sources.Select(source => (Model: DeclaredVariables.Of(source), (FindingPlace?)plan.Place)))
            .Concat(state.Composition.Registrations.Select(static registration => registration.Type.Assembly).Append(state.Cluster.Cluster.GetType().Assembly).Distinct().SelectMany(DeclaredVariables.Of).Select(static source => (Model: source, (FindingPlace?)null)))
            .DistinctBy(static source => (source.Model.Kind, source.Model.Name));

    /// <summary>A declared source with the values that the repository shows: those of YAML, and of what the code makes.</summary>
    private static VariableSourceModel Known(VariableSourceModel declared, RenderState state, IReadOnlyList<VariableSourceModel> written, FindingPlace? user, FindingList found)
    {
        var objects = written.Where(source => source.Kind == declared.Kind && source.Name == declared.Name).Concat(Made(state, declared.Name).Where(source => source.Kind == declared.Kind && source.Name == declared.Name)).ToList();
        // A class that nobody uses here may be of another cluster's.
        if (user is not null)
            found.AddRange(DeclaredKeyRule.Check(declared, objects, user));
        var known = declared.WithValuesOf(objects);
        // What the object holds beside what the class declares is put in too, or rejected.
        return known with { Keys = [.. known.Keys, .. objects.SelectMany(static item => item.Keys).Where(key => declared.Keys.All(other => other.Name != key.Name)).DistinctBy(static key => key.Name).Select(static key => key with { Value = null })] };
    }

    private static IEnumerable<VariableSourceModel> Made(RenderState state, string name)
    {
        foreach (var file in state.Files)
            if (file.Objects.Any(item => item.Name == name))
                foreach (var value in file.Values ?? [])
                    if (VariableSourceReader.IsSource(value.TextOf("kind") ?? ""))
                        foreach (var source in VariableSourceReader.Read(value, null, file.Path))
                            yield return source with { Place = file.Place ?? source.Place };
    }

    private static AppModel Written(RenderState state, AppPlan plan, KustomizationId id, IEnumerable<PlannedObject> objects, IEnumerable<(FluxApp From, FluxApp To, FindingPlace? Place)> references)
    {
        var app = plan.App;
        return new AppModel(id, plan.Place)
        {
            IsSuspended = app.Suspend ?? false,
            ChecksHealth = HealthOf.IsLookedAt(plan),
            IsOpen = plan.Parts.Any(static part => part.Registration.Existing is not null),
            Provides = [.. plan.Parts.SelectMany(static part => part.App.GetType().GetCustomAttributes(typeof(ProvidesAttribute), inherit: true).Cast<ProvidesAttribute>()).SelectMany(static said => said.Groups)],
            Dependencies =
            [
                .. plan.DependsOn.Select(dependency => new DependencyModel(
                    new KustomizationId(dependency.Namespace!, dependency.Name), dependency.Component is { } component ? state.Places.Map(component.Place) ?? plan.Place : dependency.Said ?? plan.Place)
                {
                    HasReadyExpression = dependency.ReadyExpr is not null,
                    Component = dependency.Component?.GetType().Name,
                }),
                .. references.Select(reference => new DependencyModel(AppliedBy(state, reference.To), reference.Place) { IsImplied = true }).Where(dependency => dependency.Target != id || plan.Members.Count == 0),
            ],
            Variables =
            [
                .. plan.Parts.SelectMany(static part => part.App.Substitute.Select(entry => new VariableAssignment(entry.Key, LiteralDollars.Write(entry.Value, 0), part.Place))).DistinctBy(static variable => variable.Name),
                .. plan.Others.Variables,
                // The root gives them to all that it reaches; nobody is told that one does not use them.
                .. plan.Injected.Variables.Select(static variable => variable with { IsImplied = true }),
            ],
            // A patch's list takes the place of the Kustomization's own.
            Sources = [.. plan.Injected.Sources.Count > 0 ? plan.Injected.Sources : plan.Sources.Select(source => new VariableSourceReference(source.Kind, source.Name, plan.Place) { IsOptional = source.Optional }).Concat(plan.Others.Sources)],
            SubstitutesAlways = plan.Others.Always || plan.Injected.Always,
            Claims =
            [
                .. plan.Parts.SelectMany(part => part.Constructs.SelectMany(construct => construct.Claims.Select(claim => new ClaimModel(claim.What, new(part.App.Namespace, part.App.Name), state.Places.Map(construct.Place))))),
            ],
            Objects = [.. objects.Select(static item => new ObjectModel(Group(item.ApiVersion), item.Kind, item.Namespace ?? "", item.Name, item.Place))],
        };
    }

    /// <summary>The Kustomization that applies an app's objects: its layer's, or its own.</summary>
    private static KustomizationId AppliedBy(RenderState state, FluxApp app) =>
        app.Registration.Layer is { } type && state.Composition.Find(type) is { } layer ? LayerLinker.IdOf(layer) : new KustomizationId(app.Namespace, app.Name);

    /// <summary>The Kustomizations that an app's components bring. Each is there once the app is applied.</summary>
    private static IEnumerable<AppModel> Emitted(AppPlan plan, AppModel maker)
    {
        var app = plan.App;
        foreach (var use in maker.Components)
            foreach (var emitted in use.Component?.Kustomizations ?? [])
            {
                var home = app.Owner.TargetNamespace ?? (emitted.Namespace is { } said ? BroughtItem.Expand(said, app) : app.Namespace);
                var id = new KustomizationId(home, BroughtItem.Expand(emitted.Name, app));
                if (SubstitutionText.MayHoldExpressions(id.ToString()))
                    continue;
                yield return new AppModel(id, use.Place)
                {
                    IsReferenceOnly = true,
                    Dependencies =
                    [
                        .. emitted.Dependencies.Select(dependency => dependency with { Target = Target(dependency.Target, home, app), Component = use.Component!.Name }),
                        new DependencyModel(maker.Id, use.Place) { IsMaker = true },
                    ],
                };
            }
    }

    // Without a namespace of its own an entry means the Kustomization's effective one.
    private static KustomizationId Target(KustomizationId target, string home, FluxApp app) =>
        new(target.Namespace.Length == 0 ? home : BroughtItem.Expand(target.Namespace, app), BroughtItem.Expand(target.Name, app));

    // What the root applies: the ks.yaml files, and what namespaces hold.
    private static AppModel Root(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes, Components components) => new(state.Root.Id, state.Root.Place)
    {
        ChecksHealth = null,
        Variables = state.Root.PostBuild.Variables,
        Sources = state.Root.PostBuild.Sources,
        SubstitutesAlways = state.Root.PostBuild.Always,
        Texts = [.. state.Texts.Of(state.Root).Select(static text => text.Text)],
        // Hand-written neighbours and patches in other files take variables too.
        HasUnseenTexts = true,
        // Where nothing substitutes, a rule of its own says so of components.
        Components = state.Root.PostBuild.Runs ? [.. homes.Where(home => !state.NamespacesOfLayers.Contains(home)).SelectMany(components.Of)] : [],
        // What stands beside the root is there first.
        Dependencies = [.. plans.Where(static plan => plan.IsBesideRoot).Select(plan => new DependencyModel(LayerLinker.IdOf(plan.Registration), plan.Place))],
        Objects = [.. state.Files.Where(file => TreePath.IsIn(file.Path, state.RootFolder)).SelectMany(static file => file.Objects)
            .Where(static item => item.Owner is null && item is not { ApiVersion: KustomizationDocument.ApiVersion, Kind: "Kustomization" })
            .Select(static item => new ObjectModel(Group(item.ApiVersion), item.Kind, item.Namespace ?? "", item.Name, item.Place))],
    };

    private static string Group(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";
}
