using GitOps.Tests;

namespace Phoebe.Tests;

public sealed class TreeTests() : ExampleTreeTests<PhoebeCluster>("Phoebe", "kubernetes/flux/cluster", ["kubernetes/apps", "kubernetes/flux"], static path => path.EndsWith(".sops.yaml", StringComparison.Ordinal));
