namespace GitOps;

/// <summary>
/// What the Kustomization that applies the tree does to what it applies (every app's ks.yaml, and what namespaces hold): whether it substitutes, and what its
/// patches put into the Kustomizations below. Synth's own root, or the author's as it stands on disk.
/// </summary>
internal sealed class RootSubstitution
{
    private readonly IReadOnlyList<(PatchTargets Targets, YamlNode Change)> patches;

    private RootSubstitution(KustomizationId id, PostBuild postBuild, FindingPlace? place, IReadOnlyList<Patch> patches)
    {
        Id = id;
        PostBuild = postBuild;
        Place = place;
        this.patches = [.. patches.Where(static patch => patch.Text.Contains("postBuild", StringComparison.Ordinal))
            .SelectMany(static patch => YamlFile.Read(patch.Text).Documents.Where(static document => document.Root is not null).Select(document => (PatchTargets.Of(patch), document.Root!)))];
    }

    /// <summary>The root's name; <see langword="default"/> when it is not known.</summary>
    public KustomizationId Id { get; }

    public PostBuild PostBuild { get; }

    public FindingPlace? Place { get; }

    /// <summary>Whether there is a root that can be read.</summary>
    public bool IsKnown => Id.Name is { Length: > 0 };

    /// <summary>It is known that what the root applies is taken as it is.</summary>
    public bool SubstitutesNothing => IsKnown && !PostBuild.Runs;

    public int Passes => PostBuild.Passes;

    public static RootSubstitution Of(ClusterPlan cluster, string tree, IRepositoryFiles files)
    {
        if (cluster.Root is { } root)
        {
            var place = cluster.Place;
            return new RootSubstitution(new(root.Namespace, root.Name), PostBuild.Of(root.OtherSpec, place), place, root.Patches);
        }

        return OnDisk(tree, TreePath.Join(tree, cluster.RootFolder), new RepositoryFileTree(files)) ?? new RootSubstitution(default, PostBuild.None, null, []);
    }

    /// <summary>What the root's patches put into the <c>postBuild</c> of a Kustomization.</summary>
    public PostBuild InjectedInto(FluxApp app)
    {
        if (patches.Count == 0)
            return PostBuild.None;
        var item = new PatchableObject(KustomizationDocument.ApiVersion, "Kustomization", app.Namespace, app.Name)
        {
            Labels = app.Labels.ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal),
            Annotations = app.Annotations.ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal),
        };
        var injected = PostBuild.None;
        foreach (var (targets, change) in patches)
            if (targets.Reach(item))
                injected = Merged(injected, Read(change));
        return injected;
    }

    private PostBuild Read(YamlNode change)
    {
        if (change is YamlMapping merge)
            return PostBuild.Of(merge["spec"] as YamlMapping, Place);
        var read = PostBuild.None;
        foreach (var operation in (change as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
            if (operation.Text("op") is "add" or "replace" && operation.Text("path") is { } path && path.StartsWith("/spec/postBuild", StringComparison.Ordinal))
                read = Merged(read, Read(path["/spec/postBuild".Length..], operation["value"]));
        return read;
    }

    // The rest of a JSON pointer, and what is put there.
    private PostBuild Read(string pointer, YamlNode? value) => pointer.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] when value is YamlMapping => PostBuild.OfPostBuild((YamlMapping)value, Place),
        ["substitute"] when value is YamlMapping variables => PostBuild.None with { Variables = PostBuild.VariablesOf(variables, Place) },
        ["substitute", var name] => PostBuild.None with { Variables = [new VariableAssignment(name.Replace("~1", "/", StringComparison.Ordinal), (value as YamlScalar)?.Text, Place)] },
        ["substituteFrom"] when value is YamlSequence sources => PostBuild.None with { Sources = PostBuild.SourcesOf(sources, Place) },
        ["substituteFrom", _] when value is YamlMapping source => PostBuild.None with { Sources = [PostBuild.SourceOf(source, Place)] },
        ["substituteStrategy"] => PostBuild.None with { Always = (value as YamlScalar)?.Text == "Always" },
        _ => PostBuild.None,
    };

    // A later patch's list takes the place of an earlier one's (kustomize knows no merge key here); its variables join.
    private static PostBuild Merged(PostBuild first, PostBuild then) => new()
    {
        Variables = [.. first.Variables.Where(variable => then.Variables.All(other => other.Name != variable.Name)), .. then.Variables],
        Sources = then.Sources.Count > 0 ? then.Sources : first.Sources,
        Always = first.Always || then.Always,
    };

    // The author's own root: the Kustomization whose path is the folder of the namespaces, or the nearest above it.
    private static RootSubstitution? OnDisk(string tree, string apps, RepositoryFileTree files)
    {
        (string Folder, RootSubstitution Root)? nearest = null;
        foreach (var path in files.FilesBelow(tree))
        {
            if (TreePath.IsIn(path, apps) || TreePath.IsIn(path, TreePath.Join(tree, "components")) || !path.EndsWith(".yaml", StringComparison.Ordinal) && !path.EndsWith(".yml", StringComparison.Ordinal)
                || files.Read(path) is not { } text || !text.Contains("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal))
                continue;
            foreach (var document in YamlFile.Read(text).Documents)
                if (document.Mapping is { } root && PostBuild.IsKustomization(root.Text("apiVersion"), root.Text("kind")) && root["spec"] is YamlMapping spec
                    && RepositoryPath.FromRoot(spec.Text("path")) is { } folder && TreePath.IsIn(apps, folder) && (nearest is null || folder.Length > nearest.Value.Folder.Length))
                {
                    var place = new FindingPlace(path, root.Start.Line, root.Start.Column);
                    nearest = (folder, new RootSubstitution(
                        new((root["metadata"] as YamlMapping)?.Text("namespace") ?? "flux-system", (root["metadata"] as YamlMapping)?.Text("name") ?? "?"), PostBuild.Of(spec, place), place, Patches(spec)));
                }
        }

        return nearest?.Root;
    }

    private static IReadOnlyList<Patch> Patches(YamlMapping spec) =>
        [.. ((spec["patches"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? []).Where(static patch => !string.IsNullOrWhiteSpace(patch.Text("patch")))
            .Select(static patch => Patch.Merge(patch.Text("patch")!, patch["target"] is YamlMapping target
                ? new PatchTarget
                {
                    Group = target.Text("group"), Version = target.Text("version"), Kind = target.Text("kind"), Name = target.Text("name"), Namespace = target.Text("namespace"),
                    LabelSelector = target.Text("labelSelector"), AnnotationSelector = target.Text("annotationSelector"),
                }
                : null))];
}
