namespace GitOps.Tests;

/// <summary>The <c>crds</c> commands as a user meets them.</summary>
public sealed class CrdsCommandTests : IDisposable
{
    private readonly TestRepository disk = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private CrdDownload download = new();
    private string? searchPath;

    public CrdsCommandTests() => disk.Write("home/Program.cs", "");

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task Only_the_definitions_of_a_release_are_taken_one_to_a_file_as_they_stand()
    {
        disk.Write("release.yaml", $"# Licensed to all.\n---\n# A widget.\n{SampleCrds.Widget()}---\n{SampleCrds.Deployment}---\n{SampleCrds.Gadget}---\n# nothing\n");

        (await Run("crds", "add", "release.yaml")).Should().Be(ExitCodes.Done);

        error.ToString().Should().BeEmpty();
        output.ToString().Should().Be(
            """
            + home/crds/gadgets.example.org.yaml (Gadget v1)
            + home/crds/widgets.example.org.yaml (Widget v1)
            2 added, 0 replaced, 0 unchanged; the next build has their models, 'crds list' names them

            """);
        disk.Read("home/crds/widgets.example.org.yaml").Should().Be("# Licensed to all.\n# A widget.\n" + SampleCrds.Widget());
        disk.Read("home/crds/gadgets.example.org.yaml").Should().Be("# Licensed to all.\n" + SampleCrds.Gadget);
        Directory.GetFiles(disk.Full("home/crds")).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_definition_that_stands_there_already_is_left_alone_however_it_is_written()
    {
        disk.Write("a.yaml", SampleCrds.Widget());
        await Run("crds", "add", "a.yaml");
        var mine = SampleCrds.Widget().Replace("[size]", "['size'] # mine", StringComparison.Ordinal);
        disk.Write("home/crds/widgets.example.org.yaml", mine);

        (await Run("crds", "add", "a.yaml")).Should().Be(ExitCodes.Done);

        output.ToString().Should().Be("up to date: 1 definition in 'home/crds'\n");
        disk.Read("home/crds/widgets.example.org.yaml").Should().Be(mine);
    }

    [Theory]
    [InlineData("v1", "v1,v2", "Widget: adds v2")]
    [InlineData("v1beta1,v1", "v1", "Widget: removes v1beta1")]
    [InlineData("v1beta1", "v1", "Widget: adds v1, removes v1beta1")]
    public async Task A_definition_that_differs_is_replaced_and_its_versions_are_compared(string before, string after, string words)
    {
        disk.Write("home/crds/widgets.example.org.yaml", SampleCrds.Widget(before.Split(',')));
        disk.Write("a.yaml", SampleCrds.Widget(after.Split(',')));

        (await Run("crds", "add", disk.Full("a.yaml"))).Should().Be(ExitCodes.Done);

        output.ToString().Should().StartWith($"~ home/crds/widgets.example.org.yaml ({words})\n0 added, 1 replaced, 0 unchanged");
        disk.Read("home/crds/widgets.example.org.yaml").Should().Be(SampleCrds.Widget(after.Split(',')));
    }

    [Fact]
    public async Task A_field_that_changes_is_said_and_a_merge_conflict_is_mended()
    {
        disk.Write("home/crds/widgets.example.org.yaml", SampleCrds.Widget());
        disk.Write("a.yaml", SampleCrds.Widget().Replace("size", "height", StringComparison.Ordinal));
        await Run("crds", "add", "a.yaml");
        output.ToString().Should().StartWith("~ home/crds/widgets.example.org.yaml (Widget v1: the same versions, other fields)\n");

        disk.Write("home/crds/widgets.example.org.yaml", "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n");
        (await Run("crds", "add", "a.yaml")).Should().Be(ExitCodes.Done);
        disk.Read("home/crds/widgets.example.org.yaml").Should().Contain("height");
    }

    [Fact]
    public async Task Another_folder_is_possible_and_what_the_project_then_needs_is_said()
    {
        disk.Write("a.json", """{"kind": "List", "apiVersion": "v1", "items": [""" + Json + "]}");

        (await Run("crds", "add", "a.json", "--into", "../shared/schemas")).Should().Be(ExitCodes.Done);

        output.ToString().Should().Contain("+ shared/schemas/widgets.example.org.yaml (Widget v1)\n").And.EndWith("<GitOpsCrd Include=\"../shared/schemas/*.yaml\" />\n");
        disk.Read("shared/schemas/widgets.example.org.yaml").Should().StartWith("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n")
            .And.Contain("enum:\n").And.Contain("- \"on\"\n").And.Contain("- \"=\"\n").And.Contain("minimum: 1\n").And.Contain("default: \"1\"\n");
    }

    [Theory]
    [InlineData("../..", "'../..' is no folder inside the repository")]
    [InlineData("/etc", "'/etc' is no folder inside the repository")]
    [InlineData("..", "'..' is no folder inside the repository")]
    public async Task A_folder_outside_of_the_repository_is_refused(string into, string message)
    {
        disk.Write("a.yaml", SampleCrds.Widget());
        await Refused([$"gitops: error GOPS7001: {message}; give one relative to the project, such as 'crds'"], "crds", "add", "a.yaml", "--into", into);
    }

    [Fact]
    public async Task Input_that_is_no_definition_is_refused_at_its_place_and_nothing_of_the_rest_is_written()
    {
        disk.Write("good.yaml", SampleCrds.Widget());
        disk.Write("no.yaml", "a: 1\nb: [1,\nc: 2\n");
        disk.Write("deployment.yaml", SampleCrds.Deployment);
        disk.Write("empty.yaml", "# nothing\n");
        disk.Write("text.yaml", "just words\n");
        disk.Write("latin1.yaml", "");
        File.WriteAllBytes(disk.Full("latin1.yaml"), [.. "a: 1\nb: gr"u8, 0xFC, .. "n\n"u8]);
        disk.Write("page.yaml", "\n<!DOCTYPE html><html></html>");

        await Refused(
            [
                "deployment.yaml: error GOPS0002: there is no CustomResourceDefinition in it; it holds Deployment",
                "empty.yaml: error GOPS0002: there is no CustomResourceDefinition in it: it is empty",
                "latin1.yaml(2,6): error GOPS0001: this is no text in UTF-8; is it compressed, or saved in another encoding?",
                $"missing.yaml: error GOPS0004: there is no such file; paths are taken from the folder you stand in, '{disk.Folder}' here",
                "no.yaml(3,*): error GOPS0001: not YAML: *",
                "page.yaml: error GOPS0001: this is a web page, not YAML",
                "text.yaml: error GOPS0002: there is no CustomResourceDefinition in it, nor any other Kubernetes object",
            ],
            "crds", "add", "good.yaml", "no.yaml", "deployment.yaml", "empty.yaml", "text.yaml", "latin1.yaml", "page.yaml", "missing.yaml");
    }

    [Theory]
    [InlineData("apiextensions.k8s.io/v1\n", "apiextensions.k8s.io/v1beta1\n", "a.yaml(1,13): error GOPS0002: a CustomResourceDefinition of 'apiextensions.k8s.io/v1beta1' is not read; bring it to apiextensions.k8s.io/v1")]
    [InlineData("  name: widgets.example.org", "  name: ../../widgets", "a.yaml(4,9): error GOPS0002: 'metadata.name' is '../../widgets', and the API server takes '<plural>.<group>' only: 'widgets.example.org'")]
    [InlineData("widgets", "../widgets", "a.yaml(4,9): error GOPS0002: '../widgets.example.org' cannot be the name of a CustomResourceDefinition: it *")]
    [InlineData("{type: string, enum", "{$ref: '#', enum", "a.yaml(23,23): error GOPS0003: a CustomResourceDefinition holds no references; *'#'*")]
    [InlineData("{type: string, ", "&a {type: object, properties: {again: *a}, ", "a.yaml(23,61): error GOPS0001: the alias '?a' stands inside the node that it names")]
    [InlineData("    plural: widgets\n", "", "a.yaml(8,5): error GOPS0002: 'plural' is missing or is no text")]
    [InlineData("type: string, ", "type: sting, ", "a.yaml(23,30): error GOPS0002: 'sting' is no JSON type; write object, array, string, integer, number or boolean")]
    [InlineData("  scope: Namespaced\n", "  scope: Namespaced\n  scope: Cluster\n", "a.yaml(11,3): error GOPS0002: the key 'scope' stands twice in this mapping; remove one")]
    public async Task A_definition_with_a_fault_is_refused_at_its_line(string from, string to, string message)
    {
        SampleCrds.Widget().Should().Contain(from);
        disk.Write("a.yaml", SampleCrds.Widget().Replace(from, to, StringComparison.Ordinal));
        await Refused([message], "crds", "add", "a.yaml");
    }

    [Fact]
    public async Task A_definition_that_is_there_in_another_file_or_differs_between_sources_is_refused()
    {
        disk.Write("a.yaml", SampleCrds.Widget());
        disk.Write("b.yaml", SampleCrds.Widget("v2"));
        await Refused(["b.yaml(1,1): error GOPS0102: 'widgets.example.org' is defined at a.yaml(1,1) too, and differently; add one of the two"], "crds", "add", "a.yaml", "b.yaml");

        disk.Write("home/crds/all.yaml", SampleCrds.Gadget + "---\n" + SampleCrds.Widget());
        await Refused(["a.yaml(1,1): error GOPS0102: 'widgets.example.org' stands in 'home/crds/all.yaml' too, which 'home/crds/widgets.example.org.yaml' would not replace; take it out of there first"],
            "crds", "add", "a.yaml");

        disk.Delete("home/crds");
        disk.Write("home/crds/widgets.example.org.yaml", SampleCrds.Widget() + "---\nkind: ConfigMap\n");
        await Refused(["home/crds/widgets.example.org.yaml: error GOPS0051: 'home/crds/widgets.example.org.yaml' holds more or something else than 'widgets.example.org', and would be replaced; move it away"],
            "crds", "add", "a.yaml");
    }

    [Fact]
    public async Task A_URL_is_fetched_through_redirects()
    {
        using var server = new LoopbackServer();
        server.Answer("/latest", "", "302 Found", "Location: /v2/crds.yaml\r\n").Answer("/v2/crds.yaml", SampleCrds.Widget("v2"));

        (await Run("crds", "add", server["/latest"])).Should().Be(ExitCodes.Done);

        error.ToString().Should().BeEmpty();
        disk.Read("home/crds/widgets.example.org.yaml").Should().Be(SampleCrds.Widget("v2"));
    }

    [Fact]
    public async Task A_URL_that_gives_no_definition_is_refused_with_the_reason()
    {
        using var server = new LoopbackServer();
        download = new CrdDownload { MostBytes = 64 * 1024 };
        server.Answer("/404", "<html>", "404 Not Found").Answer("/500", "", "500 Oh No").Answer("/html", "\n<!doctype html><html>", headers: "Content-Type: text/html\r\n")
            .Answer("/loop", "", "301 Moved", "Location: /loop\r\n").Answer("/large", new string('#', 65 * 1024)).Answer("/short", "a: 1\n", length: 1000)
            .Answer("/none", SampleCrds.Deployment).Answer("/broken", "a: [\n");

        await Refused([$"{server["/404"]}: error GOPS0005: the server has nothing there (404 Not Found); look at the address, and whether the release has such a file"], "crds", "add", server["/404"]);
        await Refused([$"{server["/500"]}: error GOPS0005: the server refuses: 500 Oh No"], "crds", "add", server["/500"]);
        await Refused([$"{server["/html"]}: error GOPS0001: this is a web page, not YAML; give the address of the file itself, on GitHub the one behind 'Raw'"], "crds", "add", server["/html"]);
        await Refused([$"{server["/loop"]}: error GOPS0005: the server redirects to '/loop' (301 Moved), which is not followed: either from https to http, or after 10 others"], "crds", "add", server["/loop"]);
        await Refused([$"{server["/large"]}: error GOPS0005: the file is larger than 0.06 MB, which no manifest is"], "crds", "add", server["/large"]);
        await Refused([$"{server["/short"]}: error GOPS0005: the connection broke: *"], "crds", "add", server["/short"]);
        await Refused([$"{server["/none"]}: error GOPS0002: there is no CustomResourceDefinition in it; it holds Deployment"], "crds", "add", server["/none"]);
        await Refused([$"{server["/broken"]}(2,1): error GOPS0001: not YAML: *"], "crds", "add", server["/broken"]);
        download = new CrdDownload { TimeOut = TimeSpan.FromSeconds(0.2) };
        await Refused([$"{server["/silent"]}: error GOPS0005: the server did not send the whole file within 0.2 seconds; try again, or fetch it yourself and add the file"], "crds", "add", server["/silent"]);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        string url;
        using (var server = new LoopbackServer()) url = server["/x.yaml"];
        await Refused([$"{url}: error GOPS0005: it cannot be fetched: *"], "crds", "add", url);
    }

    [UnixFact]
    public async Task What_a_cluster_has_loses_what_is_the_clusters_own()
    {
        FakeKubectl($"cat <<'END'\n{{\"kind\": \"List\", \"apiVersion\": \"v1\", \"items\": [{Json}]}}\nEND\n[ \"$*\" = 'get customresourcedefinitions.apiextensions.k8s.io --output json --request-timeout 60s --context prod' ]");

        (await Run("crds", "from-cluster", "--context", "prod")).Should().Be(ExitCodes.Done);

        error.ToString().Should().BeEmpty();
        disk.Read("home/crds/widgets.example.org.yaml").Should().Be(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              annotations:
                controller-gen.kubebuilder.io/version: v0.19.0
              name: widgets.example.org
            spec:
              conversion:
                strategy: Webhook
                webhook:
                  clientConfig:
                    service:
                      name: webhook
                  conversionReviewVersions:
                    - v1
              group: example.org
              names:
                kind: Widget
                plural: widgets
              scope: Namespaced
              versions:
                - name: v1
                  schema:
                    openAPIV3Schema:
                      properties:
                        spec:
                          properties:
                            size:
                              default: "1"
                              enum:
                                - "on"
                                - "="
                              minimum: 1
                              type: string
                          type: object
                      type: object
                  served: true
                  storage: true

            """);
    }

    [UnixFact]
    public async Task Groups_are_picked_from_a_cluster_and_one_that_it_lacks_is_said()
    {
        FakeKubectl($"cat <<'END'\n{{\"kind\": \"List\", \"items\": [{Json}, {Json.Replace("example.org", "sub.example.com", StringComparison.Ordinal)}]}}\nEND");

        await Refused(["gitops: error GOPS0002: the cluster has no definition of group 'example.net'; it has those of example.org, sub.example.com"], "crds", "from-cluster", "example.org", "example.net");
        (await Run("crds", "from-cluster", "example.com")).Should().Be(ExitCodes.Done);
        Directory.GetFiles(disk.Full("home/crds")).Select(System.IO.Path.GetFileName).Should().Equal("widgets.sub.example.com.yaml");
    }

    [UnixFact]
    public async Task A_kubectl_that_fails_or_is_missing_gives_one_sentence()
    {
        FakeKubectl("echo 'E1121 memcache.go:265] couldn’t get current server API group list' >&2; echo 'The connection to the server localhost:8080 was refused - did you specify the right host or port?' >&2; exit 1");
        await Refused(["gitops: error GOPS0006: kubectl gave up with exit code 1: The connection to the server localhost:8080 was refused - did you specify the right host or port?"], "crds", "from-cluster");

        FakeKubectl("echo '{\"kind\": \"List\", \"items\": []}'");
        await Refused(["kubectl: error GOPS0002: there is no CustomResourceDefinition in it; it holds List"], "crds", "from-cluster");

        searchPath = disk.Full("nowhere");
        await Refused(["gitops: error GOPS0006: kubectl is not installed, or not on the PATH: install it, or save the definitions elsewhere with 'kubectl get crds -o yaml' and use 'crds add FILE'"], "crds", "from-cluster");
    }

    [Fact]
    public async Task List_names_the_kinds_with_their_classes()
    {
        (await Run("crds", "list")).Should().Be(ExitCodes.Done);
        output.ToString().Should().Be("there is no definition in 'home/crds'; 'crds add FILE|URL' and 'crds from-cluster' bring some\n");

        disk.Write("home/crds/widgets.example.org.yaml", SampleCrds.Widget("v1", "v1beta1"));
        disk.Write("home/crds/more/gadgets.yml", SampleCrds.Gadget);
        (await Run("crds", "list")).Should().Be(ExitCodes.Done);
        output.ToString().Split('\n').Should().HaveCount(4).And.Contain(line => line.StartsWith("example.org/v1/Gadget ", StringComparison.Ordinal) && line.EndsWith("home/crds/more/gadgets.yml", StringComparison.Ordinal));

        disk.Write("home/crds/bad.yaml", "a: [\n");
        (await Run("crds", "list")).Should().Be(ExitCodes.Findings);
        error.ToString().Should().StartWith("home/crds/bad.yaml(2,1): error GOPS0001: not YAML");
    }

    [SharedFact]
    public async Task All_real_definitions_are_added_once_and_read_the_same()
    {
        var real = Directory.GetFiles(SharedData.Data("crds"), "*.yaml", SearchOption.AllDirectories);
        (await Run(["crds", "add", .. real])).Should().Be(ExitCodes.Done, error.ToString());

        var written = Directory.GetFiles(disk.Full("home/crds"));
        written.Should().HaveCount(real.SelectMany(static path => CrdFinder.In(YamlFile.Read(File.ReadAllText(path)))).Select(static found => CrdFinder.NameOf(found.Node)!.Text).Distinct().Count());
        foreach (var path in real)
            foreach (var (node, _) in CrdFinder.In(YamlFile.Read(File.ReadAllText(path))))
                SameYaml.Is(node, YamlFile.Read(disk.Read($"home/crds/{CrdFinder.NameOf(node)!.Text}.yaml")).Documents.Single(static document => document.Root is not null).Root!).Should().BeTrue(path);
        (await Run(["crds", "add", .. real])).Should().Be(ExitCodes.Done);
        output.ToString().Should().Be($"up to date: {written.Length} definitions in 'home/crds'\n");
    }

    [Theory]
    [InlineData("crds")]
    [InlineData("crds", "add")]
    [InlineData("crds", "take", "x")]
    public async Task A_wrong_command_line_gives_two(params string[] args)
    {
        (await Run(args)).Should().Be(ExitCodes.Usage);
        disk.Exists("home/crds").Should().BeFalse();
    }

    [Fact]
    public void No_option_is_spelled_like_one_that_dotnet_run_would_swallow()
    {
        string[] swallowed =
        [
            "-?", "-h", "--help", "-c", "--configuration", "-f", "--framework", "-r", "--runtime", "--project", "--file", "-lp", "--launch-profile", "--no-launch-profile", "--no-build", "--interactive",
            "--no-restore", "--no-cache", "--self-contained", "--sc", "--no-self-contained", "-v", "--verbosity", "-a", "--arch", "--os", "--disable-build-servers", "--artifacts-path", "-e", "--environment",
            "-p", "--property", "--device", "--list-devices", "--no-dependencies", "--use-current-runtime", "--ucr",
        ];
        var ours = new List<string>();
        var open = new Stack<System.CommandLine.Command>([CommandLineGrammar.Build(static _ => 0)]);
        while (open.TryPop(out var command))
        {
            ours.AddRange(command.Options.Where(static option => option is not (System.CommandLine.Help.HelpOption or System.CommandLine.VersionOption)).SelectMany(static option => option.Aliases.Append(option.Name)));
            foreach (var below in command.Subcommands) open.Push(below);
        }
        ours.Should().Contain(["--into", "--in", "--context", "--adopt"]).And.NotContain(swallowed);
    }

    [Theory]
    [InlineData("crds", "help")]
    [InlineData("help", "crds", "add")]
    [InlineData("crds", "from-cluster", "help")]
    public async Task Help_is_a_word_here_too(params string[] args)
    {
        (await Run(args)).Should().Be(ExitCodes.Done);
        output.ToString().Should().Contain("Usage:").And.Contain(args.Contains("add") ? "<FILE|URL>..." : args.Contains("from-cluster") ? "[<GROUP>...]" : "from-cluster");
    }

    private const string Json = """
        {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
         "metadata": {"annotations": {"controller-gen.kubebuilder.io/version": "v0.19.0", "kubectl.kubernetes.io/last-applied-configuration": "{}", "meta.helm.sh/release-name": "x"},
          "creationTimestamp": "2024-01-01T00:00:00Z", "generation": 3, "labels": {"kustomize.toolkit.fluxcd.io/name": "x"}, "managedFields": [{"manager": "flux"}],
          "name": "widgets.example.org", "resourceVersion": "12", "uid": "00000000-0000-0000-0000-000000000000"},
         "spec": {"conversion": {"strategy": "Webhook", "webhook": {"clientConfig": {"caBundle": "AAAA", "service": {"name": "webhook"}}, "conversionReviewVersions": ["v1"]}},
          "group": "example.org", "names": {"kind": "Widget", "plural": "widgets"}, "scope": "Namespaced", "versions": [{"name": "v1", "schema": {"openAPIV3Schema":
           {"properties": {"spec": {"properties": {"size": {"default": "1", "enum": ["on", "="], "minimum": 1, "type": "string"}}, "type": "object"}}, "type": "object"}},
          "served": true, "storage": true}]},
         "status": {"storedVersions": ["v1"]}}
        """;

    private void FakeKubectl(string script)
    {
        disk.Write("bin/kubectl", "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(disk.Full("bin/kubectl"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        searchPath = disk.Full("bin");
    }

    /// <summary>The command fails with exactly these findings (with wildcards), and no file changes.</summary>
    private async Task Refused(string[] findings, params string[] args)
    {
        var before = disk.Snapshot();
        (await Run(args)).Should().Be(ExitCodes.Findings);
        var lines = error.ToString().TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(findings.Length + 1, error.ToString());
        for (var i = 0; i < findings.Length; i++)
            lines[i].Should().Match(findings[i]);
        lines[^1].Should().Be("gitops: nothing was written");
        output.ToString().Should().BeEmpty();
        disk.Snapshot().Should().Equal(before);
    }

    private Task<int> Run(params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        return CommandLineApp.RunAsync(static _ => throw new InvalidOperationException("nothing is rendered"), args, new CommandLineHost
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            StartFolder = disk.Full("home"),
            ProjectFolder = disk.Full("home"),
            WorkingFolder = disk.Folder,
            SearchPath = searchPath,
            Download = download,
        });
    }
}

/// <summary>A test that runs a shell script as a program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "runs a shell script";
    }
}
