namespace GitOps.Tests;

/// <summary>The same promises on a real disk that is really full, or really read-only.</summary>
public sealed class RealDiskTests
{
    private const int Apps = 40;

    [MountFact]
    public async Task A_full_disk_leaves_every_file_whole_and_the_next_run_heals()
    {
        using var small = new SmallDisk("640k");
        var (first, second) = (Plan('a', Apps), Plan('b', 3 * Apps));
        (await Synth(small, first)).Should().Be((ExitCodes.Done, ""));

        var (exitCode, error) = await Synth(small, second);
        exitCode.Should().Be(ExitCodes.Findings);
        error.Should().Contain("error GOPS0057: the disk refused after ").And.Contain("No space left on device").And.Contain("run synth again").And.NotContain("   at ");
        error.TrimEnd().Should().NotContain("\n", "one message is enough");

        var wanted = second.Files.ToDictionary(static file => file.Path, static file => file.Content.ToArray());
        var old = first.Files.ToDictionary(static file => file.Path, static file => file.Content.ToArray());
        var standing = 0;
        foreach (var (path, kind) in new RealFileSystem(small.Folder).Walk("kubernetes"))
        {
            if (kind != DiskEntryKind.File || path.EndsWith(OwnershipManifest.FileName, StringComparison.Ordinal)) continue;
            var content = File.ReadAllBytes(System.IO.Path.Combine(small.Folder, path));
            var isWhole = content.SequenceEqual(wanted[path]) || (old.TryGetValue(path, out var was) && content.SequenceEqual(was));
            isWhole.Should().BeTrue($"'{path}' is whole");
            standing++;
        }
        standing.Should().BeGreaterThanOrEqualTo(old.Count, "the old tree still stands");

        small.Remount("size=16m");
        (await Synth(small, second)).Should().Be((ExitCodes.Done, ""));
        (await Synth(small, second, "check")).Should().Be((ExitCodes.Done, ""));
    }

    [MountFact]
    public async Task A_read_only_disk_gives_one_clear_message()
    {
        using var small = new SmallDisk("1m");
        var plan = Plan('a', 2);
        (await Synth(small, plan)).ExitCode.Should().Be(ExitCodes.Done);
        small.Remount("ro");
        var (exitCode, error) = await Synth(small, Plan('b', 2));
        exitCode.Should().Be(ExitCodes.Findings);
        error.Should().StartWith("gitops: error GOPS0057: the disk refuses, nothing was written: ").And.Contain("ead-only").And.NotContain("   at ");
        (await Synth(small, plan, "check")).Should().Be((ExitCodes.Done, ""), "reading needs no lock");
        small.Remount("rw");
    }

    private static async Task<(int ExitCode, string Error)> Synth(SmallDisk disk, TestPlan plan, string command = "synth")
    {
        var error = new StringWriter();
        var host = new CommandLineHost { Out = TextWriter.Null, Error = error, IsTerminal = false, StartFolder = disk.Folder };
        return (await CommandLineApp.RunAsync(_ => plan, [command], host), error.ToString());
    }

    private static TestPlan Plan(char filling, int apps)
    {
        var plan = new TestPlan();
        for (var app = 0; app < apps; app++)
            plan.Add($"kubernetes/apps/media/app{app:d3}/app/helmrelease.yaml", $"kind: HelmRelease\ntext: {new string(filling, 3000)}\n", $"kubernetes/apps/media/app{app:d3}");
        return plan;
    }
}
