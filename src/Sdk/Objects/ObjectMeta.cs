namespace GitOps;

/// <summary>The metadata of an object that an author writes.</summary>
public sealed class ObjectMeta : Model
{
    private readonly string? name;
    private KubernetesObject? owner;
    private bool isShared;

    /// <summary>
    /// The name; by default the one given to the object's constructor, or else the app's, as far as that is known where it is asked for. In Helm values
    /// <see cref="LocalReferenceExtensions"/>' <c>AsName()</c> of the object is resolved like any reference.
    /// </summary>
    public string? Name { get => name ?? owner?.NameHere; init => name = value; }

    /// <summary>The namespace; left out, the object lives in its app's namespace (Flux's targetNamespace overrides what is written here).</summary>
    public string? Namespace { get; init; }

    /// <summary>Labels, written in ordinal order.</summary>
    public Map<string>? Labels { get; init; }

    /// <summary>Annotations, written in ordinal order.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>Finalizers that must run before the object is deleted.</summary>
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <summary>The name that is given here.</summary>
    internal string? GivenName => name;

    /// <summary>Tells whose metadata this is. What several objects share belongs to none.</summary>
    internal ObjectMeta Of(KubernetesObject item)
    {
        (owner, isShared) = isShared || owner is not null ? (null, true) : (item, false);
        return this;
    }

    /// <inheritdoc/>
    protected internal override void WriteFields(ObjectWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Field("annotations"u8, Annotations);
        writer.Field("finalizers"u8, Finalizers);
        writer.Field("labels"u8, Labels);
        writer.Field("name"u8, name);
        writer.Field("namespace"u8, Namespace);
    }
}
