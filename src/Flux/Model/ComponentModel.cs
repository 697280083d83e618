namespace GitOps;

/// <summary>A kustomize Component and the variables that its texts take from the Kustomization that uses it.</summary>
/// <param name="Directory">Its folder, relative to the repository.</param>
internal sealed record ComponentModel(string Directory)
{
    /// <summary>Its folder's last part.</summary>
    public string Name => Directory.Substring(Directory.LastIndexOf('/') + 1);

    /// <summary>In ordinal order of their names.</summary>
    public IReadOnlyList<ComponentParameter> Parameters { get; init; } = [];

    /// <summary>The Flux Kustomizations that it emits.</summary>
    public IReadOnlyList<EmittedKustomization> Kustomizations { get; init; } = [];

    /// <summary>The objects that it emits; names may hold variables.</summary>
    public IReadOnlyList<ObjectModel> Objects { get; init; } = [];

    /// <summary>Some of its texts cannot be read here (a remote base): no variable is called unused that it might take.</summary>
    public bool HasUnseenTexts { get; init; }

    /// <summary>What could not be read; its parameters are then not all.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>A variable of a component.</summary>
internal sealed record ComponentParameter(string Name)
{
    /// <summary>Some occurrence has no default, so strict substitution fails without it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The default's text where all occurrences that have one agree, as written (<c>${APP}</c> inside it kept).</summary>
    public string? Default { get; init; }

    /// <summary>The other defaults, when occurrences differ.</summary>
    public IReadOnlyList<string> OtherDefaults { get; init; } = [];

    public IReadOnlyList<VariableOccurrence> Occurrences { get; init; } = [];

    /// <summary>The variables that its default takes (<c>${A:-${APP}}</c>): those must be there even when this one is set.</summary>
    public IReadOnlyList<string> DefaultNeeds { get; init; } = [];
}

/// <summary>One place where a variable stands.</summary>
/// <param name="Place">File, line and column of the scalar, or of the expression itself where that can be told.</param>
/// <param name="FieldPath"><c>spec.resources.requests.storage</c>; list items as <c>[0]</c>.</param>
internal sealed record VariableOccurrence(FindingPlace Place, string FieldPath, string ApiVersion, string Kind)
{
    /// <summary>The expression, its offsets those of <see cref="Text"/>.</summary>
    public required SubstitutionExpression Variable { get; init; }

    /// <summary>The whole scalar's text.</summary>
    public required string Text { get; init; }

    /// <summary>The field's path, part by part; a list item's is <c>[0]</c>.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>The expression is the whole scalar (or the whole default of one that is), so its value alone decides the type.</summary>
    public bool IsWholeScalar { get; init; }

    /// <summary>The scalar is a mapping's key.</summary>
    public bool IsKey { get; init; }

    /// <summary>The text stands in a patch: the path is that of the patch's target.</summary>
    public bool IsInPatch { get; init; }

    /// <summary>The default as it is written, or <see langword="null"/> without one.</summary>
    public string? Default => Variable.HasDefault ? Variable.DefaultIn(Text) : null;
}

/// <summary>A Flux Kustomization that a component emits: a second level of substitution.</summary>
/// <param name="Name">May hold variables (<c>${APP}-db</c>).</param>
internal sealed record EmittedKustomization(string Name, string? Namespace, FindingPlace Place)
{
    /// <summary><c>spec.path</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The kind and name of its <c>spec.sourceRef</c>.</summary>
    public (string Kind, string Name) Source { get; init; }

    /// <summary>Its <c>postBuild.substitute</c>: the inner variable and the outer text that it is given.</summary>
    public IReadOnlyList<VariableAssignment> Forwards { get; init; } = [];

    public IReadOnlyList<VariableSourceReference> Sources { get; init; } = [];

    public IReadOnlyList<DependencyModel> Dependencies { get; init; } = [];

    /// <summary>What the texts below its path take, when that folder lies in the tree.</summary>
    public IReadOnlyList<ComponentParameter> InnerParameters { get; init; } = [];
}

/// <summary>A component in an app's list.</summary>
/// <param name="Path">As written, relative to the app's <c>spec.path</c>, or the folder.</param>
/// <param name="Component">What it names; <see langword="null"/> when that is not known.</param>
internal sealed record ComponentUse(string Path, ComponentModel? Component, FindingPlace? Place = null)
{
    /// <summary>What the author sets on it; a variable may belong to several.</summary>
    public IReadOnlyList<VariableAssignment> Values { get; init; } = [];
}
