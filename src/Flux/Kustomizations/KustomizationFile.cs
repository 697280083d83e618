namespace GitOps;

/// <summary>
/// What one YAML file says of the graph: the Flux Kustomizations in it, and, of a kustomization.yaml, its namespace and what it lists. It is read from the text
/// alone, so that one edit reads one file again; what lies around it is put together by <see cref="KustomizationFiles"/>.
/// </summary>
/// <param name="Path">Relative to the repository.</param>
internal sealed record KustomizationFile(string Path)
{
    private const string FluxGroup = "kustomize.toolkit.fluxcd.io/";

    /// <summary>The <c>namespace:</c> of a kustomization.yaml.</summary>
    public string? Namespace { get; init; }

    /// <summary>The resources and components of a kustomization.yaml; <see langword="null"/> of any other file.</summary>
    public IReadOnlyList<string>? Lists { get; init; }

    public IReadOnlyList<WrittenKustomization> Kustomizations { get; init; } = [];

    /// <summary>It holds an object from which an operator makes Kustomizations of any name.</summary>
    public bool MakesOthers { get; init; }

    /// <summary>Why the rest of the file could not be read.</summary>
    public IReadOnlyList<YamlFault> Faults { get; init; } = [];

    /// <summary>Whether a file is looked into: others hold nothing of the graph.</summary>
    public static bool Reads(string path, string text) => KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path)) || text.Contains(FluxGroup);

    public static KustomizationFile Read(string path, string text, CancellationToken cancellation = default)
    {
        var isKustomize = KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path));
        // Most files of a tree are neither; a cheap look spares the reader.
        var makesOthers = text.Contains("kind: ResourceSet");
        if (!Reads(path, text))
            return new(path) { MakesOthers = makesOthers };
        var file = YamlFile.Read(text, cancellation);
        var kustomizations = new List<WrittenKustomization>();
        string? @namespace = null;
        List<string>? lists = null;
        foreach (var document in file.Documents)
        {
            if (document.Mapping is not { } root)
                continue;
            if (root.Text("kind") == "Kustomization" && root.Text("apiVersion")?.StartsWith(FluxGroup, StringComparison.Ordinal) == true)
            {
                kustomizations.Add(Kustomization(path, root));
            }
            else if (isKustomize)
            {
                @namespace ??= root.Text("namespace");
                lists ??= [];
                foreach (var field in new[] { "resources", "bases", "components" })
                    if (root[field] is YamlSequence list)
                        lists.AddRange(list.Items.OfType<YamlScalar>().Select(static item => item.Text));
            }
        }

        return new(path)
        {
            Namespace = @namespace,
            Lists = lists,
            MakesOthers = makesOthers,
            Kustomizations = kustomizations,
            Faults = [.. file.Faults.Where(static fault => fault.Kind != YamlFaultKind.DuplicateKey)],
        };
    }

    private static WrittenKustomization Kustomization(string path, YamlMapping root)
    {
        var metadata = root["metadata"] as YamlMapping;
        var spec = root["spec"] as YamlMapping;
        return new(metadata?.Text("name") ?? "", metadata?.Text("namespace"), At(path, metadata?["name"] ?? root))
        {
            Path = spec?.Text("path"),
            IsSuspended = (spec?["suspend"] as YamlScalar)?.Yaml11 == YamlValue.True,
            ChecksHealth = (spec?["wait"] as YamlScalar)?.Yaml11 == YamlValue.True || spec?["healthChecks"] is YamlSequence { Items.Count: > 0 },
            Dependencies = [.. Items<YamlMapping>(spec?["dependsOn"]).Select(entry =>
                new WrittenDependency(entry.Text("name") ?? "", entry.Text("namespace"), At(path, entry["name"] ?? entry), entry["readyExpr"] is not null))],
            Components = [.. Items<YamlScalar>(spec?["components"]).Select(entry => new WrittenComponent(entry.Text, At(path, entry)))],
            TargetNamespace = spec?.Text("targetNamespace"),
            Source = (spec?["sourceRef"] as YamlMapping)?.Text("name"),
            IgnoresMissingComponents = (spec?["ignoreMissingComponents"] as YamlScalar)?.Yaml11 == YamlValue.True,
        };
    }

    private static IEnumerable<T> Items<T>(YamlNode? node)
        where T : YamlNode => node is YamlSequence list ? list.Items.OfType<T>() : [];

    private static FindingPlace At(string path, YamlNode node) => new(path, node.Start.Line, node.Start.Column);
}

/// <summary>A Flux Kustomization as a file writes it; what stands above the file may change its namespace.</summary>
/// <param name="Name">May hold variables.</param>
/// <param name="Namespace">As written, or <see langword="null"/>.</param>
/// <param name="Place">That of its name.</param>
internal sealed record WrittenKustomization(string Name, string? Namespace, FindingPlace Place)
{
    /// <summary><c>spec.path</c>.</summary>
    public string? Path { get; init; }

    /// <summary><c>spec.targetNamespace</c>.</summary>
    public string? TargetNamespace { get; init; }

    /// <summary>The name of its <c>spec.sourceRef</c>.</summary>
    public string? Source { get; init; }

    public bool IsSuspended { get; init; }

    public bool ChecksHealth { get; init; }

    public bool IgnoresMissingComponents { get; init; }

    public IReadOnlyList<WrittenDependency> Dependencies { get; init; } = [];

    public IReadOnlyList<WrittenComponent> Components { get; init; } = [];
}

/// <summary>An entry of <c>spec.dependsOn</c>; without a namespace the Kustomization's effective one is meant.</summary>
internal sealed record WrittenDependency(string Name, string? Namespace, FindingPlace Place, bool HasReadyExpression);

/// <summary>An entry of <c>spec.components</c>.</summary>
internal sealed record WrittenComponent(string Path, FindingPlace Place);
