namespace GitOps;

/// <summary>What becomes of an app's objects when its Kustomization is deleted.</summary>
public readonly struct DeletionPolicy : ITextValue, IEquatable<DeletionPolicy>
{
    private DeletionPolicy(string text) => Text = text;

    /// <summary>As <c>prune</c> says; Flux's default.</summary>
    public static DeletionPolicy MirrorPrune { get; } = new("MirrorPrune");

    /// <summary>They are deleted.</summary>
    public static DeletionPolicy Delete { get; } = new("Delete");

    /// <summary>They are deleted, and Flux waits until they are gone.</summary>
    public static DeletionPolicy WaitForTermination { get; } = new("WaitForTermination");

    /// <summary>They stay.</summary>
    public static DeletionPolicy Orphan { get; } = new("Orphan");

    /// <inheritdoc/>
    public string? Text { get; }

    /// <summary>A policy by its name, for one this version does not know.</summary>
    public static implicit operator DeletionPolicy(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(DeletionPolicy other) => Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeletionPolicy other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
