using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GitOps.Tests;

[Collection(nameof(PackedPackages))]
public sealed class PackageTests(PackedPackages packed)
{
    [Fact]
    public void The_package_holds_exactly_these_files() =>
        packed.FilesOf("GitOps.Sdk").Should().Equal(
            "README.md",
            "ahead/linux-x64/GitOps.Cel.dll",
            "ahead/linux-x64/GitOps.CodeFixes.dll",
            "ahead/linux-x64/GitOps.Flux.dll",
            "ahead/linux-x64/GitOps.Generators.dll",
            "ahead/linux-x64/GitOps.Schemas.dll",
            "ahead/linux-x64/GitOps.Yaml.dll",
            "ahead/linux-x64/YamlDotNet.dll",
            "analyzers/dotnet/cs/GitOps.Cel.dll",
            "analyzers/dotnet/cs/GitOps.CodeFixes.dll",
            "analyzers/dotnet/cs/GitOps.Flux.dll",
            "analyzers/dotnet/cs/GitOps.Generators.dll",
            "analyzers/dotnet/cs/GitOps.Schemas.dll",
            "analyzers/dotnet/cs/GitOps.Yaml.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "buildTransitive/GitOps.Sdk.props",
            "buildTransitive/GitOps.Sdk.targets",
            "lib/net10.0/GitOps.Cel.dll",
            "lib/net10.0/GitOps.Flux.dll",
            "lib/net10.0/GitOps.Schemas.dll",
            "lib/net10.0/GitOps.Sdk.dll",
            "lib/net10.0/GitOps.Sdk.xml",
            "lib/net10.0/GitOps.Synth.dll",
            "lib/net10.0/GitOps.Synth.xml",
            "lib/net10.0/GitOps.Yaml.dll");

    [Fact]
    public void The_testing_package_holds_exactly_these_files() =>
        packed.FilesOf("GitOps.Sdk.Testing").Should().Equal("README.md", "lib/net10.0/GitOps.Testing.dll", "lib/net10.0/GitOps.Testing.xml");

    [Fact]
    public void The_packages_stay_small()
    {
        packed.SizeOf("GitOps.Sdk").Should().BeLessThan(6_000_000);
        packed.SizeOf("GitOps.Sdk.Testing").Should().BeLessThan(100_000);
        packed.SizeOf("GitOps.Sdk", "lib/net10.0/GitOps.Sdk.dll").Should().BeLessThan(4_000_000);
    }

    [Fact]
    public void A_fresh_project_outside_the_repository_builds_synthesises_and_tests()
    {
        var home = Fresh.Home(packed);

        Shell.Must(home, "dotnet", "build", "Home", "-v", "q");
        var first = Shell.Must(Path.Combine(home, "Home"), "dotnet", "run", "--no-build", "synth");
        var release = File.ReadAllText(Path.Combine(home, "kubernetes/apps/media/sonarr/app/helmrelease.yaml"));
        var second = Shell.Must(Path.Combine(home, "Home"), "dotnet", "run", "--no-build", "check");

        first.Should().NotContain("error");
        release.Should().Contain("kind: OCIRepository\n    name: sonarr").And.StartWith("# from Sonarr.cs\n---\n");
        second.Should().NotContain("error");
        // Every project has the command that the tool is.
        var judged = Shell.Run(Path.Combine(home, "Home"), "dotnet", "run", "--no-build", "--", "validate", home);
        judged.ExitCode.Should().Be(0, judged.Output);
        judged.Output.Should().Contain("nothing found");
        var wrong = Path.Combine(home, "kubernetes/apps/media/wrong/ks.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(wrong)!);
        File.WriteAllText(wrong, "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: wrong\nspec:\n  interval: 1d\n  path: ./kubernetes/apps/media/sonarr/app\n  prune: true\n  sourceRef:\n    kind: GitRepository\n    name: flux-system\n");
        File.AppendAllText(Path.Combine(home, "kubernetes/apps/media/kustomization.yaml"), "  - ./wrong/ks.yaml\n");
        var found = Shell.Run(Path.Combine(home, "Home"), "dotnet", "run", "--no-build", "--", "validate", home, "--format", "msbuild");
        found.ExitCode.Should().Be(1);
        found.Output.Should().Contain("kubernetes/apps/media/wrong/ks.yaml").And.Contain("error GOPS5002");
        Directory.Delete(Path.GetDirectoryName(wrong)!, recursive: true);
        Shell.Must(home, "dotnet", "test", "Home.Tests", "-v", "q");
    }

    /// <summary>With the package alone: its output holds no compiler, the SDK's is found.</summary>
    [Fact]
    public void A_bump_in_the_tree_comes_home_through_the_package()
    {
        var home = Fresh.Home(packed);
        var (project, source) = (Path.Combine(home, "Home"), Path.Combine(home, "kubernetes/apps/media/sonarr/app/ocirepository.yaml"));
        Shell.Must(home, "dotnet", "build", "Home", "-v", "q");
        Shell.Must(project, "dotnet", "run", "--no-build", "synth");
        File.WriteAllText(source, File.ReadAllText(source).Replace("tag: 5.1.0", "tag: 5.2.0", StringComparison.Ordinal));
        var code = File.ReadAllText(Path.Combine(project, "Sonarr.cs"));

        Shell.Must(project, "dotnet", "run", "--no-build", "accept").Should().Contain("Sonarr.cs(9): '5.1.0' is now '5.2.0'");

        File.ReadAllText(Path.Combine(project, "Sonarr.cs")).Should().Be(code.Replace("5.1.0", "5.2.0", StringComparison.Ordinal));
        Shell.Must(project, "dotnet", "run", "synth").Should().NotContain("warning").And.NotContain("~ kubernetes/apps/media/sonarr/app");
        Shell.Must(project, "dotnet", "run", "--no-build", "check").Should().Contain("up to date");
        Directory.GetFiles(Path.Combine(project, "bin"), "Microsoft.CodeAnalysis*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public void The_example_builds_against_the_package_and_its_tree_is_up_to_date()
    {
        var clone = Path.Combine(packed.Folder, "clone");
        string[] package = ["-p:UseGitOpsPackage=true", $"-p:Version={PackedPackages.Version}", $"-p:RestoreAdditionalProjectSources={packed.Packages}", $"-p:RestorePackagesPath={packed.Folder}/cache-example"];

        Shell.Must(clone, "dotnet", ["build", "examples/HomeOps", "-v", "q", .. package]);

        var (exitCode, output) = Shell.Run(clone, "dotnet", "examples/HomeOps/bin/Debug/net10.0/HomeOps.dll", "check");
        exitCode.Should().Be(0, output);
    }

    [Theory]
    [InlineData("new Backup { Capacity = \"5Gi\" }", "new Backup()", "error CS9035", "'Backup.Capacity'")]
    [InlineData("DependsOn<Storage>", "DependsOn<Storrage>", "error CS0246", "'Storrage'")]
    [InlineData("[App<Ns.Media>]", "[App<Ns.Medai>]", "error CS0426", "'Medai'")]
    public void Wrong_wiring_does_not_compile(string right, string wrong, string error, string name)
    {
        var home = Changed(Fresh.Home(packed), right, wrong);

        var (exitCode, output) = Shell.Run(home, "dotnet", "build", "Home", "-v", "q");

        exitCode.Should().Be(1);
        output.Should().Contain(error).And.Contain(name);
    }

    [Theory]
    [InlineData("[\"replicas\"] = 1", "[\"replicas\"] = \"${REPLICAS}\"", "Sonarr.cs(14,110): error GOPS2001: no variable 'REPLICAS' for 'media/sonarr'")]
    [InlineData("[App<Ns.Media>]\npublic sealed partial class Storage", "[App<Ns.Media>, DependsOn<Sonarr>]\npublic sealed partial class Storage",
        "Sonarr.cs(4,2): error GOPS1005: 'media/sonarr' depends on itself through media/sonarr → media/storage → media/sonarr")]
    [InlineData("Interval = \"1h\", ChartRef", "Interval = \"1d\", ChartRef", "Sonarr.cs(14,53): error GOPS5002: the duration '1d' has the unit 'd'")]
    public void What_only_Flux_would_say_is_an_error_of_the_build(string right, string wrong, string error)
    {
        var home = Changed(Fresh.Home(packed), right, wrong);

        var (exitCode, output) = Shell.Run(home, "dotnet", "build", "Home", "-v", "q");

        exitCode.Should().Be(1);
        output.Should().Contain(error);
        System.Text.RegularExpressions.Regex.Matches(output, ": error (\\w+)").Select(static match => match.Groups[1].Value).Distinct().Should().ContainSingle();
    }

    [Theory]
    [InlineData("YamlDotNet.dll")]
    [InlineData("GitOps.Flux.dll")]
    [InlineData("GitOps.Schemas.dll")]
    [InlineData("GitOps.Generators.dll")]
    public void A_generator_that_cannot_work_is_an_error_and_no_silence(string missing)
    {
        var cache = "cache-without-" + missing;
        var home = Fresh.Home(packed, cache);
        // Nothing here needs what the generator makes but the cluster's own class: that it is missing must not be all that is said.
        Shell.Must(home, "dotnet", "restore", "Home", "-v", "q");
        // The portable one and the one that is compiled ahead: this machine may use either.
        foreach (var file in Directory.GetFiles(Path.Combine(packed.Folder, cache), missing, SearchOption.AllDirectories))
            if (!file.Contains("/lib/", StringComparison.Ordinal))
                File.Delete(file);

        var (exitCode, output) = Shell.Run(home, "dotnet", "build", "Home", "--no-restore", "-v", "q");

        exitCode.Should().Be(1);
        output.Should().MatchRegex("error (CS8785|CS8784|CS8032|CS8034|CS0006|AD0001)");
    }

    [Theory]
    [InlineData("true", "ahead/linux-x64")]
    [InlineData("false", "analyzers/dotnet/cs")]
    public void The_compiler_is_given_each_analyzer_once_compiled_ahead_where_that_can_be(string ahead, string folder)
    {
        var canBe = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var home = Fresh.Home(packed);
        Shell.Must(home, "dotnet", "restore", "Home", "-v", "q");

        var output = Shell.Must(home, "dotnet", "msbuild", "Home", "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer", $"-p:GitOpsCompiledAhead={ahead}");

        var given = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray().Select(static item => item.GetProperty("FullPath").GetString()!)
            .Where(static path => path.Contains("gitops.sdk", StringComparison.Ordinal)).ToList();
        given.Select(Path.GetFileName).Should().BeEquivalentTo(
            "GitOps.Cel.dll", "GitOps.CodeFixes.dll", "GitOps.Flux.dll", "GitOps.Generators.dll", "GitOps.Schemas.dll", "GitOps.Yaml.dll", "YamlDotNet.dll");
        given.Should().AllSatisfy(path => path.Should().Contain(canBe ? folder : "analyzers/dotnet/cs"));
        // The portable ones must load anywhere; what is compiled ahead has native code beside the same IL.
        foreach (var path in given)
        {
            using var image = new PEReader(File.OpenRead(path));
            image.HasMetadata.Should().BeTrue();
            (image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0).Should().Be(path.Contains("/ahead/", StringComparison.Ordinal) && !path.EndsWith("GitOps.CodeFixes.dll", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_says_that_a_generator_or_analyzer_does_not_work_is_an_error_in_every_project()
    {
        var home = Fresh.Home(packed);
        Shell.Must(home, "dotnet", "restore", "Home", "-v", "q");
        var set = Shell.Must(home, "dotnet", "msbuild", "Home", "-getProperty:WarningsAsErrors");
        set.Should().ContainAll("CS9057", "CS8785", "CS8784", "CS8032", "CS8034", "AD0001");
    }

    [Fact]
    public void The_compiler_is_not_disturbed_by_the_code_fixes_and_a_host_with_workspaces_applies_them()
    {
        var home = Changed(Fresh.Home(packed), "[\"replicas\"] = 1", "[\"host\"] = $\"x.${Shared.Domain}\"");
        File.AppendAllText(Path.Combine(home, "Home/MyCluster.cs"),
            """

            public sealed class Shared : VariableSource
            {
                public const string Domain = "${DOMAIN}";

                public override string Kind => "Secret";

                public override string Name => "shared";
            }
            """);
        var (_, before) = Shell.Run(home, "dotnet", "build", "Home", "-v", "q");
        before.Should().Contain("error GOPS2013").And.NotContain("CS80").And.NotContain("CodeFixes");

        Shell.Must(home, "dotnet", "format", "analyzers", "Home", "--no-restore", "--diagnostics", "GOPS2013", "--severity", "error");

        File.ReadAllText(Path.Combine(home, "Home/Sonarr.cs")).Should().Contain("""["host"] = $"x.{Shared.Domain}" """.TrimEnd());
    }

    [Fact]
    public void The_error_in_the_README_is_what_the_build_of_its_code_prints()
    {
        var readme = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "README.md"));
        var (code, error) = (Block(readme, "```csharp\n"), Block(readme[readme.IndexOf("so:\n\n", StringComparison.Ordinal)..], "```\n").TrimEnd());
        var clone = Path.Combine(packed.Folder, "clone-readme");
        Shell.Must(packed.Folder, "git", "clone", "--quiet", "--no-hardlinks", SharedData.RepositoryRoot, clone);
        File.WriteAllText(Path.Combine(clone, "examples/HomeOps/Apps/Media/Sonarr.cs"), code);
        File.WriteAllText(Path.Combine(clone, "examples/HomeOps/Usings.cs"), "global using HomeOps;\n");
        string[] package = ["-p:UseGitOpsPackage=true", $"-p:Version={PackedPackages.Version}", $"-p:RestoreAdditionalProjectSources={packed.Packages}", $"-p:RestorePackagesPath={packed.Folder}/cache-example"];

        var (exitCode, output) = Shell.Run(clone, "dotnet", ["build", "examples/HomeOps", "-v", "q", .. package]);

        exitCode.Should().Be(1);
        error.Should().StartWith("Apps/Media/Sonarr.cs(5,54): error CS9035:");
        output.Should().Contain("/" + error);
        System.Text.RegularExpressions.Regex.Matches(output, ": error (\\w+)").Select(static match => match.Groups[1].Value).Distinct().Should().Equal("CS9035");
    }

    private static string Changed(string home, string right, string wrong)
    {
        var app = Path.Combine(home, "Home/Sonarr.cs");
        var text = File.ReadAllText(app);
        text.Should().Contain(right);
        File.WriteAllText(app, text.Replace(right, wrong, StringComparison.Ordinal));
        return home;
    }

    private static string Block(string markdown, string fence)
    {
        var start = markdown.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return markdown[start..markdown.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
