namespace GitOps;

/// <summary>Every rule over what was rendered, with the ids and words that analyzers and validate have.</summary>
internal static class RenderedRules
{
    public static IReadOnlyList<Finding> Check(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes)
    {
        NotePatches(state, plans);
        var components = new Components(state);
        var found = new FindingList();
        var model = FluxModelBuilder.Build(state, plans, homes, components, found);
        var graph = GraphRules.Check(model).ToList();
        found.AddRange(graph);
        if (state.LayerOrder is { } order)
        {
            found.AddRange(LayerOrderRule.Check(state.LayerMembers, order));
            found.AddRange(SameLayerDependencyRule.Check(state.LayerMembers, order));
            found.AddRange(LateReferences(state, plans, order));
        }

        found.AddRange(ProviderNotDependedOnRule.Check(model, state.Cluster.Rules.BootstrappedGroups, id => state.Root.IsKnown && id != state.Root.Id ? state.Root.Id : null));
        found.AddRange(Tiers(plans));
        found.AddRange(SubstitutionRules.Check(model));
        found.AddRange(ComponentTwiceRule.Check(model));
        found.AddRange(SharedVariableRule.Check(model));
        found.AddRange(components.Judge());
        found.AddRange(OfUsers(state, plans, model));
        found.AddRange(OfNamespaces(state, homes, components));
        found = Left(state, found.All);
        // What is built of parts that failed says nothing.
        if (!state.Findings.Any(static finding => finding.Severity == FindingSeverity.Error))
            found.AddRange([.. PlannedTreeRules.Check(state, plans, homes, model.Sources, graph, isSound: !found.All.Any(static finding => finding.Severity == FindingSeverity.Error))]);
        return Left(state, found.All).All;
    }

    /// <summary>What the repository's rules file does not take away.</summary>
    private static FindingList Left(RenderState state, IReadOnlyList<Finding> all)
    {
        var found = new FindingList();
        if (all.Count > 0 && new RepositoryFileTree(state.Options.Files).Read(RulesFile.FileName) is { } text)
        {
            var rules = RulesFile.Of(text);
            found.AddRange(rules.Findings);
            found.AddRange(all.Where(finding => !rules.Suppressions.Any(suppression => suppression.Covers(finding))));
        }
        else
            found.AddRange(all);
        return found;
    }

    // What a Kustomization's patches put into objects is substituted with them. A patch of the root may bring patches to every Kustomization below.
    private static void NotePatches(RenderState state, IReadOnlyList<AppPlan> plans)
    {
        foreach (var plan in plans)
            foreach (var patch in plan.Patches)
                if (SubstitutionText.MayHoldExpressions(patch.Text) || LiteralDollars.In(patch.Text))
                    state.Texts.ReadPatch(patch, plan.Substitution is { } folder ? folder.PassesOf(patch) : plan.SubstitutionPasses, plan.App, plan.Place, "spec.patches");
        if (state.Cluster.Root is { HelmReleaseDefaults: { } defaults })
        {
            var text = DocumentWriter.TextOf(writer => writer.Field("spec"u8, defaults));
            if (text.Contains('{', StringComparison.Ordinal) || LiteralDollars.In(text))
                foreach (var plan in plans)
                    state.Texts.Read("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n" + LiteralDollars.Noted(text), plan.App, state.Cluster.Place, static _ => false);
        }
    }

    private static IEnumerable<Finding> LateReferences(RenderState state, IReadOnlyList<AppPlan> plans, LayerOrder order)
    {
        var planOf = plans.ToDictionary(static plan => plan.App);
        var members = state.LayerMembers.ToDictionary(static member => member.Id);
        foreach (var (from, to, place) in state.References.Distinct())
            if (planOf.TryGetValue(from, out var plan) && members.TryGetValue(LayerLinker.IdOf(plan.Registration), out var member) && planOf.TryGetValue(to, out var target))
            {
                var applied = LayerLinker.IdOf((target.Layer ?? target).Registration);
                if (LayerOrderRule.OfReference(member, new LayerNeed(LayerLinker.IdOf(target.Registration), applied, new DependencyModel(applied, place)), order) is { } finding)
                    yield return finding;
            }
    }

    private static IEnumerable<Finding> Tiers(IReadOnlyList<AppPlan> plans)
    {
        foreach (var plan in plans)
            if (plan.App is { Tier: { } tier, Interval: { } interval } && IntervalBelowTierRule.Of(plan.Place, $"{plan.App.Namespace}/{plan.App.Name}", interval.Text, tier.Name, (tier.Minimum ?? tier.Interval).Text) is { } finding)
                yield return finding;
    }

    // What its users' values make of the texts of a component in C#.
    private static IEnumerable<Finding> OfUsers(RenderState state, IReadOnlyList<AppPlan> plans, FluxModel model)
    {
        var said = new HashSet<(string, FindingPlace?, string?)>();
        foreach (var plan in plans)
        {
            var written = plan.Components.Select(component => (Component: component, Rendered: state.WrittenComponents.GetValueOrDefault(state.InTree(component.Directory)))).Where(static use => use.Rendered is not null).ToArray();
            if (written.Length == 0 || model.Graph.Find(new(plan.App.Namespace, plan.App.Name)) is not { IsReferenceOnly: false } app || model.ScopeOf(app) is not { Runs: true } scope)
                continue;
            foreach (var (component, rendered) in written)
                foreach (var text in state.Texts.Of(rendered!.Component))
                    if (!text.Text.IsLiteral && text.Text.Parsed.Error is null && text.Text.Parsed.Expressions.Any() && SubstitutionRules.KnownValues(scope, text.Text) is { } values
                        && ValueChangesTypeRule.Check(text.Text, values) is { } finding && said.Add((finding.Message, finding.Place, finding.FieldPath)))
                        yield return finding with { AlsoAt = [state.Places.Map(component.Place) ?? plan.Place] };
        }
    }

    // What a namespace includes is applied by the root Kustomization.
    private static IEnumerable<Finding> OfNamespaces(RenderState state, IReadOnlyList<FluxNamespace> homes, Components components)
    {
        if (!state.Root.SubstitutesNothing)
            yield break;
        // A namespace that comes with a layer is substituted as the layer is.
        foreach (var home in homes.Where(home => !state.NamespacesOfLayers.Contains(home)))
            foreach (var (use, component) in components.Of(home).Zip(home.ComponentsOnce))
                if (use.Component is { Parameters: [var first, ..] })
                    yield return new Finding(RuleIds.NamespaceComponentTakesVariables, FindingSeverity.Error,
                        $"namespace '{home.Name}' includes component {component.GetType().Name}, whose '${{{first.Name}}}' stays as it is: the root Kustomization applies it and substitutes nothing; include it in apps, or give the root variables by OtherSpec",
                        use.Place)
                    { AlsoAt = [.. first.Occurrences.Select(static occurrence => occurrence.Place).Take(1)] };
    }
}
