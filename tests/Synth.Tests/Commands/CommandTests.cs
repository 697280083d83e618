namespace GitOps.Tests;

/// <summary>The commands as a user meets them: what they print where, and what they return.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Release = TestPlan.Sonarr + "/app/helmrelease.yaml";

    private readonly TestRepository disk = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private TestPlan plan = TestPlan.Home();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task Synth_writes_says_what_and_then_has_nothing_to_do()
    {
        (await Run("synth")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Contain($"+ {Release}\n").And.EndWith("10 created, 0 updated, 0 deleted, 0 unchanged\n");
        (await Run("synth")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Be("up to date: 10 files\n");
        (await Run("synth", "--quiet")).Should().Be(ExitCodes.Done);
        output.ToString().Should().BeEmpty();
        error.ToString().Should().BeEmpty();
    }

    [Fact]
    public async Task Check_shows_a_short_difference_and_writes_nothing()
    {
        await Run("synth");
        plan.App("sonarr", "6.0.0", ["../../../../components/volsync"]);
        var before = disk.Snapshot();
        (await Run("check")).Should().Be(ExitCodes.Findings);
        output.ToString().Should().Be($"~ {Release}\n    spec.values.image.tag: the file says '5.1.0', the C# says '6.0.0'\n");
        error.ToString().Should().Be("gitops: error GOPS0058: the tree is not what the C# says; run 'dotnet run synth' and commit what it writes\n");
        disk.Snapshot().Should().Equal(before);
        await Run("synth");
        (await Run("check")).Should().Be(ExitCodes.Done);
    }

    [Fact]
    public async Task Diff_is_a_unified_diff_of_disk_and_plan()
    {
        await Run("synth");
        (await Run("diff")).Should().Be(ExitCodes.Done);
        output.ToString().Should().BeEmpty();
        plan.App("sonarr", "6.0.0", ["../../../../components/volsync"]).Without(TestPlan.Volsync + "/pvc.yaml").Add(TestPlan.Volsync + "/cm.yaml", "a: 1\nb: 2\n", TestPlan.Volsync);
        (await Run("diff", "--allow-prune", "PersistentVolumeClaim/${APP}")).Should().Be(ExitCodes.Findings);
        output.ToString().Should().Be($"""
            --- {Release}
            +++ {Release}
            @@ -5,4 +5,4 @@
             spec:
               values:
                 image:
            -      tag: 5.1.0
            +      tag: 6.0.0
            --- /dev/null
            +++ {TestPlan.Volsync}/cm.yaml
            @@ -0,0 +1,2 @@
            +a: 1
            +b: 2
            --- {TestPlan.Volsync}/pvc.yaml
            +++ /dev/null
            @@ -1,4 +0,0 @@
            -apiVersion: v1
            -kind: PersistentVolumeClaim
            -metadata:
            -  name: $APP

            """.Replace("$APP", "${APP}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_by_hand_is_said_with_both_values_at_its_line()
    {
        await Run("synth");
        disk.Edit(Release, "5.1.0", "5.2.0");
        (await Run("synth")).Should().Be(ExitCodes.HandEditsKept);
        error.ToString().Should().Be($"Apps/Media/sonarr.cs(20): warning GOPS0052: '{Release}' was edited by hand and is kept "
            + $"(take it into the C# with 'accept', or give it up with --overwrite {Release}): the file says '5.2.0', the C# says '5.1.0' at spec.values.image.tag\n");
        (await Run("synth", "--overwrite", Release)).Should().Be(ExitCodes.Done);
        output.ToString().Should().Contain($"~ {Release} (edit by hand given up)\n");
        (await Run("check")).Should().Be(ExitCodes.Done);
    }

    [Fact]
    public async Task An_option_may_stand_before_the_paths_and_after()
    {
        await Run("synth");
        disk.Edit(Release, "5.1.0", "5.2.0");
        (await Run("synth", "--overwrite", "--quiet")).Should().Be(ExitCodes.Done);
        output.ToString().Should().BeEmpty();
        disk.Read(Release).Should().Contain("5.1.0");
    }

    [Fact]
    public async Task List_where_and_show_look_at_the_plan_alone()
    {
        (await Run("list")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Be("media/plex    kubernetes/apps/media/plex/app    Apps/Media/plex.cs(14)\nmedia/sonarr  kubernetes/apps/media/sonarr/app  Apps/Media/sonarr.cs(14)\n");
        (await Run("where", "media/helmrelease/sonarr")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Be($"Apps/Media/sonarr.cs(20): {Release}\n");
        (await Run("where", "Namespace/media")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Be("Apps/Ns.cs(3): kubernetes/apps/media/namespace.yaml\n");
        (await Run("where", $"./{TestPlan.Sonarr}/ks.yaml")).Should().Be(ExitCodes.Done);
        (await Run("where", "media/Secret/sonarr")).Should().Be(ExitCodes.Findings);
        error.ToString().Should().Be("gitops: nothing in the plan is called 'media/Secret/sonarr'; did you mean 'media/HelmRelease/sonarr'?\n");
        (await Run("show", "media/sonarr")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Contain("kind: HelmRelease").And.Contain("kind: PersistentVolumeClaim");
        (await Run("show", "media/none")).Should().Be(ExitCodes.Findings);
        disk.Exists("kubernetes").Should().BeFalse();
    }

    [Theory]
    [InlineData("synth", "--nonsense")]
    [InlineData("write")]
    [InlineData("where")]
    [InlineData("synth", "extra")]
    public async Task A_wrong_command_line_gives_two(params string[] args)
    {
        (await Run(args)).Should().Be(ExitCodes.Usage);
        error.ToString().Should().StartWith("gitops: ").And.Contain("'help' lists the commands");
        disk.Exists("kubernetes").Should().BeFalse();
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("synth", "help")]
    [InlineData("help", "synth")]
    [InlineData("synth", "--help")]
    [InlineData]
    public async Task Help_is_a_word_too(params string[] args)
    {
        (await Run(args)).Should().Be(ExitCodes.Done);
        output.ToString().Should().Contain("Usage:").And.Contain(args.Contains("synth") ? "--allow-prune <NAMESPACE/NAME>" : "check");
        disk.Exists("kubernetes").Should().BeFalse();
    }

    [Fact]
    public async Task Findings_of_the_renderer_are_sorted_by_place_and_stop_everything()
    {
        RenderResult Render(RenderOptions options) => new(plan.Build(),
        [
            new Finding("GOPS2001", FindingSeverity.Error, "second", new FindingPlace("Apps/B.cs", 2)),
            new Finding("GOPS2001", FindingSeverity.Warning, "third", new FindingPlace("Apps/B.cs", 10)),
            new Finding("GOPS2001", FindingSeverity.Error, "first", new FindingPlace("Apps/A.cs", 9)),
        ]);
        (await Run(Render, "synth")).Should().Be(ExitCodes.Findings);
        error.ToString().Should().Be("Apps/A.cs(9): error GOPS2001: first\nApps/B.cs(2): error GOPS2001: second\nApps/B.cs(10): warning GOPS2001: third\n");
        output.ToString().Should().BeEmpty();
        disk.Exists("kubernetes").Should().BeFalse();
    }

    [Fact]
    public async Task A_fault_of_our_own_asks_for_a_report_and_shows_its_stack_only_when_asked()
    {
        static RenderResult Render(RenderOptions options) => throw new InvalidOperationException("oh\nno");
        (await Run(Render, "synth")).Should().Be(ExitCodes.InternalError);
        error.ToString().Should().Be("gitops: error GOPS9001: GitOps.Sdk itself failed, please report it: InvalidOperationException: oh no; --detailed shows where\n");
        (await Run(Render, "synth", "--detailed")).Should().Be(ExitCodes.InternalError);
        error.ToString().Should().Contain("   at GitOps.");
    }

    [Fact]
    public async Task Without_a_repository_nothing_is_done()
    {
        disk.Delete("gitops.root");
        (await Run("synth")).Should().Be(ExitCodes.Findings);
        error.ToString().Should().StartWith("gitops: error GOPS0059: no repository");
    }

    [Fact]
    public async Task Two_at_once_are_told_apart_and_a_stale_lock_does_not_block()
    {
        using (disk.Disk.TryLock())
        {
            (await Run("synth")).Should().Be(ExitCodes.Findings);
            error.ToString().Should().StartWith("gitops: error GOPS0056: another synth");
            disk.Exists("kubernetes").Should().BeFalse();
        }
        disk.Exists(".gitops-synth.lock").Should().BeFalse();
        disk.Write(".gitops-synth.lock", "left by a crash");
        (await Run("synth")).Should().Be(ExitCodes.Done);
        Directory.CreateDirectory(disk.Full(".git"));
        using (disk.Disk.TryLock())
            (await Run("synth")).Should().Be(ExitCodes.Findings);
        (await Run("synth")).Should().Be(ExitCodes.Done);
    }

    [Fact]
    public async Task Colours_are_for_terminals_and_never_wrap_a_line()
    {
        await Run("synth");
        disk.Edit(Release, "5.1.0", "5.2.0");
        (await CommandLineApp.RunAsync(_ => plan, ["synth"], Host() with { IsTerminal = true })).Should().Be(ExitCodes.HandEditsKept);
        error.ToString().TrimEnd('\n').Should().NotContain("\n").And.Contain("GOPS0052");
    }

    [Fact]
    public async Task Show_puts_in_what_is_known_and_says_where_each_variable_comes_from()
    {
        var cluster = new SampleCluster(SampleCluster.App<Shown, ShownSpace>("shown", "media"))
        {
            RootKustomization = new() { Patches = [Patch.Merge("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: _\nspec:\n  postBuild:\n    substitute:\n      SHARED: everywhere\n", new PatchTarget { Kind = "Kustomization" })] },
        };

        (await Run(options => TreeRenderer.Render(cluster, options).Result, "show", "media/shown")).Should().Be(ExitCodes.Done, error.ToString());

        output.ToString().Should().Contain("# OWN = one    substitute\n").And.Contain("# PART_SIZE = 5Gi    component Part\n").And.Contain("# SHARED = everywhere    a patch of flux-system/cluster-apps\n")
            .And.Contain("# LEFT = a default    default in kubernetes/apps/media/shown/app\n")
            .And.Contain("  all: one everywhere a default ${literal}\n").And.Contain("  size: the 5Gi\n").And.Contain("  script: echo ${OWN}\n");
    }

    private sealed class ShownSpace : FluxNamespace;

    private sealed class Part : FluxComponent
    {
        protected internal override string Directory => "components/part";

        protected internal override ManifestList Manifests => [new Manifest("v1", "ConfigMap", "part") { ["data"] = new() { ["size"] = "the ${PART_SIZE}" } }];

        protected internal override void AddVariables(ComponentVariables variables) => variables.Set("PART_SIZE", "5Gi");
    }

    private sealed class Shown : FluxApp
    {
        public override Map<string> Substitute => new() { ["OWN"] = "one" };

        public override ComponentList Components => [new Part()];

        public override ManifestList Manifests =>
        [
            new Manifest("v1", "ConfigMap") { ["data"] = new() { ["all"] = "${OWN} ${SHARED} ${LEFT:=a default} " + Text.Literal("${literal}") } },
            new Manifest("v1", "ConfigMap", "off") { SubstitutionDisabled = true, ["data"] = new() { ["script"] = Text.Literal("echo ${OWN}") } },
        ];
    }

    private Task<int> Run(params string[] args) => Run(_ => plan, args);

    private Task<int> Run(Func<RenderOptions, RenderResult> render, params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        return CommandLineApp.RunAsync(render, args, Host());
    }

    private CommandLineHost Host() => new() { Out = output, Error = error, IsTerminal = false, StartFolder = disk.Folder };
}
