namespace GitOps;

/// <summary>What an object takes from whoever lists it: an app, a namespace, a component.</summary>
/// <param name="DefaultObjectName">The name of an object that has none, or <see langword="null"/> where each must name itself.</param>
/// <param name="Namespace">The namespace of an object that names none.</param>
/// <param name="TargetNamespace">The namespace that overrides all (Kustomization spec.targetNamespace), or <see langword="null"/>.</param>
/// <param name="App">The app, when it is one.</param>
/// <param name="Description">How messages call it: <c>app 'media/sonarr'</c>.</param>
internal sealed record ObjectOwner(string? DefaultObjectName, string? Namespace, string? TargetNamespace, FluxApp? App, string Description)
{
    /// <summary>The component written in C#, when it is one.</summary>
    public FluxComponent? Component { get; init; }

    /// <summary>What its texts belong to: an app or a component; those of a namespace are substituted by nobody.</summary>
    public object? Unit => App ?? (object?)Component;

    /// <summary>The synth that this owner belongs to: a static object is owned anew in each.</summary>
    public Composition? Of { get; } = Composition.Current;
}
