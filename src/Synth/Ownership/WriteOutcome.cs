namespace GitOps;

/// <summary>What a run did to the disk.</summary>
internal sealed record WriteOutcome
{
    public int Created { get; set; }

    public int Updated { get; set; }

    public int Deleted { get; set; }

    public int Manifests { get; set; }

    /// <summary>The path at which the disk refused, and why; <see langword="null"/> when all went well.</summary>
    public (string Path, Exception Cause)? Refusal { get; set; }

    public int Written => Created + Updated + Deleted;
}
