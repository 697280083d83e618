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
            writer.StartKustomizationFile();
            writer.SubstitutedBy(plan.SubstitutionPasses);
            KustomizeDocument.Write(writer, content, options, plan.App.Name, manifests);
            writer.EndDocument();
            state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), writer.EndFile(), directory, plan.Place));
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
                KustomizationDocument.Write(state, plan, path, injected);
            });
            if (!isWritten)
                return;
            objects.Add(new PlannedObject(KustomizationDocument.ApiVersion, "Kustomization", plan.App.Namespace, plan.App.Name, plan.Place));
            state.Kustomizations.Add(new PlannedKustomization(plan.App.Namespace, plan.App.Name, file, plan.Place)
            {
                Folders = [path, .. plan.Components.Select(component => state.InTree(component.Directory))],
                Variables = [.. plan.Substitute.Select(static entry => new PlannedVariable(entry.Key, entry.Value.Value, entry.Value.Origin))],
            });
        }

        state.Files.Add(new PlannedFile(file, writer.EndFile(), directory, plans[0].Place) { Objects = objects });
    }
}
