namespace GitOps;

/// <summary>What a Flux Kustomization adds to the kustomization.yaml at its path before it is built (fluxcd/pkg kustomize_generator.go).</summary>
internal sealed record KustomizeOverlay
{
    public static KustomizeOverlay None { get; } = new();

    /// <summary><c>spec.targetNamespace</c>, <c>spec.namePrefix</c>, <c>spec.nameSuffix</c>: each takes the place of the file's own.</summary>
    public DataValue? Namespace { get; init; }

    public DataValue? NamePrefix { get; init; }

    public DataValue? NameSuffix { get; init; }

    /// <summary>Behind the file's own.</summary>
    public IReadOnlyList<DataValue> Patches { get; init; } = [];

    /// <summary>Behind the file's own; paths from <c>spec.path</c>.</summary>
    public IReadOnlyList<DataValue> Components { get; init; } = [];

    public bool IgnoresMissingComponents { get; init; }

    public IReadOnlyList<DataValue> Images { get; init; } = [];

    /// <summary>Whether <c>spec.buildMetadata</c> takes the place of the file's own.</summary>
    public bool HasBuildMetadata { get; init; }

    /// <summary>A list of it is not known: what is built may be more, or other.</summary>
    public bool IsPartial { get; init; }

    public bool AddsSomething => Namespace is not null || NamePrefix is not null || NameSuffix is not null || Patches.Count > 0 || Components.Count > 0 || Images.Count > 0 || HasBuildMetadata;

    public static KustomizeOverlay Of(DataValue spec) => new()
    {
        Namespace = Set(spec["targetNamespace"]),
        NamePrefix = Set(spec["namePrefix"]),
        NameSuffix = Set(spec["nameSuffix"]),
        Patches = spec.ItemsOf("patches"),
        Components = spec.ItemsOf("components"),
        IgnoresMissingComponents = spec.IsTrue("ignoreMissingComponents"),
        Images = spec.ItemsOf("images"),
        HasBuildMetadata = spec.ItemsOf("buildMetadata").Count > 0,
        IsPartial = new[] { "patches", "components", "images", "buildMetadata" }.Any(name => !spec.Knows(name) || spec[name] is { IsPartial: true }),
    };

    private static DataValue? Set(DataValue? value) => value is null or { Kind: DataKind.Null } or { Kind: DataKind.String, IsPartial: false, Text: "" } ? null : value;
}
