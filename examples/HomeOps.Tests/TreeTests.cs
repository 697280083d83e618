using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using GitOps.Tests;

namespace HomeOps.Tests;

/// <summary>The tree beside this project is what synth writes, and what kustomize and Flux take.</summary>
public sealed partial class TreeTests
{
    private static readonly string Example = Path.Combine(SharedData.RepositoryRoot, "examples", "HomeOps");

    private static readonly RenderedTree Tree = Synth.Render<Home>();

    [Fact]
    public void The_committed_tree_is_what_synth_writes()
    {
        foreach (var (path, text) in Tree.Files)
            File.ReadAllText(Path.Combine(Example, path)).Should().Be(text, $"'dotnet run synth' writes {path}");
    }

    [Fact]
    public void Nothing_else_lies_in_the_tree_but_what_is_written_by_hand()
    {
        string[] byHand = ["kubernetes/apps/default/homepage/app/", "kubernetes/apps/external-secrets/secret-stores/app/akeyless.sops.yaml"];
        var found = new[] { "kubernetes/apps", "kubernetes/components/keda", "kubernetes/flux" }.SelectMany(FilesBelow)
            .Where(path => Path.GetFileName(path) != ".gitops" && !byHand.Any(part => path.StartsWith(part, StringComparison.Ordinal)));

        found.Should().BeEquivalentTo(Tree.Files.Keys);
    }

    [Fact]
    public async Task Check_says_that_the_tree_is_up_to_date() => (await FluxCluster.RunAsync<Home>(["check", "--quiet"])).Should().Be(0);

    /// <summary>With the repository as it lies on disk, hand-written folders and all.</summary>
    [Fact]
    public async Task No_rule_has_anything_to_say()
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        try
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(said);
            (await FluxCluster.RunAsync<Home>(["check"])).Should().Be(0);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }

        said.ToString().Should().BeEmpty();
    }

    [Fact]
    public void The_home_has_at_least_24_apps_in_8_namespaces()
    {
        var apps = new Home().Registrations;

        apps.Should().HaveCountGreaterThanOrEqualTo(24);
        apps.Select(app => app.Namespace.Name).Distinct().Should().HaveCountGreaterThanOrEqualTo(8);
        apps.Should().OnlyContain(app => app.File == $"Apps/{app.Namespace.Type.Name}/{app.Type.Name}.cs", "an app's file lies in the folder of its namespace");
    }

    [Fact]
    public void A_typical_app_has_at_most_25_lines_outside_its_Helm_values()
    {
        var lengths = Directory.EnumerateFiles(Path.Combine(Example, "Apps"), "*.cs", SearchOption.AllDirectories).Select(LinesOutsideValues).Order().ToList();

        lengths.Should().HaveCountGreaterThan(35);
        lengths[lengths.Count / 2].Should().BeLessThanOrEqualTo(25);
        LinesOutsideValues(Path.Combine(Example, "Apps", "Media", "Sonarr.cs")).Should().BeLessThanOrEqualTo(25, "it is the example of an ordinary app");
    }

    // Code, without empty lines, comments, the namespace and free-form Helm values.
    private static int LinesOutsideValues(string file)
    {
        var count = 0;
        string? end = null;
        foreach (var line in File.ReadAllLines(file))
        {
            var text = line.Trim();
            if (end is not null)
                end = line == end ? null : end;
            else if (text is "Values = new()")
                end = line[..^text.Length] + "},";
            else if (text.Length > 0 && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("namespace ", StringComparison.Ordinal))
                count++;
        }

        return count;
    }

    [KubectlFact]
    public async Task Every_directory_builds_with_kustomize()
    {
        var folders = FilesBelow("kubernetes").Where(path => Path.GetFileName(path) == "kustomization.yaml").Select(path => Path.GetDirectoryName(path)!).ToList();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(folders, async (folder, _) =>
        {
            var (exitCode, _, error) = await Run("kubectl", "kustomize", Path.Combine(Example, folder));
            if (exitCode != 0)
                faults.Add($"{folder}: {error}");
        });

        folders.Should().HaveCountGreaterThan(40);
        faults.Should().BeEmpty();
    }

    [SharedFact]
    public async Task Flux_builds_the_tree_and_every_object_is_in_it()
    {
        var result = Path.GetTempFileName();
        try
        {
            var (exitCode, output, error) = await Run(
                "python3", Path.Combine(SharedData.Root, "tools", "flux_build.py"), Example, "--root", "kubernetes/flux/cluster", "--out", result);
            exitCode.Should().Be(0, output + error);

            using var built = JsonDocument.Parse(await File.ReadAllTextAsync(result));
            built.RootElement.GetProperty("errors").GetArrayLength().Should().Be(0);
            built.RootElement.GetProperty("owned_twice").GetArrayLength().Should().Be(0);
            var kustomizations = built.RootElement.GetProperty("kustomizations");
            foreach (var address in Tree.Kustomizations)
                kustomizations.GetProperty(address).GetProperty("nobjs").GetInt32().Should().BePositive($"{address} applies something");
            var objects = built.RootElement.GetProperty("objects").EnumerateObject().Select(item => item.Name.Split('|')).Select(key => (Kind: key[1], Name: key[3])).ToHashSet();
            objects.Should().Contain(Written());
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>Kind and name of each object in the written files; a component's are those of the apps that include it, under their names.</summary>
    private static IEnumerable<(string Kind, string Name)> Written() =>
        from file in Tree.Files
        where Path.GetFileName(file.Key) != "kustomization.yaml" && file.Key.EndsWith(".yaml", StringComparison.Ordinal) && !file.Key.Contains("/resources/", StringComparison.Ordinal)
            && !file.Key.Contains("/components/", StringComparison.Ordinal)
        from Match found in Head().Matches(file.Value)
        select (found.Groups["kind"].Value, found.Groups["name"].Value);

    [GeneratedRegex(@"^kind: (?<kind>\w+)\nmetadata:\n(?:  (?!name:).*\n)*  name: (?<name>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Head();

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Example, folder), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Example, path).Replace('\\', '/'));

    private static async Task<(int ExitCode, string Output, string Error)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
