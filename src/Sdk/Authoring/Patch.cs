namespace GitOps;

/// <summary>A patch of built objects: a strategic merge patch or JSON 6902 operations.</summary>
public sealed class Patch
{
    private Patch(string text, PatchTarget? target)
    {
        Text = text;
        Target = target;
    }

    internal string Text { get; }

    internal PatchTarget? Target { get; }

    /// <summary>A strategic merge patch: YAML with the fields to change.</summary>
    /// <param name="yaml">The patch; without a target it must name its object by kind and name.</param>
    /// <param name="target">Which objects; <see langword="null"/>: the one the patch names.</param>
    public static Patch Merge(string yaml, PatchTarget? target = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(yaml);
        return new(yaml, target);
    }

    /// <summary>JSON 6902 operations, in order.</summary>
    /// <param name="target">Which objects.</param>
    /// <param name="operations">What to do to each.</param>
    public static Patch Json6902(PatchTarget target, params IReadOnlyList<JsonPatchOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(operations);
        if (operations.Count == 0)
            throw new ArgumentException("A JSON 6902 patch needs at least one operation.", nameof(operations));
        return new(JsonPatchOperation.ToYaml(operations), target);
    }
}

/// <summary>Which objects a patch changes; a part left out fits all. Names and namespaces are regular expressions, anchored by kustomize.</summary>
public sealed record PatchTarget
{
    /// <summary>The API group.</summary>
    public string? Group { get; init; }

    /// <summary>The API version.</summary>
    public string? Version { get; init; }

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>A label selector, such as <c>app in (a, b)</c>.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>An annotation selector.</summary>
    public string? AnnotationSelector { get; init; }
}
