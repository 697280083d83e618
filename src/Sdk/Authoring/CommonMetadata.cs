namespace GitOps;

/// <summary>Labels and annotations that Flux sets on every object of an app; they override those of the same name and are never substituted.</summary>
public sealed class CommonMetadata
{
    /// <summary>Labels.</summary>
    public Map<string>? Labels { get; init; }

    /// <summary>Annotations.</summary>
    public Map<string>? Annotations { get; init; }
}
