namespace GitOps;

/// <summary>Writes the components that are written in C#, and looks whether those in YAML are there.</summary>
internal sealed class ComponentRenderer(RenderState state)
{
    private readonly Dictionary<string, FluxComponent> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> checkedFolders = new(StringComparer.Ordinal);

    // Of each component the first user with substitution, and the first without.
    private readonly Dictionary<string, (string? With, string? Without)> users = new(StringComparer.Ordinal);

    public void Render(IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes)
    {
        foreach (var plan in plans)
            foreach (var component in plan.Components)
                state.Try(What(plan, component), Place(plan, component), () => Uses(component, plan.What, plan.SubstitutionPasses));
        foreach (var home in homes)
            state.Try($"namespace '{home.Name}'", new FindingPlace(home.Registration.File), () =>
            {
                foreach (var component in home.Components)
                    Uses(component, home.Owner.Description, state.Root.Passes);
            });

        foreach (var plan in plans)
            foreach (var component in plan.Components)
                state.Try(What(plan, component), Place(plan, component), () => Render(component, $"app '{plan.App.Namespace}/{plan.App.Name}'", plan.Place));
        foreach (var home in homes)
            state.Try($"namespace '{home.Name}'", new FindingPlace(home.Registration.File), () =>
            {
                foreach (var component in home.Components)
                    Render(component, $"namespace '{home.Name}'", new FindingPlace(home.Registration.File));
            });
    }

    private static string What(AppPlan plan, FluxComponent component) => $"component {component.GetType().Name} of app '{plan.App.Namespace}/{plan.App.Name}'";

    private FindingPlace Place(AppPlan plan, FluxComponent component) => state.Places.Map(component.Place) ?? plan.Place;

    private void Uses(FluxComponent component, string user, int passes)
    {
        if (component.Manifests is null)
            return;
        var folder = state.InTree(component.Directory);
        users.TryGetValue(folder, out var known);
        users[folder] = passes > 0 ? (known.With ?? user, known.Without) : (known.With, known.Without ?? user);
    }

    private void Render(FluxComponent component, string user, FindingPlace place)
    {
        place = state.Places.Map(component.Place) ?? place;
        var directory = component.Directory;
        if (TreePath.Fault(directory) is { } fault)
        {
            state.Error(RuleIds.PathLeavesRoot, $"component {component.GetType().Name} lies in '{directory}', which is no path inside the tree: {fault}", place);
            return;
        }

        var folder = state.InTree(directory);
        if (component.Manifests is { } manifests)
        {
            if (!written.TryGetValue(folder, out var first))
            {
                written.Add(folder, component);
                Write(component, manifests, folder, place);
            }
            else if (first.GetType() != component.GetType())
            {
                state.Error(RuleIds.DuplicateFile, $"components {first.GetType().Name} and {component.GetType().Name} are both written to '{folder}'", place);
            }
        }
        else if (checkedFolders.Add(folder) && !state.Options.Files.FolderExists(folder))
        {
            state.Error(RuleIds.ComponentMissing, $"{user} includes component {component.GetType().Name}, but there is no folder '{folder}'; add it, or correct the Directory of the class", place);
        }
    }

    private void Write(FluxComponent component, ManifestList manifests, string folder, FindingPlace place)
    {
        var content = new FolderContent(folder);
        var owner = new ObjectOwner(null, null, null, null, $"component '{component.GetType().Name}'");
        Composition.Adopt(manifests, owner);
        var (with, without) = users.GetValueOrDefault(folder);
        var substitution = new FolderSubstitution(with is null ? 0 : 1, SubstitutionMarker.Plain) { Differing = with is not null && without is not null ? (with, without) : null };
        var renderer = new ManifestRenderer(state, content, folder, owner, substitution);
        renderer.Render(manifests);
        state.Writer.StartFile(place.Path);
        state.Writer.StartComponentFile();
        state.Writer.SubstitutedBy(substitution.Passes);
        KustomizeDocument.Write(state.Writer, content, KustomizeOptions.None, null, renderer);
        state.Writer.EndDocument();
        state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), state.Writer.EndFile(), folder, place));
    }
}
