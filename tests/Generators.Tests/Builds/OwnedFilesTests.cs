namespace GitOps.Tests;

public sealed class OwnedFilesTests
{
    private const string Source = """
        return await FluxCluster.RunAsync<Home.MyCluster>(args);

        namespace Home
        {
            [Cluster("kubernetes"), SubstituteFrom<Settings>]
            public sealed partial class MyCluster : FluxCluster;

            public static class Ns { public sealed class Media : FluxNamespace; }

            [App<Ns.Media>, DependsOn<Ks.Storage.Rook>]
            public sealed class Sonarr : FluxApp
            {
                public override ComponentList Components => [new Backup { Capacity = "5Gi" }];

                public override ManifestList Manifests => [new ConfigMap { Data = new() { ["zone"] = Settings.Zone } }];
            }
        }
        """;

    [Fact]
    public void What_synth_writes_compiles_nothing_again_and_is_made_anew_from_nothing_and_from_conflicts()
    {
        using var project = new ProjectOnDisk(Source);
        project.Write("kubernetes/apps/storage/rook/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: rook\nspec:\n  path: ./kubernetes/apps/storage/rook/app\n");
        project.Write("kubernetes/apps/storage/rook/app/x.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n");
        project.Write("kubernetes/flux/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  ZONE: home\n");
        project.Write("kubernetes/components/backup/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./pvc.yaml]\n");
        project.Write("kubernetes/components/backup/pvc.yaml",
            "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${APP}\nspec:\n  resources:\n    requests:\n      storage: ${BACKUP_CAPACITY}\n");

        var compiled = project.Build();
        project.Run("synth");
        var tree = project.Tree();
        tree.Keys.Should().Contain("kubernetes/apps/media/sonarr/ks.yaml").And.Contain("kubernetes/flux/cluster/ks.yaml");
        tree["kubernetes/apps/media/sonarr/ks.yaml"].Should().Contain("name: rook\n      namespace: storage");
        project.Build().Should().Be(compiled, "what synth wrote is no input of the compiler");

        // A merge that went wrong everywhere, lists and all.
        foreach (var (path, text) in tree)
            if (path.Contains("/media/", StringComparison.Ordinal) || path.Contains("/flux/cluster/", StringComparison.Ordinal))
                project.Write(path, $"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n");
        project.Build().Should().Be(compiled);
        project.Run("synth");
        project.Tree().Should().BeEquivalentTo(tree);

        Directory.Delete(Path.Combine(project.Root, "kubernetes/apps/media"), recursive: true);
        Directory.Delete(Path.Combine(project.Root, "kubernetes/flux/cluster"), recursive: true);
        project.Build().Should().Be(compiled);
        project.Run("synth");
        project.Tree().Should().BeEquivalentTo(tree);

        // What is the author's is an input.
        project.Write("kubernetes/flux/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  ZONES: home\n");
        project.TryBuild().Output.Should().Contain("error CS0117").And.Contain("'Zone'");
    }
}
