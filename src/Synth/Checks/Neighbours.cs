using System.Text;

namespace GitOps;

/// <summary>
/// The Kustomizations that the tree holds as YAML beside what this synth writes: part of one graph with the apps. What brings others that cannot be seen leaves it open.
/// </summary>
internal sealed class Neighbours
{
    private const string FluxGroup = "kustomize.toolkit.fluxcd.io";

    private readonly RenderState state;
    private readonly HashSet<string> written;
    private readonly List<(string Path, string Text)> texts = [];

    public Neighbours(RenderState state, IReadOnlyList<AppPlan> plans, IReadOnlyCollection<string> sources)
    {
        this.state = state;
        written = state.Files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        var namespaces = state.Composition.Registrations.Select(static registration => registration.Namespace.Name).ToHashSet(StringComparer.Ordinal);
        Collect(state.RootFolder);
        if (!TreePath.IsIn(state.InTree("flux"), state.RootFolder))
            Collect(state.InTree("flux"));
        var files = texts.Select(static file => KustomizationFile.Read(file.Path, file.Text)).ToList();
        var kustomizations = new KustomizationFiles(files, state.Tree, namespaces, written);
        Apps = kustomizations.Apps;
        var made = state.Files.SelectMany(static file => file.Objects).Where(static item => item.Owner is not null).ToList();
        var open = kustomizations.OpenNamespaces(state.Cluster.Cluster.Source.Name, state.Options.Files.FolderExists);
        OpenNamespaces = open ?? [];
        AreOpen = open is null || made.Exists(static item => item.Kind == "ResourceSet")
            || plans.Any(static plan => plan.HasFailed) || state.Files.Count == 0;
        HelmReleases = AreOpen ? [] : [.. texts.SelectMany(file => Releases(file.Path, file.Text, kustomizations))];
        VariableSources = [.. SourcesIn(sources)];
        texts.Clear();
        Collect(state.InTree("components"));
        VariableSources = [.. VariableSources, .. SourcesIn(sources)];
        if (AreOpen)
            return;
        Unnamed =
        [
            .. kustomizations.Unnamed,
            .. texts.SelectMany(static file => KustomizationFile.Read(file.Path, file.Text).Kustomizations).Select(static one => new KustomizationId("", one.Name)),
            .. made.Where(static item => item.ApiVersion.StartsWith(FluxGroup, StringComparison.Ordinal)).Select(static item => new KustomizationId(item.Namespace ?? "", item.Name)),
            // What an app names by hand may lie elsewhere: the tree as a whole is asked for it (PlannedTreeRules).
            .. plans.SelectMany(static plan => plan.Companions.Prepend(plan)).SelectMany(static plan => plan.DependsOn).Select(static dependency => new KustomizationId(dependency.Namespace!, dependency.Name)),
            .. plans.SelectMany(static plan => plan.Registration.DependsOn).Select(static dependency => KustomizationNameAttribute.Of(dependency.Type)).OfType<KustomizationNameAttribute>()
                .Select(static reference => new KustomizationId(reference.Namespace, reference.Name)),
            // Flux itself makes the first, or its operator does; the second is the cluster's own.
            new("flux-system", "flux-system"),
            .. state.Cluster.Root is { } root ? [new KustomizationId(root.Namespace, root.Name)] : Array.Empty<KustomizationId>(),
        ];
    }

    public IReadOnlyList<AppModel> Apps { get; }

    /// <summary>Whether there may be Kustomizations that are not seen.</summary>
    public bool AreOpen { get; }

    /// <summary>The namespaces that may hold Kustomizations that are not seen.</summary>
    public IReadOnlyCollection<string> OpenNamespaces { get; }

    public IReadOnlyList<KustomizationId> Unnamed { get; } = [];

    /// <summary>What people mistake for Kustomizations.</summary>
    public IReadOnlyList<ObjectModel> HelmReleases { get; }

    /// <summary>The objects of some names that hold variables, in whatever namespace.</summary>
    public IReadOnlyList<VariableSourceModel> VariableSources { get; }

    // A cheap look spares the reader: most files hold none of the names.
    private IEnumerable<VariableSourceModel> SourcesIn(IReadOnlyCollection<string> names) =>
        texts.Where(file => names.Any(name => file.Text.Contains(name, StringComparison.Ordinal))).SelectMany(static file => VariableSourceReader.Read(YamlFile.Read(file.Text), file.Path)).Where(source => names.Contains(source.Name));

    private void Collect(string folder)
    {
        foreach (var path in state.Options.Files.FilesIn(folder))
            if ((path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)) && !written.Contains(path) && !state.Options.Files.IsOwned(path)
                && state.Options.Files.Read(path) is { } bytes)
                texts.Add((path, Encoding.UTF8.GetString(bytes)));
        foreach (var child in state.Options.Files.FoldersIn(folder))
            Collect(child);
    }

    private static IEnumerable<ObjectModel> Releases(string path, string text, KustomizationFiles kustomizations)
    {
        if (!text.Contains("kind: HelmRelease", StringComparison.Ordinal))
            yield break;
        foreach (var document in YamlFile.Read(text).Documents)
            if (document.Mapping is { } root && root.Text("kind") == "HelmRelease" && root["metadata"] is YamlMapping metadata && metadata["name"] is YamlScalar name)
                yield return new("helm.toolkit.fluxcd.io", "HelmRelease", kustomizations.NamespaceOf(path, metadata.Text("namespace")) ?? "", name.Text, new(path, name.Start.Line, name.Start.Column));
    }
}
