namespace GitOps;

/// <summary>
/// The variables of a ConfigMap or Secret are substituted in an app, in all apps of a namespace, or in all apps of a cluster
/// (Kustomization <c>spec.postBuild.substituteFrom</c>; it is read from the app's own namespace).
/// </summary>
/// <typeparam name="TSource">The class that names the source and its variables.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class SubstituteFromAttribute<TSource> : Attribute
    where TSource : VariableSource, new();
