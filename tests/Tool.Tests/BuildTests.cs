namespace GitOps.Tests;

/// <summary><c>validate --build</c>, with the kubectl of this machine.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly ToolRepository repository = FluxRepository.Make();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Without_kustomize_it_is_one_sentence()
    {
        repository.Run(host => host with { SearchPath = repository.Folder }, "validate", "--build").Should().Be(ExitCodes.Findings);

        repository.Output.Should().Contain("gitops: error GOPS0006: --build runs kustomize, and neither kubectl nor kustomize is on the PATH: install one of them, or leave --build out\n");
    }

    [KubectlFact]
    public void What_builds_is_silent_and_the_tree_stays_as_it_is()
    {
        var before = File.ReadAllText(repository.Full(FluxRepository.App + "/kustomization.yaml"));
        repository.Write("cluster/one.yaml", FluxRepository.Kustomization("one", "./" + FluxRepository.App, "  targetNamespace: other\n  patches: [{patch: '[{\"op\": \"add\", \"path\": \"/data/c\", \"value\": \"d\"}]', target: {kind: ConfigMap}}]"));
        repository.Write("cluster/generated.yaml", FluxRepository.Kustomization("generated", "./generated"));
        repository.Write("generated/a/b.yaml", FluxRepository.ConfigMap("generated"));

        repository.Run("validate", "--build").Should().Be(ExitCodes.Done, repository.Output);

        repository.Output.Should().StartWith("nothing found: 3 Kustomizations");
        File.ReadAllText(repository.Full(FluxRepository.App + "/kustomization.yaml")).Should().Be(before);
        File.Exists(repository.Full("generated/kustomization.yaml")).Should().BeFalse();
    }

    [KubectlFact]
    public void What_kustomize_refuses_is_quoted_at_the_Kustomization()
    {
        // The rules take a transformer of someone else's for something unknown; kustomize does not have it.
        repository.Write(FluxRepository.App + "/kustomization.yaml", "resources: [config.yaml]\nvalidators: [none.yaml]\n");

        repository.Run("validate", "--build", "--only", "GOPS0037").Should().Be(ExitCodes.Findings);

        repository.Output.Should().Contain("  cluster/one.yaml:1:1: error GOPS0037: kustomize does not build 'flux-system/one': ").And.Contain("none.yaml").And.NotContain(Path.GetTempPath());
    }

    [Fact]
    public void The_spec_is_merged_as_the_controller_merges_it()
    {
        var file = KustomizationMerge.Of("namespace: a\nimages: [{name: x, newTag: '1', newName: y}, {name: z, newTag: '2'}]\ncomponents: [c1]\npatches: [{path: p1}]\n");
        var spec = YamlData.Of(YamlFile.Read("targetNamespace: b\nnameSuffix: -x\ncomponents: [c2, gone]\nignoreMissingComponents: true\npatches: [{patch: p2}]\nimages: [{name: x, digest: sha}, {name: new, newTag: '3'}]\n").Documents[0].Root);

        var merged = KustomizationMerge.Merge(file, spec, static component => component != "gone")!;

        ObjectEmission.Write(merged).Text.Should().Be("""
            apiVersion: kustomize.config.k8s.io/v1beta1
            components:
            - c1
            - c2
            images:
            - name: x
              newName: "y"
              digest: sha
            - name: z
              newTag: "2"
            - name: new
              newTag: "3"
            kind: Kustomization
            nameSuffix: -x
            namespace: b
            patches:
            - path: p1
            - patch: p2

            """.Replace("- name: x\n  newName: \"y\"\n  digest: sha", "- digest: sha\n  name: x\n  newName: \"y\"", StringComparison.Ordinal));
        KustomizationMerge.IsKnown(spec).Should().BeTrue();
        KustomizationMerge.IsKnown(DataValue.Map([new DataField("targetNamespace", DataValue.UnknownText())])).Should().BeFalse();
    }
}
