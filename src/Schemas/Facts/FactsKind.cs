namespace GitOps;

/// <summary>A line of the list of kinds: all of a kind but its types.</summary>
internal sealed class FactsKind(string apiVersion, string kind, SchemaTypeName name)
{
    public string ApiVersion { get; } = apiVersion;

    public string Kind { get; } = kind;

    public SchemaTypeName Name { get; } = name;

    public string Plural { get; set; } = "";

    public string Singular { get; set; } = "";

    public SchemaScope Scope { get; set; }

    public bool Deprecated { get; set; }

    public bool Storage { get; set; } = true;

    public bool HasStatus { get; set; } = true;

    public EquatableArray<string> ShortNames { get; set; }

    public string? ReplicasPath { get; set; }

    public SchemaConstraints? Constraints { get; set; }

    /// <summary>Where the next line begins.</summary>
    public int End { get; set; }

    public SchemaKind ToKind(SchemaShape body)
    {
        var slash = ApiVersion.IndexOf('/');
        return new SchemaKind(slash < 0 ? "" : ApiVersion.Substring(0, slash), ApiVersion.Substring(slash + 1), Kind, body)
        {
            Plural = Plural,
            Singular = Singular,
            Scope = Scope,
            ShortNames = ShortNames,
            Deprecated = Deprecated,
            Storage = Storage,
            HasStatus = HasStatus,
            ReplicasPath = ReplicasPath,
            Constraints = Constraints,
        };
    }
}
