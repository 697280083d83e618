using System.Diagnostics;

namespace GitOps.Tests;

/// <summary>Two branches that both change the C# and the tree, merged by the real Git.</summary>
public sealed class MergeTests : IDisposable
{
    private const string Release = TestPlan.Sonarr + "/app/helmrelease.yaml";

    private readonly TestRepository disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void A_conflict_in_the_tree_is_settled_by_the_CSharp_once_that_is()
    {
        Branches(mine: "2.0.0", theirs: "3.0.0");
        disk.Read(Release).Should().Contain("<<<<<<<");
        disk.Read(TestPlan.Sonarr + "/.gitops").Should().Contain("<<<<<<<");

        // Git merged the first line by itself, so neither side between the markers is a file that synth ever wrote.
        var merged = Plan("4.0.0", first: "changed", last: "one");
        disk.Synth(merged).ExitCode.Should().Be(ExitCodes.Done);
        disk.Check(merged).ExitCode.Should().Be(ExitCodes.Done);
        disk.Read(Release).Should().Contain("4.0.0").And.NotContain("<<<<<<<");
    }

    [Fact]
    public void A_side_that_was_edited_by_hand_is_kept()
    {
        Branches(mine: "2.0.0", theirs: "3.0.0", edit: true);
        var result = disk.Synth(Plan("4.0.0", first: "changed", last: "one"));
        result.ExitCode.Should().Be(ExitCodes.HandEditsKept);
        disk.Read(Release).Should().Contain("<<<<<<<");
    }

    [Fact]
    public void With_the_union_driver_a_manifest_never_conflicts()
    {
        disk.Write(".gitattributes", ".gitops merge=union\n");
        Branches(mine: "2.0.0", theirs: "3.0.0");
        disk.Read(TestPlan.Sonarr + "/.gitops").Should().NotContain("<<<<<<<");
        disk.Synth(Plan("4.0.0", first: "changed", last: "one")).ExitCode.Should().Be(ExitCodes.Done);
    }

    [Fact]
    public void Branches_that_add_an_app_each_merge_without_a_conflict_in_any_manifest()
    {
        Git("init", "-q", "-b", "main");
        disk.Synth(TestPlan.Home());
        Commit("base");
        Git("checkout", "-q", "-b", "other");
        disk.Synth(TestPlan.Home().App("radarr", "1.0.0", []));
        Commit("theirs");
        Git("checkout", "-q", "main");
        disk.Synth(TestPlan.Home().App("lidarr", "1.0.0", []));
        Commit("mine");
        Git("merge", "-q", "other", "-m", "merge").Should().Be(0);
        var merged = TestPlan.Home().App("radarr", "1.0.0", []).App("lidarr", "1.0.0", []);
        disk.Check(merged).ExitCode.Should().Be(ExitCodes.Done);
    }

    private void Branches(string mine, string theirs, bool edit = false)
    {
        Git("init", "-q", "-b", "main");
        disk.Synth(Plan("1.0.0", first: "same", last: "one")).ExitCode.Should().Be(ExitCodes.Done);
        Commit("base");
        Git("checkout", "-q", "-b", "other");
        disk.Synth(Plan(theirs, first: "changed", last: "one")).ExitCode.Should().Be(ExitCodes.Done);
        if (edit) disk.Edit(Release, theirs, theirs + "-edited");
        Commit("theirs");
        Git("checkout", "-q", "main");
        disk.Synth(Plan(mine, first: "same", last: "one")).ExitCode.Should().Be(ExitCodes.Done);
        Commit("mine");
        Git("merge", "-q", "other", "-m", "merge").Should().NotBe(0, "the branches conflict");
    }

    private static TestPlan Plan(string tag, string first, string last) => TestPlan.Home().Add(Release,
        $"# {first}\napiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: sonarr\nspec:\n  values:\n    a: 1\n    b: 2\n    image:\n      tag: {tag}\n    last: {last}\n", TestPlan.Sonarr);

    private void Commit(string message)
    {
        Git("add", "-A").Should().Be(0);
        Git("commit", "-q", "-m", message).Should().Be(0);
    }

    private int Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = disk.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "core.autocrlf=false", "-c", "core.hooksPath=/dev/null", "-c", "commit.gpgsign=false", .. arguments])
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        git.StandardOutput.ReadToEnd();
        git.StandardError.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode;
    }
}
