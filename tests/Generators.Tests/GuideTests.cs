using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>Every piece of C# in the guide, and on the pages of constructs and layouts, compiles with the YAML of its page, and neither the compiler nor an analyzer has anything to say of it.</summary>
public sealed partial class GuideTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using GitOps;
        global using static GitOps.Numbers;
        global using GitOps.Models.CertManager;
        global using GitOps.Models.CloudNativePG;
        global using GitOps.Models.DragonflyDb;
        global using GitOps.Models.EnvoyGateway;
        global using GitOps.Models.ExternalSecrets;
        global using GitOps.Models.FluxCD;
        global using GitOps.Models.GatewayApi;
        global using GitOps.Models.Keda;
        global using GitOps.Models.Kubernetes;
        global using GitOps.Models.SealedSecrets;
        global using GitOps.Models.VolSync;
        """;

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "docs", "guide"), "*.md").Select(static path => Path.GetFileName(path)!).Where(static name => name != "README.md").Order(StringComparer.Ordinal), "../constructs.md", "../layouts.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_of_a_page_compiles(string page)
    {
        var blocks = Block().Matches(await File.ReadAllTextAsync(Path.Combine(SharedData.RepositoryRoot, "docs", "guide", page)))
            .Select(static match => (Language: match.Groups["language"].Value, Path: match.Groups["path"].Value, Text: match.Groups["text"].Value)).ToList();
        // The one line of Program.cs is for a program; what it names must be there all the same.
        var sources = blocks.Where(static block => block.Language == "csharp" && block.Path != "Program.cs").Select(static block => (WrongProgram.Project + block.Path, block.Text)).ToList();
        var programs = blocks.Where(static block => block.Path == "Program.cs").Select(static block => $"internal static class Started {{ public static async System.Threading.Tasks.Task<int> Main2(string[] args) {{ {block.Text} }} }}");

        sources.Should().NotBeEmpty();
        var said = await AnalyzerRun.Of(new ProjectInput
        {
            Generators = [],
            References = [.. References.OfSdk, .. References.OfSynth],
            Sources = [.. sources, (WrongProgram.Project + "Usings.cs", Usings), .. programs.Select(static text => (WrongProgram.Project + "Program.cs", text))],
            Files = [.. blocks.Where(static block => block.Language == "yaml").Select(static block => WrongProgram.FileOf("/home/me/repo/" + block.Path, block.Text))],
        });

        said.Should().BeEmpty();
    }

    /// <summary>A fenced block that begins with the path of its file.</summary>
    [GeneratedRegex(@"^```(?<language>csharp|yaml)\r?\n(?://|#) (?<path>[\w./-]+)\r?\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
