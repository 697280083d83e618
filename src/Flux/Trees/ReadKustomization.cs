namespace GitOps;

/// <summary>A Flux Kustomization of a tree: what it says after all patches and substitutions from above, and what it builds.</summary>
internal sealed class ReadKustomization
{
    public ReadKustomization(KustomizationId id, DataValue value, FindingPlace? place, ReadKustomization? parent)
    {
        Id = id;
        Value = value;
        Place = place;
        Parent = parent;
        Budget = parent?.Budget ?? new();
    }

    /// <summary>Its effective namespace and name; as written where a variable makes one and is not known.</summary>
    public KustomizationId Id { get; }

    /// <summary>The object that is applied.</summary>
    public DataValue Value { get; }

    public DataValue Spec => Value.MapOf("spec");

    /// <summary>Where it is written; <see langword="null"/> for a root that is not in the tree.</summary>
    public FindingPlace? Place { get; }

    /// <summary>The Kustomization that applies it; <see langword="null"/> for a root.</summary>
    public ReadKustomization? Parent { get; }

    /// <summary>The folder that it builds; <see langword="null"/> when that lies elsewhere or is not known.</summary>
    public string? Folder { get; set; }

    /// <summary>It builds another source than this repository.</summary>
    public bool IsOutside { get; set; }

    public IReadOnlyList<ReadObject> Objects { get; set; } = [];

    /// <summary>It may build more than <see cref="Objects"/>.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Something of this repository could not be read, so that objects are missing which are really there.</summary>
    public bool HidesObjects { get; set; }

    /// <summary>The folders of <c>spec.components</c> with the place where each is named.</summary>
    public IReadOnlyList<(string Folder, DataValue Entry)> Components { get; set; } = [];

    /// <summary>Shared by all of its cluster.</summary>
    public SubstitutionBudget Budget { get; }

    /// <summary>The variables that its objects can take.</summary>
    public VariableScope Scope { get; set; } = VariableScope.Unknown;

    /// <summary>The neutral model's view of it; without texts and objects until all is read.</summary>
    public AppModel App { get; set; } = null!;

    public override string ToString() => Id.ToString();
}
