using System.Collections;
using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>The kustomize components of an app or a namespace, in the order they are applied. Written as a collection expression.</summary>
[CollectionBuilder(typeof(ComponentList), nameof(Create))]
public sealed class ComponentList : IReadOnlyList<FluxComponent>
{
    private readonly FluxComponent[] items;

    private ComponentList(FluxComponent[] items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public FluxComponent this[int index] => items[index];

    /// <summary>Makes a list; for collection expressions.</summary>
    public static ComponentList Create(ReadOnlySpan<FluxComponent> items) => new(items.ToArray());

    /// <inheritdoc/>
    public IEnumerator<FluxComponent> GetEnumerator() => ((IEnumerable<FluxComponent>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
