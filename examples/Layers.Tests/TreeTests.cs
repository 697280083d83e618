using GitOps.Tests;

namespace Layers.Tests;

public sealed class TreeTests() : ExampleTreeTests<Home>("Layers", "gitops/flux-system", ["gitops"], static path => path.EndsWith(".sops.yaml", StringComparison.Ordinal))
{
    [SharedFact]
    public void Each_layer_applies_what_lies_in_it()
    {
        var kustomizations = new ExampleTree("Layers").FluxBuild("gitops/flux-system").GetProperty("kustomizations");

        foreach (var (name, objects) in new[] { ("infrastructure", 12), ("databases", 6), ("apps", 8) })
            kustomizations.GetProperty($"flux-system/{name}").GetProperty("nobjs").GetInt32().Should().Be(objects, name);
    }
}
