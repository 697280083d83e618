using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

public sealed class GraphAnalyzerTests
{
    private const string Small = "namespace Home;\npublic abstract class Small : FluxApp { public override ManifestList Manifests => []; }\n";

    [Fact]
    public async Task A_cycle_is_told_with_its_path_and_all_its_places()
    {
        var one = (await Of(Small + "[App<Ns.Media>, DependsOn<B>] public sealed class A : Small;\n[App<Ns.Database>, DependsOn<A>] public sealed class B : Small;")).Should().ContainSingle().Subject;
        one.GetMessage().Should().Be("'database/b' depends on itself through database/b → media/a → database/b; remove one of these dependencies");
        one.Location.GetLineSpan().StartLinePosition.Line.Should().Be(3);
        one.AdditionalLocations.Should().ContainSingle().Which.GetLineSpan().StartLinePosition.Line.Should().Be(2);
        one.Descriptor.HelpLinkUri.Should().EndWith("GOPS1005.md");
    }

    [Fact]
    public async Task A_duplicate_names_the_other_place_without_a_path_of_the_machine()
    {
        var one = (await Of(Small + "[App<Ns.Media>] public sealed class A : Small;\n[App<Ns.Media>(Name = \"a\")] public sealed class B : Small;")).Should().ContainSingle().Subject;
        one.GetMessage().Should().Be("the Kustomization 'media/a' is declared more than once, first at Program.cs(3); rename one of them");
        one.AdditionalLocations.Should().ContainSingle();
    }

    [Theory]
    // Whether an app is enabled is for its code to say: nothing is told of it.
    [InlineData("[App<Ns.Media>] public sealed class A : Small { public override bool Enabled => System.DateTime.Now.Year > 2000; }\n[App<Ns.Media>, DependsOn<A>] public sealed class B : Small;")]
    [InlineData("[App<Ns.Media>, DependsOn<A>] public sealed class A : Small { public override bool Enabled => Name == \"a\"; }")]
    [InlineData("[App<Ns.Media>] public sealed class A : Small { public override bool Enabled { get; } = false; public A() => Enabled = true; }\n[App<Ns.Media>, DependsOn<A>] public sealed class B : Small;", true)]
    // What is not written stops nobody.
    [InlineData("[App<Ns.Media>, DependsOn<B>] public sealed class A : Small { public override bool Enabled => false; }\n[App<Ns.Media>, DependsOn<C>] public sealed class B : Small;\n[App<Ns.Media>] public sealed class C : Small;")]
    [InlineData("[App<Ns.Media>(Name = \"x\")] public sealed class A : Small { public override bool Enabled => false; }\n[App<Ns.Media>(Name = \"x\")] public sealed class B : Small;")]
    // A diamond is no cycle.
    [InlineData("[App<Ns.Media>, DependsOn<B>, DependsOn<C>] public sealed class A : Small;\n[App<Ns.Media>, DependsOn<D>] public sealed class B : Small;\n[App<Ns.Media>, DependsOn<D>] public sealed class C : Small;\n[App<Ns.Media>] public sealed class D : Small;")]
    // The generator says that this is no app; nobody says it again.
    [InlineData("[App<Ns.Media>] public sealed class A<T> : Small;\n[App<Ns.Media>, DependsOn<A<int>>] public sealed class B : Small;", true)]
    public async Task Nothing_is_said_of_what_cannot_be_known(string source, bool others = false)
    {
        var said = await Of(Small + source);
        said.Where(one => !others || one.Id.StartsWith("GOPS1", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private const string Shared = """
        namespace Home;
        [App<Ns.Database>, DependsOn<User>] public sealed class Shared : FluxApp
        {
            public GitOps.Models.GatewayApi.Gateway Way => field ??= new("way") { Spec = new() { GatewayClassName = "envoy", Listeners = [new() { Name = "http", Port = 80, Protocol = "HTTP" }] } };
            public GitOps.Models.DragonflyDb.Dragonfly Cache => field ??= new();
            public GitOps.Models.Kubernetes.Service Login => field ??= Provided(new GitOps.Models.Kubernetes.Service("login"));
            public override ManifestList Manifests => [Way, Cache];
        }

        """;

    [Theory]
    // In the list, by a property, in a part, through what a reference becomes, by an attribute of the class, by name, handed to the base.
    [InlineData("public override ManifestList Manifests => [new DragonflyDatabase(Ref<Shared>.To(s => s.Cache), 1)];")]
    [InlineData("DragonflyDatabase Cache => field ??= new(Ref<Shared>.To(s => s.Cache), 1); public override ManifestList Manifests => [Cache];")]
    [InlineData("ObjectRef<GitOps.Models.DragonflyDb.Dragonfly> Where => Ref<Shared>.To(s => s.Cache); public override ManifestList Manifests => [new DragonflyDatabase(Where, 1)];")]
    [InlineData("public override ManifestList Manifests => [new AppTemplate(\"5.1.0\") { Port = 80, Route = new(\"a.example.org\", Ref<Shared>.To(s => s.Way)) }];")]
    [InlineData("public override ManifestList Manifests => [new Expose([\"a\"], 80, [Ref<Shared>.To(s => s.Way).AsParentRef(\"https\")])];")]
    [InlineData("public override ManifestList Manifests => [new ForwardAuth(Ref<Shared>.To(s => s.Login), 9000, \"/\")];")]
    [InlineData("public override ManifestList Manifests => [new Mine()]; } [DependsOn<Shared>] public sealed class Mine : Construct { protected override ManifestList Compose() => [];")]
    [InlineData("public override ManifestList Manifests => [new Mine { DependsOn = [Dependency.On<Shared>()] }]; } public sealed class Mine : Construct { protected override ManifestList Compose() => [];")]
    [InlineData("public override ManifestList Manifests => [new Mine()]; } public sealed class Mine() : DragonflyDatabase(Ref<Shared>.To(s => s.Cache), 3) {")]
    public async Task A_construct_brings_a_dependency(string body)
    {
        var one = (await Of(Shared + "[App<Ns.Media>] public sealed class User : FluxApp { " + body + " }")).Should().ContainSingle().Subject;

        one.Id.Should().Be("GOPS1005");
        one.GetMessage().Should().Contain("database/shared → media/user → database/shared");
        one.AdditionalLocations.Append(one.Location).Should().Contain(static location => location.SourceTree!.GetText().ToString(location.SourceSpan).Contains("new"));
    }

    [Theory]
    // One that is not listed, one that is listed by other code, a name as a text, code of the author's in between, a lambda, an ambiguous class, one's own app.
    [InlineData("DragonflyDatabase Cache => field ??= new(Ref<Shared>.To(s => s.Cache), 1); public override ManifestList Manifests => [];")]
    [InlineData("DragonflyDatabase Cache() => new(Ref<Shared>.To(s => s.Cache), 1); public override ManifestList Manifests => [Cache()];")]
    [InlineData("public override ManifestList Manifests => [new AppTemplate(\"5.1.0\") { Values = new() { [\"host\"] = Ref<Shared>.To(s => s.Cache).Name, [\"text\"] = $\"{Ref<Shared>.To(s => s.Cache).Name}\" } }];")]
    [InlineData("static ObjectRef<GitOps.Models.DragonflyDb.Dragonfly> Other(ObjectRef<GitOps.Models.DragonflyDb.Dragonfly> one) => one; public override ManifestList Manifests => [new DragonflyDatabase(Other(Ref<Shared>.To(s => s.Cache)), 1)];")]
    [InlineData("public override ManifestList Manifests => [new GitOps.Models.Kubernetes.ConfigMap { Data = new() { [\"host\"] = Ref<Shared>.To(s => s.Cache).Name } }];")]
    [InlineData("GitOps.Models.DragonflyDb.Dragonfly Own => field ??= new(); public override ManifestList Manifests => [Own, new DragonflyDatabase(Ref<User>.To(s => s.Own), 1)];")]
    public async Task What_is_no_plain_construct_brings_no_dependency_here(string body) =>
        (await Of(Shared + "[App<Ns.Media>] public sealed class User : FluxApp { " + body + " }")).Should().BeEmpty();

    [Fact]
    public async Task A_duplicate_of_a_library_is_told_in_this_project()
    {
        var library = GeneratorRun.Start(Library("""
            using GitOps;
            namespace Library;
            public static class Ns { public sealed class Media : FluxNamespace; }
            [App<Ns.Media>] public sealed class Base : FluxApp { public override bool Enabled => true; public override ManifestList Manifests => []; }
            [App<Ns.Media>, DependsOn<Base>] public sealed class Middle : FluxApp { public override ManifestList Manifests => []; }
            """));
        var image = new MemoryStream();
        library.After.Emit(image).Success.Should().BeTrue();
        var input = WrongProgram.Input(Small + """
            [App<Library.Ns.Media>(Name = "middle")] public sealed class Mine : Small;
            [App<Ns.Media>, DependsOn<Library.Middle>] public sealed class Good : Small;
            """);

        var said = await AnalyzerRun.Of(input with { References = [.. References.OfSdk, MetadataReference.CreateFromImage(image.ToArray())] });

        var one = said.Should().ContainSingle().Subject;
        one.Id.Should().Be("GOPS1006");
        one.GetMessage().Should().Contain("'media/middle'");
        one.Location.GetLineSpan().StartLinePosition.Line.Should().Be(2);
    }

    [Fact]
    public async Task A_circle_through_YAML_is_told_in_the_code_and_names_the_YAML()
    {
        var one = (await Of("[App<Ns.Media>, DependsOn<Ks.Database.Postgres>] public sealed class A : Small;", ("apps/database/postgres/ks.yaml", Ks("postgres", "media/a")))).Should().ContainSingle().Subject;
        one.Id.Should().Be("GOPS1005");
        one.GetMessage().Should().Be("'database/postgres' depends on itself through database/postgres → media/a → database/postgres; remove one of these dependencies");
        one.Location.IsInSource.Should().BeTrue();
        var other = one.AdditionalLocations.Should().ContainSingle().Subject.GetLineSpan();
        other.Path.Should().Be(WrongProgram.Tree + "apps/database/postgres/ks.yaml");
        other.StartLinePosition.Should().Be(new Microsoft.CodeAnalysis.Text.LinePosition(7, 12));
    }

    [Theory]
    [InlineData("media/sonarr", true)]
    // Flux makes this one, and the cluster the other.
    [InlineData("flux-system/flux-system", false)]
    [InlineData("flux-system/cluster-apps", false)]
    // Something brings Kustomizations that nobody sees here.
    [InlineData("media/sonarr", false, "flux/set.yaml", "apiVersion: fluxcd.controlplane.io/v1\nkind: ResourceSet\n")]
    [InlineData("media/sonarr", false, "apps/x/kustomization.yaml", "resources: [\"https://example.com/x?ref=1\"]\n")]
    [InlineData("media/sonarr", false, "apps/x/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x, namespace: x }\nspec: { path: ./elsewhere }\n")]
    [InlineData("media/sonarr", false, "apps/x/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x, namespace: x }\nspec: { path: ./kubernetes/apps/x, sourceRef: { name: other } }\n")]
    // What another source brings lands in its target namespace, and nowhere else.
    [InlineData("media/sonarr", false, "apps/x/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x, namespace: x }\nspec: { path: ./kubernetes/apps/x, targetNamespace: media, sourceRef: { name: other } }\n")]
    [InlineData("media/sonarr", true, "apps/x/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x, namespace: x }\nspec: { path: ./kubernetes/apps/x, targetNamespace: x, sourceRef: { name: other } }\n")]
    // It may be called so once its variables are put in.
    [InlineData("media/sonarr-db", false, "components/db/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: \"${APP}-db\" }\n")]
    [InlineData("media/sonarr-pg", true, "components/db/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: \"${APP}-db\" }\n")]
    [InlineData("media/sonarr", false, "apps/media/x/ks.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: \"${X}\" }\nspec: { path: ./kubernetes/apps/media/x }\n")]
    public async Task An_unknown_name_in_YAML_is_told_where_all_is_seen(string dependsOn, bool isTold, string? path = null, string text = "")
    {
        var files = new List<(string, string)> { ("apps/database/postgres/ks.yaml", Ks("postgres", dependsOn)) };
        if (path is not null)
            files.Add((path, text));
        var said = await Of("[App<Ns.Media>] public sealed class A : Small;", [.. files]);
        said.Select(one => one.Id).Should().Equal(isTold ? ["GOPS1001"] : []);
    }

    [Theory]
    [InlineData("[App<Ns.Media>] public sealed class B : FluxApp { public override ManifestList Manifests => [new Kustomization { }]; }")]
    [InlineData("[App<Ns.Media>] public sealed class B : FluxApp { public override ManifestList Manifests => [Manifest.Yaml(\"kind: ResourceSet\")]; }")]
    [InlineData("[App<Ns.Media>(Name = \"gone\")] public sealed class B : FluxApp { public override bool Enabled => System.DateTime.Now.Year > 2000; public override ManifestList Manifests => []; }")]
    [InlineData("[KustomizationName(\"media\", \"gone\")] public sealed class B : KustomizationReference;")]
    public async Task Nor_is_it_told_where_the_code_may_bring_it(string source) =>
        (await Of(source, ("apps/database/postgres/ks.yaml", Ks("postgres", "media/gone")))).Where(one => one.Id.StartsWith("GOPS1", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public async Task A_project_without_a_cluster_says_nothing_of_YAML()
    {
        var input = WrongProgram.Input("", [WrongProgram.FileOf(WrongProgram.Tree + "apps/database/postgres/ks.yaml", Ks("postgres", "database/postgres"))]);
        (await AnalyzerRun.Of(input with { Sources = [("/home/me/repo/cluster/Program.cs", "public class Nothing;")] })).Should().BeEmpty();
        (await AnalyzerRun.Of(input)).Select(one => one.Id).Should().Equal("GOPS1004");
    }

    [Fact]
    public async Task Nothing_is_unknown_where_the_usual_folders_are_not_given()
    {
        var input = WrongProgram.Input("", [WrongProgram.FileOf(WrongProgram.Tree + "apps/database/postgres/ks.yaml", Ks("postgres", "database/gone"))]);
        (await AnalyzerRun.Of(input)).Select(one => one.Id).Should().Equal("GOPS1001");
        (await AnalyzerRun.Of(input with { Properties = new Dictionary<string, string>(input.Properties) { ["GitOpsDefaultItems"] = "false" } })).Should().BeEmpty();
    }

    [Theory]
    [InlineData("RunsOn<Kyrion>", "In<Databases>, RunsOn<Kyrion>")]
    [InlineData("RunsOn<Kyrion>", "In<Databases>")]
    [InlineData("RunsOn<Kyrion>, RunsOn<Styx>", "In<Databases>, RunsOn<Styx>")]
    [InlineData(null, "In<Databases>, RunsOn<Styx>")]
    [InlineData("RunsOn<Kyrion>", "RunsOn<Styx>")]
    [InlineData("RunsOn<Kyrion>", "In<Databases>, RunsOn<Styx>", "public override bool Enabled => false;")]
    public async Task An_app_runs_where_its_layer_does(string? layer, string app, string body = "") =>
        (await Of($$"""
            [Cluster("clusters/kyrion")] public sealed partial class Kyrion : FluxCluster;
            [Cluster("clusters/styx")] public sealed partial class Styx : FluxCluster;
            [App<Ns.Database>{{(layer is null ? "" : ", " + layer)}}] public sealed class Databases : FluxLayer;
            [App<Ns.Database>, {{app}}] public sealed class Postgres : Small { {{body}} }
            """, [])).Should().BeEmpty();

    private static string Ks(string name, string dependsOn) => $"""
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: {name}
        spec:
          path: ./kubernetes/apps/database/postgres
          dependsOn:
            - name: {dependsOn.Split('/')[1]}
              namespace: {dependsOn.Split('/')[0]}

        """;

    private static Task<IReadOnlyList<Diagnostic>> Of(string source, params (string Path, string Text)[] files) =>
        AnalyzerRun.Of(WrongProgram.Input(Small + source, [.. files.Select(file => WrongProgram.FileOf(WrongProgram.Tree + file.Path, file.Text))]));

    private static ProjectInput Library(string source) =>
        new() { Generators = [new WiringGenerator()], AssemblyName = "Library", Sources = [("/home/me/repo/library/Apps.cs", source)] };

    private static Task<IReadOnlyList<Diagnostic>> Of(string source) => AnalyzerRun.Of(WrongProgram.Input(source));
}
