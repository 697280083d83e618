namespace GitOps;

/// <summary>Makes an app and merges what its class, its components, its namespace and the cluster say of it.</summary>
internal static class AppPlanner
{
    /// <summary>The plan, or <see langword="null"/> for an app that is not enabled or that failed, which is a finding.</summary>
    public static AppPlan? Plan(AppRegistration registration, RenderState state)
    {
        var place = state.Places.Map(registration);
        var what = $"app '{registration.Namespace.Name}/{registration.Name}'";
        AppPlan? plan = null;
        state.Try(what, place, () =>
        {
            var app = state.Composition.App(registration);
            if (app.Enabled)
                plan = Plan(app, registration, state, place);
        });
        return plan;
    }

    private static AppPlan Plan(FluxApp app, AppRegistration registration, RenderState state, FindingPlace place)
    {
        Names(registration, state, place);
        var components = app.ComponentsOnce;
        // Two projects over one tree may each have a class of one source.
        var sources = registration.SubstituteFrom.Select(state.Composition.Source).DistinctBy(static source => (source.Kind, source.Name)).ToArray();
        var others = app.OtherSpec;
        var onCluster = app.PatchesOn(state.Cluster.Cluster);
        var own = app.Patches;
        foreach (var patch in own.Concat(onCluster))
            patch.Settled().Place ??= place;
        var (folder, kustomizationFile) = Paths(app, registration, state, place);
        var around = TreePath.FolderOf(kustomizationFile);
        return new AppPlan(app, state.Cluster.DefaultsFor(app))
        {
            Folder = folder,
            KustomizationFile = kustomizationFile,
            Unit = registration.Layer is null && TreePath.IsIn(folder, around) ? around : folder,
            OverlayPatches = onCluster,
            Components = components,
            Sources = sources,
            Substitute = Substitute(app, components, state, place),
            DependsOn = DependsOn(app, registration, state, place),
            // Those of a layer's app stand in the kustomization.yaml of the layer.
            Patches = registration.Layer is null && onCluster.Count > 0 ? [.. own, .. onCluster] : own,
            Place = place,
            OtherSpec = others,
            Others = PostBuild.Of(others, place),
            Injected = state.Root.InjectedInto(app),
        };
    }

    /// <summary>The folder of an app's objects, and the file of the Kustomization that applies them.</summary>
    private static (string Folder, string KustomizationFile) Paths(FluxApp app, AppRegistration registration, RenderState state, FindingPlace place)
    {
        var cluster = state.Cluster.Cluster;
        var location = new AppLocation(registration.Name, registration.Namespace.Name, registration.Directory, registration.Existing ?? registration.Folder);
        var file = app is FluxLayer { BeforeApps: true } && state.Cluster.Root is { } root ? TreePath.Join(root.Directory, root.File) : state.Cluster.Layout.KustomizationFile(cluster, location);
        var folder = registration.Layer is { } layer && state.Composition.Find(layer) is { } found && state.Composition.App(found) is FluxLayer home
            ? TreePath.Join(home.Base ?? home.Path, registration.Existing ?? registration.Directory)
            : app is FluxLayer own ? own.Path : state.Cluster.Layout.ContentFolder(cluster, location);
        foreach (var (what, path) in new[] { ("folder", folder), ("file of the Kustomization", file) })
            // What the app itself says wrong is said already.
            if (TreePath.Fault(path) is { } fault && TreePath.Fault(registration.Directory) is null && TreePath.Fault(location.Folder) is null)
                throw new ReferenceException($"the {what} of '{app.Namespace}/{app.Name}', '{path}', is no path inside the tree: {fault}", new SourcePlace(registration.Attribute?.SourceFile ?? "", registration.Line));
        return (state.InTree(folder), state.InTree(file));
    }

    private static void Names(AppRegistration registration, RenderState state, FindingPlace place)
    {
        if (ObjectNameRule.OfApp(registration.Name, place) is { } wrong)
            state.Findings.Add(wrong);
        if (KubernetesNames.LabelFault(registration.Namespace.Name) is { } namespaceFault)
            state.Error(RuleIds.ObjectName, $"'{registration.Namespace.Name}' cannot be the name of a namespace: it {namespaceFault}", new FindingPlace(registration.Namespace.File));
        foreach (var (what, path) in new[] { ("Directory", registration.Directory), (registration.Existing is null ? "Folder" : "Existing", registration.Existing ?? registration.Folder) })
            if (TreePath.Fault(path) is { } pathFault)
                state.Error(RuleIds.PathLeavesRoot, $"{what} '{path}' is no path inside the namespace's folder: {pathFault}", place);
    }

    private static SortedDictionary<string, (string Value, string Origin)> Substitute(FluxApp app, ComponentList components, RenderState state, FindingPlace place)
    {
        var places = new Dictionary<string, FindingPlace>(StringComparer.Ordinal);
        var merged = new SortedDictionary<string, (string Value, string Origin)>(StringComparer.Ordinal);
        foreach (var component in components)
        {
            var variables = new ComponentVariables(app);
            component.AddVariables(variables);
            foreach (var (name, value) in variables.Entries)
            {
                merged[name] = (value, Origin(component));
                places[name] = state.Places.Map(component.Place) ?? place;
            }
        }

        foreach (var (name, value) in app.Substitute)
        {
            merged[name] = (value, "substitute");
            places[name] = place;
        }

        if (state.Root.SubstitutesNothing)
            foreach (var (name, (value, _)) in merged)
                if (Expression(value) is { } expression)
                    state.Error(RuleIds.ValueHoldsVariable, $"the value of {name} holds {expression}; Flux puts values in as they are. Write the variable where {name} is used", places[name], $"spec.postBuild.substitute.{name}");
        return merged;
    }

    // The first variable that a value holds.
    private static string? Expression(string value)
    {
        var start = value.IndexOf("${", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = value.IndexOf('}', start);
        return end < 0 ? value[start..] : value[start..(end + 1)];
    }

    private static string Origin(FluxComponent component) => $"component {component.GetType().Name}";

    private static List<Dependency> DependsOn(FluxApp app, AppRegistration registration, RenderState state, FindingPlace place)
    {
        var dependencies = new List<Dependency>();
        foreach (var (type, readyExpr, component) in registration.DependsOn.Select(static said => (said.Type, said.ReadyExpr, (FluxComponent?)null)).Concat(OfComponents(app, registration)))
        {
            if (state.Composition.Find(type) is { } other)
                dependencies.Add(Of(other, new Dependency("") { ReadyExpr = readyExpr, Component = component }, app, state, component is null ? place : state.Places.Map(component.Place) ?? place));
            else if (KustomizationNameAttribute.Of(type) is { } reference)
                dependencies.Add(new Dependency(reference.Name, reference.Namespace) { ReadyExpr = readyExpr, Component = component });
            else
                state.Findings.Add(Nowhere(type, app, state, component is null ? place : state.Places.Map(component.Place) ?? place));
        }

        foreach (var dependency in app.DependsOn)
            if (Resolved(dependency, app, state, place) is { } found)
                dependencies.Add(found);
        return dependencies;
    }

    /// <summary>A dependency with its names; <see langword="null"/> of one that means the app itself, or nothing, which is a finding.</summary>
    public static Dependency? Resolved(Dependency dependency, FluxApp app, RenderState state, FindingPlace place)
    {
        if (dependency.Reference is { } reference)
            return Emitted(dependency, reference, app);
        if (dependency.Object is { } target)
            return target.App is { } owner && !ReferenceEquals(owner, app) ? Of(owner.Registration, dependency, app, state, place) : null;
        if (dependency.App is not { } type)
            return dependency with { Namespace = dependency.Namespace ?? app.Namespace };
        if (type == app.Registration.Type)
            return null;
        if (state.Composition.Find(type) is { } other)
            return Of(other, dependency, app, state, place);
        if (KustomizationNameAttribute.Of(type) is { } named)
            return dependency with { Name = named.Name, Namespace = named.Namespace, App = null };
        state.Findings.Add(Nowhere(type, app, state, place));
        return null;
    }

    // What an app of a layer brings is there once its layer is.
    private static Dependency Of(AppRegistration target, Dependency dependency, FluxApp app, RenderState state, FindingPlace place)
    {
        var applied = target.Layer is { } layer ? state.Composition.Find(layer) ?? target : target;
        if (applied != target && !state.Composition.App(target).Enabled)
            state.Findings.Add(RuleMessage.Error(DisabledDependencyRule.Id, place, DisabledDependencyRule.Message, $"{app.Namespace}/{app.Name}", $"{target.Namespace.Name}/{target.Name}"));
        return dependency with { Name = applied.Name, Namespace = applied.Namespace.Name, Target = target, App = null, Object = null };
    }

    private static Finding Nowhere(Type type, FluxApp app, RenderState state, FindingPlace place) => Composition.RunsElsewhere(type)
        ? NotOnClusterRule.Of(place, $"{app.Namespace}/{app.Name}", state.Cluster.Cluster.GetType().Name, type.Name)
        : RuleMessage.Error(UnknownDependencyRule.Id, place, UnknownDependencyRule.Message, $"{app.Namespace}/{app.Name}", type.Name,
            type.IsSubclassOf(typeof(FluxApp)) ? UnknownDependencyRule.NoAppHint : UnknownDependencyRule.NoReferenceHint);

    private static Dependency Emitted(Dependency dependency, ObjectRef reference, FluxApp app)
    {
        var found = reference.Resolve(new ReferenceContext { App = app, Namespace = app.Namespace });
        return SubstitutionText.MayHoldExpressions(found.Name)
            ? throw new ReferenceException($"the name of this {found.Kind}, '{found.Name}', takes a variable that is not known here; set it on the component", reference.Place)
            : new Dependency(found.Name, found.TargetNamespace) { ReadyExpr = dependency.ReadyExpr };
    }

    /// <summary>What the app's components need. What the app itself says of the same app wins, and what a component needs may include it itself.</summary>
    private static IEnumerable<(Type Type, string? ReadyExpr, FluxComponent? Component)> OfComponents(FluxApp app, AppRegistration registration) =>
        app.ComponentsOnce
            .SelectMany(static component => component.GetType().GetCustomAttributes(typeof(DependsOnAttribute), inherit: false).Cast<DependsOnAttribute>()
                .Select(needed => (needed.App, needed.ReadyExpr, (FluxComponent?)component)))
            .Where(needed => needed.App != registration.Type && registration.DependsOn.All(said => said.Type != needed.App))
            .DistinctBy(static needed => needed.App);
}
