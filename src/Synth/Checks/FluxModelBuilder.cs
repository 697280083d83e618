namespace GitOps;

/// <summary>The neutral model of what was rendered: the rules of src/Flux judge it as they judge what analyzers and validate see.</summary>
internal static class FluxModelBuilder
{
    public static FluxModel Build(RenderState state, IReadOnlyList<AppPlan> plans)
    {
        var written = plans.Where(static plan => !plan.HasFailed).ToDictionary(static plan => plan.App);
        var objects = state.Files.SelectMany(static file => file.Objects).ToLookup(static item => item.Owner);
        var references = state.References.ToLookup(static reference => reference.From);
        var components = new Components(state);
        var apps = new List<AppModel>();
        foreach (var registration in state.Composition.Registrations)
        {
            var id = new KustomizationId(registration.Namespace.Name, registration.Name);
            var app = state.Composition.FindMade(registration);
            if (app is not null && written.TryGetValue(app, out var plan))
                apps.Add(Written(plan, id, objects[app], references[app]) with
                {
                    Components = components.Of(plan),
                    Texts = [.. state.Texts.Of(app), .. Patches(plan)],
                    HasUnseenTexts = state.Texts.HasUnseen(app),
                });
            else if (app is { Enabled: false })
                apps.Add(new AppModel(id, state.Places.Map(registration)) { IsEnabled = false });
            else
                apps.Add(new AppModel(id, state.Places.Map(registration)) { IsReferenceOnly = true });
        }

        // Kustomizations that components or operators make, or that lie elsewhere in the repository, are not seen here.
        return new FluxModel(apps, plans.SelectMany(static plan => plan.Sources).DistinctBy(static source => (source.Kind, source.Name)).Select(DeclaredVariables.Of)) { AppsAreOpen = true, SourcesAreOpen = true };
    }

    private static AppModel Written(AppPlan plan, KustomizationId id, IEnumerable<PlannedObject> objects, IEnumerable<(FluxApp From, FluxApp To, FindingPlace? Place)> references)
    {
        var app = plan.App;
        return new AppModel(id, plan.Place)
        {
            IsSuspended = app.Suspend ?? false,
            ChecksHealth = (app.Wait ?? plan.Defaults.Wait ?? false) || app.HealthChecks.Count > 0,
            IsOpen = plan.Registration.Existing is not null,
            Dependencies =
            [
                .. plan.DependsOn.Select(dependency => new DependencyModel(new KustomizationId(dependency.Namespace!, dependency.Name), plan.Place) { HasReadyExpression = dependency.ReadyExpr is not null }),
                .. references.Select(static reference =>
                    new DependencyModel(new KustomizationId(reference.To.Namespace, reference.To.Name), reference.Place) { IsImplied = true }),
            ],
            Variables = [.. plan.App.Substitute.Select(entry => new VariableAssignment(entry.Key, entry.Value, plan.Place))],
            Sources = [.. plan.Sources.Select(source => new VariableSourceReference(source.Kind, source.Name, plan.Place) { IsOptional = source.Optional })],
            Objects = [.. objects.Select(static item => new ObjectModel(Group(item.ApiVersion), item.Kind, item.Namespace ?? "", item.Name, item.Place))],
        };
    }

    // A patch's text is part of what is built, and substituted with it.
    private static IEnumerable<TextModel> Patches(AppPlan plan) =>
        plan.Patches.Concat(plan.App.Kustomize.Patches).Where(static patch => SubstitutionText.MayHoldExpressions(patch.Text))
            .Select(patch => new TextModel(patch.Text, plan.Place, "spec.patches"));

    private static string Group(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";
}
