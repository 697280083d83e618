using System.Collections;
using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>What an app, a namespace or a component consists of, in the order of its kustomization.yaml. Written as a collection expression.</summary>
[CollectionBuilder(typeof(ManifestList), nameof(Create))]
public sealed class ManifestList : IReadOnlyList<ManifestItem>
{
    private readonly ManifestItem[] items;

    private ManifestList(ManifestItem[] items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public ManifestItem this[int index] => items[index];

    /// <summary>Makes a list; for collection expressions.</summary>
    public static ManifestList Create(ReadOnlySpan<ManifestItem> items) => new(items.ToArray());

    /// <inheritdoc/>
    public IEnumerator<ManifestItem> GetEnumerator() => ((IEnumerable<ManifestItem>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
