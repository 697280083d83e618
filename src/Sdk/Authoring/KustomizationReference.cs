using System.Reflection;

namespace GitOps;

/// <summary>
/// A Kustomization that is no app of any project, so that apps can depend on it. A class for each one written in YAML is generated, in a C# namespace <c>Ks</c>
/// below the project's own (<c>Ks.Database.Postgres</c> is <c>database/postgres</c>); one that is made elsewhere, by an operator or from another repository, is declared by hand:
/// <code>
/// [KustomizationName("crossplane-system", "providers")]
/// public sealed class CrossplaneProviders : KustomizationReference;
/// </code>
/// </summary>
public abstract class KustomizationReference : FluxKustomization
{
    private KustomizationNameAttribute? identity;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The class has no <see cref="KustomizationNameAttribute"/>.</exception>
    public sealed override string Name => Identity.Name;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The class has no <see cref="KustomizationNameAttribute"/>.</exception>
    public sealed override string Namespace => Identity.Namespace;

    private KustomizationNameAttribute Identity =>
        identity ??= KustomizationNameAttribute.Of(GetType()) ?? throw new InvalidOperationException($"{GetType().Name} has no [KustomizationName(…)] attribute.");
}

/// <summary>Says which Kustomization a <see cref="KustomizationReference"/> means.</summary>
/// <param name="namespace">Its namespace.</param>
/// <param name="name">Its name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KustomizationNameAttribute(string @namespace, string name) : Attribute
{
    /// <summary>The Kustomization's namespace.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>The Kustomization's name.</summary>
    public string Name { get; } = name;

    internal static KustomizationNameAttribute? Of(Type type) => type.GetCustomAttribute<KustomizationNameAttribute>(inherit: false);
}
