namespace GitOps;

/// <summary>A Flux Kustomization as it stands in a YAML file.</summary>
/// <param name="Namespace">Where it lands; <see langword="null"/> when nothing on disk says so.</param>
/// <param name="Folder">Its <c>spec.path</c> below the repository's root; <see langword="null"/> when it is not known.</param>
/// <param name="Components">The folders of its components.</param>
/// <param name="KeepsObjects">Flux leaves its objects in the cluster when it goes.</param>
/// <param name="Variables">Its own <c>postBuild.substitute</c>.</param>
internal sealed record DiskKustomization(
    string? Namespace,
    string Name,
    FindingPlace Place,
    string? Folder,
    IReadOnlyList<string> Components,
    bool KeepsObjects,
    IReadOnlyDictionary<string, string> Variables)
{
    public string Address => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <summary>Reads a document; <see langword="null"/> when it is no Flux Kustomization.</summary>
    /// <param name="outer">The variables of the Kustomization that applies this one.</param>
    public static DiskKustomization? From(YamlMapping document, string file, string? namespaceAround, IReadOnlyDictionary<string, string>? outer = null)
    {
        if (document.Text("kind") != "Kustomization" || document.Text("apiVersion")?.StartsWith("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal) != true) return null;
        var metadata = document["metadata"] as YamlMapping;
        if (metadata?.Text("name") is not { Length: > 0 } name) return null;
        var spec = document["spec"] as YamlMapping;

        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if ((spec?["postBuild"] as YamlMapping)?["substitute"] is YamlMapping substitute)
            foreach (var entry in substitute.Entries)
                variables[entry.Name] = Substituted((entry.Value as YamlScalar)?.Text ?? "", outer) ?? "";

        var folder = Substituted(spec?.Text("path") ?? "", outer) is { } path ? TreePath.Resolve("", path.TrimStart('/')) : null;
        var components = new List<string>();
        if (folder is not null && spec?["components"] is YamlSequence list)
            foreach (var item in list.Items)
                if (item is YamlScalar component && TreePath.Resolve(folder, component.Text) is { } resolved)
                    components.Add(resolved);

        // deletionPolicy decides; without it, prune does (the default, MirrorPrune).
        var keeps = spec?.Text("deletionPolicy") switch
        {
            "Orphan" => true,
            "Delete" or "WaitForTermination" => false,
            _ => spec?.Text("prune") == "false",
        };
        return new DiskKustomization(
            namespaceAround ?? Substituted(metadata.Text("namespace"), outer),
            Substituted(name, outer) ?? name,
            new FindingPlace(file, document.Start.Line),
            folder,
            components,
            keeps,
            variables);
    }

    // What a Secret or another file would give is not known here: then nothing is said of this text.
    private static string? Substituted(string? text, IReadOnlyDictionary<string, string>? variables) =>
        text is null || !SubstitutionText.MayHoldExpressions(text) ? text
        : variables is null ? null
        : SubstitutionEvaluator.Evaluate(text, variables).Value;
}
