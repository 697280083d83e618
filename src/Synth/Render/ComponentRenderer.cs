using System.Text;

namespace GitOps;

/// <summary>Writes the components that are written in C#, and looks whether those in YAML are there.</summary>
internal sealed class ComponentRenderer(RenderState state)
{
    // Nearly every component is used with variables only, so that is what is tried first.
    private static readonly FolderSubstitution Assumed = new(1, SubstitutionMarker.Plain);

    private readonly Dictionary<string, FluxComponent> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> checkedFolders = new(StringComparer.Ordinal);

    // Of each component the first user with substitution, and the first without.
    private readonly Dictionary<string, (string? With, string? Without)> users = new(StringComparer.Ordinal);

    public void Render(IReadOnlyList<AppPlan> plans, IReadOnlyList<FluxNamespace> homes)
    {
        foreach (var plan in plans)
            foreach (var component in plan.Components)
                state.Try(What(plan, component), Place(plan, component), () => Render(component, plan.Place));
        foreach (var home in homes)
            state.Try($"namespace '{home.Name}'", new FindingPlace(home.Registration.File), () =>
            {
                foreach (var component in home.ComponentsOnce)
                    Render(component, new FindingPlace(home.Registration.File));
            });

        // What a component takes of its app is a variable, with which substitution runs: only then is it known who is substituted.
        foreach (var plan in plans)
            foreach (var component in plan.Components)
                if (state.WrittenComponents.TryGetValue(state.InTree(component.Directory), out var found))
                    foreach (var (name, value) in found.Implied(plan.App))
                        Implied(plan.Layer ?? plan, name, (value, $"component {component.GetType().Name}"), plan.Layer is null ? null : Place(plan, component));
        foreach (var plan in plans)
            foreach (var component in plan.Components)
                Uses(component, plan.What, plan.SubstitutionPasses);
        foreach (var home in homes)
            foreach (var component in home.ComponentsOnce)
                Uses(component, home.Owner.Description, state.Root.Passes);
        foreach (var (folder, component) in state.WrittenComponents.ToArray())
            state.Try($"component {component.Component.GetType().Name}", component.Place, () => WriteAgain(component, folder));
    }

    // An app of a layer shares its variables: a component that takes its app's name fits one of them only.
    private void Implied(AppPlan applying, string name, (string Value, string Origin) value, FindingPlace? shared)
    {
        if (!applying.Substitute.TryAdd(name, value) && shared is not null && applying.Substitute[name].Value != value.Value)
            state.Error(ConflictingValuesRule.Id,
                $"the layer '{applying.App.Name}' gives the variable {name} the value '{applying.Substitute[name].Value}', and this app needs '{value.Value}'; one Kustomization has one value for each: give one of the apps a Kustomization of its own", shared);
    }

    private static string What(AppPlan plan, FluxComponent component) => $"component {component.GetType().Name} of app '{plan.App.Namespace}/{plan.App.Name}'";

    private FindingPlace Place(AppPlan plan, FluxComponent component) => state.Places.Map(component.Place) ?? plan.Place;

    private void Uses(FluxComponent component, string user, int passes)
    {
        var folder = state.InTree(component.Directory);
        if (!state.WrittenComponents.ContainsKey(folder))
            return;
        users.TryGetValue(folder, out var known);
        users[folder] = passes > 0 ? (known.With ?? user, known.Without) : (known.With, known.Without ?? user);
    }

    private void Render(FluxComponent component, FindingPlace place)
    {
        place = state.Places.Map(component.Place) ?? place;
        var directory = component.Directory;
        if (TreePath.Fault(directory) is { } fault)
        {
            state.Error(RuleIds.PathLeavesRoot, $"component {component.GetType().Name} lies in '{directory}', which is no path inside the tree: {fault}", place);
            return;
        }

        var folder = state.InTree(directory);
        if (written.TryGetValue(folder, out var first))
        {
            if (first.GetType() != component.GetType())
                state.Error(RuleIds.DuplicateFile, $"components {first.GetType().Name} and {component.GetType().Name} are both written to '{folder}'", place);
        }
        else if (component.ManifestsOnce is { } manifests)
        {
            written.Add(folder, component);
            var owner = new ObjectOwner(null, null, null, null, $"component '{component.GetType().Name}'") { Component = component };
            Composition.Adopt(manifests, owner);
            Write(owner, folder, place, Assumed);
        }
        else if (checkedFolders.Add(folder) && !state.Options.Files.FolderExists(folder))
        {
            state.Findings.Add(RuleMessage.Error(RuleIds.ComponentMissing, place, KustomizeMessages.ComponentClassWithoutFolder, component.GetType().Name, folder));
        }
    }

    // Where it is written itself, which its objects know: whoever uses it first is chance.
    private FindingPlace? Own(FluxComponent component) => component.ManifestsOnce!.Select(item => state.Places.Map(item.Place)).FirstOrDefault(static place => place is not null);

    /// <summary>Literal dollars are escaped for those who substitute: where that is not all of the users, what was assumed is taken back.</summary>
    private void WriteAgain(RenderedComponent component, string folder)
    {
        var (with, without) = users.GetValueOrDefault(folder);
        if (without is null)
            return;
        state.Files.RemoveAll(component.Files.Contains);
        state.Findings.RemoveAll(component.Findings.Contains);
        state.Objects.RemoveAll(item => item.Owner?.Component == component.Component);
        state.WrittenComponents.Remove(folder);
        // Without substitution a literal dollar and a variable look alike, so what is judged is what those who substitute would read.
        RenderedText[] texts = [.. state.Texts.Of(component.Component)];
        var substitution = new FolderSubstitution(with is null ? 0 : 1, SubstitutionMarker.Plain) { Differing = with is not null ? (with, without) : null };
        Write(component.Owner, folder, component.Place, substitution);
        state.Texts.Replace(component.Component, texts);
    }

    private void Write(ObjectOwner owner, string folder, FindingPlace place, FolderSubstitution substitution)
    {
        var component = owner.Component!;
        var filesBefore = state.Files.Count;
        var findingsBefore = state.Findings.Count;
        var content = new FolderContent(folder);
        content.Claim("kustomization.yaml", place, out _);
        var renderer = new ManifestRenderer(state, content, folder, owner, substitution);
        renderer.Render(component.ManifestsOnce!);
        var own = Own(component) ?? place;
        state.Writer.StartFile(own.Path);
        state.Writer.At(place);
        state.Writer.StartComponentFile();
        state.Writer.SubstitutedBy(substitution.Passes);
        KustomizeDocument.Write(state.Writer, content, component.Kustomize, null, renderer);
        renderer.Note(component.Kustomize);
        state.Writer.EndDocument();
        state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), state.Writer.EndFile(), folder, own) { Values = state.Writer.TakeValues() });

        var files = state.Files.Skip(filesBefore).ToArray();
        var texts = files.Select(static file => Encoding.UTF8.GetString(file.Content.Span)).ToArray();
        state.WrittenComponents.Add(folder, new RenderedComponent(owner, place)
        {
            Files = files,
            Findings = [.. state.Findings.Skip(findingsBefore)],
            TakesApp = Takes(texts, "APP"),
            TakesNamespace = Takes(texts, "NAMESPACE"),
        });
    }

    // Whether the component's files take a variable of the app; an escaped one costs no more than an entry that nobody reads.
    private static bool Takes(string[] texts, string variable)
    {
        var opening = "${" + variable;
        foreach (var text in texts)
            for (var at = text.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(opening, at + 1, StringComparison.Ordinal))
                if (at + opening.Length < text.Length && text[at + opening.Length] is not '_' && !char.IsLetterOrDigit(text[at + opening.Length]))
                    return true;
        return false;
    }
}
