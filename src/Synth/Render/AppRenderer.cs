namespace GitOps;

/// <summary>Writes the folder of one or several apps that share a ks.yaml.</summary>
internal sealed class AppRenderer(RenderState state, string directory, IReadOnlyList<AppPlan> plans, InjectedDefaults injected)
{
    public void Render()
    {
        var folders = new Dictionary<string, AppPlan>(StringComparer.OrdinalIgnoreCase);
        foreach (var plan in plans)
        {
            var folder = TreePath.Join(directory, plan.App.Registration.Existing ?? plan.App.Registration.Folder);
            if (!folders.TryAdd(folder, plan))
            {
                state.Error(RuleIds.DuplicateFile,
                    $"'{plan.App.Namespace}/{plan.App.Name}' and '{folders[folder].App.Namespace}/{folders[folder].App.Name}' are both written to '{folder}'; give one of them a Folder of its own",
                    plan.Place, [folders[folder].Place]);
                continue;
            }

            if (plan.App.Registration.Existing is null)
                Content(plan, folder);
            else
                Existing(plan, folder);
        }

        Kustomizations();
    }

    private void Content(AppPlan plan, string folder)
    {
        var content = new FolderContent(folder);
        content.Claim("kustomization.yaml", plan.Place, out _);
        var options = KustomizeOptions.None;
        if (!state.Try(plan.What, plan.Place, () =>
            {
                state.Composition.Adopt(plan.App);
                options = plan.App.Kustomize;
            }))
        {
            plan.HasFailed = true;
            return;
        }

        var substitution = new FolderSubstitution(plan.SubstitutionPasses, SubstitutionMarker.Of(options, plan.Patches))
        {
            LiteralPatches = [.. plan.Patches.Concat(options.Patches).Where(FolderSubstitution.HoldsLiteral)],
        };
        plan.Substitution = substitution;
        var manifests = new ManifestRenderer(state, content, directory, plan.App.Owner, substitution);
        manifests.Render(plan.App.ManifestsOnce);
        plan.App.ForgetManifests();
        state.Try(plan.What, plan.Place, () =>
        {
            var writer = state.Writer;
            writer.StartFile(plan.Place.Path);
            writer.At(plan.Place);
            writer.Context.App = plan.App;
            writer.Context.Namespace = plan.App.Namespace;
            writer.StartKustomizationFile();
            writer.SubstitutedBy(plan.SubstitutionPasses);
            KustomizeDocument.Write(writer, content, options, plan.App.Name, manifests);
            manifests.Note(options);
            writer.EndDocument();
            state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), writer.EndFile(), directory, plan.Place) { Values = writer.TakeValues() });
        });
    }

    private void Existing(AppPlan plan, string folder)
    {
        if (!state.Options.Files.FolderExists(folder))
            state.Error(RuleIds.MissingFile, $"'{plan.App.Namespace}/{plan.App.Name}' wires the hand-written folder '{folder}', which is not there", plan.Place);
        if (state.Try(plan.What, plan.Place, () => state.Composition.Adopt(plan.App)) && plan.App.ManifestsOnce.Count > 0)
            state.Error(RuleIds.ObjectListedTwice,
                $"'{plan.App.Namespace}/{plan.App.Name}' has manifests and Existing = \"{plan.App.Registration.Existing}\": its folder stays hand-written, so list them there", plan.Place);
    }

    // In the order in which they win: sources, a later one over an earlier, then its own, then what a patch of the root puts over them.
    private List<PlannedVariable> Variables(AppPlan plan)
    {
        var variables = new List<PlannedVariable>();
        foreach (var source in plan.Sources)
            foreach (var key in DeclaredVariables.Of(source).Keys)
                variables.Add(new PlannedVariable(key.Name, null, $"{source.Kind} {source.Name}"));
        variables.AddRange(plan.Substitute.Select(static entry => new PlannedVariable(entry.Key, LiteralDollars.Write(entry.Value.Value, 0), entry.Value.Origin)));
        variables.AddRange(plan.Others.Variables.Select(static variable => new PlannedVariable(variable.Name, variable.Value, "substitute")));
        variables.AddRange(plan.Injected.Variables.Select(variable => new PlannedVariable(variable.Name, variable.Value, $"a patch of {state.Root.Id}")));
        return variables;
    }

    private void Kustomizations()
    {
        var writer = state.Writer;
        var file = TreePath.Join(directory, "ks.yaml");
        var objects = new List<PlannedObject>();
        writer.StartFile(plans.Select(static plan => plan.Place.Path).Distinct(StringComparer.Ordinal).ToArray());
        foreach (var plan in plans)
        {
            var registration = plan.App.Registration;
            var path = TreePath.Join(directory, registration.Existing ?? registration.Folder);
            var isWritten = state.Try(plan.What, plan.Place, () =>
            {
                writer.Context.App = plan.App;
                writer.Context.Namespace = plan.App.Namespace;
                writer.Context.Referred = null;
                writer.Yaml.Notes?.Clear();
                writer.At(plan.Place);
                KustomizationDocument.Write(state, plan, path, injected);
                // Where the root has no variables the ks.yaml stays as it is, and what it holds for the app's own objects is judged there.
                if (writer.Yaml.Notes is { } notes && state.Root.PostBuild.Runs)
                    state.Texts.Take(notes, state.Root, KustomizationDocument.ApiVersion, "Kustomization", plan.Place, isOff: false);
            });
            if (!isWritten)
                return;
            objects.Add(new PlannedObject(KustomizationDocument.ApiVersion, "Kustomization", plan.App.Namespace, plan.App.Name, plan.Place));
            state.Kustomizations.Add(new PlannedKustomization(plan.App.Namespace, plan.App.Name, file, plan.Place)
            {
                Folders = [path, .. plan.Components.Select(component => state.InTree(component.Directory))],
                ListsVariables = () => Variables(plan),
                IsSubstituted = plan.SubstitutionPasses > 0,
            });
        }

        state.Files.Add(new PlannedFile(file, writer.EndFile(), directory, plans[0].Place) { Objects = objects, Values = writer.TakeValues() });
    }
}
