namespace GitOps;

/// <summary>Writes the apps whose Kustomizations share a file: their folders, those of the apps in their layers, and the file.</summary>
internal sealed class AppRenderer(RenderState state, IReadOnlyList<AppPlan> plans, InjectedDefaults injected)
{
    public void Render()
    {
        Folders();
        Kustomizations();
    }

    /// <summary>Writes the folders alone.</summary>
    public void Folders()
    {
        foreach (var plan in plans)
        {
            foreach (var member in plan.Members)
                Folder(member);
            Folder(plan);
        }
    }

    private void Folder(AppPlan plan)
    {
        if (!state.Folders.TryAdd(plan.Folder, plan))
        {
            var other = state.Folders[plan.Folder];
            state.Error(RuleIds.DuplicateFile,
                $"'{plan.App.Namespace}/{plan.App.Name}' and '{other.App.Namespace}/{other.App.Name}' are both written to '{plan.Folder}'; give one of them a {(plan.Layer is null ? "Folder" : "Directory")} of its own",
                plan.Place, [other.Place]);
        }
        else if (plan.Registration.Existing is not null)
            Existing(plan);
        else if (Content(plan) is { } written)
            Constructs(plan, written);
    }

    // What constructs need, and what they put beside the app.
    private void Constructs(AppPlan plan, ManifestRenderer written)
    {
        ConstructPlanner.Forgotten(plan, state);
        if (state.Try(plan.What, plan.Place, () => ConstructPlanner.Merge(plan, written, state)))
            foreach (var companion in plan.Companions)
                Folder(companion);
    }

    private ManifestRenderer? Content(AppPlan plan)
    {
        var content = new FolderContent(plan.Folder);
        content.Claim("kustomization.yaml", plan.Place, out _);
        var options = KustomizeOptions.None;
        if (!state.Try(plan.What, plan.Place, () =>
            {
                state.Composition.Adopt(plan.App);
                options = Options(plan);
            }))
        {
            plan.HasFailed = true;
            return null;
        }

        var applying = plan.Layer ?? plan;
        var substitution = new FolderSubstitution(plan.SubstitutionPasses, SubstitutionMarker.Of(options, applying.Patches))
        {
            LiteralPatches = [.. applying.Patches.Concat(options.Patches).Where(FolderSubstitution.HoldsLiteral)],
        };
        plan.Substitution = substitution;
        var manifests = new ManifestRenderer(state, content, plan.Unit, plan.App.Owner, substitution) { Inside = (plan.App as CompanionApp)?.Construct };
        manifests.Render(plan.App.ManifestsOnce);
        plan.App.ForgetManifests();
        foreach (var home in plan.Namespaces)
            content.Resources.Add((EntryOf(plan, NamespaceFolder(state, plan, home)), null));
        foreach (var member in plan.Members)
            content.Resources.Add((EntryOf(plan, member.Folder), null));
        state.Try(plan.What, plan.Place, () =>
        {
            var writer = state.Writer;
            writer.StartFile(plan.Place.Path);
            writer.At(plan.Place);
            writer.Context.App = plan.App;
            writer.Context.Namespace = plan.App.Namespace;
            writer.StartKustomizationFile();
            writer.SubstitutedBy(plan.SubstitutionPasses);
            var isPartOfLayer = plan.Layer is not null;
            if (KustomizeDocument.IsEmpty(content, options) && !(isPartOfLayer && plan.Components.Count > 0))
                KustomizeDocument.WriteNothing(writer, plan.App.Name);
            if (isPartOfLayer && plan.Components.Count > 0)
                writer.Fields.Field("components"u8, plan.Components.Select(component => TreePath.Relative(plan.Folder, state.InTree(component.Directory))).ToArray());
            KustomizeDocument.Write(writer, content, options, plan.App.Name, manifests);
            manifests.Note(options);
            writer.EndDocument();
            state.Files.Add(new PlannedFile(TreePath.Join(plan.Folder, "kustomization.yaml"), writer.EndFile(), plan.Unit, plan.Place) { Values = writer.TakeValues() });
        });
        return manifests;
    }

    /// <summary>The folder of a namespace that comes with a layer: beside those of the apps.</summary>
    public static string NamespaceFolder(RenderState state, AppPlan layer, FluxNamespace home) =>
        TreePath.Join(layer.App is FluxLayer { Base: { } shared } ? state.InTree(shared) : layer.Folder, $"namespaces/{home.Name}");

    private static string EntryOf(AppPlan plan, string folder) => TreePath.Relative(plan.Folder, folder) is var path && path.StartsWith("..", StringComparison.Ordinal) ? path : "./" + path;

    /// <summary>What an app says of its kustomization.yaml, with what its place in a layer adds.</summary>
    private static KustomizeOptions Options(AppPlan plan)
    {
        var options = plan.App.Kustomize;
        // No Kustomization of its own sets the namespace.
        if (plan.Layer is not null)
            return options with { Namespace = plan.App.TargetNamespace is "" ? options.Namespace : plan.App.EffectiveNamespace };
        var patches = plan.Members.SelectMany(static member => member.OverlayPatches).ToList();
        return patches.Count == 0 ? options : options with { Patches = [.. options.Patches, .. patches] };
    }

    private void Existing(AppPlan plan)
    {
        if (!state.Options.Files.FolderExists(plan.Folder))
            state.Error(RuleIds.MissingFile, $"'{plan.App.Namespace}/{plan.App.Name}' wires the hand-written folder '{plan.Folder}', which is not there", plan.Place);
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
        var file = plans[0].KustomizationFile;
        var objects = new List<PlannedObject>();
        state.Writer.StartFile(Sources(plans));
        if (Documents(file, objects))
            state.Files.Add(new PlannedFile(file, state.Writer.EndFile(), TreePath.FolderOf(file), plans[0].Place) { Objects = objects, Values = state.Writer.TakeValues() });
    }

    /// <summary>The C# files that Kustomizations come from.</summary>
    public static string[] Sources(IEnumerable<AppPlan> plans) => [.. plans.Select(static plan => plan.Place.Path).Distinct(StringComparer.Ordinal)];

    /// <summary>Writes the Kustomizations into the file that is begun; false when one cannot be written, which is a finding.</summary>
    public bool Documents(string file, List<PlannedObject> objects)
    {
        var writer = state.Writer;
        foreach (var plan in plans.SelectMany(static plan => plan.AllCompanions.Prepend(plan)))
        {
            var isWritten = state.Try(plan.What, plan.Place, () =>
            {
                writer.Context.App = plan.App;
                writer.Context.Namespace = plan.App.Namespace;
                writer.Context.Referred = null;
                writer.Yaml.Notes?.Clear();
                writer.At(plan.Place);
                // The root's patches do not reach what stands beside it.
                KustomizationDocument.Write(state, plan, plan.IsBesideRoot ? new InjectedDefaults() : injected);
                // Where the root has no variables the ks.yaml stays as it is, and what it holds for the app's own objects is judged there.
                if (writer.Yaml.Notes is { } notes && state.Root.PostBuild.Runs && !plan.IsBesideRoot)
                    state.Texts.Take(notes, state.Root, KustomizationDocument.ApiVersion, "Kustomization", plan.Place, isOff: false);
            });
            if (!isWritten)
                return false;
            objects.Add(new PlannedObject(KustomizationDocument.ApiVersion, "Kustomization", plan.App.Namespace, plan.App.Name, plan.Place));
            state.Kustomizations.Add(new PlannedKustomization(plan.App.Namespace, plan.App.Name, file, plan.Place)
            {
                Folders = [.. plan.Parts.Select(static part => part.Folder), .. plan.Parts.SelectMany(static part => part.Components).Select(component => state.InTree(component.Directory)).Distinct()],
                ListsVariables = () => Variables(plan),
                IsSubstituted = plan.SubstitutionPasses > 0,
            });
        }

        return true;
    }
}
