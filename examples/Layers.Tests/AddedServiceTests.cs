using System.Runtime.InteropServices;
using GitOps.Tests;

namespace Layers.Tests;

/// <summary>The README's change, made to a copy of the example: what a real build and synth make of it.</summary>
public sealed class AddedServiceTests
{
    [Fact]
    public void Three_lines_add_a_service_to_a_layer()
    {
        using var copy = new ExampleCopy("Layers");
        var (name, lines) = Change(copy.Read("README.md"));
        lines.Should().HaveCount(3);
        copy.Write(name, string.Join('\n', lines) + "\n");
        var before = copy.Tree();

        copy.Build();
        copy.Run("synth");

        var after = copy.Tree();
        before.Keys.Except(after.Keys).Should().BeEmpty();
        after.Keys.Except(before.Keys).Order(StringComparer.Ordinal).Should().Equal(
            "gitops/apps/applications/homarr/helmrelease.yaml", "gitops/apps/applications/homarr/kustomization.yaml", "gitops/apps/applications/homarr/ocirepository.yaml");
        before.Keys.Where(path => before[path] != after[path]).Order(StringComparer.Ordinal).Should().Equal("gitops/apps/applications/kustomization.yaml", "gitops/flux-system/apps-kustomization.yaml");
        Added("gitops/apps/applications/kustomization.yaml").Should().Equal("  - ./homarr");
        Added("gitops/flux-system/apps-kustomization.yaml").Should().Equal(
            "    - apiVersion: helm.toolkit.fluxcd.io/v2", "      kind: HelmRelease", "      name: homarr", "      namespace: applications");
        copy.Run("check").Should().NotContain("warning");

        IEnumerable<string> Added(string path)
        {
            var old = before[path].Split('\n').GroupBy(static line => line).ToDictionary(static same => same.Key, static same => same.Count());
            return after[path].Split('\n').Where(line => --CollectionsMarshal.GetValueRefOrAddDefault(old, line, out _) < 0);
        }
    }

    /// <summary>The file that the README's diff adds, and its lines.</summary>
    private static (string Name, string[] Lines) Change(string readme)
    {
        var diff = readme.Split("```diff\n")[1].Split("```")[0].Split('\n');
        return (diff.Single(static line => line.StartsWith("+++ b/", StringComparison.Ordinal))["+++ b/".Length..],
            [.. diff.Where(static line => line.StartsWith('+') && !line.StartsWith("+++", StringComparison.Ordinal)).Select(static line => line[1..])]);
    }
}
