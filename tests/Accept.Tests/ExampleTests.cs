using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>The example's tree is bumped as Renovate bumps it.</summary>
public sealed partial class ExampleTests
{
    [Fact]
    public void Every_version_in_the_tree_comes_home_as_one_literal()
    {
        using var example = new ExampleRepository();
        var sources = example.Files("", ".cs").ToDictionary(static path => path, example.Read);
        var bumps = 0;
        // Homepage's folder is written by hand: its versions are no C#.
        foreach (var path in example.Files("kubernetes/apps", ".yaml").Where(static path => !path.Contains("/homepage/app/", StringComparison.Ordinal)))
            example.Write(path, Version().Replace(example.Read(path), match =>
            {
                bumps++;
                return $"{match.Groups["before"].Value}{Bumped(match.Groups["version"].Value)}{match.Groups["after"].Value}";
            }));
        bumps.Should().BeGreaterThan(40);
        // Immich's server and its machine learning share one.
        var literals = bumps - 1;

        example.Run("accept").Should().Be(ExitCodes.Done, example.Error);

        example.Output.Should().Contain($"{literals} literals changed");
        var changed = 0;
        foreach (var (path, before) in sources)
        {
            var (old, now) = (before.Split('\n'), example.Read(path).Split('\n'));
            now.Should().HaveCount(old.Length);
            for (var i = 0; i < old.Length; i++)
            {
                if (old[i] == now[i])
                    continue;
                changed++;
                now[i].Should().Be(LiteralVersion().Replace(old[i], static match => Bumped(match.Value)));
            }
        }

        changed.Should().Be(literals);
        example.Run("synth").Should().Be(ExitCodes.Done, example.Error);
        example.Output.Should().NotContain("updated");
        example.Run("check").Should().Be(ExitCodes.Done, example.Error);
        example.Error.Should().BeEmpty();
    }

    /// <summary>The three sorts of a bump, one at a time, each with exactly one literal.</summary>
    [Theory]
    [InlineData("kubernetes/apps/media/sonarr/app/helmrelease.yaml", "tag: 4.0.19.3001", "tag: 4.1.0.1", "Apps/Media/Sonarr.cs", "\"4.0.19.3001\"", "\"4.1.0.1\"")]
    [InlineData("kubernetes/apps/media/sonarr/app/helmrelease.yaml", "tag: 4.0.19.3001", "tag: 4.0.19.3001@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "Apps/Media/Sonarr.cs", "\"4.0.19.3001\"",
        "\"4.0.19.3001@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"")]
    [InlineData("kubernetes/apps/media/sonarr/app/ocirepository.yaml", "tag: 4.1.1", "tag: 4.2.0", "Apps/Media/Sonarr.cs", "AppTemplate(\"4.1.1\")", "AppTemplate(\"4.2.0\")")]
    [InlineData("kubernetes/apps/observability/keda/app/helmrelease.yaml", "version: 2.18.1", "version: 2.19.0", "Apps/Observability/KedaOperator.cs", "\"2.18.1\"", "\"2.19.0\"")]
    [InlineData("kubernetes/apps/database/dragonfly/cluster/dragonfly.yaml", "dragonfly:v1.40.1", "dragonfly:v1.41.0@sha256:01", "Apps/Database/DragonflyCluster.cs", "dragonfly:v1.40.1", "dragonfly:v1.41.0@sha256:01")]
    public void A_bump_is_one_literal(string file, string from, string to, string source, string literal, string changed)
    {
        using var example = new ExampleRepository();
        var sources = example.Files("", ".cs").ToDictionary(static path => path, example.Read);
        example.Read(file).Should().Contain(from);
        example.Write(file, example.Read(file).Replace(from, to, StringComparison.Ordinal));
        example.Run("check").Should().Be(ExitCodes.Findings);

        example.Run("accept").Should().Be(ExitCodes.Done, example.Error);

        sources[source] = sources[source].Replace(literal, changed, StringComparison.Ordinal);
        example.Files("", ".cs").ToDictionary(static path => path, example.Read).Should().Equal(sources);
        example.Output.Should().StartWith($"{source}(").And.Contain("1 literal changed");
        example.Run("synth").Should().Be(ExitCodes.Done, example.Error);
        example.Run("check").Should().Be(ExitCodes.Done, example.Error);
    }

    private static string Bumped(string version) => version + "1";

    [GeneratedRegex(@"(?<before># renovate: .*\n[ -]*(?:tag|version|image|imageName): ""?(?:[\w./-]+:)?)(?<version>v?\d[\w.-]*)(?<after>""?\n)")]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<=[:""])v?\d+[\w.-]*(?="")")]
    private static partial Regex LiteralVersion();
}
