using System.Text;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>What Flux's image automation commits into the tree stays, and is no edit by hand.</summary>
public sealed class ImagePolicyTests : IDisposable
{
    private const string Release = TestPlan.Sonarr + "/app/helmrelease.yaml";

    private readonly TestRepository disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("1.1.0", "1.2.0")]
    [InlineData("\"1.1\"", "\"1.2\"")]
    [InlineData("1.1.0", "\"1.20\"")]
    public void A_bumped_tag_is_up_to_date(string from, string to)
    {
        var plan = Plan(from);
        disk.Synth(plan).ExitCode.Should().Be(ExitCodes.Done);
        var before = disk.Read(Release);
        disk.Edit(Release, $"tag: {from} #", $"tag: {to} #");

        var check = disk.Check(plan);
        check.Findings.Should().BeEmpty();
        check.Comparison!.IsUpToDate.Should().BeTrue();
        disk.Synth(plan).Outcome!.Written.Should().Be(0);
        disk.Read(Release).Should().Be(before.Replace($"tag: {from} #", $"tag: {to} #", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_of_the_CSharp_elsewhere_is_written_around_the_bumped_tag()
    {
        disk.Synth(Plan("1.1.0"));
        disk.Edit(Release, "tag: 1.1.0", "tag: 1.2.0");

        var changed = Plan("1.1.0", replicas: 3);
        disk.Check(changed).Findings.Should().BeEmpty();
        disk.Synth(changed).ExitCode.Should().Be(ExitCodes.Done);

        disk.Read(Release).Should().Be(Text("1.2.0", replicas: 3));
        disk.Check(changed).Comparison!.IsUpToDate.Should().BeTrue();
    }

    /// <summary>Flux drops what stands before the first document and indents lists as it likes (kyaml kio).</summary>
    [Fact]
    public void Flux_may_write_the_file_in_its_own_style()
    {
        var plan = Plan("1.1.0");
        disk.Synth(plan);
        disk.Write(Release, Text("1.2.0")["# from Apps/Sonarr.cs\n---\n".Length..].Replace("      - one\n", "    - \"one\"\n", StringComparison.Ordinal));
        var written = disk.Read(Release);

        disk.Check(plan).Comparison!.IsUpToDate.Should().BeTrue();
        disk.Synth(plan).Findings.Should().BeEmpty();
        disk.Read(Release).Should().Be(written, "Flux is not contradicted");
        disk.Synth(Plan("1.1.0", replicas: 3)).Findings.Should().BeEmpty();
        disk.Read(Release).Should().Be(Text("1.2.0", replicas: 3));
    }

    [Theory]
    [InlineData("replicas: 1", "replicas: 2", "spec.values.replicas")]
    [InlineData("tag: 1.2.0 # {\"$imagepolicy\": \"flux-system:sonarr:tag\"}", "tag: 1.2.0 # {\"$imagepolicy\": \"flux-system:radarr:tag\"}", "spec.values.image.tag")]
    [InlineData("# pinned", "# unpinned", null)]
    [InlineData("  - one\n", "  - one\n    # and so on\n", null)]
    public void What_else_is_edited_is_an_edit_by_hand(string from, string to, string? field)
    {
        var plan = Plan("1.1.0");
        disk.Synth(plan);
        disk.Edit(Release, "tag: 1.1.0", "tag: 1.2.0");
        disk.Edit(Release, from, to);
        var edited = disk.Read(Release);

        var result = disk.Synth(plan);
        result.ExitCode.Should().Be(ExitCodes.HandEditsKept);
        result.Findings.Should().ContainSingle(found => found.Id == RuleIds.EditedByHand).Which.FieldPath.Should().Be(field);
        disk.Read(Release).Should().Be(edited);
    }

    [Fact]
    public void The_CSharp_wins_only_where_the_file_is_named()
    {
        var plan = Plan("1.1.0");
        disk.Synth(plan);
        disk.Edit(Release, "tag: 1.1.0", "tag: 1.2.0");

        disk.Synth(plan, new SynthOptions { OverwriteAll = true }).Outcome!.Written.Should().Be(0);
        disk.Read(Release).Should().Contain("1.2.0");
        disk.Synth(plan, new SynthOptions { Overwrite = [Release] }).Outcome!.Written.Should().Be(1);
        disk.Read(Release).Should().Be(Text("1.1.0"));
    }

    [Fact]
    public void A_merge_conflict_keeps_the_side_that_was_bumped()
    {
        var plan = Plan("1.1.0", replicas: 3);
        disk.Synth(Plan("1.1.0"));
        var lines = disk.Read($"{TestPlan.Sonarr}/.gitops");
        disk.Synth(plan);
        disk.Write($"{TestPlan.Sonarr}/.gitops", lines + disk.Read($"{TestPlan.Sonarr}/.gitops"));
        disk.Write(Release, $"<<<<<<< HEAD\n{Text("1.1.0", replicas: 3)}=======\n{Text("1.2.0")}>>>>>>> flux\n");

        disk.Synth(plan).Findings.Should().BeEmpty();
        disk.Read(Release).Should().Be(Text("1.2.0", replicas: 3));
        disk.Check(plan).Comparison!.IsUpToDate.Should().BeTrue();
    }

    [Fact]
    public void A_tag_follows_its_policy_when_a_list_grows_before_it()
    {
        disk.Synth(TestPlan.Home().Add(Release, List("a"), TestPlan.Sonarr));
        disk.Edit(Release, "app:1.1.0", "app:1.2.0");

        disk.Synth(TestPlan.Home().Add(Release, List("b", "a"), TestPlan.Sonarr)).Findings.Should().BeEmpty();
        disk.Read(Release).Should().Contain("""image: app:1.2.0 # {"$imagepolicy": "ns:a"}""").And.Contain("""image: app:1.1.0 # {"$imagepolicy": "ns:b"}""");

        static string List(params string[] policies) =>
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n" + string.Concat(policies.Select(static policy => $"    - image: app:1.1.0 # {{\"$imagepolicy\": \"ns:{policy}\"}}\n"));
    }

    [Fact]
    public void A_lost_manifest_a_checkout_with_CRLF_and_a_file_that_is_no_longer_planned_are_as_ever()
    {
        var plan = Plan("1.1.0");
        disk.Synth(plan);
        disk.Edit(Release, "tag: 1.1.0", "tag: 1.2.0");
        disk.Delete($"{TestPlan.Sonarr}/.gitops");
        disk.Synth(plan).Findings.Should().BeEmpty();
        disk.Check(plan).Comparison!.IsUpToDate.Should().BeTrue();

        disk.Write(Release, disk.Read(Release).Replace("\n", "\r\n", StringComparison.Ordinal));
        disk.Check(plan).Comparison!.Changes.Should().ContainSingle().Which.Reason.Should().Be(ChangeReason.LineEndings);
        disk.Synth(plan);
        disk.Read(Release).Should().Be(Text("1.2.0"));

        disk.Synth(Plan("1.1.0").Without(Release)).Findings.Should().BeEmpty();
        disk.Exists(Release).Should().BeFalse();
    }

    [Theory]
    [InlineData("a: [1, 2 # {\"$imagepolicy\": \"x\"}")]
    [InlineData("a: 1 # {\"$imagepolicy\": 5}\n")]
    [InlineData("a: 1 # {\"$imagepolicy\": \n")]
    [InlineData("a: | # {\"$imagepolicy\": \"x:y\"}\n  text\n")]
    [InlineData("a: # {\"$imagepolicy\": \"x:y\"}\n")]
    [InlineData("\"$imagepolicy\"")]
    public void A_text_with_the_word_alone_is_a_text(string text)
    {
        var plan = TestPlan.Home().Add(Release, text, TestPlan.Sonarr);
        disk.Synth(plan).ExitCode.Should().Be(ExitCodes.Done);
        disk.Check(plan).Comparison!.IsUpToDate.Should().BeTrue();
        disk.Write(Release, text + "\nmore: x\n");
        disk.Synth(plan).ExitCode.Should().Be(ExitCodes.HandEditsKept);
    }

    [Fact]
    public void The_marker_names_the_policy_object()
    {
        var rendering = new SampleCluster(SampleCluster.App<Automation, Fleet>("automation", "fleet"), SampleCluster.App<Web, Shop>("web", "shop")).Render();

        rendering.Result.Findings.Should().BeEmpty();
        Content("web/app/helmrelease.yaml").Should().Contain("""
                  repository: ghcr.io/example/web # {"$imagepolicy": "fleet:web-stable:name"}
                  # chosen by Flux
                  tag: 1.1.0 # {"$imagepolicy": "fleet:web-stable:tag"}
            """);
        Content("web/app/cronjob.yaml").Should().Contain("""image: ghcr.io/example/web:1.1.0 # {"$imagepolicy": "shop:web"}""");
        Content("web/app/kustomization.yaml").Should().Contain("""
              - digest: sha256:0123 # {"$imagepolicy": "fleet:web-stable:digest"}
                name: web
                newName: ghcr.io/example/web # {"$imagepolicy": "fleet:web-stable:name"}
                newTag: 1.1.0 # {"$imagepolicy": "fleet:web-stable:tag"}
            """);
        ImagePolicyValues.MayBeIn(Encoding.UTF8.GetBytes(Content("web/app/helmrelease.yaml"))).Should().BeTrue();

        string Content(string path) => Encoding.UTF8.GetString(rendering.Result.Plan!.Files.Single(file => file.Path.EndsWith(path, StringComparison.Ordinal)).Content.Span);
    }

    [Fact]
    public void A_marker_of_a_policy_that_no_app_lists_is_a_reference_that_leads_nowhere()
    {
        var rendering = new SampleCluster(SampleCluster.App<Lost, Shop>("lost", "shop")).Render();

        rendering.Result.Findings.Should().ContainSingle().Which.Id.Should().Be(RuleIds.ReferenceLeadsNowhere);
    }

    [Fact]
    public void A_mapping_has_no_image() => FluentActions.Invoking(static () => new Values { ["a"] = 1 }.WithPolicy(new ImagePolicy("x"))).Should().Throw<InvalidOperationException>();

    private static TestPlan Plan(string tag, int replicas = 1) => TestPlan.Home().Add(Release, Text(tag, replicas), TestPlan.Sonarr, 20,
        new PlannedObject("helm.toolkit.fluxcd.io/v2", "HelmRelease", "media", "sonarr", new FindingPlace("Apps/Sonarr.cs", 20)));

    private static string Text(string tag, int replicas = 1) => $$"""
        # from Apps/Sonarr.cs
        ---
        # pinned
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: sonarr
        spec:
          values:
            list:
              - one
            replicas: {{replicas}}
            image:
              tag: {{tag}} # {"$imagepolicy": "flux-system:sonarr:tag"}

        """;

    private sealed class Fleet : FluxNamespace;

    private sealed class Shop : FluxNamespace;

    private sealed class Automation : FluxApp
    {
        public ImagePolicy Stable => field ??= new("web-stable") { Spec = new() { ImageRepositoryRef = Repository, Policy = new() { Semver = new() { Range = "1.x" } } } };

        private ImageRepository Repository => field ??= new("web") { Spec = new() { Image = "ghcr.io/example/web", Interval = "5m" } };

        public override ManifestList Manifests => [Repository, Stable];
    }

    private sealed class Web : FluxApp
    {
        private static ObjectRef<ImagePolicy> Stable => Ref<Automation>.To(app => app.Stable);

        private ImageRepository Repository => field ??= new() { Spec = new() { Image = "ghcr.io/example/web", Interval = "5m" } };

        private ImagePolicy Policy => field ??= new() { Spec = new() { ImageRepositoryRef = Repository, Policy = new() { Alphabetical = new() } } };

        public override KustomizeOptions Kustomize => new() { Images = [new("web") { NewName = "ghcr.io/example/web", NewTag = "1.1.0", Digest = "sha256:0123", Policy = Stable }] };

        public override ManifestList Manifests =>
        [
            Repository,
            Policy,
            new HelmRelease
            {
                Spec = new()
                {
                    Interval = "1h",
                    Chart = new() { Spec = new() { Chart = "web", Version = "1.0.0", SourceRef = new() { Kind = "GitRepository", Name = "flux-system", Namespace = "flux-system" } } },
                    Values = new()
                    {
                        ["image"] = new()
                        {
                            ["repository"] = ((Values)"ghcr.io/example/web").WithPolicy(Stable, ImagePolicyPart.Name),
                            ["tag"] = ((Values)"1.1.0").WithPolicy(Stable, ImagePolicyPart.Tag).WithComment("chosen by Flux"),
                        },
                    },
                },
            },
            new CronJob
            {
                Spec = new()
                {
                    Schedule = "@daily",
                    JobTemplate = new()
                    {
                        Spec = new()
                        {
                            Template = new()
                            {
                                Spec = new()
                                {
                                    RestartPolicy = "Never",
                                    Containers = [new() { Name = "web", Image = "ghcr.io/example/web:1.1.0", Comments = new FieldComments().Policy("image", Policy) }],
                                },
                            },
                        },
                    },
                },
            },
        ];
    }

    private sealed class Lost : FluxApp
    {
        private ImagePolicy Policy => field ??= new() { Spec = new() { ImageRepositoryRef = new() { Name = "x" }, Policy = new() { Alphabetical = new() } } };

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "b" } }, new Manifest("v1", "Thing") { ["spec"] = new() { ["image"] = ((Values)"x").WithPolicy(Policy) } }];
    }
}
