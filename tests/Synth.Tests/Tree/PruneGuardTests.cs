namespace GitOps.Tests;

/// <summary>What a Kustomization that goes would take along, on disk, through every way by which kustomize and Flux reach it.</summary>
public sealed class PruneGuardTests : IDisposable
{
    private const string Volume = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n";

    private readonly TestRepository disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void A_folder_named_by_a_resource_is_followed() =>
        Removal(("kustomization.yaml", "resources:\n  - ./more\n"), ("more/kustomization.yaml", "resources:\n  - pvc.yaml\n"), ("more/pvc.yaml", Volume)).Should().Contain("PersistentVolumeClaim 'data'");

    [Fact]
    public void A_folder_without_kustomization_holds_every_file_below_it() =>
        Removal(("deep/er/pvc.yml", Volume)).Should().Contain("PersistentVolumeClaim 'data'");

    [Fact]
    public void A_file_that_nothing_lists_is_not_held() =>
        Removal(("kustomization.yaml", "resources: []\n"), ("pvc.yaml", Volume)).Should().BeNull();

    [Fact]
    public void The_second_document_of_a_file_counts() =>
        Removal(("kustomization.yaml", "resources:\n  - all.yaml\n"), ("all.yaml", $"kind: ConfigMap\n---\n{Volume}")).Should().Contain("PersistentVolumeClaim 'data' (kubernetes/apps/media/app/app/all.yaml(3))");

    [Fact]
    public void A_Kustomization_that_it_applies_prunes_in_its_turn_with_its_variables_put_in()
    {
        disk.Write("kubernetes/shared/db-app/db.yaml", "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: postgres\n");
        Removal(("kustomization.yaml", "resources:\n  - ks.yaml\n"),
            ("ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: ${APP}-db\nspec:\n  path: ./kubernetes/shared/db-${APP}\n  prune: true\n"))
            .Should().Contain("Cluster 'postgres'");
    }

    [Fact]
    public void A_Kustomization_that_it_applies_and_that_keeps_its_objects_takes_nothing_along()
    {
        disk.Write("kubernetes/shared/db/pvc.yaml", Volume);
        Removal(("kustomization.yaml", "resources:\n  - ks.yaml\n"),
            ("ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: db\nspec:\n  path: ./kubernetes/shared/db\n  prune: false\n"))
            .Should().BeNull();
    }

    [Theory]
    [InlineData("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: x.example.com\n", true)]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: x\n", true)]
    [InlineData("apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\nmetadata:\n  name: x\n", false)]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: PersistentVolumeClaim\n", false)]
    [InlineData("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: x\n  annotations:\n    kustomize.toolkit.fluxcd.io/prune: Disabled\n", false)]
    [InlineData("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: x\n  labels:\n    kustomize.toolkit.fluxcd.io/prune: disabled\n", false)]
    public void Kinds_that_hold_data_are_known_and_markers_respected(string document, bool stops) =>
        (Removal(("kustomization.yaml", "resources:\n  - x.yaml\n"), ("x.yaml", document)) is not null).Should().Be(stops);

    [Theory]
    [InlineData("prune: false", false)]
    [InlineData("prune: false\n  deletionPolicy: Delete", true)]
    [InlineData("prune: false\n  deletionPolicy: MirrorPrune", false)]
    [InlineData("prune: true\n  deletionPolicy: Orphan", false)]
    [InlineData("prune: true\n  deletionPolicy: WaitForTermination", true)]
    [InlineData("wait: true", true)]
    public void The_deletion_policy_decides(string spec, bool stops) =>
        (Removal(spec, ("kustomization.yaml", "resources:\n  - pvc.yaml\n"), ("pvc.yaml", Volume)) is not null).Should().Be(stops);

    [Fact]
    public void Loops_and_files_that_are_no_YAML_do_no_harm() =>
        Removal(("kustomization.yaml", "resources:\n  - ../app\n  - broken.yaml\n  - missing.yaml\n  - https://example.com/x.yaml\n  - ../../../../../../etc\n  - pvc.yaml\n"),
            ("broken.yaml", "kind: PersistentVolumeClaim\n  - : {"), ("pvc.yaml", Volume)).Should().Contain("PersistentVolumeClaim 'data'");

    [Fact]
    public void An_unchanged_Kustomization_in_a_file_that_changes_is_no_news()
    {
        disk.Synth(TestPlan.Home());
        disk.Synth(TestPlan.Home().App("sonarr", "5.1.0", ["../../../../components/volsync"], prune: "false")).Findings.Should().BeEmpty();
    }

    private string? Removal(params (string Name, string Content)[] files) => Removal("prune: true", files);

    /// <summary>The message that stops the removal of an app with these files, or null when nothing stops it.</summary>
    private string? Removal(string spec, params (string Name, string Content)[] files)
    {
        const string unit = "kubernetes/apps/media/app";
        var plan = TestPlan.Home().Add($"{unit}/ks.yaml",
            $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: app\nspec:\n  path: ./{unit}/app\n  postBuild:\n    substitute:\n      APP: app\n  {spec}\n", unit);
        foreach (var (name, content) in files) disk.Write($"{unit}/app/{name}", content);
        disk.Synth(plan).ExitCode.Should().Be(ExitCodes.Done);
        var result = disk.Synth(TestPlan.Home());
        var stop = result.Findings.SingleOrDefault(static finding => finding.Id == RuleIds.WouldPrune);
        result.ExitCode.Should().Be(stop is null ? ExitCodes.Done : ExitCodes.Findings);
        disk.Exists($"{unit}/ks.yaml").Should().Be(stop is not null);
        if (stop is null) result.Findings.Should().ContainSingle().Which.Id.Should().Be(RuleIds.KustomizationDisappears);
        return stop?.Message;
    }
}
