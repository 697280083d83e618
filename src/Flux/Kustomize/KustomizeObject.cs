namespace GitOps;

/// <summary>An object while kustomize builds it, and after.</summary>
/// <param name="Value">What it is now; each value's origin is the YAML node that it comes from.</param>
internal sealed record KustomizeObject(DataValue Value)
{
    public string ApiVersion { get; } = Value.TextOf("apiVersion") ?? "";

    public string Kind { get; } = Value.TextOf("kind") ?? "";

    /// <summary>Empty when it has none, or when it is not known.</summary>
    public string Name { get; } = Value.MapOf("metadata").TextOf("name") ?? "";

    /// <summary>Empty when it has none.</summary>
    public string Namespace { get; } = Value.MapOf("metadata").TextOf("namespace") ?? "";

    public string Group => ApiVersion.IndexOf('/') is >= 0 and var slash ? ApiVersion.Substring(0, slash) : "";

    public string Version => ApiVersion.Substring(ApiVersion.IndexOf('/') + 1);

    /// <summary>Where its document begins.</summary>
    public required FindingPlace Place { get; init; }

    /// <summary>Names and namespaces that it had in this build before, the first one first: patches and replacements may still call it by them.</summary>
    public IReadOnlyList<(string Namespace, string Name)> Before { get; init; } = [];

    /// <summary>A generator made it and a hash of its content is to follow its name.</summary>
    public bool NeedsHash { get; init; }

    /// <summary>A generator made it.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>What has been done to it is not known (a transformer that is no part of kustomize): its name and namespace may be others.</summary>
    public bool IsAltered { get; init; }

    /// <summary>The folder of the component, named in <c>spec.components</c>, that brought it; <see langword="null"/> for the Kustomization's own.</summary>
    public string? Component { get; init; }

    /// <summary>Whether <see cref="Namespace"/> is what the build gives it.</summary>
    public bool IsNamespaceKnown => !IsAltered && Value.Knows("metadata") && Metadata.Knows("namespace") && Metadata["namespace"] is null or { Kind: DataKind.String, IsPartial: false } or { Kind: DataKind.Null };

    public DataValue Metadata => Value.MapOf("metadata");

    /// <summary>With another name or namespace, the old ones remembered.</summary>
    public KustomizeObject Renamed(string field, string text, object? origin)
    {
        var metadata = Metadata;
        if (metadata.TextOf(field) == text)
            return this;
        return this.With(Value.With("metadata", metadata.With(field, DataValue.Of(text, origin ?? metadata.Find(field)?.Value.Origin)))) with { Before = [.. Before, (Namespace, Name)] };
    }

    /// <summary>The same object with another content; its record's other members stay.</summary>
    public KustomizeObject With(DataValue value) => ReferenceEquals(value, Value) ? this : new(value)
    {
        Place = Place,
        Before = Before,
        NeedsHash = NeedsHash,
        IsGenerated = IsGenerated,
        IsAltered = IsAltered,
        Component = Component,
    };

    /// <summary>What kustomize tells objects of one build apart by; no namespace is the one named default.</summary>
    public (string, string, string, string) Id => (ApiVersion, Kind, Namespace.Length == 0 && !IsClusterScoped ? "default" : Namespace, Name);

    /// <summary>A kind of Kubernetes' own that has no namespace; kustomize knows these alone.</summary>
    public bool IsClusterScoped => ClusterScopedKinds.Has(Group, Kind);

    public override string ToString() => $"{Kind} {(Namespace.Length == 0 ? "" : Namespace + "/")}{Name}";
}
