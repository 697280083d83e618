namespace GitOps.Tests;

/// <summary>Edits of the tree come home into exactly the literals that they came from, or not at all.</summary>
public sealed class AcceptTests
{
    [Theory]
    // A text, a part of one, and what helpers make of it.
    [InlineData("""["tag"] = "5.1.0",""", "tag: 5.1.0", "tag: 5.2.0", "\"5.1.0\"", "\"5.2.0\"")]
    [InlineData("""["tag"] = "5.1.0",""", "tag: 5.1.0", "tag: 5.1.0@sha256:0a1b", "\"5.1.0\"", "\"5.1.0@sha256:0a1b\"")]
    [InlineData("""["image"] = "ghcr.io/a/b:1.0.0@sha256:0a1b",""", "1.0.0@sha256:0a1b", "1.1.0@sha256:2c3d", "ghcr.io/a/b:1.0.0@sha256:0a1b", "ghcr.io/a/b:1.1.0@sha256:2c3d")]
    [InlineData("""["image"] = Image("ghcr.io/a/b", "1.0.0"),""", "b:1.0.0", "b:1.1.0", "\"ghcr.io/a/b\", \"1.0.0\"", "\"ghcr.io/a/b\", \"1.1.0\"")]
    [InlineData("""["image"] = Image("ghcr.io/a/b", "1.0.0"),""", "a/b:1.0.0", "a/c:1.0.0", "\"ghcr.io/a/b\", \"1.0.0\"", "\"ghcr.io/a/c\", \"1.0.0\"")]
    [InlineData("""["tag"] = $"{Major}.1.0-alpine",""", "3.1.0-alpine", "3.2.0-alpine", ".1.0-alpine", ".2.0-alpine")]
    [InlineData("""["tag"] = "1.0" + "-rc" + "1",""", "1.0-rc1", "1.0-beta1", "\"-rc\"", "\"-beta\"")]
    [InlineData("""["tag"] = "5.1.0".ToUpperInvariant(),""", "tag: 5.1.0", "tag: 5.2.0", "\"5.1.0\"", "\"5.2.0\"")]
    [InlineData("""["tag"] = First("x:5.1.0"),""", "tag: 5.1.0", "tag: 5.2.0", "\"x:5.1.0\"", "\"x:5.2.0\"")]
    // Other ways to write a text.
    [InlineData("""["path"] = @"C:\a ""x"" 1.0",""", "x\\\" 1.0", "y\\\" 1.1", "@\"C:\\a \"\"x\"\" 1.0\"", "@\"C:\\a \"\"y\"\" 1.1\"", "path: C:\\a \"x\" 1.0", "path: C:\\a \"y\" 1.1")]
    [InlineData("""["tag"] = "1\u002E0",""", "tag: \"1.0\"", "tag: \"1.0\\t\\\\\\\"\"", "\"1\\u002E0\"", "\"1\\u002E0\\t\\\\\\\"\"")]
    [InlineData("""["tag"] = $"{{{Major}}} 1.0",""", "'{3} 1.0'", "'{3} {2.0}'", "$\"{{{Major}}} 1.0\"", "$\"{{{Major}}} {{2.0}}\"", "tag: \"{3} 1.0\"", "tag: \"{3} {2.0}\"")]
    [InlineData("[\"tag\"] = \"\"\"say \"1.0\" now\"\"\",", "1.0", "1.1", "say \"1.0\" now", "say \"1.1\" now")]
    // Numbers, and a bool.
    [InlineData("""["replicas"] = 2,""", "replicas: 2", "replicas: 3", "= 2,", "= 3,")]
    [InlineData("""["size"] = 1_000L,""", "size: 1000", "size: 2000", "1_000L", "2000L")]
    [InlineData("""["ratio"] = 0.5,""", "ratio: 0.5", "ratio: 0.25", "0.5", "0.25")]
    [InlineData("""["limit"] = Percent(50),""", "50%", "75%", "Percent(50)", "Percent(75)")]
    [InlineData("""["a"] = true, ["b"] = new() { ["enabled"] = true, ["other"] = true },""", "enabled: true", "enabled: false", "[\"enabled\"] = true", "[\"enabled\"] = false")]
    // What YAML would read as a number stays the text that the C# says.
    [InlineData("""["tag"] = "1.9.0",""", "tag: 1.9.0", "tag: 1.10", "\"1.9.0\"", "\"1.10\"")]
    [InlineData("""["empty"] = "",""", "empty: \"\"", "empty: full", "[\"empty\"] = \"\"", "[\"empty\"] = \"full\"")]
    public void A_scalar_comes_home(string code, string from, string to, string literal, string changed, string? yaml = null, string? edited = null)
    {
        using var program = new SampleProgram($$"""
                private const int Major = 3;

            {{SampleProgram.Values(code)}}

                private static string Image(string name, string tag) => $"{name}:{tag}";

                private static string Percent(int of) => of + "%";

                private static string First(string text) => text.Split(':')[1];
            """);
        program.Edit(SampleProgram.Release, yaml ?? from, edited ?? to);
        var before = program.Read("Home/Apps/Sonarr.cs");

        program.Run("accept").Should().Be(ExitCodes.Done, program.Error);

        program.Read("Home/Apps/Sonarr.cs").Should().Be(before.Replace(literal, changed, StringComparison.Ordinal)).And.NotBe(before);
        program.Output.Should().StartWith("Apps/Sonarr.cs(").And.Contain("1 literal changed");
        program.Error.Should().BeEmpty();
        program.IsSettled();
    }

    /// <summary>What is written once is changed once, wherever it stands and wherever it is used.</summary>
    [Theory]
    [InlineData("Home/Versions.cs", "namespace Home;\n\npublic static class Versions\n{\n    public const string AppTemplate = \"5.1.0\"; // renovate\n}\n", "Versions.AppTemplate")]
    [InlineData("Home/Versions.cs", "namespace Home;\n\npublic static class Versions\n{\n    public static string Of(string app) => app switch { \"x\" => \"5.1.0\", _ => \"5.1.0-other\" };\n}\n", "Versions.Of(\"x\")")]
    [InlineData("Lib/Versions.cs", "public static class Versions\n{\n    public const string AppTemplate = \"5.1.0\";\n}\n", "Versions.AppTemplate")]
    [InlineData("Lib/Versions.cs", "public static class Versions\n{\n    public static string AppTemplate { get; } = \"5.1.0\";\n}\n", "Versions.AppTemplate")]
    public void One_literal_of_two_places_is_one_change(string file, string code, string use)
    {
        using var program = new SampleProgram(SampleProgram.Values($"""["tag"] = {use},"""), (file, code), ("Home/Apps/Radarr.cs", SampleProgram.App("Radarr", SampleProgram.Values($"""["tag"] = {use},"""))));
        var radarr = SampleProgram.Release.Replace("sonarr", "radarr", StringComparison.Ordinal);
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");

        // Only one of the two: nothing may change, and what holds it back is said.
        var before = program.Snapshot();
        program.Run("accept").Should().Be(ExitCodes.HandEditsKept);
        program.Error.Should().Match($"*: warning GOPS0052: '{SampleProgram.Release}' was edited by hand and is kept: the file says '5.2.0', the C# says '5.1.0'; the literal at *Versions.cs(*) makes it, and '{radarr}' at spec.values.tag too, "
            + "where the tree says what it said before; edit both alike, or change the C# by hand at spec.values.tag*");
        program.Snapshot().Should().Equal(before);

        // Both, but differently.
        program.Edit(radarr, "tag: 5.1.0", "tag: 5.3.0");
        before = program.Snapshot();
        program.Run("accept").Should().Be(ExitCodes.HandEditsKept);
        program.Error.Should().Contain($"'{radarr}' at spec.values.tag too, where the tree says '5.3.0'").And.Contain($"'{SampleProgram.Release}' at spec.values.tag too, where the tree says '5.2.0'");
        program.Snapshot().Should().Equal(before);

        // Both alike; that only one is named is no reason to leave the other.
        program.Edit(radarr, "tag: 5.3.0", "tag: 5.2.0");
        program.Run("accept", radarr).Should().Be(ExitCodes.Done, program.Error);
        program.Output.Should().Contain("Versions.cs(").And.Contain("1 literal changed");
        program.Read(file).Should().Be(new System.Text.RegularExpressions.Regex("5\\.1\\.0").Replace(code, "5.2.0", 1));
        program.IsSettled();
    }

    [Fact]
    public void Equal_literals_of_two_apps_are_told_apart_and_many_edits_are_one_build()
    {
        string[] names = ["Alpha", "Beta", "Gamma", "Delta"];
        using var program = new SampleProgram("", [.. names.Select(static name => ($"Home/Apps/{name}.cs", SampleProgram.App(name, SampleProgram.Values("""["tag"] = "5.1.0", ["other"] = "5.1.0","""))))]);
        string Path(string name) => $"kubernetes/apps/media/{name.ToLowerInvariant()}/app/helmrelease.yaml";
        foreach (var name in names[1..])
            program.Edit(Path(name), " tag: 5.1.0", $" tag: 5.2.{name.Length}");
        program.Edit("kubernetes/apps/media/beta/app/ocirepository.yaml", "tag: 9.9.9", "tag: 9.9.10");

        program.Run("accept").Should().Be(ExitCodes.Done, program.Error);

        foreach (var name in names)
            program.Read($"Home/Apps/{name}.cs").Should().Contain(name == "Alpha" ? "[\"tag\"] = \"5.1.0\", [\"other\"] = \"5.1.0\"" : $"[\"tag\"] = \"5.2.{name.Length}\", [\"other\"] = \"5.1.0\"")
                .And.Contain(name == "Beta" ? "Tag = \"9.9.10\"" : "Tag = \"9.9.9\"");
        program.Output.Should().Contain("4 literals changed");
        program.IsSettled();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Lines_keep_their_form(string newline)
    {
        using var program = new SampleProgram("", ("Home/Apps/Sonarr.cs", SampleProgram.App("Sonarr", SampleProgram.Values(""""
                                ["script"] =
                                    """
                                    image: "a:1.0" # {x}
                                      more: b:1.0

                                    last: c:1.0
                                    """,
                                ["named"] =
                                    $$"""
                                    first: {{nameof(Sonarr)}} 2.0
                                      {2.0}
                                    end
                                    """,
                                ["lines"] = @"x: 1.0
            y: 1.0",
            """")).ReplaceLineEndings(newline)));
        var line = newline == "\n" ? "\n      " : "\\r\\n";
        program.Edit(SampleProgram.Release, "b:1.0", "b:1.1");
        program.Edit(SampleProgram.Release, "{2.0}", "{2.1}");
        program.Edit(SampleProgram.Release, "y: 1.0", "y: 1.1");
        program.Edit(SampleProgram.Release, "last: c:1.0", $"last: c:1.0{line}added");
        var before = program.Read("Home/Apps/Sonarr.cs");

        program.Run("accept").Should().Be(ExitCodes.Done, program.Error);

        program.Read("Home/Apps/Sonarr.cs").Should().Be(before.Replace("b:1.0", "b:1.1", StringComparison.Ordinal).Replace("{2.0}", "{2.1}", StringComparison.Ordinal).Replace("y: 1.0", "y: 1.1", StringComparison.Ordinal)
            .Replace("last: c:1.0", $"last: c:1.0{newline}                        added", StringComparison.Ordinal)).And.NotBe(before);
        program.IsSettled();
    }

    [Fact]
    public void A_byte_order_mark_and_the_rights_of_a_file_stay()
    {
        using var program = new SampleProgram("", ("Home/Apps/Sonarr.cs", "\uFEFF" + SampleProgram.App("Sonarr", SampleProgram.Values("""["tag"] = "5.1.0", ["ö"] = "ü","""))));
        var file = Path.Combine(program.Root, "Home/Apps/Sonarr.cs");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var before = File.ReadAllBytes(file);
        program.Edit(SampleProgram.Release, "5.1.0", "5.2.0");

        program.Run("accept").Should().Be(ExitCodes.Done, program.Error);

        var after = File.ReadAllBytes(file);
        after.Should().HaveCount(before.Length).And.StartWith(new byte[] { 0xEF, 0xBB, 0xBF });
        before.Zip(after).Count(static pair => pair.First != pair.Second).Should().Be(1);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Raw_YAML_and_texts_of_other_files_come_home_too()
    {
        using var program = new SampleProgram(""""
                public override ManifestList Manifests =>
                [
                    Manifest.Yaml(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: two
                        spec:
                          containers:
                            - name: a
                              image: x:1.0
                            - name: b
                              image: x:1.0
                        """),
                    new ConfigMapGenerator { Files = [Files.Of("run.sh", "#!/bin/sh\nexec tool-1.0 --flag\n")] },
                    new ConfigMap("literal") { Data = new() { ["a"] = Text.Literal("use ${HOME} 1.0"), ["b"] = "${X}" } },
                ];

                public override Map<string> Substitute => new() { ["X"] = "z" };
            """");
        program.Read("kubernetes/apps/media/sonarr/app/configmap.yaml").Should().Contain("$${HOME} 1.0");
        program.Edit("kubernetes/apps/media/sonarr/app/pod.yaml", "- name: b\n      image: x:1.0", "- name: b\n      image: x:1.1");
        program.Edit("kubernetes/apps/media/sonarr/app/run.sh", "tool-1.0", "tool-1.1");
        program.Edit("kubernetes/apps/media/sonarr/app/configmap.yaml", "} 1.0", "} 1.1");
        var before = program.Read("Home/Apps/Sonarr.cs");

        program.Run("accept").Should().Be(ExitCodes.Done, program.Error);

        var at = before.LastIndexOf("x:1.0", StringComparison.Ordinal);
        program.Read("Home/Apps/Sonarr.cs").Should().Be($"{before[..at]}x:1.1{before[(at + 5)..]}".Replace("tool-1.0", "tool-1.1", StringComparison.Ordinal).Replace("{HOME} 1.0", "{HOME} 1.1", StringComparison.Ordinal));
        program.IsSettled();
    }

    /// <summary>A construct is made of many fields; what it was given comes home to where it was given.</summary>
    [Fact]
    public void A_construct_takes_its_versions_home()
    {
        using var program = new SampleProgram("""
                public override ManifestList Manifests =>
                [
                    new AppTemplate("5.1.0") { Container = new() { Image = new("ghcr.io/example/app", "1.2.3") }, Replicas = 2, Port = 8080 },
                ];
            """);
        program.Edit(SampleProgram.Source, "tag: 5.1.0", "tag: 5.2.0");
        program.Edit(SampleProgram.Release, "tag: 1.2.3", "tag: 1.2.4@sha256:0a1b");
        program.Edit(SampleProgram.Release, "replicas: 2", "replicas: 3");

        program.Run("accept").Should().Be(ExitCodes.Done, program.Error);

        program.Read("Home/Apps/Sonarr.cs").Should().Contain("""new AppTemplate("5.2.0") { Container = new() { Image = new("ghcr.io/example/app", "1.2.4@sha256:0a1b") }, Replicas = 3, Port = 8080 }""");
        program.IsSettled();
    }

    [Theory]
    // Computed.
    [InlineData("""["tag"] = (6 * 7).ToString(),""", "\"42\"", "\"43\"", "no literal in the C# makes it")]
    [InlineData("""["tag"] = nameof(Sonarr),""", "tag: Sonarr", "tag: Radarr", "no literal in the C# makes it")]
    // A literal that says more than the edit.
    [InlineData("""["tag"] = Version, ["again"] = Version,""", "tag: 1.0.1", "tag: 1.0.2", "makes it, and 'kubernetes/apps/media/sonarr/app/helmrelease.yaml' at spec.values.again too")]
    // Two literals that could each make it.
    [InlineData("""["tag"] = "1" + "1",""", "\"11\"", "\"111\"", "could each make it")]
    // What is no scalar.
    [InlineData("""["tag"] = "x",""", "    tag: x", "    tag: x\n    more: y", "the file says 'y', the C# says nothing; a field that comes or goes is no literal")]
    [InlineData("""["tag"] = "x", ["more"] = "z",""", "\n    more: z", "", "the file says nothing, the C# says 'z'; a field that comes or goes is no literal")]
    [InlineData("""["tag"] = "x",""", "tag: x", "tag: [x]", "a list of 1")]
    [InlineData("""["tag"] = "x",""", "tag: x", "tag: ~", "no literal says that")]
    [InlineData("""["tag"] = "x",""", "tag: x", "tag: 'x'", "only comments, quotes or spaces differ")]
    [InlineData("""["tag"] = "x",""", "tag: x", "tag: x # why", "only comments, quotes or spaces differ")]
    [InlineData("""["tag"] = "x",""", "tag: x", "tag: [x", "it is no YAML that can be read")]
    // A number that becomes a text, and a text that the literal cannot hold.
    [InlineData("""["size"] = 10,""", "size: 10", "size: big", "no literal in the C# makes it")]
    [InlineData("[\"tag\"] = \"\"\"x\"\"\",", "tag: x", "tag: \"a\\nb\"", "no literal in the C# makes it")]
    public void What_has_no_literal_of_its_own_is_said_and_nothing_changes(string code, string from, string to, string why)
    {
        using var program = new SampleProgram($$"""
                private const string Version = "1.0.1";

            {{SampleProgram.Values(code)}}
            """);
        program.Edit(SampleProgram.Release, from, to);
        var before = program.Snapshot();

        program.Run("accept").Should().Be(ExitCodes.HandEditsKept);

        program.Error.Should().Contain($"Apps/Sonarr.cs(").And.Contain($"warning GOPS0052: '{SampleProgram.Release}' was edited by hand and is kept: ").And.Contain(why).And.NotContain("GOPS9001").And.NotContain("   at ");
        program.Error.TrimEnd().Split('\n').Should().ContainSingle();
        program.Snapshot().Should().Equal(before);
    }

    [Fact]
    public void What_can_come_home_does_and_the_rest_stays()
    {
        using var program = new SampleProgram(SampleProgram.Values("""["tag"] = "5.1.0", ["sum"] = 6 * 7,"""));
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");
        program.Edit(SampleProgram.Release, "sum: 42", "sum: 43");

        program.Run("accept").Should().Be(ExitCodes.HandEditsKept);
        program.Output.Should().Contain("1 literal changed");
        program.Error.Should().Contain("no literal in the C# makes it").And.NotContain("5.2.0");
        program.Read("Home/Apps/Sonarr.cs").Should().Contain("\"5.2.0\"");
        program.Build();
        program.Run("synth").Should().Be(ExitCodes.HandEditsKept);
        program.Error.Should().Contain("spec.values.sum").And.NotContain("spec.values.tag");
    }

    /// <summary>What the C# has changed since is no edit of the tree, and must not be taken back.</summary>
    [Fact]
    public void A_change_of_the_CSharp_is_told_from_an_edit_by_what_Git_kept()
    {
        using var program = new SampleProgram(SampleProgram.Values("""["tag"] = "5.1.0", ["replicas"] = 1, ["both"] = "a","""));
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");
        program.Edit("Home/Apps/Sonarr.cs", "[\"replicas\"] = 1", "[\"replicas\"] = 2");
        program.Build();

        // Without a commit nobody knows.
        var before = program.Snapshot();
        program.Run("accept").Should().Be(ExitCodes.HandEditsKept);
        program.Error.Should().Contain("the C# has changed since synth wrote the file, and no commit holds what it wrote");
        program.Snapshot().Should().Equal(before);

        program.Edit(SampleProgram.Release, "tag: 5.2.0", "tag: 5.1.0");
        Shell.Must(program.Root, "git", "init", "-q");
        Shell.Must(program.Root, "git", "add", "kubernetes");
        Shell.Must(program.Root, "git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "-m", "tree");
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");
        program.Edit(SampleProgram.Release, "both: a", "both: b");
        program.Edit("Home/Apps/Sonarr.cs", "= \"a\"", "= \"c\"");
        program.Build();

        program.Run("accept").Should().Be(ExitCodes.HandEditsKept);
        program.Error.Should().Contain("the file says 'b', and the C# has changed here too: it says 'c' instead of 'a'");
        program.Read("Home/Apps/Sonarr.cs").Should().Contain("\"5.2.0\", [\"replicas\"] = 2, [\"both\"] = \"c\"");
    }

    [Fact]
    public void A_program_that_is_older_than_its_source_proves_nothing()
    {
        using var program = new SampleProgram(SampleProgram.Values("""["tag"] = "5.1.0","""));
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");
        program.Edit("Home/Apps/Sonarr.cs", "namespace", "\nnamespace");
        var before = program.Snapshot();

        program.Run("accept").Should().Be(ExitCodes.Findings);
        program.Error.Should().Be("gitops: nothing was accepted: 'Apps/Sonarr.cs' is not what this program was built from; build it anew ('dotnet run accept' does)\n");
        program.Snapshot().Should().Equal(before);
    }

    [Fact]
    public void A_program_that_renders_the_clock_proves_nothing()
    {
        using var program = new SampleProgram(SampleProgram.Values("""["tag"] = "5.1.0", ["run"] = Counter(),""") + "\n    private static string Counter() => Environment.TickCount64.ToString() + Guid.NewGuid();");
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");
        program.Run("accept").Should().NotBe(ExitCodes.Done);
        program.Error.Should().NotContain("GOPS9001");
        program.Read("Home/Apps/Sonarr.cs").Should().Contain("5.1.0");
    }

    [Fact]
    public void Only_what_is_named_comes_home()
    {
        using var program = new SampleProgram(SampleProgram.Values("""["tag"] = "5.1.0","""));
        program.Edit(SampleProgram.Release, "tag: 5.1.0", "tag: 5.2.0");
        program.Edit(SampleProgram.Source, "tag: 9.9.9", "tag: 9.9.10");

        program.Run("accept", "kubernetes/apps/media/none").Should().Be(ExitCodes.Findings);
        program.Error.Should().Be("gitops: nothing that synth wrote was edited by hand at 'kubernetes/apps/media/none'\n");
        program.Run("accept", "./" + SampleProgram.Source, "--quiet").Should().Be(ExitCodes.Done);
        program.Output.Should().BeEmpty();
        program.Read("Home/Apps/Sonarr.cs").Should().Contain("9.9.10").And.Contain("5.1.0");
    }

    [Fact]
    public void Without_edits_there_is_nothing_to_do()
    {
        using var program = new SampleProgram(SampleProgram.Values("""["tag"] = "5.1.0","""));
        program.Run("accept").Should().Be(ExitCodes.Done);
        program.Output.Should().Be("nothing was edited by hand\n");
        program.Run("accept", "--nonsense").Should().Be(ExitCodes.Usage);
    }
}
