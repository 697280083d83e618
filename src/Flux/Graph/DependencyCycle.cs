namespace GitOps;

/// <summary>A way that leads back to where it starts: the shortest through its first app, which is the first of all that hang together in it.</summary>
internal sealed record DependencyCycle(IReadOnlyList<(AppModel App, DependencyModel Dependency)> Steps)
{
    /// <summary><c>a/x → a/y → a/x</c>.</summary>
    public override string ToString() => string.Join(" → ", Steps.Select(static step => step.App.Id.ToString()).Concat([Steps[0].App.Id.ToString()]));
}
