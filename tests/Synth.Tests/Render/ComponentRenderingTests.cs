using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>Components written in C#, and what components bring, once it is written.</summary>
public sealed class ComponentRenderingTests
{
    private const string Keeper = """
        ---
        apiVersion: example.org/v1
        kind: Keeper
        metadata:
          name: ${APP}
        spec:
          capacity: ${SCRATCH_CAPACITY}
          keep: ${SCRATCH_KEEP:=7}
          enabled: ${SCRATCH_ENABLED:=true}
          hosts: ${SCRATCH_HOSTS:=["localhost"]}
          rules: ${SCRATCH_RULES:=}
          note: class ${SCRATCH_CLASS:=standard} of ${NAMESPACE}

        """;

    private static readonly (string, string)[] Postgres =
    [
        ("kubernetes/components/postgres/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - ./ks.yaml\n  - ./secret.yaml\n"),
        ("kubernetes/components/postgres/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${POSTGRES_SECRET:=${APP}-postgres}\nstringData:\n  url: postgresql://${APP}\n"),
        ("kubernetes/components/postgres/ks.yaml", """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: ${APP}-db
              namespace: database
            spec:
              interval: 1h
              prune: true
              path: ./kubernetes/components/postgres/base
              sourceRef: { kind: GitRepository, name: flux-system, namespace: flux-system }
              postBuild:
                substitute:
                  APP: ${APP}
            """),
        ("kubernetes/components/postgres/base/database.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${APP}-db\n"),
    ];

    [Fact]
    public void A_component_in_CSharp_is_written_once_and_takes_what_its_users_set()
    {
        var files = Files(Render(new RepositoryInMemory(), App<User>("user"), App<OtherUser>("other")));

        files["kubernetes/components/scratch/kustomization.yaml"].Should().EndWith("""
            ---
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            resources:
              - ./keeper.yaml

            """);
        files["kubernetes/components/scratch/keeper.yaml"].Should().EndWith(Keeper);
        // Not who happens to use it first.
        files["kubernetes/components/scratch/kustomization.yaml"].Should().StartWith("# from ComponentRenderingTests.cs\n");
        files["kubernetes/apps/media/user/ks.yaml"].Should().Contain("""
              components:
                - ../../../../components/scratch
            """).And.Contain("""
              postBuild:
                substitute:
                  APP: user
                  NAMESPACE: media
                  SCRATCH_CAPACITY: 5Gi
                  SCRATCH_HOSTS: "[\"a\",\"b: c\"]"
                  SCRATCH_RULES: "{\"allow\":[\"x\",1,true],\"say\":\"it\\u0027s\"}"
              prune: true
            """);
        files["kubernetes/apps/media/other/ks.yaml"].Should().Contain("SCRATCH_CAPACITY: 1Gi").And.Contain("SCRATCH_KEEP: \"30\"").And.NotContain("SCRATCH_HOSTS");
    }

    [SharedFact]
    public void A_component_in_CSharp_builds_what_the_same_YAML_builds()
    {
        var written = Files(Render(new RepositoryInMemory(), App<User>("user"), App<OtherUser>("other")));
        var byHand = new RepositoryInMemory(
            ("kubernetes/components/scratch/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./keeper.yaml]\n"),
            ("kubernetes/components/scratch/keeper.yaml", Keeper));
        var yaml = Files(Render(byHand, App<YamlUser>("user"), App<YamlOtherUser>("other")));
        foreach (var (path, text) in byHand.Files)
            yaml[path] = text;
        using var one = new Folder(written);
        using var two = new Folder(yaml);

        var compared = FluxBuild(one.Path, "--compare", two.Path);
        compared.ExitCode.Should().Be(0, compared.Output);

        FluxBuild(one.Path, "--out", one.Path + "/built.json").ExitCode.Should().Be(0);
        using var built = JsonDocument.Parse(File.ReadAllText(one.Path + "/built.json"));
        var spec = built.RootElement.GetProperty("objects").EnumerateObject().Single(item => item.Name.Contains("Keeper", StringComparison.Ordinal) && item.Name.EndsWith("user", StringComparison.Ordinal)).Value;
        var found = spec.ToString();
        found.Should().Contain("b: c").And.Contain("it's");
    }

    [Fact]
    public void A_variable_that_a_component_in_CSharp_takes_and_nothing_provides_is_an_error() =>
        Render(new RepositoryInMemory(), App<UserOfTypo>("user")).Result.Findings.Should().ContainSingle().Which
            .Should().Match<Finding>(static finding => finding.Id == RuleIds.UndefinedVariable && finding.Message.Contains("the component 'typo' needs the variable 'TYPO'"));

    [Fact]
    public void The_texts_of_a_component_in_CSharp_are_read_as_Flux_reads_them() =>
        Render(new RepositoryInMemory(), App<UserOfBroken>("user")).Result.Findings.Select(static finding => finding.Id).Should().Equal(RuleIds.SubstitutionSyntax);

    [Fact]
    public void What_is_wrong_with_a_component_in_YAML_is_said_once()
    {
        var files = new RepositoryInMemory(("kubernetes/components/postgres/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./gone.yaml]\n"));

        Render(files, App<UserOfDatabase>("user"), App<OtherUserOfDatabase>("other")).Result.Findings.Select(static finding => finding.Id).Should().Equal(RuleIds.ResourceMissing);
    }

    [Fact]
    public void What_a_component_brings_has_the_names_of_the_app_that_includes_it()
    {
        var rendering = Render(new RepositoryInMemory(Postgres), App<UserOfDatabase>("user"));

        rendering.Result.Findings.Should().BeEmpty();
        Files(rendering)["kubernetes/apps/media/user/app/helmrelease.yaml"].Should().Contain("""
                secret:
                  name: user-postgres
                url:
                  key: url
                  name: user-postgres
            """);
    }

    [Fact]
    public void A_name_that_a_property_sets_is_that_name() =>
        Files(Render(new RepositoryInMemory(Postgres), App<OtherUserOfDatabase>("other")))["kubernetes/apps/media/other/app/helmrelease.yaml"].Should().Contain("name: other-login");

    [Fact]
    public void A_name_that_a_source_may_set_is_left_to_Flux()
    {
        var app = App<UserOfDatabase>("user", new VariableSourceRegistration(typeof(OpenSource), static () => new OpenSource()));

        Files(Render(new RepositoryInMemory(Postgres), app))["kubernetes/apps/media/user/app/helmrelease.yaml"].Should().Contain("name: ${POSTGRES_SECRET:=${APP}-postgres}");
    }

    [Fact]
    public void A_reference_to_what_no_component_of_the_app_brings_leads_nowhere() =>
        Render(new RepositoryInMemory(Postgres), App<NoUserOfDatabase>("user")).Result.Findings.Should().ContainSingle().Which
            .Should().Match<Finding>(static finding => finding.Id == RuleIds.ReferenceLeadsNowhere && finding.Message == "this refers to Secret '${POSTGRES_SECRET:=${APP}-postgres}' of component Database, which app 'media/user' does not include");

    [Fact]
    public void A_Kustomization_that_a_component_brings_for_another_app_can_be_waited_for()
    {
        var rendering = Render(new RepositoryInMemory(Postgres), App<UserOfDatabase>("user"), App<WaitsForDatabase>("waits"));

        // Both are worth a word: what is waited for checks no health, and the Secret is the other app's to make.
        rendering.Result.Findings.Select(static finding => finding.Id).Should().BeEquivalentTo(UnhealthyDependencyRule.Id, HealthTargetElsewhereRule.Id);
        Files(rendering)["kubernetes/apps/media/waits/ks.yaml"].Should().Contain("""
              dependsOn:
                - name: user-db
                  namespace: media
              healthChecks:
                - apiVersion: v1
                  kind: Secret
                  name: user-postgres
                  namespace: media
            """);
    }

    [Fact]
    public void To_wait_for_what_the_app_itself_brings_never_ends() =>
        Render(new RepositoryInMemory(Postgres), App<WaitsForItsOwn>("own")).Result.Findings.Should().ContainSingle().Which
            .Should().Match<Finding>(static finding => finding.Id == RuleIds.DependencyCycle && finding.Message.Contains("media/own → media/own-db → media/own"));

    [Fact]
    public void What_a_namespace_shares_is_referred_to_from_its_apps_and_from_elsewhere()
    {
        (string, string)[] shared =
        [
            ("kubernetes/components/shared/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./chart.yaml]\n"),
            ("kubernetes/components/shared/chart.yaml", "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: { name: app-template }\nspec: { interval: 1h, url: oci://x/y, ref: { tag: 1.0.0 } }\n"),
        ];
        var rendering = Render(new RepositoryInMemory(shared), SampleCluster.App<InNamespace, Sharing>("inside", "sharing"), SampleCluster.App<FromElsewhere, Media>("outside", "media"));

        rendering.Result.Findings.Should().BeEmpty();
        Files(rendering)["kubernetes/apps/sharing/inside/app/helmrelease.yaml"].Should().Contain("chartRef:\n    kind: OCIRepository\n    name: app-template\n  interval");
        Files(rendering)["kubernetes/apps/media/outside/app/helmrelease.yaml"].Should().Contain("chartRef:\n    kind: OCIRepository\n    name: app-template\n    namespace: sharing\n");
    }

    [Fact]
    public void A_component_listed_twice_is_an_error() =>
        Render(new RepositoryInMemory(), App<TwiceUser>("user")).Result.Findings.Should().ContainSingle().Which
            .Should().Match<Finding>(static finding => finding.Id == RuleIds.ComponentTwice && finding.Message.StartsWith("the component 'scratch' is listed twice"));

    [Fact]
    public void What_an_operator_makes_is_declared_referred_to_and_not_written()
    {
        var rendering = Render(new RepositoryInMemory(), App<Operator>("operator"), App<UsesOperator>("uses"));

        rendering.Result.Findings.Should().BeEmpty();
        Files(rendering)["kubernetes/apps/media/uses/app/helmrelease.yaml"].Should().Contain("key: password\n      name: postgres-app");
        Files(rendering).Keys.Should().NotContain(static path => path.Contains("secret", StringComparison.Ordinal));
        Render(new RepositoryInMemory(), App<ListsWhatIsMade>("lists")).Result.Findings.Should().ContainSingle().Which.Id.Should().Be(RuleIds.ObjectListedTwice);
    }

    private static Rendering Render(IRepositoryFiles files, params AppRegistration[] apps) => TreeRenderer.Render(new SampleCluster(apps), new RenderOptions(files));

    private static AppRegistration App<TApp>(string name, params VariableSourceRegistration[] sources)
        where TApp : FluxApp, new()
    {
        var app = SampleCluster.App<TApp, Media>(name, "media");
        return sources.Length == 0 ? app : new AppRegistration
        {
            Type = app.Type,
            Create = app.Create,
            Name = app.Name,
            Namespace = app.Namespace,
            Directory = app.Directory,
            Folder = app.Folder,
            SubstituteFrom = sources,
            File = app.File,
        };
    }

    private static Dictionary<string, string> Files(Rendering rendering) =>
        rendering.Result.Plan!.Files.ToDictionary(static file => file.Path, static file => Encoding.UTF8.GetString(file.Content.Span), StringComparer.Ordinal);

    private static (int ExitCode, string Output) FluxBuild(string tree, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(SharedData.Root, "tools", "flux_build.py"), tree, "--root", "kubernetes/flux/cluster", .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private sealed class Folder : IDisposable
    {
        public Folder(IReadOnlyDictionary<string, string> files)
        {
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Path, path))!);
                File.WriteAllText(System.IO.Path.Combine(Path, path), text);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("gitops-component").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private sealed class Media : FluxNamespace;

    private sealed class Sharing : FluxNamespace
    {
        public override ComponentList Components => [new Shared()];
    }

    /// <summary>With the half that the generator would make (tests/Generators.Tests/WrittenComponentTests).</summary>
    private sealed class Scratch : FluxComponent
    {
        public required Quantity Capacity { get; init; }

        public Value<int> Keep { get; init; } = 7;

        public bool Enabled { get; init; } = true;

        public IReadOnlyList<string> Hosts { get; init; } = ["localhost"];

        public Values Rules { get; init; } = new();

        protected internal override ManifestList? Manifests =>
        [
            new Manifest("example.org/v1", "Keeper", AppName)
            {
                ["spec"] = new()
                {
                    ["capacity"] = "${SCRATCH_CAPACITY}",
                    ["keep"] = new Variable<int>("${SCRATCH_KEEP:=7}"),
                    ["enabled"] = new Variable<bool>("${SCRATCH_ENABLED:=true}"),
                    ["hosts"] = new VariableList<string>("${SCRATCH_HOSTS:=[\"localhost\"]}"),
                    ["rules"] = "${SCRATCH_RULES:=}",
                    ["note"] = $"class ${{SCRATCH_CLASS:=standard}} of {AppNamespace}",
                },
            },
        ];

        protected internal override void AddVariables(ComponentVariables variables)
        {
            variables.Set<Quantity>("SCRATCH_CAPACITY", Capacity);
            variables.Set("SCRATCH_ENABLED", (Value<bool>?)Enabled, "true");
            variables.Set("SCRATCH_HOSTS", Hosts, "[\"localhost\"]");
            variables.Set("SCRATCH_KEEP", (Value<int>?)Keep, "7");
            variables.Set("SCRATCH_RULES", Rules, "");
        }
    }

    /// <summary>The same in YAML.</summary>
    private sealed class YamlScratch : FluxComponent
    {
        public required (string Name, string Value)[] Set { get; init; }

        protected internal override string Directory => "components/scratch";

        protected internal override void AddVariables(ComponentVariables variables)
        {
            variables.Set("APP", variables.App.Name);
            variables.Set("NAMESPACE", variables.App.Namespace);
            foreach (var (name, value) in Set)
                variables.Set(name, value);
        }
    }

    private sealed class Typo : FluxComponent
    {
        protected internal override ManifestList? Manifests => [new ConfigMap(AppName) { Data = new() { ["a"] = "${TYPO}" } }];
    }

    private sealed class Broken : FluxComponent
    {
        protected internal override ManifestList? Manifests => [new ConfigMap(AppName) { Data = new() { ["a"] = "${A-b}" } }];
    }

    private sealed class Database : FluxComponent
    {
        public string? SecretName { get; init; }

        public static ComponentObject<Secret> Login => Emits<Database, Secret>("v1", "Secret", "${POSTGRES_SECRET:=${APP}-postgres}");

        public static ComponentObject<Kustomization> Made => Emits<Database, Kustomization>("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "${APP}-db", "database");

        protected internal override string Directory => "components/postgres";

        protected internal override void AddVariables(ComponentVariables variables)
        {
            variables.Set("APP", variables.App.Name);
            variables.Set("POSTGRES_SECRET", SecretName);
        }
    }

    private sealed class Shared : FluxComponent
    {
        public static ComponentObject<OCIRepository> Chart => Emits<Shared, OCIRepository>("source.toolkit.fluxcd.io/v1", "OCIRepository", "app-template");
    }

    private sealed class OpenSource : VariableSource
    {
        public override string Kind => "Secret";

        public override string Name => "anything";
    }

    private abstract class Release : FluxApp
    {
        private OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://registry.example.org/app", Ref = new() { Tag = "1.0.0" } } };

        public override ManifestList Manifests => [Chart, new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart, Values = Values } }];

        protected virtual Values Values => new();
    }

    private sealed class User : Release
    {
        public override ComponentList Components => [new Scratch { Capacity = "5Gi", Hosts = ["a", "b: c"], Rules = new() { ["allow"] = ["x", 1, true], ["say"] = "it's" } }];
    }

    private sealed class OtherUser : Release
    {
        public override ComponentList Components => [new Scratch { Capacity = "1Gi", Keep = 30 }];
    }

    private sealed class YamlUser : Release
    {
        public override ComponentList Components =>
            [new YamlScratch { Set = [("SCRATCH_CAPACITY", "5Gi"), ("SCRATCH_HOSTS", "[\"a\",\"b: c\"]"), ("SCRATCH_RULES", "{\"allow\":[\"x\",1,true],\"say\":\"it\\u0027s\"}")] }];
    }

    private sealed class YamlOtherUser : Release
    {
        public override ComponentList Components => [new YamlScratch { Set = [("SCRATCH_CAPACITY", "1Gi"), ("SCRATCH_KEEP", "30")] }];
    }

    private sealed class TwiceUser : Release
    {
        public override ComponentList Components => [new Scratch { Capacity = "5Gi" }, new Scratch { Capacity = "5Gi" }];
    }

    private sealed class UserOfTypo : Release
    {
        public override ComponentList Components => [new Typo(), new Scratch { Capacity = "5Gi" }];
    }

    private sealed class UserOfBroken : Release
    {
        public override ComponentList Components => [new Broken(), new Scratch { Capacity = "5Gi" }];
    }

    private sealed class UserOfDatabase : Release
    {
        public override ComponentList Components => [new Database()];

        protected override Values Values => new() { ["secret"] = Database.Login.AsReference(), ["url"] = Database.Login.Key("url") };
    }

    private sealed class OtherUserOfDatabase : Release
    {
        public override ComponentList Components => [new Database { SecretName = "other-login" }];

        protected override Values Values => new() { ["secret"] = Database.Login.AsReference() };
    }

    private sealed class NoUserOfDatabase : Release
    {
        protected override Values Values => new() { ["secret"] = Database.Login.AsReference() };
    }

    private sealed class WaitsForDatabase : Release
    {
        public override IReadOnlyList<Dependency> DependsOn => [Database.Made.Of<UserOfDatabase>()];

        public override IReadOnlyList<HealthCheck> HealthChecks => [Database.Login.Of<UserOfDatabase>()];
    }

    private sealed class WaitsForItsOwn : Release
    {
        public override ComponentList Components => [new Database()];

        public override IReadOnlyList<Dependency> DependsOn => [Database.Made.Of<WaitsForItsOwn>()];
    }

    private sealed class InNamespace : FluxApp
    {
        public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Shared.Chart } }];
    }

    private sealed class FromElsewhere : FluxApp
    {
        public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Shared.Chart.In<Sharing>() } }];
    }

    private sealed class Operator : Release
    {
        public Secret Login => field ??= Provided(new Secret("postgres-app"));
    }

    private sealed class UsesOperator : Release
    {
        protected override Values Values => new() { ["login"] = Ref<Operator>.To(made => made.Login).Key("password") };
    }

    private sealed class ListsWhatIsMade : FluxApp
    {
        public override ManifestList Manifests => [Provided(new Secret("postgres-app"))];
    }
}
