namespace GitOps.Tests;

public sealed class PackageTests(PackedPackages packed) : IClassFixture<PackedPackages>
{
    [Fact]
    public void The_package_holds_exactly_these_files() =>
        packed.FilesOf("GitOps.Sdk").Should().Equal(
            "README.md",
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
        packed.SizeOf("GitOps.Sdk").Should().BeLessThan(4_000_000);
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
        Shell.Must(home, "dotnet", "test", "Home.Tests", "-v", "q");
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
        var home = Fresh.Home(packed);
        var app = Path.Combine(home, "Home/Sonarr.cs");
        File.WriteAllText(app, File.ReadAllText(app).Replace(right, wrong, StringComparison.Ordinal));

        var (exitCode, output) = Shell.Run(home, "dotnet", "build", "Home", "-v", "q");

        exitCode.Should().Be(1);
        output.Should().Contain(error).And.Contain(name);
    }
}
