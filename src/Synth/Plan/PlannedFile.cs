namespace GitOps;

/// <summary>One file that synth writes and owns.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes: <c>kubernetes/apps/media/sonarr/app/helmrelease.yaml</c>.</param>
/// <param name="Content">All bytes of the file.</param>
/// <param name="Unit">The folder whose ownership manifest lists the file (an app's, a namespace's or a component's): <c>kubernetes/apps/media/sonarr</c>.</param>
/// <param name="Place">The C# line that the file comes from.</param>
internal sealed record PlannedFile(string Path, ReadOnlyMemory<byte> Content, string Unit, FindingPlace? Place = null)
{
    /// <summary>The objects in the file, for <c>where</c>, <c>show</c> and the guard against pruning.</summary>
    public IReadOnlyList<PlannedObject> Objects { get; init; } = [];

    /// <summary>Its documents as values, each with the author's line as its origin, while rules judge them; <see langword="null"/> for raw text and without rules.</summary>
    public IReadOnlyList<DataValue>? Values { get; init; }
}
