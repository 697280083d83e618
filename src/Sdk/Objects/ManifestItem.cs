namespace GitOps;

/// <summary>
/// Something that an app, a namespace or a component lists in its kustomization.yaml: an object (typed, untyped, or raw YAML), a file the author keeps in
/// the tree, a remote resource, a generator, several objects grouped in one file, or a construct that stands for several.
/// </summary>
public abstract class ManifestItem
{
    private protected ManifestItem(string file, int line) => Place = new SourcePlace(file, line);

    /// <summary>A comment above this item's entry in kustomization.yaml, without <c>#</c>.</summary>
    public string? EntryComment { get; init; }

    internal SourcePlace Place { get; }
}
