using System.IO.Compression;

namespace GitOps.Tests;

/// <summary>The tool as people get it: packed from a clean clone, installed into a folder, and run on a repository that has never seen us.</summary>
[Collection(nameof(PackedPackages))]
public sealed class ToolPackageTests(PackedPackages packed)
{
    [Fact]
    public void The_tool_installs_from_its_package_and_judges_a_repository()
    {
        var clone = Path.Combine(packed.Folder, "clone");
        Shell.Must(clone, "dotnet", "pack", "src/Tool", "-c", "Release", "-v", "q", $"-p:Version={PackedPackages.Version}", $"-p:PackageOutputPath={packed.Packages}");
        var package = Path.Combine(packed.Packages, $"GitOps.Tool.{PackedPackages.Version}.nupkg");
        using (var archive = ZipFile.OpenRead(package))
            archive.Entries.Select(static entry => entry.FullName).Should().Contain(["README.md", "tools/net10.0/any/GitOps.Tool.dll", "tools/net10.0/any/GitOps.Synth.dll", "tools/net10.0/any/YamlDotNet.dll", "tools/net10.0/any/DotnetToolSettings.xml"]);
        new FileInfo(package).Length.Should().BeLessThan(8_000_000);

        var root = Path.Combine(packed.Folder, Path.GetRandomFileName());
        Write(root, "nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{packed.Packages}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(packed.Folder, "tool-cache")}" /></config>
            </configuration>
            """);
        Shell.Must(root, "dotnet", "tool", "install", "GitOps.Tool", "--tool-path", Path.Combine(root, "tools"), "--version", PackedPackages.Version, "--configfile", Path.Combine(root, "nuget.config"));
        var gitops = Path.Combine(root, "tools", OperatingSystem.IsWindows() ? "gitops.exe" : "gitops");
        Write(root, "gitops.root", "");
        Write(root, "cluster/one.yaml", """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: one
              namespace: flux-system
            spec:
              interval: 1h
              path: ./apps/one
              prune: true
              dependsOn:
                - name: two
              sourceRef:
                kind: GitRepository
                name: flux-system
            """);
        Write(root, "apps/one/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n  namespace: default\ndata:\n  a: ${A:=b}\n");

        var (exitCode, output) = Shell.Run(root, gitops, "validate", "--root", "cluster");
        exitCode.Should().Be(1, output);
        output.Should().Contain("cluster/one.yaml:11:13: error GOPS1001: ").And.NotContain(root);
        Shell.Must(root, gitops, "substitute", "apps/one/config.yaml", "--always").Should().Contain("  a: b");
        Shell.Must(root, gitops, "explain", "1001").Should().StartWith("# GOPS1001: ");
        Shell.Must(root, gitops, "help").Should().Contain("validate").And.Contain("substitute");
    }

    private static void Write(string root, string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
