using System.Text.Json;
using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>The preset finds the versions of the examples where they live: in the C#.</summary>
public sealed partial class RenovateTests
{
    // The tree has a comment of its own for this image, whose version stands in the C# once for two.
    private static readonly string[] SharedVersions = ["ghcr.io/immich-app/immich-machine-learning"];

    /// <summary>What has the form of a version and is none that Renovate could bump, each with its reason.</summary>
    private static readonly Dictionary<string, string> NoVersions = new(StringComparer.Ordinal)
    {
        ["Anton/Apps/Platform.cs: 10.43.0.10"] = "the address of the cluster's DNS",
        ["Elysium/src/Apps/Monitoring/Minio.cs: 2025.7.23-debian-12-r5"] = "a tag that Flux's image automation bumps",
        ["HomeOps/Apps/Network/EnvoyGateway.cs: 1.2"] = "the oldest TLS that a client may speak",
        ["Phoebe/Apps/Apps.cs: 0.0.0.0"] = "an address to listen at",
    };

    public static TheoryData<string> Examples => [.. Directory.GetDirectories(Path.Combine(SharedData.RepositoryRoot, "examples")).Where(static folder => Directory.EnumerateFiles(folder, ".gitops", SearchOption.AllDirectories).Any()).Select(static folder => Path.GetFileName(folder))];

    [Fact]
    public void The_preset_is_one_that_Renovate_reads()
    {
        using var preset = Preset();
        preset.RootElement.GetProperty("ignorePaths").EnumerateArray().Select(static path => path.GetString()).Should().Contain("kubernetes/apps/**");
        foreach (var manager in preset.RootElement.GetProperty("customManagers").EnumerateArray())
        {
            manager.GetProperty("customType").GetString().Should().Be("regex");
            manager.GetProperty("managerFilePatterns")[0].GetString().Should().Be(@"/\.cs$/");
            manager.GetProperty("description").GetString().Should().NotBeNullOrEmpty();
            foreach (var pattern in manager.GetProperty("matchStrings").EnumerateArray())
            {
                // Renovate's RE2 has neither look-around nor references back; an engine without backtracking refuses the same.
                var regex = FluentActions.Invoking(() => new Regex(pattern.GetString()!, RegexOptions.NonBacktracking)).Should().NotThrow().Subject;
                var groups = regex.GetGroupNames();
                groups.Should().Contain("currentValue");
                (groups.Contains("datasource") || manager.TryGetProperty("datasourceTemplate", out _)).Should().BeTrue();
                (groups.Contains("depName") || manager.TryGetProperty("depNameTemplate", out _)).Should().BeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_version_of_an_example_is_found_once_in_its_CSharp(string example)
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "examples", example);
        var found = Sources(folder).SelectMany(static file => Found(File.ReadAllText(file)).Select(dependency => (dependency.Name, dependency.Version, Place: $"{file}:{dependency.At}"))).ToList();

        found.Select(static dependency => dependency.Place).Should().OnlyHaveUniqueItems("a version has one manager");
        found.Select(static dependency => (dependency.Name, dependency.Version)).Should().Contain(Owned(folder).SelectMany(static file => Commented(File.ReadAllText(file))).Where(static dependency => !SharedVersions.Contains(dependency.Name)));
    }

    /// <summary>Whatever stands in quotes and looks like a version: a manager finds it, and gives all that Renovate needs to look it up.</summary>
    [Fact]
    public void No_version_of_an_example_is_left_to_its_age()
    {
        var (missed, incomplete) = (new List<string>(), new List<string>());
        foreach (string example in Examples)
            foreach (var file in Sources(Path.Combine(SharedData.RepositoryRoot, "examples", example)))
            {
                var (code, name) = (File.ReadAllText(file), Path.GetRelativePath(Path.Combine(SharedData.RepositoryRoot, "examples"), file).Replace('\\', '/'));
                var found = Found(code).ToList();
                missed.AddRange(Literal().Matches(code).Where(literal => !found.Any(version => version.At > literal.Index && version.At < literal.Index + literal.Length)).Select(literal => $"{name}: {literal.Value.Trim('"')}"));
                // A chart of a Helm repository is looked up where the repository is; a package of a registry by its name.
                incomplete.AddRange(found.Where(static version => version.Datasource == "helm" && !version.Registry.StartsWith("https://", StringComparison.Ordinal)).Select(version => $"{name}: {version.Name}"));
            }

        missed.Should().BeEquivalentTo(NoVersions.Keys);
        incomplete.Should().BeEmpty();
    }

    /// <summary>Else Renovate bumps both, and its pull request is undone by the next synth. Where the preset's folders are not the example's, its own renovate.json names them.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void The_tree_of_an_example_is_left_alone(string example)
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "examples", example);
        using var preset = Preset();
        using var own = File.Exists(Path.Combine(folder, "renovate.json")) ? JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "renovate.json"))) : null;
        var ignored = (own ?? preset).RootElement.GetProperty("ignorePaths").EnumerateArray().Select(static path => path.GetString()!).Where(static path => path.EndsWith("/**", StringComparison.Ordinal)).ToList();

        // The components are hand-written, but for one that has no version.
        Owned(folder).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Where(path => !path.StartsWith("kubernetes/components/", StringComparison.Ordinal) && !ignored.Any(pattern => path.StartsWith(pattern[..^2], StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    [Fact]
    public void What_the_image_automation_bumps_is_not_bumped_by_Renovate_too()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "examples", "Elysium");
        using var own = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "renovate.json")));
        var tags = Owned(folder).SelectMany(static file => Marked().Matches(File.ReadAllText(file))).Select(static match => match.Groups["tag"].Value).ToHashSet(StringComparer.Ordinal);

        tags.Should().HaveCountGreaterThan(3);
        own.RootElement.GetProperty("ignoreDeps").EnumerateArray().Select(static name => name.GetString()).Should().BeEquivalentTo(
            Sources(folder).SelectMany(static file => Found(File.ReadAllText(file))).Where(version => tags.Contains(version.Version)).Select(static version => version.Name).Distinct());
    }

    [Theory]
    [InlineData("{\n    // renovate: datasource=docker depName=ghcr.io/a/b\n    const string Tag = \"1.2.3\";", "docker", "ghcr.io/a/b", "1.2.3")]
    [InlineData("{\r\n    // renovate: datasource=github-releases depName=a/b versioning=loose extractVersion=^v(?<version>.*)$\r\n    Source = New(\"name\", \"v1.2.3-rc.1+x\");", "github-releases", "a/b", "v1.2.3-rc.1+x")]
    [InlineData("Version = \"1.2.3\", // renovate: datasource=helm registryUrl=https://charts.example.org depName=a\nOther = \"9.9.9\"", "helm", "a", "1.2.3")]
    [InlineData("Image = \"x:1.2.3@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\" // renovate: datasource=docker depName=x", "docker", "x", "1.2.3", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("new AppTemplate(\"5.1.0\") { }", "docker", "ghcr.io/bjw-s-labs/helm/app-template", "5.1.0")]
    [InlineData("Container = new() { Image = new(\"ghcr.io/a/b\", \"4.0\") }", "docker", "ghcr.io/a/b", "4.0")]
    [InlineData("new(\"owner/app\", \"1.2\", 80)", "docker", "owner/app", "1.2")]
    [InlineData("[\"tag\"] = ((Values)\"v1.2+k3s1\").WithComment(\"renovate: datasource=github-releases depName=k3s-io/k3s\"),", "github-releases", "k3s-io/k3s", "v1.2+k3s1")]
    [InlineData("new(\"registry.local:5000/a/b\",\n    tag: \"4.0\")", "docker", "registry.local:5000/a/b", "4.0")]
    [InlineData("Image = \"ghcr.io/a/b:v1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"", "docker", "ghcr.io/a/b", "v1.2", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("[\"image\"] = \"owner/app:1.2.3\",", "docker", "owner/app", "1.2.3")]
    [InlineData("[\"repository\"] = \"owner/app\", [\"tag\"] = \"v1.2-x\"", "docker", "owner/app", "v1.2-x")]
    [InlineData("\n// renovate: datasource=helm registryUrl=https://charts.example.org depName=a\npublic sealed class A() : HelmApp(charts => charts.B, \"a\", \"1.2.3\")", "helm", "a", "1.2.3")]
    [InlineData("new() { Url = \"oci://ghcr.io/a/charts/b\", Ref = new() { Tag = \"5.1.0\" } }", "docker", "ghcr.io/a/charts/b", "5.1.0")]
    [InlineData("[\"repository\"] = \"ghcr.io/a/b\",\n        [\"tag\"] = \"5.1.0\",", "docker", "ghcr.io/a/b", "5.1.0")]
    [InlineData("Version = \"2.18.1\", SourceRef = X, Comments = new() { [\"version\"] = \"renovate: datasource=helm registryUrl=https://k.example depName=keda\" }", "helm", "keda", "2.18.1")]
    public void A_shape_gives_its_dependency(string code, string datasource, string name, string version, string digest = "")
    {
        var dependency = Found(code).Should().ContainSingle().Subject;
        (dependency.Datasource, dependency.Name, dependency.Version, dependency.Digest).Should().Be((datasource, name, version, digest));
    }

    [Theory]
    [InlineData("Interval = \"1h\", Host = \"a.example.org\", Path = \"/v1.2\"")]
    [InlineData("new HTTPRoute(\"app\") { Url = \"https://a.example.org/x/1.2\" }")]
    [InlineData("ApiVersion = \"gateway.networking.k8s.io/v1\", Kind = \"Gateway\"")]
    [InlineData("[\"host\"] = \"db.example.org:5432\", [\"path\"] = \"data/a\", [\"listen\"] = \"0.0.0.0:4317\"")]
    [InlineData("Volume(\"data/config\", \"5Gi\"), Get(\"path/a\", \"10m\"), Share(\"nas.local/media\", \"1Ti\")")]
    [InlineData("[\"lbipam.cilium.io/ips\"] = \"192.168.1.1\"")]
    [InlineData("new Manifest(\"traefik.io/v1alpha1\", \"Middleware\")")]
    public void What_is_no_version_is_left_alone(string code) => Found(code).Should().BeEmpty();

    private static IEnumerable<(string Datasource, string Name, string Version, string Digest, string Registry, int At)> Found(string code)
    {
        using var preset = Preset();
        var found = new List<(string, string, string, string, string, int)>();
        foreach (var manager in preset.RootElement.GetProperty("customManagers").EnumerateArray())
            foreach (var pattern in manager.GetProperty("matchStrings").EnumerateArray())
                foreach (Match match in Regex.Matches(code, pattern.GetString()!))
                {
                    string Of(string group) => manager.TryGetProperty(group + "Template", out var template) ? template.GetString()! : match.Groups[group].Value;
                    found.Add((Of("datasource"), Of("depName"), match.Groups["currentValue"].Value, match.Groups["currentDigest"].Value, Of("registryUrl"), match.Groups["currentValue"].Index));
                }

        return found;
    }

    private static JsonDocument Preset() => JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "renovate", "gitops-sdk.json")));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    private static IEnumerable<string> Owned(string folder) =>
        from manifest in Directory.EnumerateFiles(folder, ".gitops", SearchOption.AllDirectories)
        from line in OwnershipManifest.Read(File.ReadAllBytes(manifest))
        where line.Path.EndsWith(".yaml", StringComparison.Ordinal)
        select Path.Combine(Path.GetDirectoryName(manifest)!, line.Path);

    private static IEnumerable<(string Name, string Version)> Commented(string yaml) => Comment().Matches(yaml).Select(static match => (match.Groups["name"].Value, match.Groups["version"].Value));

    // Two numbers with a dot between them at least, alone or behind an image's name.
    [GeneratedRegex(@"""(?:[^""\n]*?:)?v?\d+(?:\.\d+)+(?:[-+.][\w.+-]*)?(?:@sha256:\w+)?""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"tag: (?<tag>\S+) # \{""\$imagepolicy""")]
    private static partial Regex Marked();

    [GeneratedRegex(@"# renovate: datasource=\S+(?: registryUrl=\S+)? depName=(?<name>\S+).*\n[^\n]*?: ""?(?:[\w./-]+:)?(?<version>v?\d[\w.+-]*)(?:@sha256:\w+)?""?\n")]
    private static partial Regex Comment();
}
