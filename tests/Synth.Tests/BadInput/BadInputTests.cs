namespace GitOps.Tests;

/// <summary>What people get wrong, end to end: each fault at its line with what is wrong and what to do, exit code 1, and not a file written.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Source = "BadInput/BadApps.cs";

    private static readonly string[] Lines = File.ReadAllLines(System.IO.Path.Combine(SharedData.RepositoryRoot, "tests", "Synth.Tests", "BadInput", "BadApps.cs"));

    private readonly TestRepository disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public Task A_component_that_is_not_there() => Fails(
        [App<MissingComponent>("a")],
        $"{At("missing-component")}: error GOPS3001: component Backup has no Manifests, so it lies in 'kubernetes/components/backup', and that folder is not there; add it, or correct the Directory of the class");

    [Fact]
    public Task A_component_outside_of_the_tree() => Fails(
        [App<ClimbingComponent>("a")],
        $"{At("climbing-component")}: error GOPS7001: component Climbing lies in '../components/backup', which is no path inside the tree: '..' leads out of the folder");

    [Fact]
    public Task Two_apps_of_one_name_in_a_namespace() => Fails(
        [App<Good>("same"), App<GoodToo>("same", directory: "other")],
        $"{At("good-too")}: error GOPS1006: the Kustomization 'media/same' is declared more than once, first at {At("good")}; rename one of them");

    [Fact]
    public Task Two_apps_in_one_folder() => Fails(
        [App<Good>("a", directory: "both"), App<GoodToo>("b", directory: "both")],
        $"{At("good-too")}: error GOPS0050: *");

    [Theory]
    [InlineData("Sonarr_4K")]
    [InlineData("-sonarr")]
    [InlineData("")]
    public Task A_name_that_Kubernetes_rejects(string name) => Fails(
        [App<BadName>(name, directory: "a")],
        $"{At("bad-app")}: error GOPS5001: '{name}' cannot be the name of a Kustomization: it *; give another with [App<…>(Name = \"…\")]");

    [Fact]
    public Task A_namespace_that_Kubernetes_rejects() => Fails(
        [App<Good>("a", inNamespace: "my.media")],
        "BadInput/Namespaces.cs: error GOPS5001: 'my.media' cannot be the name of a namespace: it *");

    [Theory]
    [InlineData("../other", "app", "Directory '../other' is no path inside the namespace's folder: '..' leads out of the folder")]
    [InlineData("a", "..", "Folder '..' is no path inside the namespace's folder: '..' leads out of the folder")]
    [InlineData("a\\b", "app", "Directory 'a\\b' is no path inside the namespace's folder: it has a backslash; use '/'")]
    [InlineData("/a", "app", "Directory '/a' is no path inside the namespace's folder: it is absolute")]
    public Task An_app_outside_of_its_folder(string directory, string folder, string message) => Fails(
        [App<Good>("a", directory: directory, folder: folder)],
        $"{At("good")}: error GOPS7001: {message}");

    [Fact]
    public Task Object_names_that_Kubernetes_rejects() => Fails(
        [App<BadObjectNames>("a")],
        $"{At("object-name")}: error GOPS5001: 'Sonarr_Config' cannot be the name of a ConfigMap: it * at metadata.name",
        $"{At("empty-name")}: error GOPS5001: the name of this ConfigMap is empty; leave it out for the name of its app",
        $"{At("generator-name")}: error GOPS5001: 'Not A Name' cannot be the name of a ConfigMap: it *",
        $"{At("raw-name")}: error GOPS5001: 'Raw_Config' (line 4, column 9 of this YAML text) cannot be the name of a ConfigMap: it *",
        $"{At("raw-without-name")}: error GOPS0023: the Secret at line 1 of this YAML text has no metadata.name; kustomize and Flux take none without");

    [Fact]
    public Task A_constructor_that_throws() => Fails(
        [App<Good>("good"), App<ThrowsInConstructor>("a")],
        $"{At("constructor")}: error GOPS0020: app 'media/a' threw InvalidOperationException: the disk is on fire");

    [Fact]
    public Task A_property_that_throws() => Fails(
        [App<ThrowsInProperty>("a")],
        $"{At("property")}: error GOPS0020: app 'media/a' threw KeyNotFoundException: The given key 'none' was not present in the dictionary.");

    [Fact]
    public Task Components_that_throw() => Fails(
        [App<ThrowsInComponents>("a")],
        $"{At("components")}: error GOPS0020: app 'media/a' threw NotSupportedException: no components");

    [Fact]
    public Task A_namespace_that_throws() => Fails(
        [App<Good, Loud>("a", "loud")],
        $"{At("namespace-constructor")}: error GOPS0020: app 'loud/a' threw InvalidOperationException: no namespace today");

    [Fact]
    public Task A_name_asked_for_in_a_constructor() => Fails(
        [App<AsksForItsNameTooEarly>("a")],
        $"{At("name-in-constructor")}: error GOPS0020: app 'media/a' threw InvalidOperationException: The names of AsksForItsNameTooEarly are not known in its constructor and field initialisers; use them in a property such as 'X => field ??= …'.");

    [Fact]
    public Task Paths_that_leave_their_folder() => Fails(
        [App<BadPaths>("a")],
        $"{At("of-up")}: error GOPS7001: '../up.yaml' is no path inside the folder of app 'media/a': '..' leads out of the folder",
        $"{At("in-tree-up")}: error GOPS7001: '../../secret.sops.yaml' is no path inside the folder of app 'media/a': '..' leads out of the folder",
        $"{At("beside-absolute")}: error GOPS7001: '/etc/hosts' is no path inside the folder of app 'media/a': it is absolute",
        $"{At("file-name-up")}: error GOPS7001: *'../up.yaml'*",
        $"{At("file-name-slash")}: error GOPS7001: *'a/b.yaml'*",
        $"{At("file-name-backslash")}: error GOPS7001: *'a\\b.yaml'*",
        $"{At("file-name-colon")}: error GOPS7001: *'a:b.yaml'*",
        $"{At("raw-file-name-slash")}: error GOPS7001: *'sub/x.yaml'*",
        $"{At("group-backslash")}: error GOPS7001: *'sub\\all.yaml'*");

    [Fact]
    public Task A_file_beside_the_class_that_is_missing() => Fails(
        [App<MissingBeside>("a")],
        $"{At("beside-missing")}: error GOPS0004: there is no file 'BadInput/resources/config.yaml' in the project; Files.Beside takes a path relative to the C# file");

    [Fact]
    public Task Raw_YAML_that_is_broken() => Fails(
        [App<BrokenYaml>("a")],
        $"{At("raw-broken")}: error GOPS0001: line 5, column *",
        $"{At("raw-no-object")}: error GOPS0023: the document at line 6 of this YAML text is no Kubernetes object: it needs apiVersion, kind and metadata.name",
        $"{At("raw-surrogate")}: error GOPS0021: *half of a surrogate pair*");

    [Fact]
    public Task Texts_that_no_YAML_can_hold() => Fails(
        [App<BadTexts>("a")],
        $"{At("surrogate")}: error GOPS0021: ConfigMap 'a' of app 'media/a' cannot be written as YAML: A text holds half of a surrogate pair* at data.list[1]",
        $"{At("surrogate-key")}: error GOPS0021: *half of a surrogate pair* at data",
        $"{At("surrogate-label")}: error GOPS0021: *half of a surrogate pair* at metadata.labels.a",
        $"{At("not-a-number")}: error GOPS0021: ConfigMap 'number' of app 'media/a' cannot be written as YAML: NaN is not a number* at data.a",
        $"{At("itself")}: error GOPS0021: ConfigMap 'self' of app 'media/a' cannot be written as YAML: Mappings and sequences nest deeper than 1000: does a value contain itself? at data.again.self.again.self*",
        $"{At("surrogate-file")}: error GOPS0021: *half of a surrogate pair*",
        $"{At("surrogate-literal")}: error GOPS0021: *half of a surrogate pair*");

    [Fact]
    public Task A_variable_that_no_YAML_can_hold() => Fails(
        [App<BadVariable>("a")],
        $"{At("surrogate-variable")}: error GOPS0021: app 'media/a' cannot be written as YAML: *half of a surrogate pair* at spec.postBuild.substitute.A");

    [Fact]
    public Task Two_things_in_one_file() => Fails(
        [App<DuplicateFileNames>("a")],
        $"{At("second-file")}: error GOPS0050: *'Config.yaml'*{At("first-file")}*",
        $"{At("kustomization-file")}: error GOPS0050: 'kustomization.yaml' is the file that lists all others of app 'media/a', and synth writes it; give another FileName");

    [Fact]
    public Task A_name_that_synth_keeps_for_itself() => Fails(
        [App<KeptNames>("a")],
        ["synth", "check", "diff"],
        $"{At("own-file")}: error GOPS0051: the name of 'kubernetes/apps/media/a/app/.gitops' is one that synth keeps for itself; choose another");

    [Fact]
    public Task A_file_in_the_tree_that_is_missing() => Fails(
        [App<MissingInTree>("a")],
        ["synth", "check", "diff"],
        $"{At("in-tree-missing")}: error GOPS0004: the file 'kubernetes/apps/media/a/app/secret.sops.yaml', which is kept by hand, is not there; add it or remove its mention");

    [Fact]
    public Task An_object_of_two_apps() => Fails(
        [App<SharesAnObject>("a"), App<SharesItToo>("b")],
        $"{At("shared-object")}: error GOPS0024: ConfigMap 'shared' is listed by app 'media/a' and by app 'media/b'; an object belongs to one Kustomization");

    [Fact]
    public Task An_object_listed_twice() => Fails(
        [App<ListsItTwice>("a")],
        $"{At("listed-twice")}: error GOPS0024: ConfigMap 'twice' stands twice in app 'media/a'; kustomize takes an object once",
        $"{At("secret-generator")}: error GOPS0024: Secret 'a' stands twice in app 'media/a', first at {At("secret")}; kustomize takes an object once",
        $"{At("raw-twice")}: error GOPS0024: ConfigMap 'twice' stands twice in app 'media/a', first at {At("listed-twice")}; kustomize takes an object once");

    [Fact]
    public Task A_list_that_holds_null() => Fails([App<HoldsNull>("a")], $"{At("holds-null")}: error GOPS0020: the manifests of app 'media/a' hold null*");

    [Fact]
    public Task Every_fault_is_said_at_once() => Fails(
        [App<ThrowsInConstructor>("a"), App<BadName>("B"), App<MissingComponent>("c")],
        $"{At("constructor")}: error GOPS0020: *",
        $"{At("missing-component")}: error GOPS3001: component Backup has no Manifests*",
        $"{At("bad-app")}: error GOPS5001: *");

    [Fact]
    public async Task The_mark_of_a_literal_dollar_is_one_dollar_after_substitution_wherever_it_stands()
    {
        // U+FDD0 is no character that texts may exchange; Text.Literal marks with it. One that an author writes means the same.
        (await Run(disk.Folder, [App<LiteralDollars>("a")], "synth")).ExitCode.Should().Be(ExitCodes.Done);
        foreach (var file in new[] { "configmap.yaml", "configmap-raw.yaml", "script.sh", "kustomization.yaml" })
            disk.Read($"kubernetes/apps/media/a/app/{file}").Should().Contain("cost $${X} $5").And.NotContain("\uFDD0", file);
        disk.Read("kubernetes/apps/media/a/app/literal.sh").Should().Be("cost ${X} $5\n");
        disk.Read("kubernetes/apps/media/a/app/configmap.yaml").Should().Contain("  mark: a$$b\n");
    }

    [MountFact]
    public async Task A_tree_that_is_read_only()
    {
        using var small = new SmallDisk("1m");
        (await Run(small.Folder, [App<Good>("a")], "synth")).ExitCode.Should().Be(ExitCodes.Done);
        small.Remount("ro");
        var before = Directory.GetFiles(small.Folder, "*", SearchOption.AllDirectories);
        var (exitCode, output, error) = await Run(small.Folder, [App<Good>("a"), App<GoodToo>("b")], "synth");
        exitCode.Should().Be(ExitCodes.Findings);
        error.Should().Match("gitops: error GOPS0057: the disk refuses, nothing was written: *ead-only*").And.NotContain("   at ");
        output.Should().BeEmpty();
        Directory.GetFiles(small.Folder, "*", SearchOption.AllDirectories).Should().Equal(before);

        File.WriteAllText(disk.Full("a.yaml"), SampleCrds.Widget());
        var (added, said, refused) = await Run(small.Folder, [], "crds", "add", disk.Full("a.yaml"));
        (added, said).Should().Be((ExitCodes.Findings, ""));
        refused.Should().Match("gitops: error GOPS0057: the disk refuses: *ead-only*");
        small.Remount("rw");
    }

    /// <summary>Where a mark stands, as findings say it.</summary>
    private static string At(string mark)
    {
        var line = Array.FindIndex(Lines, text => text.EndsWith("// @" + mark, StringComparison.Ordinal));
        line.Should().BeGreaterThanOrEqualTo(0, mark);
        return $"{Source}({line + 1})";
    }

    private static AppRegistration App<TApp>(string name, string inNamespace = "media", string? directory = null, string folder = "app")
        where TApp : FluxApp, new() => App<TApp, Media>(name, inNamespace, directory, folder);

    private static AppRegistration App<TApp, TNamespace>(string name, string inNamespace, string? directory = null, string folder = "app")
        where TApp : FluxApp, new()
        where TNamespace : FluxNamespace, new() => new()
        {
            Type = typeof(TApp),
            Create = static () => new TApp(),
            Name = name,
            Namespace = new NamespaceRegistration { Type = typeof(TNamespace), Create = static () => new TNamespace(), Name = inNamespace, File = "BadInput/Namespaces.cs" },
            Directory = directory ?? name,
            Folder = folder,
            File = Source,
        };

    /// <summary>Every command that renders says exactly these findings (with wildcards), in the order of their lines, and writes nothing.</summary>
    private Task Fails(AppRegistration[] apps, params string[] findings) => Fails(apps, ["synth", "check", "diff", "list"], findings);

    private async Task Fails(AppRegistration[] apps, string[] commands, params string[] findings)
    {
        disk.Write("kubernetes/apps/mine.yaml", "mine: true\n");
        var before = disk.Snapshot();
        foreach (var command in commands)
        {
            var (exitCode, output, error) = await Run(disk.Folder, apps, command);
            exitCode.Should().Be(ExitCodes.Findings, error);
            output.Should().BeEmpty(command);
            var lines = error.TrimEnd('\n').Split('\n');
            lines.Should().HaveCount(findings.Length, error);
            for (var i = 0; i < findings.Length; i++)
                lines[i].Should().Match(findings[i]);
            disk.Snapshot().Should().Equal(before, command);
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(string folder, AppRegistration[] apps, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var host = new CommandLineHost { Out = output, Error = error, IsTerminal = false, StartFolder = folder, ProjectFolder = folder };
        var exitCode = await CommandLineApp.RunAsync(options => TreeRenderer.Render(new SampleCluster(apps), options).Result, args, host);
        return (exitCode, output.ToString(), error.ToString());
    }
}
