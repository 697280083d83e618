namespace GitOps;

/// <summary>Writes a namespace's folder: its kustomization.yaml, its Namespace, its own objects, and the entries of its apps where the layout lists them there.</summary>
/// <param name="folder">The folder, relative to the repository's root.</param>
/// <param name="listed">The apps that it lists; <see langword="null"/> where others list them.</param>
/// <param name="layer">The layer that the namespace comes with, or <see langword="null"/>: the root applies it.</param>
internal sealed class NamespaceRenderer(RenderState state, FluxNamespace home, string folder, IReadOnlyList<AppPlan>? listed, InjectedDefaults injected, AppPlan? layer = null)
{
    private readonly FindingPlace place = new(home.Registration.File);

    /// <summary>Whether there is anything to write for a namespace that lists no apps.</summary>
    public static bool HasContent(FluxNamespace home) => home.WriteNamespace || home.ManifestsOnce.Count > 0 || home.ComponentsOnce.Count > 0;

    /// <summary>Who applies the folder substitutes it.</summary>
    private int Passes => layer?.SubstitutionPasses ?? state.Root.Passes;

    private object Unit => layer?.App ?? (object)state.Root;

    public void Render() => state.Try($"namespace '{home.Name}'", place, Own);

    private void Own()
    {
        var content = new FolderContent(folder);
        content.Claim("kustomization.yaml", place, out _);
        if (home.WriteNamespace)
        {
            content.Claim("namespace.yaml", place, out _);
            content.Resources.Add(("./namespace.yaml", null));
            WriteNamespace();
        }

        if (listed is not null)
            foreach (var directory in KustomizationFolders(listed))
                content.Resources.Add(($"./{directory}/ks.yaml", null));
        var options = home.Kustomize with { Namespace = null };
        var renderer = new ManifestRenderer(state, content, folder, home.Owner, new FolderSubstitution(Passes, SubstitutionMarker.Of(options, []))
        {
            LiteralPatches = [.. options.Patches.Where(FolderSubstitution.HoldsLiteral)],
        }, Unit);
        renderer.Render(home.ManifestsOnce);

        var writer = state.Writer;
        writer.StartFile(home.Registration.File);
        writer.At(place);
        writer.StartKustomizationFile();
        writer.SubstitutedBy(Passes);
        writer.Fields.Field("namespace"u8, home.Name);
        if (home.ComponentsOnce is { Count: > 0 } components)
            writer.Fields.Field("components"u8, components.Select(component => TreePath.Relative(folder, state.InTree(component.Directory))).ToArray());
        KustomizeDocument.Write(writer, content, options, null, renderer);
        renderer.Note(options);
        writer.EndDocument();
        state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), writer.EndFile(), folder, place) { Values = writer.TakeValues() });
    }

    // The C# apps and the hand-written neighbours, in one order.
    private SortedSet<string> KustomizationFolders(IReadOnlyList<AppPlan> apps)
    {
        var folders = new SortedSet<string>(apps.Select(plan => TreePath.Relative(folder, TreePath.FolderOf(plan.KustomizationFile))), StringComparer.Ordinal);
        Foreign(folder, "", folders, depth: 0);
        return folders;
    }

    private void Foreign(string at, string below, SortedSet<string> folders, int depth)
    {
        foreach (var child in state.Options.Files.FoldersIn(at))
        {
            var name = TreePath.Join(below, TreePath.FileOf(child));
            if (folders.Contains(name))
                continue; // an app's own, whose ks.yaml stands there or will
            var file = TreePath.Join(child, "ks.yaml");
            if (state.Options.Files.FileExists(file))
            {
                if (!state.Options.Files.IsOwned(file))
                {
                    folders.Add(name);
                    Neighbour(file);
                }
            }
            else if (depth < 2)
            {
                Foreign(child, name, folders, depth + 1);
            }
        }
    }

    // A patch of the root replaces a child's whole list (kustomize knows no merge key for the lists of custom resources).
    private void Neighbour(string file)
    {
        if (state.Options.Files.Read(file) is not { } bytes)
            return;
        var documents = YamlFile.Read(System.Text.Encoding.UTF8.GetString(bytes)).Documents;
        foreach (var document in documents)
            if (document.Mapping is { } kustomization && kustomization.Text("kind") == "Kustomization" && kustomization["spec"] is YamlMapping spec)
                Overridden(file, spec);
        if (injected.HelmReleases is null)
            return;
        foreach (var document in documents)
            if (document.Mapping is { } root && root.Text("kind") == "Kustomization" && (root["spec"] as YamlMapping)?.Find("patches") is { } patches
                && ((root["metadata"] as YamlMapping)?["labels"] as YamlMapping)?.Text(KustomizationDocument.OwnPatchesLabel) != "own")
                state.Findings.Add(new Finding(RuleIds.ParentPatchReplacesList, FindingSeverity.Warning,
                    $"the root's HelmReleaseDefaults replace these patches; give this Kustomization the label '{KustomizationDocument.OwnPatchesLabel}: own', and the defaults if it has HelmReleases",
                    new FindingPlace(file, patches.Key.Start.Line, patches.Key.Start.Column)));
    }

    // What the root's patch sets wins over what stands here.
    private void Overridden(string file, YamlMapping spec)
    {
        if (injected.DeletionPolicy is { } policy && spec.Find("deletionPolicy") is { } own && spec.Text("deletionPolicy") != policy.Text)
            Warn("deletionPolicy", own.Key.Start);
        if (injected.Decryption is { } decryption && spec.Find("decryption") is { } other && spec["decryption"] is YamlMapping said
            && (said.Text("provider") != decryption.Provider || (said["secretRef"] as YamlMapping)?.Text("name") is { } secret && secret != decryption.SecretName))
            Warn("decryption", other.Key.Start);

        void Warn(string field, YamlMark at) =>
            state.Findings.Add(new Finding(RuleIds.ParentPatchReplacesList, FindingSeverity.Warning,
                $"the root sets '{field}' of every Kustomization below it, and what this one says differs; write the same here, or let one app say something else, for then the root sets none",
                new FindingPlace(file, at.Line, at.Column)));
    }

    private void WriteNamespace()
    {
        var writer = state.Writer;
        var annotations = home.Annotations;
        if (!home.Prune)
            annotations = new Map<string> { annotations, { "kustomize.toolkit.fluxcd.io/prune", "disabled" } };
        writer.Yaml.Notes?.Clear();
        writer.StartFile(home.Registration.File);
        writer.At(place);
        writer.StartDocument("v1", "Namespace");
        writer.SubstitutedBy(Passes);
        writer.Yaml.Key("metadata"u8);
        writer.Yaml.StartMapping();
        if (annotations.Count > 0)
            writer.Fields.Field("annotations"u8, annotations);
        if (home.Labels.Count > 0)
            writer.Fields.Field("labels"u8, home.Labels);
        writer.Fields.Field("name"u8, home.Name);
        writer.Yaml.EndMapping();
        writer.EndDocument();
        if (writer.Yaml.Notes is { } notes)
            state.Texts.Take(notes, Unit, "v1", "Namespace", place, isOff: false);
        state.Files.Add(new PlannedFile(TreePath.Join(folder, "namespace.yaml"), writer.EndFile(), folder, place)
        {
            Objects = [new PlannedObject("v1", "Namespace", null, home.Name, place)],
            Values = writer.TakeValues(),
        });
    }
}
