namespace GitOps.Tests;

/// <summary>One app of a real repository is moved to C# and the rest stays YAML: Flux builds the same.</summary>
public sealed class BothWorldsTests
{
    private const string Source = """
        return await FluxCluster.RunAsync<Home.MyCluster>(args);

        namespace Home
        {
            [Cluster("kubernetes")]
            public sealed partial class MyCluster : FluxCluster
            {
                // The author keeps the root.
                public override RootKustomization? Root => null;
            }

            public static class Ns
            {
                public sealed class Media : FluxNamespace
                {
                    public override ComponentList Components => [new Alerts(), new Secrets(), new KopiurSecret()];

                    public override Map<string> Labels => new() { ["resource.kubernetes.io/admin-access"] = "true" };
                }
            }

            // Needs two that are YAML, and two that are YAML need it.
            [App<Ns.Media>(Existing = "app"), SubstituteFrom<ClusterSecrets>]
            [DependsOn<Ks.ExternalSecrets.SecretStores>, DependsOn<Ks.KopiurSystem.Kopiur>]
            public sealed class Sonarr : FluxApp
            {
                public override ComponentList Components => [new Auth(), new Zeroscaler(), new KopiurBackup { Capacity = "5Gi" }];

                public override Map<string> Substitute => new() { ["GATUS_PATH"] = "/ping" };

                public override ManifestList Manifests => [];
            }
        }
        """;

    [SharedFact]
    public void An_app_that_is_moved_builds_the_same_beside_those_that_are_not()
    {
        using var project = new ProjectOnDisk(Source);
        Copy(SharedData.Data("repos", "home-ops", "kubernetes"), Path.Combine(project.Root, "kubernetes"));
        // What moves to C# leaves its place.
        foreach (var file in new[] { "apps/media/sonarr/ks.yaml", "apps/media/kustomization.yaml", "apps/media/namespace.yaml" })
            File.Delete(Path.Combine(project.Root, "kubernetes", file));

        project.Build();
        project.Run("synth");

        File.ReadAllText(Path.Combine(project.Root, "kubernetes/apps/media/kustomization.yaml")).Should().Contain("- ./recyclarr/ks.yaml").And.Contain("- ./sonarr/ks.yaml");
        var compared = Shell.Run(project.Root, "python3", Path.Combine(SharedData.Root, "tools", "flux_build.py"), SharedData.Data("repos", "home-ops"), "--root", "kubernetes/flux/cluster", "--compare", project.Root);
        compared.ExitCode.Should().Be(0, compared.Output);

        // Someone renames the app: those that need it are YAML, and told there; what still has the name is its HelmRelease.
        File.WriteAllText(Path.Combine(project.Root, "Home/Program.cs"), Source.Replace("[App<Ns.Media>(Existing", "[App<Ns.Media>(Name = \"sonarr-4k\", Directory = \"sonarr\", Existing", StringComparison.Ordinal));
        var broken = project.TryBuild();
        broken.ExitCode.Should().Be(1);
        broken.Output.Should().MatchRegex("recyclarr/ks.yaml\\([0-9]+,[0-9]+\\): error GOPS1002").And.MatchRegex("sonarr-exporter/ks.yaml\\([0-9]+,[0-9]+\\): error GOPS1002");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
