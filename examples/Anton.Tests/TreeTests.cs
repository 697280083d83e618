using GitOps.Tests;

namespace Anton.Tests;

public sealed class TreeTests() : ExampleTreeTests<AntonCluster>("Anton", "kubernetes/flux/cluster", ["kubernetes/apps", "kubernetes/flux"], static path => path.EndsWith(".sops.yaml", StringComparison.Ordinal));
