namespace GitOps;

/// <summary>One Flux Kustomization, whatever wrote it: a class of the user's, a ks.yaml, a component.</summary>
/// <param name="Id">Its effective namespace and name.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record AppModel(KustomizationId Id, FindingPlace? Place = null)
{
    /// <summary><c>Enabled = false</c> compiles and is not written.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary><c>spec.suspend</c>.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Whether "ready" says something about health: <c>wait</c> or healthChecks. <see langword="null"/> when that is not known.</summary>
    public bool? ChecksHealth { get; init; }

    /// <summary>
    /// Something about its texts, components or variables cannot be seen here (a computed list, a Kustomization of a source elsewhere): what it lacks or has too much cannot be told.
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>Some of its texts cannot be read here (a remote base): those that can are judged, and no variable is called unused.</summary>
    public bool HasUnseenTexts { get; init; }

    /// <summary>It is known by name only (a reference to a Kustomization still in YAML): it takes part in the graph and in nothing else.</summary>
    public bool IsReferenceOnly { get; init; }

    public IReadOnlyList<DependencyModel> Dependencies { get; init; } = [];

    public IReadOnlyList<ComponentUse> Components { get; init; } = [];

    /// <summary><c>postBuild.substitute</c>, its own and what the SDK fills in.</summary>
    public IReadOnlyList<VariableAssignment> Variables { get; init; } = [];

    /// <summary><c>postBuild.substituteFrom</c>, in order: a later one wins.</summary>
    public IReadOnlyList<VariableSourceReference> Sources { get; init; } = [];

    /// <summary><c>postBuild.substituteStrategy: Always</c>: substitution runs without any variable too.</summary>
    public bool SubstitutesAlways { get; init; }

    /// <summary>API groups whose CustomResourceDefinitions it brings, by its author's word.</summary>
    public IReadOnlyList<string> Provides { get; init; } = [];

    /// <summary>The texts that its postBuild passes over, those of its components excluded.</summary>
    public IReadOnlyList<TextModel> Texts { get; init; } = [];

    /// <summary>What it takes that no other app may take.</summary>
    public IReadOnlyList<ClaimModel> Claims { get; init; } = [];

    /// <summary>The objects that it builds, as far as they are known.</summary>
    public IReadOnlyList<ObjectModel> Objects { get; init; } = [];
}
