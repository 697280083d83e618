namespace GitOps;

/// <summary>Ties the apps of layers to their layer: what they need, use and check becomes what its one Kustomization says.</summary>
internal static class LayerLinker
{
    /// <summary>The plans without the apps of a layer that is not written.</summary>
    public static List<AppPlan> Link(List<AppPlan> plans, RenderState state)
    {
        if (plans.TrueForAll(static plan => plan.Registration.Layer is null))
            return plans;
        var layers = plans.Where(static plan => plan.App is FluxLayer).ToDictionary(static plan => plan.Registration.Type);
        var linked = new List<AppPlan>();
        foreach (var plan in plans)
        {
            if (plan.Registration.Layer is not { } type)
                linked.Add(plan);
            else if (layers.TryGetValue(type, out var layer))
            {
                plan.Layer = layer;
                layer.Members.Add(plan);
                linked.Add(plan);
            }
            else if (state.Composition.Find(type) is null)
                state.Findings.Add(RuleMessage.Error(NotOnClusterRule.Id, plan.Place, NotOnClusterRule.Message, $"{plan.App.Namespace}/{plan.App.Name}", state.Cluster.Cluster.GetType().Name, type.Name));
        }

        foreach (var layer in layers.Values)
        {
            layer.Members.Sort(static (left, right) => string.CompareOrdinal(left.Folder, right.Folder));
            foreach (var member in layer.Members)
            {
                Settings(member, layer, state);
                Variables(member, layer, state);
            }
        }

        var members = layers.Values.SelectMany(static layer => layer.Members).Select(Model).ToList();
        state.LayerMembers.AddRange(members);
        var order = new LayerOrder(layers.Values.Select(static layer => new AppModel(IdOf(layer.Registration)) { Dependencies = [.. layer.DependsOn.Select(static dependency => new DependencyModel(new(dependency.Namespace!, dependency.Name)))] }));
        state.LayerOrder = order;
        foreach (var layer in layers.Values)
            Needs(layer, order);
        Namespaces([.. layers.Values], order);
        return linked;
    }

    public static KustomizationId IdOf(AppRegistration app) => new(app.Namespace.Name, app.Name);

    private static LayerMemberModel Model(AppPlan member) => new(IdOf(member.Registration), IdOf(member.Layer!.Registration))
    {
        Needs = [.. member.DependsOn.Select(dependency => NeedOf(member, dependency))],
    };

    private static LayerNeed NeedOf(AppPlan member, Dependency dependency)
    {
        var applied = new KustomizationId(dependency.Namespace!, dependency.Name);
        return new LayerNeed(dependency.Target is { } target ? IdOf(target) : applied, applied,
            new DependencyModel(applied, dependency.Said ?? member.Place) { HasReadyExpression = dependency.ReadyExpr is not null, Component = dependency.Component?.GetType().Name });
    }

    private static void Needs(AppPlan layer, LayerOrder order)
    {
        foreach (var member in layer.Members)
            Needs(member, member.DependsOn, order);
    }

    // What an app needs its layer waits for, where that is a layer before it or no part of one.
    private static void Needs(AppPlan member, IReadOnlyList<Dependency> needed, LayerOrder order)
    {
        var dependencies = member.Layer!.DependsOn.ToList();
        var model = Model(member);
        foreach (var need in needed)
            if (NeedOf(member, need) is var found && order.Judge(model, found) == LayerVerdict.Earlier && !order.IsAwaited(model.Layer, found) && !dependencies.Exists(said => (said.Namespace, said.Name) == (need.Namespace, need.Name)))
                dependencies.Add(need with { Said = need.Said ?? member.Place });
        member.Layer.DependsOn = dependencies;
    }

    /// <summary>What the constructs of a layer's app turned out to need when its objects were written.</summary>
    public static void Also(AppPlan member, IReadOnlyList<Dependency> needed, RenderState state)
    {
        var model = Model(member);
        state.LayerMembers[state.LayerMembers.FindIndex(other => other.Id == model.Id)] = model;
        Needs(member, needed, state.LayerOrder!);
    }

    /// <summary>What only a Kustomization of its own could have.</summary>
    private static void Settings(AppPlan member, AppPlan layer, RenderState state)
    {
        var app = member.App;
        var set = new (string Member, bool IsSet)[]
        {
            ("Annotations", app.Annotations.Count > 0), ("CommonMetadata", app.CommonMetadata is not null), ("Decryption", app.Decryption is not null), ("DeletionPolicy", app.DeletionPolicy is not null),
            ("Force", app.Force is not null), ("Interval", app.Interval is not null), ("Labels", app.Labels.Count > 0), ("OtherSpec", member.OtherSpec is not null), ("Patches", member.Patches.Count > 0),
            ("Prune", app.Prune is not null), ("RetryInterval", app.RetryInterval is not null), ("Source", app.Source is not null), ("Suspend", app.Suspend is not null), ("Timeout", app.Timeout is not null),
            ("Wait", app.Wait is not null),
        };
        var names = string.Join(", ", set.Where(static one => one.IsSet).Select(static one => one.Member));
        if (names.Length > 0)
            state.Error(RuleIds.SettingOfLayer,
                $"'{app.Namespace}/{app.Name}' sets {names}, and is part of the layer '{layer.App.Name}', whose Kustomization applies it: set that on {layer.App.GetType().Name}, or take [In<…>] away to give the app a Kustomization of its own", member.Place);
    }

    private static void Variables(AppPlan member, AppPlan layer, RenderState state)
    {
        layer.Sources = [.. layer.Sources.Concat(member.Sources).DistinctBy(static source => (source.Kind, source.Name))];
        foreach (var (name, value) in member.Substitute)
            if (!layer.Substitute.TryAdd(name, value) && layer.Substitute[name].Value != value.Value)
                state.Error(ConflictingValuesRule.Id,
                    $"'{member.App.Namespace}/{member.App.Name}' gives the variable {name} the value '{value.Value}', and another app of the layer '{layer.App.Name}' '{layer.Substitute[name].Value}'; one Kustomization has one value for each: use two variables, or give one of the apps a Kustomization of its own",
                    member.Place);
    }

    /// <summary>Each namespace comes with the first layer that has an app in it, in the order of the layers and then of their names.</summary>
    private static void Namespaces(IReadOnlyList<AppPlan> layers, LayerOrder order)
    {
        var homes = layers.SelectMany(static layer => layer.Members.Select(member => (Layer: layer, member.App.Home))).GroupBy(static pair => pair.Home);
        foreach (var home in homes.OrderBy(static home => home.Key.Name, StringComparer.Ordinal))
        {
            var candidates = home.Select(static pair => pair.Layer).Distinct().OrderBy(static layer => layer.App.Name, StringComparer.Ordinal).ToList();
            var first = candidates.Find(layer => candidates.TrueForAll(other => other == layer || !Waits(order, layer, other))) ?? candidates[0];
            first.Namespaces.Add(home.Key);
        }
    }

    private static bool Waits(LayerOrder order, AppPlan layer, AppPlan other)
    {
        var dependency = new DependencyModel(IdOf(layer.Registration));
        return order.Judge(new LayerMemberModel(default, IdOf(other.Registration)), new LayerNeed(default, IdOf(layer.Registration), dependency)) == LayerVerdict.Later;
    }
}
