using System.Text;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>Patches whose target is an object: kind and name come from it.</summary>
public sealed class PatchByObjectTests
{
    [Fact]
    public void A_patch_takes_kind_and_name_from_its_object()
    {
        var rendering = new SampleCluster(SampleCluster.App<Patched, Media>("patched", "media")).Render();

        rendering.Result.Findings.Should().BeEmpty();
        Encoding.UTF8.GetString(rendering.Result.Plan!.Files.Single(static file => file.Path == "kubernetes/apps/media/patched/ks.yaml").Content.Span).Should().Contain(
            """
              patches:
                - patch: |
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: patched
                      labels:
                        size: small
                    data:
                      a: c
                  target:
                    kind: ConfigMap
                    name: patched
                - patch: |
                    - op: add
                      path: /spec/replicas
                      value: 2
                  target:
                    group: apps
                    kind: Deployment
                    name: web\.site

            """);
    }

    [Fact]
    public void An_object_that_nobody_lists_is_told()
    {
        new SampleCluster(SampleCluster.App<Lost, Media>("lost", "media")).Render().Result.Findings.Should().ContainSingle().Which
            .Should().Match<Finding>(static finding => finding.Id == "GOPS0022" && finding.Message.StartsWith("this refers to a ConfigMap whose name is not known", StringComparison.Ordinal));
    }

    private sealed class Media : FluxNamespace;

    private sealed class Patched : FluxApp
    {
        private ConfigMap Config => field ??= new() { Data = new() { ["a"] = "b" } };

        private Deployment Site => field ??= new("web.site") { Spec = new() { Selector = new() { MatchLabels = new() { ["a"] = "b" } }, Template = new() { Metadata = new() { Labels = new() { ["a"] = "b" } }, Spec = new() { Containers = [new() { Name = "a", Image = "a:1" }] } } } };

        public override IReadOnlyList<Patch> Patches =>
        [
            Patch.On(Config).Merge(new() { ["metadata"] = new() { ["labels"] = new() { ["size"] = "small" } }, ["data"] = new() { ["a"] = "c" } }),
            Patch.On(Site).Json6902(JsonPatchOperation.Add("/spec/replicas", 2)),
        ];

        public override ManifestList Manifests => [Config, Site];
    }

    private sealed class Lost : FluxApp
    {
        public override IReadOnlyList<Patch> Patches => [Patch.On(new ConfigMap()).Json6902(JsonPatchOperation.Remove("/data"))];

        public override ManifestList Manifests => [];
    }
}
