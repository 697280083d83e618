namespace GitOps;

/// <summary>Where a volume is mounted.</summary>
/// <param name="Path">The path in the container.</param>
public sealed record AppMount(string Path)
{
    /// <summary>The controller whose Pods have it. Default: all.</summary>
    public string? Controller { get; init; }

    /// <summary>The container that has it, with <see cref="Controller"/>. Default: <c>app</c>.</summary>
    public string? Container { get; init; }

    /// <summary>The part of the volume that is mounted.</summary>
    public string? SubPath { get; init; }

    /// <summary>Whether it cannot be written to. Default: no.</summary>
    public bool ReadOnly { get; init; }

    internal Values ToValues() => new Values { ["path"] = Path }.Set("subPath", SubPath).Set("readOnly", ReadOnly ? (Values)true : null);
}
