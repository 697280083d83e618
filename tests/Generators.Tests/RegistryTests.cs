using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace GitOps.Tests;

public sealed class RegistryTests
{
    private const string Namespaces = """
        using GitOps;
        namespace Home;
        public static class Ns { public sealed class Media : FluxNamespace; public sealed class Database : FluxNamespace; }
        [Cluster("kubernetes")] public sealed partial class Cluster : FluxCluster;

        """;

    [Fact]
    public void Apps_are_registered_by_namespace_then_name_with_all_that_their_attributes_say()
    {
        var cluster = Load(Start(Namespaces + """
            [App<Ns.Media>, DependsOn<CnpgCluster>(ReadyExpr = "dep.status == \"x\"")] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }
            [App<Ns.Media>(Existing = "old")] public sealed class K8sGateway : FluxApp { public override ManifestList Manifests => []; }
            [App<Ns.Database>(Name = "cnpg-cluster", Directory = "cnpg", Folder = "cluster")] public sealed class CnpgCluster : FluxApp { public override ManifestList Manifests => []; }
            """));

        cluster.TreePath.Should().Be("kubernetes");
        cluster.SourceFile.Should().Be("Program.cs");
        cluster.Registrations.Select(app => $"{app.Namespace.Name}/{app.Name} {app.Directory}/{app.Folder} {app.Existing} {app.File}").Should().Equal(
            "database/cnpg-cluster cnpg/cluster  Program.cs",
            "media/k8s-gateway k8s-gateway/old old Program.cs",
            "media/sonarr sonarr/app  Program.cs");
        var sonarr = cluster.Registrations[2];
        sonarr.DependsOn.Should().ContainSingle().Which.Should().Be(new DependencyRegistration(cluster.Registrations[0].Type, "dep.status == \"x\""));
        sonarr.Create().Should().BeOfType(sonarr.Type);
        sonarr.Namespace.Should().BeSameAs(cluster.Registrations[1].Namespace);
        cluster.Registrations.Should().BeSameAs(cluster.Registrations);
    }

    [Fact]
    public void A_cluster_names_the_namespaces_that_have_no_app()
    {
        var run = Start("""
            using GitOps;
            namespace Home;
            public static class Ns { public sealed class Play : FluxNamespace; public sealed class Lab : FluxNamespace { public new const string Name = "lab-1"; } }
            [Cluster("kubernetes"), Namespace<Ns.Play>, Namespace<Ns.Lab>] public sealed partial class Cluster : FluxCluster;
            """);
        var cluster = Load(run);

        cluster.Namespaces.Select(static home => $"{home.Name} {home.File} {home.Create().GetType().Name}").Should().Equal("lab-1 Program.cs Lab", "play Program.cs Play");
        cluster.Namespaces.Should().BeSameAs(cluster.Namespaces);
        cluster.Registrations.Should().BeEmpty();
    }

    [Fact]
    public void Variable_sources_come_from_cluster_namespace_bases_and_app_in_that_order()
    {
        var cluster = Load(Start("""
            using GitOps;
            namespace Home;
            public abstract class Source : VariableSource { public override string Kind => "Secret"; public override string Name => GetType().Name; }
            public sealed class A : Source; public sealed class B : Source; public sealed class C : Source; public sealed class D : Source;
            public static class Ns { [SubstituteFrom<B>] public sealed class Media : FluxNamespace { public new const string Name = "media-1.x"; } }
            [Cluster("k"), SubstituteFrom<A>] public sealed partial class Cluster : FluxCluster;
            [SubstituteFrom<C>] public abstract class Base : FluxApp { public override ManifestList Manifests => []; }
            [App<Ns.Media>, SubstituteFrom<D>] public sealed class One : Base;
            [App<Ns.Media>] public sealed class Two : FluxApp { public override ManifestList Manifests => []; }
            """));

        cluster.Registrations[0].Namespace.Name.Should().Be("media-1.x");
        cluster.Registrations[0].SubstituteFrom.Select(source => source.Create().Name).Should().Equal("A", "B", "C", "D");
        cluster.Registrations[1].SubstituteFrom.Select(source => source.Type.Name).Should().Equal("A", "B");
    }

    [Fact]
    public void Apps_may_be_nested_in_classes_and_namespaces_and_there_may_be_several_clusters()
    {
        var assembly = Emit(Start("""
            using GitOps;
            namespace Home.Apps { public partial class Group { [App<Ns.Media>] internal sealed class @event : FluxApp { public override ManifestList Manifests => []; } } }
            public static class Ns { public sealed class Media : FluxNamespace; }
            [Cluster("a")] public sealed partial class First : FluxCluster;
            public static partial class Outer { [Cluster("b")] internal sealed partial class Second : FluxCluster; }
            """));

        foreach (var (name, tree) in new[] { ("First", "a"), ("Outer+Second", "b") })
        {
            var cluster = (FluxCluster)Activator.CreateInstance(assembly.GetType(name, throwOnError: true)!)!;
            cluster.TreePath.Should().Be(tree);
            cluster.Registrations.Should().ContainSingle().Which.Name.Should().Be("event");
        }
    }

    [Fact]
    public void Apps_of_a_referenced_project_are_part_of_the_cluster()
    {
        var library = Start("""
            using GitOps;
            public static class Ns { public sealed class Media : FluxNamespace; }
            [App<Ns.Media>] internal sealed class Radarr : FluxApp { public override ManifestList Manifests => []; }
            """, new ProjectInput { Generators = [], AssemblyName = "My.Apps-1" });
        var stream = new MemoryStream();
        library.After.Emit(stream).Success.Should().BeTrue();

        var cluster = Load(Start("""
            using GitOps;
            [Cluster("kubernetes")] public sealed partial class Cluster : FluxCluster;
            [App<Ns.Media>] public sealed class Bazarr : FluxApp { public override ManifestList Manifests => []; }
            [App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }
            """, new ProjectInput { Generators = [], References = [.. References.OfSdk, MetadataReference.CreateFromImage(stream.ToArray())] }), library);

        cluster.Registrations.Select(app => app.Name).Should().Equal("bazarr", "radarr", "sonarr");
    }

    [Fact]
    public void A_thousand_apps_are_registered_in_chunks()
    {
        var run = Start(Namespaces + string.Concat(Enumerable.Range(0, 1000).Select(i => $"[App<Ns.Media>] public sealed class App{i:000} : FluxApp {{ public override ManifestList Manifests => []; }}\n")));
        Load(run).Registrations.Should().HaveCount(1000);
        run.Files["GitOps.Registry.g.cs"].Should().Contain("Add9(apps, shared);").And.NotContain("Add10(");
    }

    [Fact]
    public void An_edit_that_changes_no_attribute_re_emits_nothing()
    {
        var run = Start(Namespaces + "[App<Ns.Media>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }");

        var moved = run.EditCSharp();
        moved.Steps(RegistryPipeline.Steps.Apps).Should().Equal(Unchanged);
        moved.Steps(RegistryPipeline.Steps.Registry).Should().NotContain([New, Modified]);
        moved.SourceOutputs().Should().OnlyContain(reason => reason == Cached);

        var renamed = run.EditCSharp(text => text.Replace("[App<Ns.Media>]", "[App<Ns.Media>(Name = \"tv\")]"));
        renamed.Steps(RegistryPipeline.Steps.Apps).Should().Equal(Modified);
        renamed.ChangedSince(run).Should().Equal("GitOps.Registry.g.cs");
    }

    [Theory]
    [InlineData("public sealed class Bad<T> : FluxApp { public override ManifestList Manifests => []; }", "is generic")]
    [InlineData("public sealed class Bad(string x) : FluxApp { public override ManifestList Manifests => [Manifest.Yaml(x)]; }", "no constructor without parameters")]
    [InlineData("public sealed class Bad : FluxApp { private Bad() { } public override ManifestList Manifests => []; }", "no constructor without parameters")]
    [InlineData("public abstract class Bad : FluxApp;", "is abstract")]
    [InlineData("public sealed class Bad;", "derive it from FluxApp")]
    [InlineData("file sealed class Bad : FluxApp { public override ManifestList Manifests => []; }", "is hidden")]
    [InlineData("public sealed class Bad : FluxApp { public required int X { get; set; } public override ManifestList Manifests => []; }", "has required members")]
    public void A_class_that_cannot_be_an_app_is_an_error_at_its_name(string declaration, string reason)
    {
        var source = Namespaces + "[App<Ns.Media>] " + declaration;
        var error = Start(source).Reported.Should().ContainSingle().Subject;
        error.Id.Should().Be(RuleIds.AppCannotBeMade);
        error.Severity.Should().Be(DiagnosticSeverity.Error);
        error.GetMessage().Should().Contain(reason).And.Contain("'Bad'");
        source.Substring(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length).Should().Be("Bad");
    }

    [Fact]
    public void A_private_nested_app_is_an_error() =>
        Start(Namespaces + "public class Outer { [App<Ns.Media>] private sealed class Bad : FluxApp { public override ManifestList Manifests => []; } }")
            .Reported.Should().ContainSingle().Which.GetMessage().Should().Contain("is hidden");

    [Fact]
    public void An_unknown_class_in_an_attribute_is_said_once_and_by_the_compiler()
    {
        var run = Start(Namespaces + "[App<Ns.Media>, DependsOn<Nope>, SubstituteFrom<Nope2>] public sealed class Sonarr : FluxApp { public override ManifestList Manifests => []; }",
            new ProjectInput { Generators = [], CheckOutput = false });
        run.Reported.Should().BeEmpty();
        run.After.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Should().OnlyContain(d => d.Location.SourceTree!.FilePath.EndsWith("Program.cs"));
    }

    [Fact]
    public void A_cluster_that_is_not_partial_is_said_by_the_compiler_at_its_name()
    {
        var run = Start("using GitOps; [Cluster(\"k\")] public sealed class Home : FluxCluster;", new ProjectInput { Generators = [], CheckOutput = false });
        run.After.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Should().ContainSingle().Which.Id.Should().Be("CS0260");
    }

    private static GeneratorRun Start(string source, ProjectInput? input = null) =>
        GeneratorRun.Start((input ?? new ProjectInput { Generators = [] }) with { Generators = [new WiringGenerator()], Sources = [("/home/me/repo/cluster/Program.cs", source)] });

    private static FluxCluster Load(GeneratorRun run, params GeneratorRun[] libraries) =>
        (FluxCluster)Activator.CreateInstance(Emit(run, libraries).GetTypes().Single(type => type.IsSubclassOf(typeof(FluxCluster))))!;

    private static System.Reflection.Assembly Emit(GeneratorRun run, params GeneratorRun[] libraries)
    {
        var context = new System.Runtime.Loader.AssemblyLoadContext(null, isCollectible: true);
        foreach (var library in libraries)
            context.LoadFromStream(Image(library));
        return context.LoadFromStream(Image(run));
    }

    private static MemoryStream Image(GeneratorRun run)
    {
        var stream = new MemoryStream();
        run.After.Emit(stream).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        stream.Position = 0;
        return stream;
    }
}
