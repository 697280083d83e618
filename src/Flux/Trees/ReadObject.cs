namespace GitOps;

/// <summary>An object that a Kustomization applies.</summary>
internal sealed class ReadObject
{
    private DataValue? _after;
    private KustomizeObject? _applied;

    public ReadObject(KustomizeObject built, ReadKustomization owner)
    {
        Built = built;
        Owner = owner;
    }

    /// <summary>As kustomize built it, before substitution; each value's origin is its YAML node.</summary>
    public KustomizeObject Built { get; }

    public ReadKustomization Owner { get; }

    /// <summary>After substitution; what a variable makes of which the value is not known is unknown.</summary>
    public DataValue Value => _after ??= ObjectSubstitution.Apply(Built, Owner.Scope, Owner.Budget);

    /// <summary>Name and namespace after substitution.</summary>
    public KustomizeObject Applied => _applied ??= Built.With(Value);

    public string Group => Built.Group;

    public string Kind => Built.Kind;

    /// <summary>As it is in the cluster, or as it is written when a variable makes it and is not known.</summary>
    public string Name => Applied.Name.Length > 0 ? Applied.Name : Built.Name;

    /// <summary>Empty when it has none.</summary>
    public string Namespace => Applied.Namespace.Length > 0 || Applied.IsNamespaceKnown ? Applied.Namespace : Built.Namespace;

    public bool IsNameKnown => !Built.IsAltered && Applied.Name.Length > 0;

    public bool IsNamespaceKnown => Applied.IsNamespaceKnown;

    public FindingPlace Place => Built.Place;

    public DataValue Spec => Value.MapOf("spec");

    /// <summary>Its texts are not substituted.</summary>
    public bool IsLiteral => ObjectSubstitution.IsOff(Built);

    public bool Is(string group, string kind) => Kind == kind && Group == group;

    public override string ToString() => $"{Kind} {(Namespace.Length == 0 ? "" : Namespace + "/")}{Name}";

    /// <summary>The variables of its owner may be others now.</summary>
    internal void Forget()
    {
        _after = null;
        _applied = null;
    }
}
