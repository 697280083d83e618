namespace GitOps.Tests;

/// <summary>A new repository as someone makes it who has just installed the package.</summary>
internal static class Fresh
{
    /// <param name="packed">The packages.</param>
    /// <param name="cache">The folder that packages are unpacked to; one of its own for who damages it.</param>
    public static string Home(PackedPackages packed, string cache = "cache")
    {
        var root = Path.Combine(packed.Folder, Path.GetRandomFileName());
        Write(root, "gitops.root", "");
        Write(root, "nuget.config",
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packed.Packages}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(packed.Folder, cache)}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{MachineCache}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        Write(root, "Home/Home.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GitOps.Sdk" Version="{PackedPackages.Version}" />
              </ItemGroup>
            </Project>
            """);
        Write(root, "Home/Program.cs",
            """
            return await FluxCluster.RunAsync<Home.MyCluster>(args);
            """);
        Write(root, "Home/MyCluster.cs",
            """
            namespace Home;

            [Cluster("kubernetes")]
            public sealed partial class MyCluster : FluxCluster;

            public static class Ns
            {
                public sealed class Media : FluxNamespace;
            }
            """);
        Write(root, "Home/Sonarr.cs",
            """
            namespace Home;

            [App<Ns.Media>]
            [DependsOn<Storage>]
            public sealed partial class Sonarr : FluxApp
            {
                public override ComponentList Components => [new Backup { Capacity = "5Gi" }];

                OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/example/app-template", Ref = new() { Tag = "5.1.0" } } };

                public override ManifestList Manifests =>
                [
                    Chart,
                    new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart, Values = new() { ["replicas"] = 1 } } },
                ];
            }

            [App<Ns.Media>]
            public sealed partial class Storage : FluxApp
            {
                public override bool? Wait => true;

                public override ManifestList Manifests => [new ConfigMap { Data = new() { ["on"] = "on" } }];
            }
            """);
        Write(root, "kubernetes/components/backup/kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            resources:
              - ./pvc.yaml
            """);
        Write(root, "kubernetes/components/backup/pvc.yaml",
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: "${APP}"
            spec:
              accessModes: ["ReadWriteOnce"]
              resources:
                requests:
                  storage: "${BACKUP_CAPACITY}"
            """);
        Write(root, "Home.Tests/Home.Tests.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GitOps.Sdk.Testing" Version="{PackedPackages.Version}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../Home/Home.csproj" />
              </ItemGroup>
            </Project>
            """);
        Write(root, "Home.Tests/TreeTests.cs",
            """
            using GitOps;
            using Xunit;

            public sealed class TreeTests
            {
                [Fact]
                public void Sonarr_is_released_every_hour() =>
                    Assert.Equal("1h", Synth.Render<Home.MyCluster>().Get<HelmRelease>("media", "sonarr").Spec.Interval.Text);
            }
            """);
        return root;
    }

    private static string MachineCache =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Write(string root, string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text + "\n");
    }
}
