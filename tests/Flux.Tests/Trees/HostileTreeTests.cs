namespace GitOps.Tests;

/// <summary>Trees that are made to take for ever, or to end the process: each ends in a finding, or in silence.</summary>
public sealed class HostileTreeTests
{
    [Fact]
    public void Aliases_of_aliases()
    {
        static string Bomb(int levels) => "a0: &a0 [x, \"${X}\"]\n" + string.Concat(Enumerable.Range(1, levels).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

        Trees.Check(("apps/a.yaml", Trees.Object("example.org/v1", "Bomb", "a", "x", Bomb(9)))).Should().ContainSingle().Which.Id.Should().Be(RuleIds.UnreadableYaml);
        Trees.Check(("apps/a.yaml", Trees.Object("example.org/v1", "Bomb", "a", "x", Bomb(5)))).Should().BeEmpty();
    }

    [Fact]
    public void Deep_nesting() =>
        Trees.Check(("apps/a.yaml", "a: " + new string('[', 100_000))).Should().ContainSingle().Which.Id.Should().Be(RuleIds.UnreadableYaml);

    [Fact]
    public void A_file_of_fifty_megabytes_is_named_and_not_read() =>
        Trees.Check(("apps/a.yaml", Trees.ConfigMap("a", "x", new string('x', 50_000_000)))).Should().ContainSingle().Which.Severity.Should().Be(FindingSeverity.Warning);

    [Fact]
    public void Components_that_multiply_and_folders_without_end()
    {
        var files = Enumerable.Range(0, 40).Select(i => ($"fan/c{i}/kustomization.yaml", Trees.Component($"components: [../c{i + 1}, ../c{i + 1}]\n"))).Append(("fan/c40/kustomization.yaml", Trees.Component("namePrefix: x\n")))
            .Concat(Enumerable.Range(0, 300).Select(i => ("chain" + string.Concat(Enumerable.Repeat("/d", i)) + "/kustomization.yaml", "resources: [d]\n")))
            .Append(("apps/kustomization.yaml", "resources: [../chain]\ncomponents: [../fan/c0]\n"));

        Trees.Check([.. files]).Should().NotContain(finding => finding.Id == RuleIds.InternalError);
    }

    [Fact]
    public void Binary_files() =>
        Trees.Check(("apps/a.yaml", string.Concat(Enumerable.Range(0, 256).Select(i => (char)i)))).Should().ContainSingle().Which.Id.Should().Be(RuleIds.UnreadableYaml);
}
