namespace GitOps;

/// <summary>
/// One Flux Kustomization that applies several apps at once, such as <c>infrastructure</c>, <c>databases</c> and <c>applications</c>: layers that wait for each
/// other (<see cref="DependsOnAttribute{TApp}"/>), in place of a Kustomization for each app. An app joins by <see cref="InAttribute{TLayer}"/>; it is then a
/// folder of the layer with a kustomization.yaml of its own, and its health checks, variables and dependencies are the layer's.
/// <code>
/// [App&lt;Ns.FluxSystem&gt;, DependsOn&lt;Infrastructure&gt;]
/// public sealed class Databases : FluxLayer
/// {
///     protected override string Path =&gt; "apps/databases";
/// }
///
/// [App&lt;Ns.Databases&gt;, In&lt;Databases&gt;]
/// public sealed class Redis : FluxApp { … }
/// </code>
/// </summary>
public abstract class FluxLayer : FluxApp
{
    /// <summary>The folder of the layer below the cluster's tree (the Kustomization's <c>spec.path</c>). Default: the directory that <c>[App]</c> says, or else the name.</summary>
    protected internal virtual string Path => Registration.Directory;

    /// <summary>
    /// The folder of the apps when it is another: several clusters share the apps of <c>apps/base</c>, and each layer's own <see cref="Path"/>
    /// (<c>apps/&lt;cluster&gt;</c>) lists them and patches them by what they say in <see cref="FluxApp.PatchesOn"/>. What lies in the base must come out the same for every cluster.
    /// Default: <see langword="null"/>, the apps lie in the layer's folder.
    /// </summary>
    protected internal virtual string? Base => null;

    /// <summary>
    /// Whether the layer stands beside the root Kustomization, which then waits for it: sources that all apps use (<c>cluster-meta</c> before
    /// <c>cluster-apps</c>). Default: no, the root applies it as it does every app.
    /// </summary>
    protected internal virtual bool BeforeApps => false;

    /// <summary>Objects of the layer that belong to no app. Default: none.</summary>
    public override ManifestList Manifests => [];

    /// <summary>The namespace that overrides the one of every object. Default: <c>""</c>, none, for each app has its own.</summary>
    public override string? TargetNamespace => "";
}

/// <summary>What all <see cref="InAttribute{TLayer}"/> share.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class InAttribute : Attribute
{
    private protected InAttribute()
    {
    }
}

/// <summary>The app is part of a layer, and has no Kustomization of its own. What depends on it depends on the layer.</summary>
/// <typeparam name="TLayer">The layer.</typeparam>
public sealed class InAttribute<TLayer> : InAttribute
    where TLayer : FluxLayer;
