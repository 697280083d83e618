using GitOps.Models.FluxCD;
using GitOps.Models.VolSync;

namespace GitOps.Tests;

/// <summary>Synth says the practice rules at C# lines, of values too, which it does not read again.</summary>
public sealed class PracticesTests
{
    [Fact]
    public void Values_an_interval_below_its_tier_and_a_provider_are_judged()
    {
        var findings = Render(new ClusterRules { RequireLimits = true }, SampleCluster.App<Careless, Media>("careless", "media"), SampleCluster.App<Operator, Media>("operator", "media"));

        findings.Select(static finding => $"{finding.Id} {finding.FieldPath}").Should().BeEquivalentTo(
            "GOPS4011 spec.values.controllers.main.containers.app.image.tag", "GOPS7004 spec.values.controllers.main.containers.app.env.DB_PASSWORD",
            "GOPS7005 spec.values.controllers.main.containers.app", "GOPS1016 spec.interval", "GOPS1015 ", "GOPS4010 spec.ref.tag", "GOPS4012 spec.install.remediation.retries");
        findings.Should().OnlyContain(static finding => finding.Severity == FindingSeverity.Warning && finding.Place!.Path.EndsWith(".cs"));
    }

    [Fact]
    public void What_the_cluster_does_not_ask_for_is_not_said()
    {
        var findings = Render(new ClusterRules { BootstrappedGroups = ["volsync.backube"] }, SampleCluster.App<Careless, Media>("careless", "media"), SampleCluster.App<Operator, Media>("operator", "media"));

        findings.Select(static finding => finding.Id).Should().NotContain(["GOPS7005", "GOPS1015"]);
    }

    [Fact]
    public void A_Secret_made_in_code_is_not_published()
    {
        Render(new(), SampleCluster.App<Publishes, Media>("publishes", "media")).Should().ContainSingle().Which.Should().Match<Finding>(static finding => finding.Id == "GOPS7002" && finding.Severity == FindingSeverity.Error);
        Render(new(), SampleCluster.App<FillsIn, Media>("fills-in", "media")).Should().BeEmpty();
    }

    /// <summary>The file that takes findings from <c>validate</c> takes them from synth too.</summary>
    [Fact]
    public void A_Secret_that_must_be_one_is_excepted_in_the_rules_file()
    {
        IReadOnlyList<Finding> With(string rules) =>
            TreeRenderer.Render(new SampleCluster(SampleCluster.App<Publishes, Media>("publishes", "media")), new RenderOptions(new NoFiles { Rules = rules })).Result.Findings;

        With("suppress:\n  - id: GOPS7002\n    reason: no secret\n").Should().BeEmpty();
        With("suppress:\n  - id: GOPS7003\n").Should().ContainSingle(static finding => finding.Id == "GOPS7002");
        With("supress: []\n").Select(static finding => finding.Id).Should().BeEquivalentTo("GOPS0030", "GOPS7002");
    }

    private static IReadOnlyList<Finding> Render(ClusterRules rules, params AppRegistration[] apps) =>
        TreeRenderer.Render(new SampleCluster(apps) { Ruling = rules }, new RenderOptions(new NoFiles())).Result.Findings;

    private sealed class Media : FluxNamespace;

    [Provides("volsync.backube")]
    private sealed class Operator : FluxApp
    {
        public override ManifestList Manifests => [];
    }

    private sealed class Publishes : FluxApp
    {
        public override ManifestList Manifests => [new Models.Kubernetes.Secret { StringData = new() { ["password"] = "hunter22" } }];
    }

    private sealed class FillsIn : FluxApp
    {
        public override Map<string> Substitute => new() { ["PASSWORD"] = "see above" };

        public override ManifestList Manifests => [new Models.Kubernetes.Secret { StringData = new() { ["password"] = "${PASSWORD}" } }];
    }

    private sealed class Careless : FluxApp
    {
        private OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://example.org/app", Ref = new() { Tag = "latest" } } };

        public override Tier? Tier => new("standard", "1h") { Minimum = "30m" };

        public override Duration? Interval => "1m";

        public override ManifestList Manifests =>
        [
            Chart,
            new HelmRelease
            {
                Spec = new()
                {
                    Interval = "1h",
                    ChartRef = Chart,
                    Install = new() { Remediation = new() { Retries = -1 } },
                    Values = new()
                    {
                        ["controllers"] = new()
                        {
                            ["main"] = new()
                            {
                                ["containers"] = new()
                                {
                                    ["app"] = new() { ["image"] = new() { ["repository"] = "a/b", ["tag"] = "latest" }, ["env"] = new() { ["DB_PASSWORD"] = "hunter22" } },
                                },
                            },
                        },
                    },
                },
            },
            new ReplicationSource { Spec = new() { SourcePVC = "a", Trigger = new() { Manual = "a" }, Restic = new() { Repository = "r", CopyMethod = "Direct" } } },
        ];
    }
}
