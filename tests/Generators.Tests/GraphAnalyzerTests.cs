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
        one.GetMessage().Should().Be("the Kustomization 'media/a' is declared more than once, first at Program.cs(3,2); rename one of them");
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

    private static ProjectInput Library(string source) =>
        new() { Generators = [new WiringGenerator()], AssemblyName = "Library", Sources = [("/home/me/repo/library/Apps.cs", source)] };

    private static Task<IReadOnlyList<Diagnostic>> Of(string source) => AnalyzerRun.Of(WrongProgram.Input(source));
}
