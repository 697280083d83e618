namespace GitOps;

/// <summary>
/// Follows one cluster from its root: each Kustomization is built, its objects substituted, and the Kustomizations among them followed in turn. Variables may come from
/// objects that are found later, so what depends on them is done again until nothing changes.
/// </summary>
internal sealed class ClusterReader(TreeFiles files, TreeOptions options, TreeRoot root, FindingList findings, CancellationToken cancellation)
{
    /// <summary>More than any cluster has; where Kustomizations make Kustomizations without end, this ends it.</summary>
    private const int MostKustomizations = 50_000;

    private const int MostDepth = 32;

    private const int MostOfOneFolder = 4;

    private const int MostRounds = 4;

    private readonly KustomizeBuilder _builder = new(files, findings, cancellation);
    private readonly List<ReadKustomization> _all = [];
    private readonly VariableSources _sources = new();
    private readonly ArtifactFolders _artifacts = new();

    public ReadCluster Read()
    {
        Follow(new ReadKustomization(root.Id, root.Declared ?? Synthetic(root), Places.Of(root.Declared?.Origin), null), root.Folder);
        for (var round = 1; round < MostRounds && Again(); round++)
        {
        }

        var index = new ObjectIndex(_all);
        foreach (var app in _all)
            app.App = Whole(app);
        var model = new FluxModel(_all.Select(static app => app.App), _sources.All)
        {
            SourcesMayBeMadeOutside = true,
            AppsAreOpen = index.HidesObjects || index.IsOpenKind("Kustomization"),
            OpenNamespaces = index.OpenNamespaces,
            SourcesAreOpen = index.HidesObjects || index.MakesObjects,
        };
        return new() { Root = root, Model = model, Kustomizations = _all, Index = index };
    }

    private static DataValue Synthetic(TreeRoot root) =>
        DataEdit.Empty.With("metadata", DataEdit.Empty.With("name", DataValue.Of(root.Id.Name)).With("namespace", DataValue.Of(root.Id.Namespace)))
            .With("spec", DataEdit.Empty.With("path", DataValue.Of(root.Folder)).With("sourceRef", DataEdit.Empty.With("kind", DataValue.Of("GitRepository")).With("name", DataValue.Of(root.Id.Name))));

    /// <summary>Reads a Kustomization and all that follow from it.</summary>
    private void Follow(ReadKustomization first, string? rootFolder = null)
    {
        var queue = new Queue<ReadKustomization>();
        queue.Enqueue(first);
        while (queue.Count > 0)
        {
            if (_all.Count >= MostKustomizations)
            {
                first.HidesObjects = true;
                findings.Add(new(RuleIds.UnreadableYaml, FindingSeverity.Warning, $"there are more than {MostKustomizations} Kustomizations here: nothing is said of further ones", first.Place ?? new(root.Folder)));
                return;
            }

            cancellation.ThrowIfCancellationRequested();
            var read = queue.Dequeue();
            _all.Add(read);
            Build(read, read == first ? rootFolder : null);
            foreach (var child in Children(read))
                queue.Enqueue(child);
        }
    }

    private void Build(ReadKustomization read, string? rootFolder)
    {
        read.App = KustomizationSpec.AppOf(read);
        read.Scope = ScopeOf(read);
        var folder = rootFolder ?? FolderOf(read);
        if (folder is null)
        {
            read.IsOpen = true;
            return;
        }

        read.Folder = folder;
        if (!files.HasFolder(folder))
        {
            read.IsOpen = true;
            findings.Add(PathMissingRule.Of(files, Places.Of(read.Spec["path"]?.Origin) ?? read.Place ?? new(folder), read.Id.ToString(), folder));
            return;
        }

        if (IsEndless(read, folder))
        {
            read.IsOpen = read.HidesObjects = true;
            findings.Add(IncludeCircleRule.Endless(read.Place ?? new(folder), read.Id.ToString(), folder));
            return;
        }

        var built = _builder.Build(folder, KustomizeOverlay.Of(read.Spec));
        read.IsOpen = built.IsOpen;
        read.HidesObjects = built.HidesObjects;
        read.Components = [.. read.Spec.TextsOf("components").Select(entry => (RepositoryPath.Combine(folder, entry.Text), entry)).Where(static use => use.Item1 is not null).Select(static use => (use.Item1!, use.entry))];
        read.Objects = [.. built.Objects.Select(item => new ReadObject(item, read))];
        foreach (var item in read.Objects)
            Note(item);
    }

    /// <summary>Kustomizations of one folder that apply each other may end, told apart by a variable; those that have done so again and again do not.</summary>
    private static bool IsEndless(ReadKustomization read, string folder)
    {
        var same = 0;
        for (var above = read.Parent; above is not null; above = above.Parent)
            if (above.Folder == folder && ++same >= MostOfOneFolder)
                return true;
        return false;
    }

    /// <summary>What other Kustomizations may need of an object.</summary>
    private void Note(ReadObject item)
    {
        if (VariableSourceReader.IsSource(item.Kind))
            foreach (var source in VariableSourceReader.Read(item.Value, item.Namespace.Length == 0 ? null : item.Namespace))
                _sources.Add(files.ComponentOf(source.Place?.Path ?? "") is { } component ? source with { Component = component } : source);
        if (item.Is(FluxKinds.SourceExtensionsGroup, "ArtifactGenerator"))
            _artifacts.Add(item);
    }

    /// <summary>The folder that a Kustomization builds, if it is one of this repository.</summary>
    private string? FolderOf(ReadKustomization read)
    {
        var spec = read.Spec;
        var path = spec["path"];
        if (!read.Value.Knows("spec") || !spec.Knows("path") || path is not (null or { Kind: DataKind.Null } or { Kind: DataKind.String, IsPartial: false }))
            return null;
        var folder = RepositoryPath.FromRoot(path?.Text);
        var source = spec.MapOf("sourceRef");
        if (!spec.Knows("sourceRef") || source["name"] is not { Kind: DataKind.String, IsPartial: false } name)
            // Without a source the object is rejected, which its schema says; what it means to build is still looked at.
            return spec.Knows("sourceRef") && source["name"] is null ? folder : null;
        if (source.TextOf("kind") == "ExternalArtifact")
        {
            var mapped = _artifacts.FolderOf(source.TextOf("namespace") ?? read.Id.Namespace, name.Text, folder);
            read.IsOutside = mapped is null;
            return mapped;
        }

        if (IsOwnSource(source, name.Text))
            return folder;
        read.IsOutside = true;
        return null;
    }

    private bool IsOwnSource(DataValue source, string name) =>
        (name == root.Id.Name || name == options.OwnSource) && source.TextOf("kind") is "GitRepository" or "OCIRepository" or "Bucket";

    private IEnumerable<ReadKustomization> Children(ReadKustomization read)
    {
        foreach (var item in read.Objects)
            if (item.Built.IsFluxKustomization() && ChildOf(item) is { } child)
                yield return child;
    }

    private ReadKustomization? ChildOf(ReadObject item)
    {
        var value = item.Value;
        var id = new KustomizationId(item.Namespace, item.Name);
        // What bootstrap wrote declares the root itself.
        if (id == _all[0].Id && value.MapOf("spec").TextOf("path") is { } path && RepositoryPath.FromRoot(path) == root.Folder)
            return null;
        var depth = 0;
        for (var above = item.Owner; above is not null; above = above.Parent!)
        {
            // A Kustomization that makes itself is one, and so is a circle of them.
            if (above.Id == id && above.Spec.SameAs(value.MapOf("spec")) != false)
                return null;
            if (++depth > MostDepth)
            {
                item.Owner.HidesObjects = true;
                findings.Add(new(RuleIds.UnreadableYaml, FindingSeverity.Warning, $"Kustomizations apply Kustomizations {MostDepth} levels deep here: nothing is said of '{id}' and what it applies", item.Place));
                return null;
            }
        }

        return new(id, value, Places.Of(item.Built.Value.Origin) ?? item.Place, item.Owner);
    }

    private VariableScope ScopeOf(ReadKustomization read) =>
        VariableScope.Of(read.App, reference => _sources.Resolve(read.Id.Namespace, reference), sourceMayBeThere: true);

    /// <summary>With all sources known: whoever sees other variables now gives other objects, and other Kustomizations.</summary>
    private bool Again()
    {
        var changed = _all.Where(read => read.App.Sources.Count > 0 && Differs(read.Scope, read.Scope = ScopeOf(read))).ToList();
        if (changed.Count == 0)
            return false;
        foreach (var read in changed)
            foreach (var item in read.Objects)
                item.Forget();
        _sources.Clear();
        foreach (var item in _all.SelectMany(static read => read.Objects))
            Note(item);
        var children = _all.Where(static read => read.Parent is not null).GroupBy(static read => read.Parent!).ToDictionary(static same => same.Key, static same => same.ToList());
        var gone = new HashSet<ReadKustomization>();
        foreach (var read in changed)
            if (!gone.Contains(read))
                Refollow(read, children.TryGetValue(read, out var own) ? own : [], gone);
        _all.RemoveAll(gone.Contains);
        return true;
    }

    private static bool Differs(VariableScope one, VariableScope other) =>
        one.Runs != other.Runs || one.IsOpen != other.IsOpen || one.Count != other.Count || one.Names.Any(name => !Equals(one.Find(name)?.KnownValue, other.Find(name)?.KnownValue));

    private void Refollow(ReadKustomization read, List<ReadKustomization> children, HashSet<ReadKustomization> gone)
    {
        foreach (var item in read.Objects)
        {
            if (!item.Built.IsFluxKustomization() || ChildOf(item) is not { } child)
                continue;
            var old = children.FirstOrDefault(other => other.Place == child.Place && !gone.Contains(other));
            if (old is not null && old.Id == child.Id && old.Value.SameAs(child.Value) == true)
                continue;
            if (old is not null)
                Remove(old, gone);
            Follow(child);
        }
    }

    /// <summary>With all that follow from it: children stand behind their parents.</summary>
    private void Remove(ReadKustomization old, HashSet<ReadKustomization> gone)
    {
        gone.Add(old);
        foreach (var read in _all)
            if (read.Parent is not null && gone.Contains(read.Parent))
                gone.Add(read);
    }

    /// <summary>The neutral model's app with all that it builds.</summary>
    private AppModel Whole(ReadKustomization read)
    {
        var uses = read.Components.Select(static use => new ComponentUse(use.Entry.Text, new ComponentModel(use.Folder), Places.Of(use.Entry.Origin))).ToList();
        return read.App with
        {
            IsOpen = read.App.IsOpen || read.Folder is null,
            HasUnseenTexts = read.IsOpen,
            Components = uses,
            Objects = [.. read.Objects.Where(static item => item.Kind.Length > 0).Select(static item => new ObjectModel(item.Group, item.Kind, item.Namespace, item.Name, item.Place)
            {
                IsNamespaceKnown = item.IsNamespaceKnown && item.IsNameKnown,
                IsShared = item.Value.MapOf("metadata").MapOf("annotations").TextOf("kustomize.toolkit.fluxcd.io/ssa") is { } mode && !mode.Equals("Override", StringComparison.OrdinalIgnoreCase),
            })],
            Texts = [.. read.Objects.SelectMany(item => ObjectTexts.Of(item, uses, options.Schemas))],
        };
    }
}
