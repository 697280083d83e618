namespace GitOps;

/// <summary>
/// A namespace of a cluster in which no app lives: its Namespace, components and objects are written all the same, for people to try things in, or for what something else puts there:
/// <c>[Cluster("kubernetes"), Namespace&lt;Ns.Playground&gt;]</c>. A namespace with an app needs no such attribute; with one it stays when its last app goes.
/// </summary>
/// <typeparam name="TNamespace">The namespace; give the attribute once for each.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NamespaceAttribute<TNamespace> : Attribute
    where TNamespace : FluxNamespace, new();
