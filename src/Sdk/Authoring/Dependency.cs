namespace GitOps;

/// <summary>A Kustomization depended on that has no class of its own.</summary>
/// <param name="Name">The Kustomization's name.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/>: the namespace of the app that depends on it.</param>
public sealed record Dependency(string Name, string? Namespace = null)
{
    /// <summary>A CEL expression over <c>dep</c> and <c>self</c> that says when it is ready; it replaces Flux's own check.</summary>
    public string? ReadyExpr { get; init; }

    /// <summary>The component that needs it, or <see langword="null"/>.</summary>
    internal FluxComponent? Component { get; init; }

    /// <summary>Where it is said, when that is not the app that depends.</summary>
    internal FindingPlace? Said { get; init; }

    /// <summary>The app depended on, where it has a class.</summary>
    internal AppRegistration? Target { get; init; }

    /// <summary>The app's class, or that of the reference to a Kustomization, whose names are looked up once they are known.</summary>
    internal Type? App { get; init; }

    /// <summary>An object of the app that is meant.</summary>
    internal ObjectRef? Object { get; init; }

    /// <summary>Where the names come from once they are known, for a Kustomization that a component brings.</summary>
    internal ObjectRef? Reference { get; init; }

    /// <summary>An app, where no attribute can stand: <c>DependsOn = [Dependency.On&lt;VolSyncOperator&gt;()]</c> of a construct.</summary>
    /// <typeparam name="TApp">The app, or the reference to a Kustomization that is none.</typeparam>
    public static Dependency On<TApp>()
        where TApp : FluxKustomization => On(typeof(TApp));

    /// <summary>The app that has an object; none where that is the app itself which depends on it.</summary>
    /// <param name="target">The object.</param>
    public static Dependency On(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new("") { Object = target };
    }

    internal static Dependency On(Type app) => new("") { App = app };

    /// <summary>
    /// A Kustomization that a component brings for another app: <c>DependsOn =&gt; [Postgres.Kustomization.Of&lt;Mealie&gt;()]</c>.
    /// </summary>
    public static implicit operator Dependency(ObjectRef<Models.FluxCD.Kustomization> target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new("") { Reference = target };
    }
}
