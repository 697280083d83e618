using System.Collections;

namespace GitOps;

/// <summary>
/// A list that is the value of one substitution variable, for any list field: <c>Hostnames = Variables.Hostnames</c> is written <c>hostnames: ${HOSTNAMES}</c>,
/// and the variable's value is a list in YAML's flow form, <c>["a", "b"]</c>.
/// </summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="expression">The whole expression as Flux reads it, such as <c>${HOSTNAMES:=[]}</c>.</param>
public sealed class VariableList<T>(string expression) : IReadOnlyList<T>, IVariableText
{
    /// <summary>The whole expression.</summary>
    public string Expression { get; } = expression ?? throw new ArgumentNullException(nameof(expression));

    /// <inheritdoc/>
    public int Count => throw Unknown();

    /// <inheritdoc/>
    public T this[int index] => throw Unknown();

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => throw Unknown();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Expression;

    private InvalidOperationException Unknown() => new($"What '{Expression}' holds is known in the cluster only.");
}
