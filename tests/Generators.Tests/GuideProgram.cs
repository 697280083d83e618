using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>
/// A whole program that a page of the documentation shows: its files, each a fenced block that begins with its path. A section that shows a
/// file again begins another program, in which that file takes the place of the first.
/// </summary>
internal sealed partial record GuideProgram(string Page, int Number, IReadOnlyList<GuideProgram.File> Files)
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

    private static readonly string Folder = System.IO.Path.Combine(SharedData.RepositoryRoot, "docs");

    /// <summary>One file of the program.</summary>
    public sealed record File(string Language, string Path, string Text);

    /// <summary>The pages that show programs.</summary>
    public static IEnumerable<string> Pages =>
        Directory.GetFiles(System.IO.Path.Combine(Folder, "guide"), "*.md").Select(static path => "guide/" + System.IO.Path.GetFileName(path)).Where(static page => page != "guide/README.md").Order(StringComparer.Ordinal)
            .Concat(["constructs.md", "layouts.md"]);

    /// <summary>The programs of a page, in its order.</summary>
    public static IReadOnlyList<GuideProgram> Of(string page)
    {
        var programs = new List<IReadOnlyList<File>>();
        var files = new List<File>();
        foreach (var section in TextOf(page).Split("\n## "))
        {
            var shown = Block().Matches(section).Select(static match => new File(match.Groups["language"].Value, match.Groups["path"].Value, match.Groups["text"].Value)).ToList();
            if (shown.Exists(file => files.Exists(other => other.Path == file.Path)))
                programs.Add([.. files]);
            files.RemoveAll(other => shown.Exists(file => file.Path == other.Path));
            files.AddRange(shown);
        }

        return [.. programs.Append(files).Select((files, number) => new GuideProgram(page, number + 1, files))];
    }

    /// <summary>What the page says.</summary>
    public static string TextOf(string page) => System.IO.File.ReadAllText(System.IO.Path.Combine(Folder, page));

    /// <summary>The project that a reader has who copies it.</summary>
    public ProjectInput Input
    {
        get
        {
            // The one line of Program.cs is for a program; what it names must be there all the same.
            var started = Files.Where(static file => file.Path == "Program.cs")
                .Select(static file => (WrongProgram.Project + "Program.cs", $"internal static class Started {{ public static async System.Threading.Tasks.Task<int> Main2(string[] args) {{ {file.Text} }} }}"));
            return new ProjectInput
            {
                Generators = [],
                References = [.. References.OfSdk, .. References.OfSynth],
                Sources = [.. Files.Where(static file => file.Language == "csharp" && file.Path != "Program.cs").Select(static file => (WrongProgram.Project + file.Path, file.Text)), (WrongProgram.Project + "Usings.cs", Usings), .. started],
                Files = [.. Files.Where(static file => file.Language == "yaml").Select(static file => WrongProgram.FileOf("/home/me/repo/" + file.Path, file.Text))],
            };
        }
    }

    /// <summary>Writes all clusters of the program into a repository that holds the YAML of the page. Gives the exit code, and all that was said.</summary>
    public (int ExitCode, string Output) Synth(string repository)
    {
        System.IO.File.WriteAllText(System.IO.Path.Combine(repository, RepositoryRoot.MarkerFile), "");
        foreach (var file in Files.Where(static file => file.Language == "yaml"))
        {
            var path = System.IO.Path.Combine(repository, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, file.Text);
        }

        var compiled = GeneratorRun.Start(Input with { Generators = [new WiringGenerator()], CheckOutput = false });
        var clusters = Programs.Load(compiled).GetTypes().Where(static type => type.IsSubclassOf(typeof(FluxCluster)) && !type.IsAbstract).OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (Func<FluxCluster>)(() => (FluxCluster)Activator.CreateInstance(type)!)).ToList();
        using var output = new StringWriter();
        var exitCode = CommandLineApp.RunAsync(options => TreeRenderer.Render(clusters, options).Result, ["synth"], HostOf(repository, output)).GetAwaiter().GetResult();
        return (exitCode, output.ToString());
    }

    /// <summary>What <c>validate --build</c> says of a repository: every rule, and real kustomize over each Kustomization.</summary>
    public static (int ExitCode, string Output) Build(string repository)
    {
        using var output = new StringWriter();
        return (ToolApp.Run(["validate", repository, "--build"], HostOf(repository, output)), output.ToString());
    }

    private static CommandLineHost HostOf(string repository, TextWriter output) =>
        new() { Out = output, Error = output, IsTerminal = false, StartFolder = repository, WorkingFolder = repository };

    /// <summary>A fenced block that begins with the path of its file.</summary>
    [GeneratedRegex(@"^```(?<language>csharp|yaml)\r?\n(?://|#) (?<path>[\w./-]+)\r?\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
