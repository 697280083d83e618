using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GitOps;

/// <summary>
/// Names and their values, such as labels: <c>Labels = new() { ["app"] = "sonarr" }</c>. Written in ordinal order of the names, whatever the order here.
/// A name given twice keeps its last value.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class Map<T> : IEnumerable<KeyValuePair<string, T>>, IVariableText
{
    private readonly SortedDictionary<string, T> entries = new(StringComparer.Ordinal);

    private string? expression;

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public T this[string name]
    {
        get => entries[name];
        set => entries[name] = value;
    }

    string? IVariableText.Expression => expression;

    /// <summary>
    /// A map that is the value of one substitution variable: it is written <c>labels: ${LABELS}</c>, and the variable's value is a mapping in YAML's flow form.
    /// </summary>
    /// <param name="expression">The whole expression as Flux reads it.</param>
    public static Map<T> FromVariable(string expression)
    {
        ArgumentException.ThrowIfNullOrEmpty(expression);
        return new() { expression = expression };
    }

    /// <summary>Adds a name, or replaces its value.</summary>
    public void Add(string name, T value) => entries[name] = value;

    /// <summary>Adds all entries of another map; its values win.</summary>
    public void Add(IEnumerable<KeyValuePair<string, T>> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (name, value) in other)
            entries[name] = value;
    }

    /// <summary>Whether there is such a name, and its value.</summary>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(name, out value);

    /// <summary>Whether there is such a name.</summary>
    public bool ContainsKey(string name) => entries.ContainsKey(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
