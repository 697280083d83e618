namespace GitOps;

/// <summary>How documents become a model.</summary>
internal sealed record SchemaReadOptions
{
    private readonly KnownShapes? known;

    /// <summary>The types that the SDK ships: recognised inside CRDs, not generated again. The SDK's own facts name them instead.</summary>
    public KnownShapes Known
    {
        get => known ?? KnownShapes.Core;
        init => known = value;
    }

    /// <summary>The kinds to read (<c>Prometheus</c>, <c>monitoring.coreos.com/Prometheus</c>); null for all.</summary>
    public EquatableArray<string>? Kinds { get; init; }

    /// <summary>Keep the source's descriptions and messages: for users' own CRDs.</summary>
    public bool KeepTexts { get; init; } = true;

    /// <summary>
    /// Keep structures as they stand where a shipped type is named instead (<see cref="SchemaType.Variant"/>): for validation, which must know what this CRD says and
    /// not what Kubernetes says today.
    /// </summary>
    public bool Exact { get; init; }

    public bool Wants(string group, string kind)
    {
        if (Kinds is not { } kinds)
            return true;
        foreach (var wanted in kinds)
            if (wanted == kind || wanted.Length == group.Length + 1 + kind.Length && wanted == $"{group}/{kind}")
                return true;
        return false;
    }
}
