namespace GitOps.Tests;

/// <summary>What happens to a tree between two runs, case by case: <c>check</c> sees it, synth treats it as it must, a second run has nothing to do,
/// and no file that synth does not own ever changes.</summary>
public sealed class MutationTests
{
    private const string SonarrRelease = TestPlan.Sonarr + "/app/helmrelease.yaml";
    private const string SonarrManifest = TestPlan.Sonarr + "/.gitops";

    private static readonly SortedDictionary<string, Mutation> All = new(StringComparer.Ordinal)
    {
        ["a deleted file is written again"] = new(static (disk, _) => disk.Delete(SonarrRelease)) { Writes = 1 },
        ["a deleted folder is written again"] = new(static (disk, _) => disk.Delete(TestPlan.Sonarr)) { Writes = 3 },
        ["a tag edited by hand is reported and kept"] = new(static (disk, _) => disk.Edit(SonarrRelease, "5.1.0", "5.2.0"))
        {
            Writes = 0,
            ExitCode = ExitCodes.HandEditsKept,
            Finds = [RuleIds.EditedByHand],
            After = static disk => disk.Read(SonarrRelease).Should().Contain("5.2.0"),
        },
        ["a tag edited by hand is given up with --overwrite"] = new(static (disk, _) => disk.Edit(SonarrRelease, "5.1.0", "5.2.0"))
        {
            Options = new SynthOptions { OverwriteAll = true },
            Writes = 1,
            Finds = [RuleIds.EditedByHand],
            After = static disk => disk.Read(SonarrRelease).Should().Contain("5.1.0"),
        },
        ["--overwrite of one file keeps the other"] = new(static (disk, _) =>
        {
            disk.Edit(SonarrRelease, "5.1.0", "5.2.0");
            disk.Edit(TestPlan.Plex + "/app/helmrelease.yaml", "1.0.0", "1.1.0");
        })
        {
            Options = new SynthOptions { Overwrite = [SonarrRelease] },
            Writes = 1,
            ExitCode = ExitCodes.HandEditsKept,
            Finds = [RuleIds.EditedByHand],
            After = static disk => disk.Read(TestPlan.Plex + "/app/helmrelease.yaml").Should().Contain("1.1.0"),
        },
        ["a tag bumped in the tree and in C# is adopted"] = new(static (disk, plan) =>
        {
            disk.Edit(SonarrRelease, "5.1.0", "5.2.0");
            plan.App("sonarr", "5.2.0", ["../../../../components/volsync"]);
        })
        { Writes = 0 },
        ["a change in C# is written"] = new(static (_, plan) => plan.App("sonarr", "6.0.0", ["../../../../components/volsync"])) { Writes = 1 },
        ["a lost manifest comes back"] = new(static (disk, _) => disk.Delete(SonarrManifest)) { Writes = 0, After = static disk => disk.Exists(SonarrManifest).Should().BeTrue() },
        ["an emptied manifest comes back"] = new(static (disk, _) => disk.Write(SonarrManifest, "")) { Writes = 0 },
        ["a manifest of rubbish comes back"] = new(static (disk, _) => disk.Write(SonarrManifest, "rubbish\n\0\n")) { Writes = 0 },
        ["a manifest with conflict markers is the union of both sides"] = new(static (disk, plan) =>
        {
            var lines = disk.Read(SonarrManifest).Split('\n');
            disk.Write(SonarrManifest, $"{lines[0]}\n<<<<<<< HEAD\n{lines[1]}\n=======\n0123456789abcdef  app/other.yaml\n{lines[2]}\n>>>>>>> theirs\n{lines[3]}\n");
            plan.App("sonarr", "6.0.0", ["../../../../components/volsync"]);
        })
        { Writes = 1 },
        ["a stale line of a manifest goes"] = new(static (disk, _) => disk.Write(SonarrManifest, disk.Read(SonarrManifest) + "0123456789abcdef  app/gone.yaml\n")) { Writes = 0 },
        ["a manifest that points outside its folder is not believed"] = new(static (disk, _) =>
        {
            disk.Write("kubernetes/mine.yaml", "mine: true\n");
            disk.Write(SonarrManifest, disk.Read(SonarrManifest) + $"{ContentHash.Of("mine: true\n"u8):x16}  ../../../mine.yaml\n");
        })
        { Writes = 0, After = static disk => disk.Exists("kubernetes/mine.yaml").Should().BeTrue() },
        ["a foreign file in the way is an error"] = new(static (disk, plan) =>
        {
            disk.Write(TestPlan.Sonarr + "/app/pvc.yaml", "kind: Secret\nmetadata:\n  name: x\n");
            plan.Add(TestPlan.Sonarr + "/app/pvc.yaml", "kind: ConfigMap\nmetadata:\n  name: x\n", TestPlan.Sonarr);
        })
        { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.FileInTheWay] },
        ["a foreign file in the way is taken over with --adopt"] = new(static (disk, plan) =>
        {
            disk.Write(TestPlan.Sonarr + "/app/pvc.yaml", "kind: ConfigMap\nmetadata:\n  name: x\ndata:\n  a: b\n");
            plan.Add(TestPlan.Sonarr + "/app/pvc.yaml", "kind: ConfigMap\nmetadata:\n  name: x\n", TestPlan.Sonarr);
        })
        { Options = new SynthOptions { Adopt = true }, Writes = 1, Finds = [RuleIds.FileInTheWay], Changes = [TestPlan.Sonarr + "/app/pvc.yaml"] },
        ["a foreign file that is equal is adopted silently"] = new(static (disk, plan) =>
        {
            disk.Write(TestPlan.Sonarr + "/app/more.yaml", "kind: ConfigMap\n");
            plan.Add(TestPlan.Sonarr + "/app/more.yaml", "kind: ConfigMap\n", TestPlan.Sonarr);
        })
        { Writes = 0 },
        ["a folder in the way is an error"] = new(static (disk, plan) =>
        {
            disk.Write(TestPlan.Sonarr + "/app/more.yaml/inside.txt", "x");
            plan.Add(TestPlan.Sonarr + "/app/more.yaml", "kind: ConfigMap\n", TestPlan.Sonarr);
        })
        { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.FileInTheWay] },
        ["a foreign file beside is left alone"] = new(static (disk, plan) =>
        {
            disk.Write(TestPlan.Plex + "/app/notes.md", "mine");
            disk.Write(TestPlan.Plex + "/mine/x.yaml", "mine");
            plan.Without(TestPlan.Plex);
        })
        {
            Writes = 3,
            Finds = [RuleIds.KustomizationDisappears],
            After = static disk => disk.Exists(TestPlan.Plex + "/ks.yaml").Should().BeFalse(),
        },
        ["an app that goes takes its emptied folders along"] = new(static (_, plan) => plan.Without(TestPlan.Plex))
        {
            Writes = 3,
            Finds = [RuleIds.KustomizationDisappears],
            After = static disk =>
            {
                disk.Exists(TestPlan.Plex).Should().BeFalse();
                disk.Exists(TestPlan.Media).Should().BeTrue();
            },
        },
        ["an orphan edited by hand is kept"] = new(static (disk, plan) =>
        {
            disk.Edit(TestPlan.Plex + "/app/helmrelease.yaml", "1.0.0", "1.1.0");
            plan.Without(TestPlan.Plex);
        })
        {
            Writes = 2,
            ExitCode = ExitCodes.HandEditsKept,
            Finds = [RuleIds.KustomizationDisappears, RuleIds.OrphanEditedByHand],
            FindsAgain = [RuleIds.OrphanEditedByHand],
            After = static disk => disk.Read(TestPlan.Plex + "/app/helmrelease.yaml").Should().Contain("1.1.0"),
        },
        ["an orphan edited by hand goes with --overwrite"] = new(static (disk, plan) =>
        {
            disk.Edit(TestPlan.Plex + "/app/helmrelease.yaml", "1.0.0", "1.1.0");
            plan.Without(TestPlan.Plex);
        })
        { Options = new SynthOptions { Overwrite = [TestPlan.Plex] }, Writes = 3, Finds = [RuleIds.KustomizationDisappears], After = static disk => disk.Exists(TestPlan.Plex).Should().BeFalse() },
        ["an app renamed is a delete and a create"] = new(static (_, plan) => plan.Without(TestPlan.Plex).App("jellyfin", "1.0.0", []))
        {
            Writes = 6,
            Finds = [RuleIds.KustomizationDisappears],
            Says = "'media/plex' is renamed to 'media/jellyfin'",
        },
        ["an app moved is a delete and a create"] = new(static (_, plan) => plan.Without(TestPlan.Plex).App("plex", "1.0.0", [], ns: "tv"))
        {
            Writes = 6,
            Finds = [RuleIds.KustomizationDisappears],
            Says = "'media/plex' moves to 'tv/plex'",
        },
        ["an app with a volume of a component does not go unasked"] = new(static (_, plan) => plan.Without(TestPlan.Sonarr))
        {
            Writes = null,
            ExitCode = ExitCodes.Findings,
            Finds = [RuleIds.WouldPrune],
            Says = "--allow-prune media/sonarr",
        },
        ["an app with a volume of a component goes when allowed"] = new(static (_, plan) => plan.Without(TestPlan.Sonarr))
        {
            Options = new SynthOptions { AllowPrune = ["media/sonarr"] },
            Writes = 3,
            Finds = [RuleIds.KustomizationDisappears],
        },
        ["an app with a volume of its own does not go unasked"] = new(static (_, plan) => plan.Without(TestPlan.Plex))
        {
            Before = static plan => plan
                .Add(TestPlan.Plex + "/app/kustomization.yaml", "kind: Kustomization\nresources:\n  - ./pvc.yaml\n", TestPlan.Plex)
                .Add(TestPlan.Plex + "/app/pvc.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: plex\n", TestPlan.Plex),
            Writes = null,
            ExitCode = ExitCodes.Findings,
            Finds = [RuleIds.WouldPrune],
        },
        ["an app with a database goes when Flux keeps its objects"] = new(static (_, plan) => plan.Without(TestPlan.Plex))
        {
            Before = static plan => plan
                .App("plex", "1.0.0", [], prune: "false")
                .Add(TestPlan.Plex + "/app/kustomization.yaml", "kind: Kustomization\nresources:\n  - ./db.yaml\n", TestPlan.Plex)
                .Add(TestPlan.Plex + "/app/db.yaml", "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: plex\n", TestPlan.Plex),
            Writes = 4,
            Finds = [RuleIds.KustomizationDisappears],
        },
        ["a component that is dropped does not take its volume unasked"] = new(static (_, plan) => plan.App("sonarr", "5.1.0", []))
        {
            Writes = null,
            ExitCode = ExitCodes.Findings,
            Finds = [RuleIds.WouldPrune],
        },
        ["a namespace does not go unasked"] = new(static (_, plan) => plan.Without(TestPlan.Media + "/namespace.yaml"))
        {
            Writes = null,
            ExitCode = ExitCodes.Findings,
            Finds = [RuleIds.WouldPrune],
            Says = "--allow-prune Namespace/media",
        },
        ["a checkout with CRLF is put right"] = new(static (disk, _) => disk.Write(SonarrRelease, disk.Read(SonarrRelease).Replace("\n", "\r\n", StringComparison.Ordinal))) { Writes = 1 },
        ["a manifest with CRLF is put right"] = new(static (disk, _) => disk.Write(SonarrManifest, disk.Read(SonarrManifest).Replace("\n", "\r\n", StringComparison.Ordinal))) { Writes = 0 },
        ["a file cut to nothing is written again"] = new(static (disk, _) => disk.Write(SonarrRelease, "")) { Writes = 1 },
        ["a merge conflict of our own work is settled by the C#"] = new(static (disk, _) =>
        {
            var old = disk.Read(SonarrRelease);
            var other = old.Replace("5.1.0", "5.0.0", StringComparison.Ordinal);
            disk.Write(SonarrManifest, disk.Read(SonarrManifest) + $"{ContentHash.Of(TestRepository.Bytes(other)):x16}  app/helmrelease.yaml\n");
            disk.Write(SonarrRelease, old.Replace("      tag: 5.1.0\n", "<<<<<<< HEAD\n      tag: 5.1.0\n=======\n      tag: 5.0.0\n>>>>>>> main\n", StringComparison.Ordinal));
        })
        { Writes = 1 },
        ["a merge conflict with an edit by hand is kept"] = new(static (disk, _) =>
            disk.Edit(SonarrRelease, "      tag: 5.1.0\n", "<<<<<<< HEAD\n      tag: 5.1.0\n=======\n      tag: 5.2.0\n>>>>>>> renovate\n"))
        {
            Writes = 0,
            ExitCode = ExitCodes.HandEditsKept,
            Finds = [RuleIds.EditedByHand],
        },
        ["a leftover of an interrupted run goes"] = new(static (disk, _) => disk.Write(SonarrRelease + DiskTree.TemporarySuffix, "half")) { Writes = 0, After = static disk => disk.Exists(SonarrRelease + DiskTree.TemporarySuffix).Should().BeFalse() },
        ["a folder that is a link out of the repository is an error"] = new(static (disk, _) =>
        {
            disk.Delete(TestPlan.Plex);
            Directory.CreateSymbolicLink(disk.Full(TestPlan.Plex), System.IO.Path.GetTempPath());
        })
        { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.PathLeavesRoot] },
        ["a file that is a link out of the repository is an error"] = new(static (disk, _) =>
        {
            disk.Delete(SonarrRelease);
            File.CreateSymbolicLink(disk.Full(SonarrRelease), "/etc/hostname");
        })
        { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.PathLeavesRoot, RuleIds.FileInTheWay] },
        ["a file that the author keeps is never touched"] = new(static (disk, plan) =>
        {
            disk.Write(TestPlan.Sonarr + "/app/secret.sops.yaml", "sops: yes\n");
            plan.Keep(TestPlan.Sonarr + "/app/secret.sops.yaml");
            // Even when an old manifest says that it was ours.
            disk.Write(SonarrManifest, disk.Read(SonarrManifest) + $"{ContentHash.Of("sops: yes\n"u8):x16}  app/secret.sops.yaml\n");
        })
        { Writes = 0 },
        ["a file that the author keeps and that is not there is an error"] = new(static (_, plan) => plan.Keep(TestPlan.Sonarr + "/app/secret.sops.yaml"))
        {
            Writes = null,
            ExitCode = ExitCodes.Findings,
            Finds = [RuleIds.MissingFile],
        },
        ["a path with '..' is an error"] = new(static (_, plan) => plan.Add(TestPlan.Sonarr + "/../../../../x.yaml", "x", TestPlan.Sonarr)) { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.PathLeavesRoot] },
        ["an absolute path is an error"] = new(static (_, plan) => plan.Add("/etc/x.yaml", "x", TestPlan.Sonarr)) { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.PathLeavesRoot] },
        ["a path beside the tree is an error"] = new(static (_, plan) => plan.Add("docs/x.yaml", "x", "docs")) { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.PathLeavesRoot] },
        ["two paths that differ in case are an error"] = new(static (_, plan) => plan.Add(TestPlan.Sonarr + "/KS.yaml", "x", TestPlan.Sonarr)) { Writes = null, ExitCode = ExitCodes.Findings, Finds = [RuleIds.DuplicateFile] },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutation_of_a_tree(string name)
    {
        var mutation = All[name];
        using var disk = new TestRepository();
        var plan = mutation.Before(TestPlan.Home());
        disk.Synth(plan).ExitCode.Should().Be(ExitCodes.Done);
        disk.Write("README.md", "mine");
        disk.Write("kubernetes/apps/media/byhand/ks.yaml", "mine: true\n");
        disk.Write(TestPlan.Sonarr + "/app/beside.yaml", "mine: true\n");
        var written = disk.Snapshot();

        mutation.Mutate(disk, plan);
        var before = disk.Snapshot();

        var check = disk.Check(plan, mutation.Options);
        check.ExitCode.Should().Be(ExitCodes.Findings, "check sees every mutation");
        disk.Snapshot().Should().Equal(before, "check writes nothing");

        var first = disk.Synth(plan, mutation.Options);
        first.ExitCode.Should().Be(mutation.ExitCode, string.Join('\n', first.Findings));
        first.Findings.Select(static finding => finding.Id).Distinct().Should().BeEquivalentTo(mutation.Finds, string.Join('\n', first.Findings));
        if (mutation.Says is { } says) first.Findings.Should().Contain(finding => finding.Message.Contains(says, StringComparison.Ordinal));
        (first.Outcome?.Written).Should().Be(mutation.Writes);
        var after = disk.Snapshot();
        foreach (var (path, hash) in before)
            if (!IsOurs(path) && !mutation.Changes.Contains(path))
                after.Should().ContainKey(path).WhoseValue.Should().Be(hash, $"'{path}' is not synth's");
        if (mutation.Writes is null) after.Should().Equal(before, "a failed synth writes nothing");
        mutation.After(disk);

        var second = disk.Synth(plan, mutation.Writes is null ? mutation.Options : new SynthOptions { AllowPrune = mutation.Options.AllowPrune });
        second.ExitCode.Should().Be(mutation.ExitCode);
        (second.Outcome?.Written).Should().Be(mutation.Writes is null ? null : 0, "a second run has nothing to do");
        (second.Outcome?.Manifests).Should().Be(mutation.Writes is null ? null : 0);
        disk.Snapshot().Should().Equal(after);
        if (mutation.ExitCode == ExitCodes.HandEditsKept)
            second.Findings.Select(static finding => finding.Id).Distinct().Should().BeEquivalentTo(mutation.FindsAgain ?? mutation.Finds);

        bool IsOurs(string path) => (written.ContainsKey(path) && path is not ("README.md" or TestPlan.Sonarr + "/app/beside.yaml" or "kubernetes/apps/media/byhand/ks.yaml"))
            || TreePath.FileOf(path) == OwnershipManifest.FileName || path.EndsWith(DiskTree.TemporarySuffix, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_at_least_twenty_mutations() => All.Should().HaveCountGreaterThanOrEqualTo(20);

    private sealed record Mutation(Action<TestRepository, TestPlan> Mutate)
    {
        public Func<TestPlan, TestPlan> Before { get; init; } = static plan => plan;

        public SynthOptions Options { get; init; } = new();

        public int ExitCode { get; init; } = ExitCodes.Done;

        /// <summary>How many files the first run writes or deletes; <see langword="null"/> when it must stop before.</summary>
        public required int? Writes { get; init; }

        public string[] Finds { get; init; } = [];

        public string[]? FindsAgain { get; init; }

        public string? Says { get; init; }

        /// <summary>Foreign files that the run may change, for the user said so.</summary>
        public string[] Changes { get; init; } = [];

        public Action<TestRepository> After { get; init; } = static _ => { };
    }
}
