namespace GitOps;

/// <summary>The metadata of an object that an author writes.</summary>
public sealed class ObjectMeta : Model
{
    /// <summary>
    /// The name, where it is given here; by default the object has the name given to its constructor, or else the app's. To mention an object's name ask the object
    /// (<see cref="LocalReferenceExtensions"/>: <c>AsName()</c>).
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The namespace; left out, the object lives in its app's namespace (Flux's targetNamespace overrides what is written here).</summary>
    public string? Namespace { get; init; }

    /// <summary>Labels, written in ordinal order.</summary>
    public Map<string>? Labels { get; init; }

    /// <summary>Annotations, written in ordinal order.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>Finalizers that must run before the object is deleted.</summary>
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <inheritdoc/>
    protected internal override void WriteFields(ObjectWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Field("annotations"u8, Annotations);
        writer.Field("finalizers"u8, Finalizers);
        writer.Field("labels"u8, Labels);
        writer.Field("name"u8, Name);
        writer.Field("namespace"u8, Namespace);
    }
}
