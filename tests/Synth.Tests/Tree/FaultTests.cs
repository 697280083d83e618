namespace GitOps.Tests;

/// <summary>Whatever step fails, the tree that stands is whole file by file, and the next run heals it without taking its own half-done work for an edit by hand.</summary>
public sealed class FaultTests
{
    public static TheoryData<string, Failure> Cases
    {
        get
        {
            var cases = new TheoryData<string, Failure>();
            foreach (var change in Changes.Keys)
                foreach (var failure in Enum.GetValues<Failure>())
                    cases.Add(change, failure);
            return cases;
        }
    }

    private static readonly SortedDictionary<string, Func<TestPlan, TestPlan>> Changes = new(StringComparer.Ordinal)
    {
        ["everything changes"] = static plan => plan
            .App("sonarr", "6.0.0", ["../../../../components/volsync"])
            .App("plex", "2.0.0", [])
            .Add(TestPlan.Media + "/kustomization.yaml", "kind: Kustomization\nnamespace: media\n", TestPlan.Media)
            .Add(TestPlan.Volsync + "/pvc.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${APP}\nspec: {}\n", TestPlan.Volsync, 1, new PlannedObject("v1", "PersistentVolumeClaim", null, "${APP}")),
        ["an app goes, one comes"] = static plan => plan.Without(TestPlan.Plex).App("jellyfin", "1.0.0", []),
        ["files come and go inside an app"] = static plan => plan
            .Without(TestPlan.Plex + "/app/helmrelease.yaml")
            .Add(TestPlan.Plex + "/other/deep/helmrelease.yaml", "kind: HelmRelease\n", TestPlan.Plex)
            .Add(TestPlan.Plex + "/ks.yaml", "kind: none\n", TestPlan.Plex),
        ["a file moves from one unit to another"] = static plan => plan
            .Without(TestPlan.Media + "/namespace.yaml")
            .Add(TestPlan.Media + "/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: media\n  labels: {}\n", "kubernetes/apps", 3, new PlannedObject("v1", "Namespace", null, "media")),
    };

    [Fact]
    public void A_first_run_heals_whatever_step_failed()
    {
        var whole = new MemoryFileSystem();
        SynthRun.Run(whole, TestPlan.Home(), new SynthOptions(), write: true).ExitCode.Should().Be(ExitCodes.Done);
        foreach (var failure in Enum.GetValues<Failure>()) FailAtEveryStep(new MemoryFileSystem(), TestPlan.Home(), failure, whole.Files);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_heals_whatever_step_failed(string change, Failure failure)
    {
        var before = new MemoryFileSystem();
        SynthRun.Run(before, TestPlan.Home(), new SynthOptions(), write: true).ExitCode.Should().Be(ExitCodes.Done);
        var plan = Changes[change](TestPlan.Home());
        var options = new SynthOptions { AllowPrune = ["media/plex"] };
        var after = before.Clone();
        SynthRun.Run(after, plan, options, write: true).ExitCode.Should().Be(ExitCodes.Done);
        FailAtEveryStep(before, plan, failure, after.Files, options);
    }

    /// <summary>The plan may change between the failed run and the next: what the failed one left half-done is ours all the same.</summary>
    [Fact]
    public void A_third_plan_heals_what_the_second_left_half_done()
    {
        var before = new MemoryFileSystem();
        SynthRun.Run(before, TestPlan.Home(), new SynthOptions(), write: true);
        var second = Changes["everything changes"](TestPlan.Home());
        var third = TestPlan.Home().App("sonarr", "7.0.0", ["../../../../components/volsync"]).Without(TestPlan.Plex);
        var steps = before.Clone();
        var start = steps.Steps;
        SynthRun.Run(steps, second, new SynthOptions(), write: true);
        for (var step = 1; step <= steps.Steps - start; step++)
        {
            var disk = before.Clone();
            (disk.Failure, disk.FailAt) = (Failure.Crash, step);
            SynthRun.Run(disk, second, new SynthOptions(), write: true);
            disk.Heal();
            var result = SynthRun.Run(disk, third, new SynthOptions { AllowPrune = ["media/plex"] }, write: true);
            result.ExitCode.Should().Be(ExitCodes.Done, $"step {step}: {string.Join('\n', result.Findings)}");
            disk.Files.Keys.Where(static path => !path.EndsWith(OwnershipManifest.FileName, StringComparison.Ordinal)).Should().Equal(third.Files.Select(static file => file.Path));
        }
    }

    private static void FailAtEveryStep(MemoryFileSystem before, TestPlan plan, Failure failure, IReadOnlyDictionary<string, byte[]> wanted, SynthOptions? options = null)
    {
        options ??= new SynthOptions();
        var planned = plan.Files.ToDictionary(static file => file.Path, static file => file.Content.ToArray());
        for (var step = 1; ; step++)
        {
            var disk = before.Clone();
            (disk.Failure, disk.FailAt) = (failure, step);
            var failed = SynthRun.Run(disk, plan, options, write: true);
            if (disk.Steps < step || (failure == Failure.FullDisk && failed.ExitCode == ExitCodes.Done))
            {
                failed.ExitCode.Should().Be(ExitCodes.Done);
                step.Should().BeGreaterThan(20, "the loop reached every step");
                return;
            }
            failed.ExitCode.Should().Be(ExitCodes.Findings, $"step {step} failed");
            failed.Findings.Should().ContainSingle(static finding => finding.Id == RuleIds.DiskRefused);

            // Each file is as it was or as it will be, never in between; only files with the name of a half-written one may be anything.
            foreach (var (path, content) in disk.Files)
                if (!path.EndsWith(DiskTree.TemporarySuffix, StringComparison.Ordinal) && !path.EndsWith(OwnershipManifest.FileName, StringComparison.Ordinal))
                    (Same(before.Files, path, content) || Same(planned, path, content)).Should().BeTrue($"'{path}' is whole after step {step}");

            disk.Heal();
            var healed = SynthRun.Run(disk, plan, options, write: true);
            healed.ExitCode.Should().Be(ExitCodes.Done, $"step {step}: {string.Join('\n', healed.Findings)}");
            disk.Files.Keys.Should().Equal(wanted.Keys, $"step {step}");
            foreach (var (path, content) in disk.Files) Same(wanted, path, content).Should().BeTrue($"'{path}' is healed after step {step}");
            SynthRun.Run(disk, plan, options, write: false).ExitCode.Should().Be(ExitCodes.Done);
        }
    }

    private static bool Same(IReadOnlyDictionary<string, byte[]> files, string path, byte[] content) =>
        files.TryGetValue(path, out var other) && other.AsSpan().SequenceEqual(content);
}
