namespace GitOps;

/// <summary>Finds the protected objects that a Kustomization holds, on disk: through resources, components and the Kustomizations that it applies itself.</summary>
internal sealed class HeldObjects(DiskReader reader)
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly List<ProtectedObject> found = [];

    /// <summary>The files that were looked into.</summary>
    public IReadOnlySet<string> Visited => visited;

    public IReadOnlyList<ProtectedObject> Found => found;

    public void Of(DiskKustomization kustomization)
    {
        if (kustomization.KeepsObjects) return;
        if (kustomization.Folder is { } folder) In(folder, kustomization.Variables);
        foreach (var component in kustomization.Components) In(component, kustomization.Variables);
    }

    public void In(string folder, IReadOnlyDictionary<string, string> variables)
    {
        if (!visited.Add(folder) || reader.Kind(folder) != DiskEntryKind.Folder) return;
        if (reader.KustomizationOf(folder) is not { } kustomization)
        {
            // Flux makes a kustomization.yaml of its own here: every YAML file, and every folder below.
            foreach (var (path, kind) in reader.List(folder))
                if (kind == DiskEntryKind.Folder) In(path, variables);
                else if (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)) InFile(path, variables);
            return;
        }
        foreach (var list in (ReadOnlySpan<string>)["resources", "components", "bases"])
            if (kustomization[list] is YamlSequence entries)
                foreach (var entry in entries.Items)
                    if (entry is YamlScalar { Text.Length: > 0 } scalar && TreePath.Resolve(folder, scalar.Text) is { } path)
                        InEntry(path, variables);
    }

    private void InEntry(string path, IReadOnlyDictionary<string, string> variables)
    {
        // A remote base resolves to a path that is not there.
        switch (reader.Kind(path))
        {
            case DiskEntryKind.Folder:
                In(path, variables);
                break;
            case DiskEntryKind.File:
                InFile(path, variables);
                break;
        }
    }

    private void InFile(string path, IReadOnlyDictionary<string, string> variables)
    {
        if (!visited.Add(path)) return;
        var content = reader.Bytes(path);
        if (!ProtectedObject.MayBeIn(content) && content.AsSpan().IndexOf("kustomize.toolkit.fluxcd.io"u8) < 0) return;
        foreach (var document in DiskReader.Documents(content))
            if (ProtectedObject.From(document, path) is { } held) found.Add(held);
            // A Kustomization that is pruned prunes in its turn.
            else if (DiskKustomization.From(document, path, null, variables) is { } nested) Of(nested);
    }
}
