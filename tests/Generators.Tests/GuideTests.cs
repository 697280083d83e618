using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>
/// Every program in the guide, and on the pages of constructs and layouts, with the YAML of its page: the compiler, the analyzers and synth have nothing to say of it but what
/// the page tells by its id, and real kustomize builds what it writes.
/// </summary>
public sealed partial class GuideTests
{
    public static TheoryData<string> Pages => [.. GuideProgram.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_programs_of_a_page_compile(string page)
    {
        foreach (var program in Of(page))
            (await AnalyzerRun.Of(program.Input)).Should().BeEmpty($"program {program.Number} of {page}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_programs_of_a_page_synth(string page)
    {
        foreach (var program in Of(page))
            using (var repository = new Scratch())
            {
                var (exitCode, output) = program.Synth(repository.Folder);

                exitCode.Should().Be(ExitCodes.Done, "program {0} of {1} says\n{2}", program.Number, page, output);
                Directory.GetFiles(repository.Folder, "kustomization.yaml", SearchOption.AllDirectories).Should().NotBeEmpty();
                Ids(output).Should().BeSubsetOf(Ids(GuideProgram.TextOf(page)), "program {0} of {1} says\n{2}", program.Number, page, output);
            }
    }

    [KubectlTheory]
    [MemberData(nameof(Pages))]
    public void Kustomize_builds_what_the_programs_of_a_page_write(string page)
    {
        foreach (var program in Of(page))
            using (var repository = new Scratch())
            {
                program.Synth(repository.Folder);

                var (exitCode, output) = GuideProgram.Build(repository.Folder);

                exitCode.Should().Be(ExitCodes.Done, "validate says of program {0} of {1}\n{2}", program.Number, page, output);
                Ids(output).Should().BeSubsetOf(Ids(GuideProgram.TextOf(page)), "validate says of program {0} of {1}\n{2}", program.Number, page, output);
            }
    }

    /// <summary>Each thing that the first page says does not compile.</summary>
    [Theory]
    [InlineData("[App<Ns.CertManager>]", "[App<Ns.CertManager>, DependsOn<Whoami>]", "GOPS1005")]
    [InlineData("Interval = \"1h\", Url", "Interval = \"1d\", Url", "GOPS5002")]
    [InlineData("ChartRef = Chart,", "ChartRef = \"chart\",", "CS0029")]
    [InlineData("                Interval = \"1h\",\n                ChartRef", "                ChartRef", "CS9035")]
    public async Task What_the_first_page_says_does_not_compile(string right, string wrong, string id)
    {
        var page = Of("guide/first-app.md").Single();
        page.Files.Should().Contain(file => file.Text.Contains(right));
        var changed = page with { Files = [.. page.Files.Select(file => file with { Text = file.Text.Replace(right, wrong, StringComparison.Ordinal) })] };

        (await AnalyzerRun.Of(changed.Input)).Where(static said => said.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(static said => said.Id).Distinct().Should().Equal(id);
    }

    [Fact]
    public void What_a_component_waits_for_is_told_once_where_it_is_included()
    {
        var page = Of("guide/components.md")[0];
        var without = page with { Files = [.. page.Files.Select(static file => file with { Text = file.Text.Replace("public override bool? Wait => true;", "", StringComparison.Ordinal) })] };
        using var repository = new Scratch();

        var output = without.Synth(repository.Folder).Output;

        output.Split('\n').Where(static line => line.Contains("GOPS1009", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("Apps/Tdarr.cs(6): ");
    }

    private static IReadOnlyList<GuideProgram> Of(string page)
    {
        var programs = GuideProgram.Of(page);
        programs.Should().NotBeEmpty();
        return programs;
    }

    private static IEnumerable<string> Ids(string text) => Id().Matches(text).Select(static match => match.Value).Distinct();

    [GeneratedRegex(@"\bGOPS\d{4}\b")]
    private static partial Regex Id();

    private sealed class Scratch : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("gitops-guide-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
