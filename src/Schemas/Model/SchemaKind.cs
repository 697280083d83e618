namespace GitOps;

/// <summary>A kind of API object in one version.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Version">The version, as <c>v1beta1</c>.</param>
/// <param name="Kind">The kind as it is written in YAML.</param>
/// <param name="Body">The object's own fields below <c>apiVersion</c> and <c>kind</c>, without <c>status</c>, which nobody writes. Its name is the kind's C# name.</param>
internal sealed record SchemaKind(string Group, string Version, string Kind, SchemaShape Body)
{
    public SchemaTypeName Name => Body.Name;

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public string Plural { get; init; } = "";

    public string Singular { get; init; } = "";

    public EquatableArray<string> ShortNames { get; init; }

    public SchemaScope Scope { get; init; }

    /// <summary>False for a version that the API server rejects.</summary>
    public bool Served { get; init; } = true;

    /// <summary>True for the version in which the API server stores the object.</summary>
    public bool Storage { get; init; } = true;

    public bool Deprecated { get; init; }

    /// <summary>The kind has a status: a manifest may hold one, and the API server drops it.</summary>
    public bool HasStatus { get; init; } = true;

    /// <summary>Where the scale subresource finds the number of replicas (<c>.spec.instances</c>), which must then be 0 or more; or null.</summary>
    public string? ReplicasPath { get; init; }

    /// <summary>What is asked of the whole object (CEL rules that see its metadata), or null.</summary>
    public SchemaConstraints? Constraints { get; init; }

    /// <summary>What the API server says to those who use a deprecated version.</summary>
    public string? DeprecationWarning { get; init; }
}
