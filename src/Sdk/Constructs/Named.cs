using System.Collections;

namespace GitOps;

/// <summary>Things with names, in the author's order: <c>Containers = new() { ["app"] = new() { … } }</c>. Setting a name again replaces it and keeps its place.</summary>
/// <typeparam name="T">What has the names.</typeparam>
public sealed class Named<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly OrderedDictionary<string, T> entries = new(StringComparer.Ordinal);

    /// <summary>The number of names.</summary>
    public int Count => entries.Count;

    /// <summary>What has the name.</summary>
    /// <exception cref="KeyNotFoundException">Read: there is no such name.</exception>
    public T this[string name]
    {
        get => entries[name];
        set => entries[name] = value;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
