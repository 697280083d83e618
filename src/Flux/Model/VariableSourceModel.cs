namespace GitOps;

/// <summary>A ConfigMap or Secret that substituteFrom may name, as far as the repository shows it.</summary>
/// <param name="Kind"><c>ConfigMap</c> or <c>Secret</c>: what the cluster will hold, also when a SealedSecret or ExternalSecret makes it.</param>
/// <param name="Namespace">Where it is; <see langword="null"/> when it is not known or is everywhere.</param>
internal sealed record VariableSourceModel(string Kind, string? Namespace, string Name, FindingPlace? Place = null)
{
    /// <summary>Its keys in order; a value is <see langword="null"/> when only the cluster knows it.</summary>
    public IReadOnlyList<VariableAssignment> Keys { get; init; } = [];

    /// <summary>It may have keys that the repository does not show: nothing is said of a variable that it might provide.</summary>
    public bool IsOpen { get; init; }

    /// <summary>An operator is told to copy it into other namespaces.</summary>
    public bool IsCopied { get; init; }

    /// <summary>What makes it, for messages: <c>ConfigMap</c>, <c>Secret</c>, <c>SealedSecret</c>, <c>ExternalSecret</c>.</summary>
    public string MadeBy { get; init; } = Kind;

    /// <summary>The class that declares it, with its namespace, where there is code.</summary>
    public string? Class { get; init; }

    /// <summary>The component that brings it into a namespace, or <see langword="null"/>.</summary>
    public string? Component { get; init; }

    /// <summary>
    /// This source, declared by a class, with the values of the objects that it stands for. There may be one in each namespace: known is what they agree on, and nothing
    /// where one of them does not show all its keys.
    /// </summary>
    public VariableSourceModel WithValuesOf(IReadOnlyList<VariableSourceModel> objects)
    {
        if (objects.Count == 0 || objects.Any(static item => item.IsOpen))
            return this;
        return this with { Keys = [.. Keys.Select(key => new VariableAssignment(key.Name, ValueOf(key.Name), key.Place))] };

        string? ValueOf(string name)
        {
            var values = objects.Select(item => item.Keys.FirstOrDefault(key => key.Name == name)?.Value).Distinct().ToList();
            return values.Count == 1 ? values[0] : null;
        }
    }
}

/// <summary>An entry of <c>postBuild.substituteFrom</c>. It has no namespace: the referent is read from the Kustomization's own.</summary>
internal sealed record VariableSourceReference(string Kind, string Name, FindingPlace? Place = null)
{
    /// <summary>Forgives that the object is not there, and nothing else.</summary>
    public bool IsOptional { get; init; }
}
