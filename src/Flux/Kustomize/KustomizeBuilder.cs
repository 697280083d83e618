namespace GitOps;

/// <summary>
/// Builds folders as kustomize does, in memory: resources, generators, components, then the file's own transformers (api/internal/target/kusttarget.go). What lies
/// elsewhere or needs a plugin is not built: the result is then open. Bounded: circles, deep chains and folders that multiply end.
/// </summary>
internal sealed class KustomizeBuilder(TreeFiles files, FindingList findings, CancellationToken cancellation)
{
    /// <summary>Deeper than any real chain of folders, shallower than a small thread's stack.</summary>
    private const int MostDepth = 64;

    /// <summary>Folders that take part in one build, counted each time: components can be included along many ways.</summary>
    private const int MostFolders = 5_000;

    private const int MostObjects = 50_000;

    private static readonly HashSet<string> FieldNames = new(StringComparer.Ordinal)
    {
        "apiVersion", "kind", "metadata", "openapi", "namePrefix", "nameSuffix", "namespace", "commonLabels", "labels", "commonAnnotations", "patchesStrategicMerge", "patchesJson6902",
        "patches", "images", "imageTags", "replacements", "replicas", "vars", "sortOptions", "resources", "components", "crds", "bases", "configMapGenerator", "secretGenerator", "helmGlobals",
        "helmCharts", "helmChartInflationGenerator", "generatorOptions", "configurations", "generators", "transformers", "validators", "buildMetadata",
    };

    private readonly Dictionary<string, KustomizeResult> _built = new(StringComparer.Ordinal);
    private readonly PatchReader _patches = new(files, findings, cancellation);
    private readonly BuildWork _work = new();
    private readonly List<string> _chain = [];
    private int _folders;

    /// <summary>The objects of a Flux Kustomization's path, names finished.</summary>
    public KustomizeResult Build(string folder, KustomizeOverlay overlay)
    {
        _chain.Clear();
        _folders = 0;
        _work.Reset();
        var result = new KustomizeResult { IsOpen = overlay.IsPartial };
        var file = files.KustomizationOf(folder);
        // Flux writes what the Kustomization adds into the file, so an empty one is fine where it adds something.
        var root = file is null ? Generated(folder, result) : Open(file, result, isRewritten: true, mayBeEmpty: overlay.AddsSomething || overlay.IsPartial);
        _chain.Add(folder);
        if (root is not null)
            Accumulate(folder, file ?? folder, root, overlay, result);
        Finish(result);
        return result;
    }

    /// <summary>What source-controller leaves out of an artifact by itself.</summary>
    private static bool IsIgnored(string path) => RepositoryPath.NameOf(path) is ".sops.yaml" or ".flux.yaml" or ".goreleaser.yml" or ".travis.yml" or ".gitlab-ci.yml" or "appveyor.yml" or ".drone.yml" or "cloudbuild.yaml" or "codeship-services.yml"
        || path.StartsWith(".github/", StringComparison.Ordinal) || path.StartsWith(".circleci/", StringComparison.Ordinal) || path.IndexOf("/.git", StringComparison.Ordinal) >= 0;

    /// <summary>Without a kustomization file Flux takes every YAML file below the folder; a folder that has one counts as one resource.</summary>
    private DataValue Generated(string folder, KustomizeResult result)
    {
        var nested = new List<string>();
        var resources = new List<DataValue>();
        foreach (var path in files.Tree.FilesBelow(folder))
        {
            // In ordinal order a folder's files follow each other, so one look back is enough but for names such as `a-b` between `a` and `a/`.
            if (nested.Any(inner => path.StartsWith(inner, StringComparison.Ordinal)))
                continue;
            var within = RepositoryPath.FolderOf(path);
            var topmost = TopmostKustomization(folder, within);
            if (topmost is not null)
            {
                nested.Add(topmost + "/");
                resources.Add(DataValue.Of(RepositoryPath.Relative(folder, topmost)));
            }
            else if (TreeFiles.IsYaml(path) && !IsIgnored(path))
            {
                // Flux tries each as objects and fails the build on another one, which reading the file says.
                resources.Add(DataValue.Of(RepositoryPath.Relative(folder, path)));
            }
        }

        // What a .sourceignore leaves out is not in the artifact: nothing that would be read here may be held against anyone.
        result.IsOpen |= files.Tree.Read(".sourceignore") is not null;
        return DataEdit.Empty.With("resources", DataValue.List(resources));
    }

    private string? TopmostKustomization(string folder, string within)
    {
        string? topmost = null;
        for (var at = within; at.Length > folder.Length; at = RepositoryPath.FolderOf(at))
            if (files.KustomizationOf(at) is not null)
                topmost = at;
        return topmost;
    }

    /// <summary>The kustomization in a file; <see langword="null"/> when it cannot be read.</summary>
    /// <param name="isRewritten">It lies at the path of a Flux Kustomization, which writes it anew.</param>
    private DataValue? Open(string path, KustomizeResult result, bool isRewritten = false, bool mayBeEmpty = false)
    {
        var file = files.Take(path);
        if (file is null || file.IsTooLarge || file.Unreadable is not null)
        {
            result.Hide();
            if (file is not null)
                findings.AddFaults(file, isKustomization: true);
            return null;
        }

        findings.AddFaults(file, isKustomization: true);
        if (file.Settings.Count == 0 && mayBeEmpty)
            return DataEdit.Empty;
        if (file.Settings.Count == 0 || file.Settings[0].Kind != DataKind.Map)
        {
            result.Hide();
            findings.Add(CannotBeAppliedRule.Of(new(path, 1, 1), "this kustomization is empty"));
            return null;
        }

        var root = file.Settings[0];
        if (!mayBeEmpty && EmptyKustomization.Is(root, isRewritten))
        {
            result.Hide();
            findings.Add(CannotBeAppliedRule.Empty(Places.Of(root.Origin) ?? new(path, 1, 1)));
            return null;
        }

        foreach (var field in root.Fields)
            if (!FieldNames.Contains(field.Name))
                findings.Add(CannotBeAppliedRule.UnknownField(Places.Of(field.Origin) ?? new(path), field.Name, FieldNames));
        return root;
    }

    /// <summary>Everything that a kustomization file adds to what is there already, and then does to all of it.</summary>
    private void Accumulate(string folder, string path, DataValue root, KustomizeOverlay overlay, KustomizeResult into)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var entry in root.TextsOf("resources").Concat(root.TextsOf("bases")))
            AddResource(folder, path, entry, into);
        var before = into.Objects.Count;
        new KustomizeGenerators(files, findings).Run(folder, path, root, into);
        Check(into, before);
        foreach (var entry in root.TextsOf("components"))
            AddComponent(folder, path, entry, false, overlay, into);
        foreach (var entry in overlay.Components)
            if (entry is { Kind: DataKind.String, IsPartial: false })
                AddComponent(folder, path, entry, true, overlay, into);
            else
                into.IsOpen = true;
        foreach (var name in new[] { "helmCharts", "helmChartInflationGenerator", "generators" })
            into.IsOpen |= root.ItemsOf(name).Count > 0;
        if (!_work.Spend(new(path), into, findings))
            return;
        new KustomizeTransformers(files, findings, _patches, _work).Run(folder, path, root, overlay, into);
    }

    private void AddResource(string folder, string path, DataValue entry, KustomizeResult into)
    {
        var place = Places.Of(entry.Origin) ?? new(path);
        if (RepositoryPath.IsRemote(entry.Text))
        {
            into.IsOpen = true;
            return;
        }

        var target = RepositoryPath.Combine(folder, entry.Text);
        if (target is null)
        {
            into.Hide();
            findings.Add(PathLeavesRootRule.Of(place, entry.Text));
        }
        else if (files.HasFile(target))
            AddFile(target, place, into);
        else if (files.HasFolder(target))
            AddFolder(target, place, into);
        else
        {
            // What is not there hides nothing: the object does not exist.
            into.IsOpen = true;
            findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, place, KustomizeMessages.ResourceMissing, entry.Text));
        }
    }

    private void AddFile(string path, FindingPlace from, KustomizeResult into)
    {
        var file = files.Take(path)!;
        findings.AddFaults(file, isKustomization: false);
        if (file.IsTooLarge || file.Unreadable is not null)
            into.Hide();
        foreach (var value in file.Values)
            AddDocument(path, value, into);
        _ = from;
    }

    private void AddDocument(string path, DataValue value, KustomizeResult into)
    {
        var place = Places.Of(value.Origin) ?? new(path);
        if (value.Kind == DataKind.Null || value is { Kind: DataKind.Map, Fields.Count: 0 })
            return;
        if (value.Kind != DataKind.Map)
        {
            into.Hide();
            findings.Add(ResourceIsNoObjectRule.Of(place, path, "it is no mapping"));
            return;
        }

        // A List is what it holds.
        if (value.TextOf("kind")?.EndsWith("List", StringComparison.Ordinal) == true && value["items"] is { Kind: DataKind.List } items)
        {
            foreach (var item in items.Items)
                AddDocument(path, item, into);
            return;
        }

        var missing = value["kind"] is null or { Kind: DataKind.Null } ? "it has no kind" : value["apiVersion"] is null or { Kind: DataKind.Null } ? "it has no apiVersion"
            : value.MapOf("metadata")["name"] is null or { Kind: DataKind.Null } ? "it has no metadata.name" : null;
        if (missing is not null)
        {
            into.Hide();
            findings.Add(ResourceIsNoObjectRule.Of(place, path, missing));
            return;
        }

        Add(new(value) { Place = place }, into);
    }

    private void Add(KustomizeObject item, KustomizeResult into)
    {
        if (into.Objects.Count >= MostObjects)
        {
            into.IsOpen = true;
            return;
        }

        into.Objects.Add(item);
        Check(into, into.Objects.Count - 1);
    }

    /// <summary>No two objects of one build have one id; the second is left out, so that nothing else is said of it.</summary>
    private void Check(KustomizeResult into, int from) => ObjectTwiceInBuildRule.RemoveTwins(into, from, findings);

    private void AddFolder(string folder, FindingPlace from, KustomizeResult into)
    {
        if (IsCircle(folder, from, into))
            return;
        if (files.KustomizationOf(folder) is not { } file)
        {
            into.Hide();
            findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, from, KustomizeMessages.NoKustomizationFile, folder));
            return;
        }

        if (!_built.TryGetValue(folder, out var built))
        {
            built = new KustomizeResult();
            if (Open(file, built) is { } root)
            {
                _chain.Add(folder);
                if (root.TextOf("kind") == "Component")
                    built.Components.Add(folder);
                Accumulate(folder, file, root, KustomizeOverlay.None, built);
                _chain.RemoveAt(_chain.Count - 1);
            }

            _built.Add(folder, built);
        }

        if (files.Take(file)!.Settings.FirstOrDefault()?.TextOf("kind") == "Component")
        {
            findings.Add(ComponentListedAsResourceRule.Of(from, folder, file));
            into.IsOpen = true;
        }

        into.IsOpen |= built.IsOpen;
        into.HidesObjects |= built.HidesObjects;
        into.References.AddRange(built.References);
        into.Components.UnionWith(built.Components);
        foreach (var item in built.Objects)
            Add(item, into);
    }

    private void AddComponent(string folder, string path, DataValue entry, bool isOfSpec, KustomizeOverlay overlay, KustomizeResult into)
    {
        var place = Places.Of(entry.Origin) ?? new(path);
        if (RepositoryPath.IsRemote(entry.Text) || (isOfSpec && entry.Text.StartsWith("/", StringComparison.Ordinal)))
        {
            if (isOfSpec)
                findings.Add(ComponentNotLocalRule.Of(place, entry.Text));
            into.IsOpen = true;
            return;
        }

        var target = RepositoryPath.Combine(folder, entry.Text);
        if (target is null || !files.HasFolder(target))
        {
            if (isOfSpec && overlay.IgnoresMissingComponents)
                return;
            into.IsOpen = true;
            findings.Add(target is null ? PathLeavesRootRule.Of(place, entry.Text) : ComponentMissingRule.Of(files, place, folder, entry.Text, target));
            return;
        }

        if (IsCircle(target, place, into))
            return;
        if (files.KustomizationOf(target) is not { } file)
        {
            into.Hide();
            findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, place, KustomizeMessages.NoKustomizationFile, target));
            return;
        }

        if (Open(file, into) is not { } root)
            return;
        var kind = root.TextOf("kind") ?? "Kustomization";
        if (kind != "Component")
        {
            into.Hide();
            findings.Add(RuleMessage.Error(RuleIds.NotAComponent, place, KustomizeMessages.NotAComponent, target, kind) with { AlsoAt = [new(file)] });
        }

        into.Components.Add(target);
        var before = new HashSet<KustomizeObject>(into.Objects, ReferenceComparer.Instance);
        _chain.Add(target);
        // A component works on all that is there already, its transformers too.
        Accumulate(target, file, root, KustomizeOverlay.None, into);
        _chain.RemoveAt(_chain.Count - 1);
        if (!isOfSpec)
            return;
        for (var i = 0; i < into.Objects.Count; i++)
            if (into.Objects[i].Component is null && i >= before.Count && !before.Contains(into.Objects[i]))
                into.Objects[i] = into.Objects[i] with { Component = target };
    }

    /// <summary>A folder that is, or holds, one of those on the way to it (kustomize's loader says "cycle detected").</summary>
    private bool IsCircle(string folder, FindingPlace from, KustomizeResult into)
    {
        var at = _chain.FindIndex(visited => visited == folder || folder.Length == 0 || visited.StartsWith(folder + "/", StringComparison.Ordinal));
        if (at < 0 && _chain.Count < MostDepth && ++_folders < MostFolders)
            return false;
        into.IsOpen = true;
        if (at >= 0)
            findings.Add(IncludeCircleRule.Of(from, folder, [.. _chain.Skip(at), folder]));
        return true;
    }

    /// <summary>Hashes behind the names of generated objects, references to them, and what is only there for the build.</summary>
    private static void Finish(KustomizeResult result)
    {
        result.Objects.RemoveAll(static item => item.Metadata.MapOf("annotations").TextOf("config.kubernetes.io/local-config") is { } local && local != "false");
        var renamed = new Dictionary<(string Kind, string Name), string>();
        for (var i = 0; i < result.Objects.Count; i++)
            if (result.Objects[i] is { NeedsHash: true } item)
            {
                var hash = KustomizeHash.Of(item);
                if (hash is not null)
                    renamed[(item.Kind, item.Before.Count > 0 ? item.Before[0].Name : item.Name)] = item.Name + "-" + hash;
                result.Objects[i] = hash is null ? item with { IsAltered = true } : item.Renamed("name", item.Name + "-" + hash, null);
            }

        if (renamed.Count == 0)
            return;
        for (var i = 0; i < result.Objects.Count; i++)
        {
            if (FluxKinds.IsCore(result.Objects[i].Group))
                result.Objects[i] = result.Objects[i].With(GeneratedNames.Change(result.Objects[i].Value, renamed));
            foreach (var reference in result.References)
                if (reference.ReferrerKind == result.Objects[i].Kind && (reference.ReferrerGroup.Length == 0 || reference.ReferrerGroup == result.Objects[i].Group))
                    result.Objects[i] = result.Objects[i].With(result.Objects[i].Value.ChangeAll(reference.Path,
                        value => value is { Kind: DataKind.String, IsPartial: false } && renamed.TryGetValue((reference.Kind, value.Text), out var name) ? DataValue.Of(name, value.Origin) : value));
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<KustomizeObject>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(KustomizeObject? one, KustomizeObject? other) => ReferenceEquals(one, other);

        public int GetHashCode(KustomizeObject item) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(item);
    }
}
