using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>Writes the Kustomization that applies the tree, with the patches that carry the cluster's defaults.</summary>
internal static class RootRenderer
{
    public static InjectedDefaults Injected(RenderState state, IReadOnlyList<AppPlan> plans)
    {
        if (state.Cluster.Root is not { } root || plans.Count == 0)
            return new InjectedDefaults();
        if (root.Sync is not null)
            return new InjectedDefaults { IsWrittenByEach = true, HelmReleases = root.HelmReleaseDefaults is { } said ? HelmReleasePatch(said) : null };
        // A patch reaches every Kustomization alike: it can carry only what all of them share.
        return new InjectedDefaults
        {
            Decryption = plans.All(plan => plan.Decryption == plans[0].Decryption) ? plans[0].Decryption : null,
            DeletionPolicy = plans.All(plan => Nullable.Equals(plan.DeletionPolicy, plans[0].DeletionPolicy)) ? plans[0].DeletionPolicy : null,
            HelmReleases = root.HelmReleaseDefaults is { } defaults ? HelmReleasePatch(defaults) : null,
            Passes = plans.Count(static plan => plan.SubstitutionPasses > 0) * 2 >= plans.Count ? 1 : 0,
        };
    }

    // The root applies what namespaces hold, SOPS files among it: one app that says something else changes nothing for it.
    private static Decryption? OwnDecryption(RootKustomization root, IReadOnlyList<AppPlan> plans) =>
        root.Decryption is not null || root.Sync is not null ? root.Decryption : plans.Select(static plan => plan.Defaults.Decryption ?? plan.Decryption).OfType<Decryption>().GroupBy(static decryption => decryption)
            .OrderByDescending(static same => same.Count()).FirstOrDefault()?.Key;

    public static void Render(RenderState state, IReadOnlyList<AppPlan> plans, InjectedDefaults injected)
    {
        if (state.Cluster.Root is not { } root)
            return;
        var place = state.Cluster.Place;
        if (TreePath.Fault(root.Directory) is { } fault)
        {
            state.Error(RuleIds.PathLeavesRoot, $"the root Kustomization's directory '{root.Directory}' is no path inside the tree: {fault}", place);
            return;
        }

        var folder = state.InTree(root.Directory);
        state.Try("the root Kustomization", place, () =>
        {
            var writer = state.Writer;
            var file = TreePath.Join(folder, root.File);
            var beside = plans.Where(static plan => plan.IsBesideRoot).ToArray();
            var objects = new List<PlannedObject>();
            var others = new AppRenderer(state, beside, injected);
            if (beside.Length > 0)
                others.Folders();
            writer.StartFile([state.Cluster.SourceFile, .. AppRenderer.Sources(beside)]);
            writer.At(place);
            if (root.Sync is { } sync)
                Sync(writer, root, sync, objects, place);
            if (!others.Documents(file, objects))
                return;
            writer.At(place);
            writer.StartDocument(KustomizationDocument.ApiVersion, "Kustomization");
            writer.SubstitutedBy(0);
            writer.Yaml.Key("metadata"u8);
            writer.Yaml.StartMapping();
            writer.Fields.Field("name"u8, root.Name);
            writer.Fields.Field("namespace"u8, root.Namespace);
            writer.Yaml.EndMapping();
            writer.Yaml.Key("spec"u8);
            writer.Yaml.StartMapping();
            KustomizationDocument.Decryption(writer, OwnDecryption(root, plans));
            KustomizationDocument.DependsOn(writer, [.. root.DependsOn, .. beside.Select(static plan => new Dependency(plan.App.Name, plan.App.Namespace))], root.Namespace);
            writer.Fields.Field("interval"u8, (Duration?)root.Interval);
            writer.Fields.Field("path"u8, "./" + state.RootFolder);
            var shared = Patches(injected).ToArray();
            PatchDocument.Write(writer, [.. shared, .. root.Patches],
                patch => shared.Contains(patch) ? LiteralDollars.Write(patch.Text, state.Root.Passes + injected.Passes) : TextOf(state, patch, plans, place));
            writer.Fields.Field("prune"u8, (Value<bool>)true);
            KustomizationDocument.Source(writer, state.Cluster.Source);
            KustomizationDocument.Others(state, writer, root.OtherSpec, place, "the root Kustomization");
            writer.Yaml.EndMapping();
            writer.EndDocument();
            objects.Add(new PlannedObject(KustomizationDocument.ApiVersion, "Kustomization", root.Namespace, root.Name, place));
            state.Files.Add(new PlannedFile(file, writer.EndFile(), folder, place) { Objects = objects, Values = writer.TakeValues() });
            state.Kustomizations.Add(new PlannedKustomization(root.Namespace, root.Name, file, place) { Folders = [state.RootFolder] });
            // The list of the folder that the root applies holds both when they lie in there.
            if (root.Sync is not null && (folder != state.RootFolder || state.Cluster.Layout.NamespacesListApps))
                SyncFolder(state, root, folder, place);
        });
    }

    private static void Sync(DocumentWriter writer, RootKustomization root, GitRepository source, List<PlannedObject> objects, FindingPlace place)
    {
        var name = source.ResolvedName ?? root.Name;
        writer.StartDocument(source.ApiVersion, source.Kind, source.HeadComment);
        writer.SubstitutedBy(0);
        writer.Yaml.Key("metadata"u8);
        writer.Yaml.StartMapping();
        writer.Fields.Field("name"u8, name);
        writer.Fields.Field("namespace"u8, source.Metadata.Namespace ?? root.Namespace);
        writer.Yaml.EndMapping();
        source.WriteFields(writer.Fields);
        writer.EndDocument();
        objects.Add(new PlannedObject(source.ApiVersion, source.Kind, source.Metadata.Namespace ?? root.Namespace, name, place));
    }

    /// <summary>Beside the synchronisation lie the controllers, which <c>flux install --export</c> makes: one kustomization.yaml lists both, as flux bootstrap has it.</summary>
    private static void SyncFolder(RenderState state, RootKustomization root, string folder, FindingPlace place)
    {
        var writer = state.Writer;
        var controllers = TreePath.Join(folder, "gotk-components.yaml");
        writer.StartFile(state.Cluster.SourceFile);
        writer.At(place);
        writer.StartKustomizationFile();
        writer.Fields.Field("resources"u8, state.Options.Files.FileExists(controllers) ? ["./gotk-components.yaml", $"./{root.File}"] : new[] { $"./{root.File}" });
        writer.EndDocument();
        state.Files.Add(new PlannedFile(TreePath.Join(folder, "kustomization.yaml"), writer.EndFile(), folder, place) { Values = writer.TakeValues() });
    }

    // What the author's patches put into a Kustomization the root substitutes, and what they put into its patches that one once more.
    private static string TextOf(RenderState state, Patch patch, IReadOnlyList<AppPlan> plans, FindingPlace place)
    {
        if (!LiteralDollars.In(patch.Text))
            return patch.Text;
        var targets = PatchTargets.Of(patch);
        var reached = plans.Where(plan => targets.Reach(new(KustomizationDocument.ApiVersion, "Kustomization", plan.App.Namespace, plan.App.Name)
        {
            Labels = plan.App.Labels.ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal),
        })).ToArray();
        var with = reached.FirstOrDefault(static plan => plan.SubstitutionPasses > 0);
        var without = reached.FirstOrDefault(static plan => plan.SubstitutionPasses == 0);
        return LiteralDollars.WriteInYaml(patch.Text, (document, text) =>
        {
            if (!LandsInObjects(document, text.Segments))
                return state.Root.Passes;
            if (with is not null && without is not null)
                state.Findings.Add(RuleMessage.Error(LiteralForBothRule.Id, place, LiteralForBothRule.Message, "a patch of the root Kustomization", with.What, without.What, "write a patch for each"));
            return state.Root.Passes + (with is null ? 0 : 1);
        });
    }

    private static bool LandsInObjects(YamlDocument document, IReadOnlyList<string> segments)
    {
        if (document.Root is not YamlSequence operations)
            return PostBuild.LandsInObjects(segments);
        // '[2]', 'value', and what stands below the operation's own path.
        return segments.Count > 1 && segments[1] == "value"
            && int.TryParse(segments[0].AsSpan(1, segments[0].Length - 2), System.Globalization.CultureInfo.InvariantCulture, out var number) && operations.Items[number] is YamlMapping operation
            && PostBuild.LandsInObjects([.. KustomizePatch.Segments(operation.Text("path") ?? ""), .. segments.Skip(2)]);
    }

    private static IEnumerable<Patch> Patches(InjectedDefaults injected)
    {
        if (injected.IsWrittenByEach)
            yield break;
        if (injected.Decryption is not null || injected.DeletionPolicy is not null)
        {
            yield return ChildPatch(null, writer =>
            {
                KustomizationDocument.Decryption(writer, injected.Decryption);
                writer.Fields.Field("deletionPolicy"u8, injected.DeletionPolicy);
            });
        }

        if (injected.HelmReleases is { } releases)
            yield return ChildPatch($"{KustomizationDocument.OwnPatchesLabel} notin (own)", writer => PatchDocument.Write(writer, [releases], static patch => patch.Text));
    }

    private static Patch ChildPatch(string? labelSelector, Action<DocumentWriter> spec)
    {
        var text = Document("kustomize.toolkit.fluxcd.io/v1", "Kustomization", writer =>
        {
            writer.Yaml.Key("spec"u8);
            writer.Yaml.StartMapping();
            spec(writer);
            writer.Yaml.EndMapping();
        });
        return Patch.Merge(text, new PatchTarget { Group = "kustomize.toolkit.fluxcd.io", Kind = "Kustomization", LabelSelector = labelSelector });
    }

    private static Patch HelmReleasePatch(Values spec)
    {
        var text = Document("helm.toolkit.fluxcd.io/v2", "HelmRelease", writer => writer.Fields.Field("spec"u8, spec));
        return Patch.Merge(text, new PatchTarget { Group = "helm.toolkit.fluxcd.io", Kind = "HelmRelease" });
    }

    private static string Document(string apiVersion, string kind, Action<DocumentWriter> fields)
    {
        using var writer = new DocumentWriter(new TreeStyle { DocumentStart = false, Provenance = false });
        writer.StartFile();
        writer.Yaml.LiteralDollarPasses = LiteralDollars.Keep;
        writer.StartDocument(apiVersion, kind);
        writer.Yaml.Key("metadata"u8);
        writer.Yaml.StartMapping();
        writer.Fields.Field("name"u8, "_"); // kustomize asks for a name; the target decides
        writer.Yaml.EndMapping();
        fields(writer);
        writer.EndDocument();
        return System.Text.Encoding.UTF8.GetString(writer.EndFile().Span);
    }
}
