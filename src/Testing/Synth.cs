namespace GitOps;

/// <summary>Renders a cluster in memory, for tests: <c>var tree = Synth.Render&lt;Home&gt;();</c>.</summary>
public static class Synth
{
    /// <summary>
    /// What <c>synth</c> would write for a cluster, without a disk. Hand-written neighbours in the repository are not seen, and components in YAML are taken to
    /// be there. Files beside the C# files (<see cref="Files.Beside"/>) are read.
    /// </summary>
    /// <typeparam name="TCluster">The cluster.</typeparam>
    /// <exception cref="SynthException">The cluster has faults of severity error; the message holds every one with its place.</exception>
    public static RenderedTree Render<TCluster>()
        where TCluster : FluxCluster, new()
    {
        var rendering = TreeRenderer.Render<TCluster>(new RenderOptions(new AssumedFiles()) { ReadProjectFile = ProjectFiles.ReaderFor(typeof(TCluster)), KeepsObjects = true, IsWholeRepository = false });
        var findings = rendering.Result.Findings;
        if (findings.Any(static finding => finding.Severity == FindingSeverity.Error))
            throw new SynthException(string.Join('\n', findings.Select(static finding => finding.ToString())));
        return new RenderedTree(rendering);
    }
}
