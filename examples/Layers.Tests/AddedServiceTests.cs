using GitOps.Tests;

namespace Layers.Tests;

/// <summary>The README's change, made to a copy of the example: what a real build and synth make of it.</summary>
public sealed class AddedServiceTests : IDisposable
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private readonly string folder = Directory.CreateTempSubdirectory("gitops-layers-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Three_lines_add_a_service_to_a_layer()
    {
        var example = Path.Combine(SharedData.RepositoryRoot, "examples", "Layers");
        foreach (var path in Directory.EnumerateFiles(example, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(example, path)))
            if (path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                Write(path, File.ReadAllText(Path.Combine(example, path)));
        Write("Layers.csproj", Project);
        var (name, lines) = Change(File.ReadAllText(Path.Combine(example, "README.md")));
        lines.Should().HaveCount(3);
        Write(name, string.Join('\n', lines) + "\n");
        var before = Tree();

        Shell.Must(folder, "dotnet", "build", "-v", "q", "-nologo", "--disable-build-servers");
        Shell.Must(folder, "dotnet", "bin/Debug/net10.0/Layers.dll", "synth");

        var after = Tree();
        before.Keys.Except(after.Keys).Should().BeEmpty();
        after.Keys.Except(before.Keys).Order(StringComparer.Ordinal).Should().Equal(
            "gitops/apps/applications/homarr/helmrelease.yaml", "gitops/apps/applications/homarr/kustomization.yaml", "gitops/apps/applications/homarr/ocirepository.yaml");
        before.Keys.Where(path => before[path] != after[path]).Order(StringComparer.Ordinal).Should().Equal("gitops/apps/applications/kustomization.yaml", "gitops/flux-system/apps-kustomization.yaml");
        Added("gitops/apps/applications/kustomization.yaml").Should().Equal("  - ./homarr");
        Added("gitops/flux-system/apps-kustomization.yaml").Should().Equal(
            "    - apiVersion: helm.toolkit.fluxcd.io/v2", "      kind: HelmRelease", "      name: homarr", "      namespace: applications");
        Shell.Must(folder, "dotnet", "bin/Debug/net10.0/Layers.dll", "check").Should().NotContain("warning");

        IEnumerable<string> Added(string path)
        {
            var lines = before[path].Split('\n').GroupBy(static line => line).ToDictionary(static same => same.Key, static same => same.Count());
            return after[path].Split('\n').Where(line => --System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lines, line, out _) < 0);
        }
    }

    /// <summary>The example's project, with the assemblies under test in place of their projects.</summary>
    private static string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="{SharedData.RepositoryRoot}/src/Sdk/build/GitOps.Sdk.props" />
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>14.0</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{AppContext.BaseDirectory}GitOps.Sdk.dll;{AppContext.BaseDirectory}GitOps.Synth.dll;{AppContext.BaseDirectory}GitOps.Flux.dll" />
            <Reference Include="{AppContext.BaseDirectory}GitOps.Schemas.dll;{AppContext.BaseDirectory}GitOps.Cel.dll;{AppContext.BaseDirectory}GitOps.Yaml.dll;{AppContext.BaseDirectory}YamlDotNet.dll;{AppContext.BaseDirectory}System.CommandLine.dll" />
            <Analyzer Include="{SharedData.RepositoryRoot}/src/Generators/bin/{Configuration}/netstandard2.0/GitOps.*.dll;{SharedData.RepositoryRoot}/src/Generators/bin/{Configuration}/netstandard2.0/YamlDotNet.dll" />
          </ItemGroup>
          <Import Project="{SharedData.RepositoryRoot}/src/Sdk/build/GitOps.Sdk.targets" />
        </Project>
        """;

    /// <summary>The file that the README's diff adds, and its lines.</summary>
    private static (string Name, string[] Lines) Change(string readme)
    {
        var diff = readme.Split("```diff\n")[1].Split("```")[0].Split('\n');
        return (diff.Single(static line => line.StartsWith("+++ b/", StringComparison.Ordinal))["+++ b/".Length..],
            [.. diff.Where(static line => line.StartsWith('+') && !line.StartsWith("+++", StringComparison.Ordinal)).Select(static line => line[1..])]);
    }

    private Dictionary<string, string> Tree() =>
        Directory.EnumerateFiles(Path.Combine(folder, "gitops"), "*", SearchOption.AllDirectories).Where(static path => Path.GetFileName(path) != ".gitops")
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText);

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
