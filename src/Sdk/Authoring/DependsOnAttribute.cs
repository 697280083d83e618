namespace GitOps;

/// <summary>What all <see cref="DependsOnAttribute{TApp}"/> share.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class DependsOnAttribute : Attribute
{
    private protected DependsOnAttribute(Type app) => App = app;

    /// <summary>
    /// A CEL expression over <c>dep</c> and <c>self</c> that says when the other is ready; it replaces Flux's own check. Its result must be a bool.
    /// </summary>
    public string? ReadyExpr { get; init; }

    internal Type App { get; }
}

/// <summary>
/// This app is applied only when another is ready (Kustomization <c>spec.dependsOn</c>). "Ready" includes the health of what it applied only if the other
/// waits (<see cref="FluxApp.Wait"/>) or has health checks. On a component it holds for every app that includes it:
/// <c>[DependsOn&lt;VolSyncOperator&gt;] public sealed partial class Volsync;</c>
/// </summary>
/// <typeparam name="TApp">The app depended on, or the reference to a Kustomization that is none: <c>[DependsOn&lt;Ks.Database.Postgres&gt;]</c>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute<TApp>() : DependsOnAttribute(typeof(TApp))
    where TApp : FluxKustomization;
