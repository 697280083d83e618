namespace GitOps.Tests;

/// <summary>Which namespaces may hold Kustomizations that nobody sees, because part of a build comes from elsewhere.</summary>
public sealed class KustomizationFilesTests
{
    private const string Remote = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - https://example.org/crd.yaml\n";

    [Fact]
    public void A_remote_resource_opens_the_namespace_of_those_that_build_it()
    {
        Open(("t/apps/db/kustomization.yaml", "resources: [./one/ks.yaml]\n"), ("t/apps/db/one/ks.yaml", Kustomization("one", "./t/apps/db/one/app", "db")), ("t/apps/db/one/app/kustomization.yaml", Remote))
            .Should().Equal("db");
    }

    [Fact]
    public void What_a_Kustomization_without_a_target_builds_may_be_anywhere() =>
        Open(("t/apps/db/kustomization.yaml", "resources: [./one/ks.yaml]\n"), ("t/apps/db/one/ks.yaml", Kustomization("one", "./t/apps/db/one/app", null)), ("t/apps/db/one/app/kustomization.yaml", Remote))
            .Should().BeNull();

    [Fact]
    public void A_folder_that_is_listed_is_part_of_what_lists_it() =>
        // The root builds it too, through the folder's own list, and has no target.
        Open(("t/apps/db/kustomization.yaml", "resources: [./one/ks.yaml, ./one/app]\n"), ("t/apps/db/one/ks.yaml", Kustomization("one", "./t/apps/db/one/app", "db")), ("t/apps/db/one/app/kustomization.yaml", Remote))
            .Should().BeNull();

    [Fact]
    public void Without_a_list_Flux_takes_the_nearest_ones_below()
    {
        Open(("t/apps/db/one/ks.yaml", Kustomization("one", "./t/apps/db/one/app", "db")), ("t/apps/db/one/app/kustomization.yaml", Remote)).Should().BeNull();
        Open(["t/apps/db/kustomization.yaml"], ("t/apps/db/one/ks.yaml", Kustomization("one", "./t/apps/db/one/app", "db")), ("t/apps/db/one/app/kustomization.yaml", Remote)).Should().Equal("db");
    }

    private static string Kustomization(string name, string path, string? target) =>
        $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: {name}\n  namespace: a\nspec:\n  path: {path}\n{(target is null ? "" : $"  targetNamespace: {target}\n")}  sourceRef: {{kind: GitRepository, name: flux-system}}\n";

    private static IReadOnlyCollection<string>? Open(params (string Path, string Text)[] files) => Open([], files);

    private static IReadOnlyCollection<string>? Open(string[] written, params (string Path, string Text)[] files)
    {
        (string Path, string Text)[] all = [("t/flux/root.yaml", Kustomization("root", "./t/apps", null)), .. files];
        return new KustomizationFiles(all.Select(static file => KustomizationFile.Read(file.Path, file.Text)), "t", [], written).OpenNamespaces("flux-system", static _ => true);
    }
}
