namespace GitOps;

/// <summary>
/// Reads Flux Kustomizations written in YAML into the neutral model: what they wait for, take variables from, use and hold. What patches of the root add to them
/// is not seen here.
/// </summary>
/// <param name="ownSource">The name of the source that holds this repository, <c>flux-system</c> as Flux bootstraps it; the path of any other is not here.</param>
internal sealed class KustomizationReader(IFileTree tree, string ownSource = "flux-system", CancellationToken cancellation = default)
{
    private readonly Dictionary<string, ComponentModel> _components = new(StringComparer.Ordinal);

    /// <summary>The Kustomizations in a file, in their order.</summary>
    /// <param name="readsPaths">Whether what lies at <c>spec.path</c> is read too; without it they are names in the graph.</param>
    public IEnumerable<AppModel> Read(string path, bool readsPaths)
    {
        if (tree.Read(path) is not { } text)
            yield break;
        foreach (var document in YamlFile.Read(text, cancellation).Documents)
            if (document.Mapping is { } root && root.Text("kind") == "Kustomization" && root.Text("apiVersion")?.StartsWith("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal) == true)
                yield return Read(path, root, readsPaths);
    }

    /// <summary>The component in a folder, read once.</summary>
    public ComponentModel Component(string folder)
    {
        if (!_components.TryGetValue(folder, out var component))
            _components.Add(folder, component = ComponentReader.Read(tree, folder, cancellation));
        return component;
    }

    /// <summary>
    /// The namespace that a file's objects get: that of the outermost kustomization.yaml above it that sets one, which also overrides what is written; else the object's own.
    /// </summary>
    public static string? NamespaceAbove(IFileTree tree, string path)
    {
        string? outermost = null;
        for (var folder = RepositoryPath.FolderOf(path); ; folder = RepositoryPath.FolderOf(folder))
        {
            if (KustomizeReader.FileOf(tree, folder) is { } file && YamlFile.Read(tree.Read(file)!).Documents.Select(static document => document.Mapping?.Text("namespace")).FirstOrDefault(static name => name is not null) is { } found)
                outermost = found;
            if (folder.Length == 0)
                return outermost;
        }
    }

    private AppModel Read(string path, YamlMapping root, bool readsPaths)
    {
        var metadata = root["metadata"] as YamlMapping;
        var spec = root["spec"] as YamlMapping;
        var emitted = EmittedKustomizationReader.Read(tree, path, root, readsPath: false, cancellation);
        var @namespace = NamespaceAbove(tree, path) ?? emitted.Namespace ?? "";
        var app = new AppModel(new(@namespace, emitted.Name), emitted.Place)
        {
            IsSuspended = IsTrue(spec?["suspend"]),
            ChecksHealth = IsTrue(spec?["wait"]) || spec?["healthChecks"] is YamlSequence { Items.Count: > 0 },
            // Without a namespace of its own an entry means the effective one.
            Dependencies = [.. (spec?["dependsOn"] as YamlSequence)?.Items.OfType<YamlMapping>().Select(entry =>
                new DependencyModel(new(entry.Text("namespace") ?? @namespace, entry.Text("name") ?? ""), At(path, entry)) { HasReadyExpression = entry["readyExpr"] is not null }) ?? []],
            Variables = emitted.Forwards,
            Sources = emitted.Sources,
            SubstitutesAlways = (spec?["postBuild"] as YamlMapping)?.Text("substituteStrategy") == "Always",
            IsReferenceOnly = !readsPaths,
        };
        var folder = RepositoryPath.FromRoot(emitted.Path);
        if (!readsPaths || !tree.HasFolder(folder) || (emitted.Source.Name.Length > 0 && emitted.Source.Name != ownSource))
            return app with { IsOpen = true };
        var reader = new KustomizeReader(tree, followsKustomizations: false, cancellation);
        reader.ReadRoot(folder);
        return app with
        {
            Texts = reader.Texts,
            Objects = [.. reader.Objects.Select(item => (spec?.Text("targetNamespace") ?? item.Namespace) is { Length: > 0 } known
                ? item with { Namespace = known }
                : item with { IsNamespaceKnown = false })],
            Components = [.. (spec?["components"] as YamlSequence)?.Items.OfType<YamlScalar>().Select(entry =>
                new ComponentUse(entry.Text, RepositoryPath.Combine(folder, entry.Text) is { } target ? Component(target) : null, At(path, entry))) ?? []],
            // What could not be read may take anything.
            IsOpen = reader.Findings.Count > 0 || metadata is null,
        };
    }

    private static bool IsTrue(YamlNode? node) => (node as YamlScalar)?.Yaml11 == YamlValue.True;

    private static FindingPlace At(string path, YamlNode node) => new(path, node.Start.Line, node.Start.Column);
}
