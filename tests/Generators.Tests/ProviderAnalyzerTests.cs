namespace GitOps.Tests;

/// <summary>Who brings the kinds of an app, while typing (GOPS1015): told where all of it is written out, and nowhere else.</summary>
public sealed class ProviderAnalyzerTests
{
    private const string Operators = """
        using GitOps.Models.ExternalSecrets;

        namespace Home;

        public abstract class Small : FluxApp
        {
            protected static ExternalSecret Secret(string name) =>
                new(name) { Spec = new() { SecretStoreRef = new() { Name = "vault", Kind = "ClusterSecretStore" }, DataFrom = [new() { Extract = new() { Key = "sonarr" } }] } };

            public override ManifestList Manifests => [];
        }

        public abstract class WithSecret : Small
        {
            protected ExternalSecret Own => field ??= Secret("own");

            public override ManifestList Manifests => [Own];
        }

        [App<Ns.Database>, Provides("external-secrets.io", "generators.external-secrets.io")] public sealed class ExternalSecrets : Small;
        [App<Ns.Database>, DependsOn<ExternalSecrets>] public sealed class Stores : Small;
        [App<Ns.Database>] public sealed class Other : Small;

        """;

    [Theory]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { private ExternalSecret Login => field ??= new(\"login\"); public override ManifestList Manifests => [Login]; }", "new(\"login\")")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { public override ManifestList Manifests => [Secret(\"a\"), Secret(\"b\")]; }", "Secret(\"a\")")]
    [InlineData("[App<Ns.Media>, DependsOn<Other>] public sealed class Sonarr : Small { public override ManifestList Manifests => [.. base.Manifests, Secret(\"a\")]; }", "Secret(\"a\")")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : WithSecret;", "App<Ns.Media>")]
    [InlineData("[App<Ns.Media>] public sealed class Late : FluxLayer; [App<Ns.Media>, In<Late>] public sealed class Sonarr : Small { public override ManifestList Manifests => [Secret(\"a\")]; }", "Secret(\"a\")", "media/late")]
    public async Task An_app_that_does_not_wait_is_told_once(string app, string at, string name = "media/sonarr")
    {
        var one = (await AnalyzerRun.Of(WrongProgram.Input(Operators + app))).Where(static one => one.Id.StartsWith("GOPS", StringComparison.Ordinal)).Should().ContainSingle().Subject;

        one.Id.Should().Be("GOPS1015", one.ToString());
        one.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Should().StartWith($"'{name}' has a ExternalSecret of 'external-secrets.io', which 'database/external-secrets' brings,");
        one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length).Should().Be(at);
        one.AdditionalLocations.Should().ContainSingle();
    }

    [Theory]
    // It waits: itself, through another, through a layer.
    [InlineData("[App<Ns.Media>, DependsOn<ExternalSecrets>] public sealed class Sonarr : WithSecret;")]
    [InlineData("[App<Ns.Media>, DependsOn<Stores>] public sealed class Sonarr : WithSecret;")]
    [InlineData("[App<Ns.Media>, DependsOn<Stores>] public sealed class Late : FluxLayer; [App<Ns.Media>, In<Late>] public sealed class Sonarr : WithSecret;")]
    [InlineData("[App<Ns.Media>] public sealed class Late : FluxLayer; [App<Ns.Media>, In<Late>, DependsOn<Stores>] public sealed class Sonarr : WithSecret;")]
    // It brings the group itself, is switched off, or may be.
    [InlineData("[App<Ns.Media>, Provides(\"external-secrets.io\")] public sealed class Sonarr : WithSecret;")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : WithSecret { public override bool Enabled => false; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : WithSecret { public override bool Enabled => Environment.ProcessorCount > 1; }")]
    // What it lists or waits for is not all seen.
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : WithSecret { public override IReadOnlyList<Dependency> DependsOn => [Dependency.On<ExternalSecrets>()]; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { public override ManifestList Manifests => [Secret(\"a\"), .. More()]; private static IEnumerable<ManifestItem> More() => []; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { public override ManifestList Manifests => [Secret(\"a\"), new AppTemplate(\"4.2.0\") { Container = new() { Image = new(\"x\", \"1\") } }]; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { public override ManifestList Manifests => [Secret(\"a\"), Files.InTree(\"crds.yaml\")]; }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { public override ManifestList Manifests { get { if (Name == \"x\") return []; return [Secret(\"a\")]; } } }")]
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : WithSecret { public override ComponentList Components => [.. Some()]; private static IEnumerable<FluxComponent> Some() => []; }")]
    [InlineData("[App<Ns.Database>] public sealed class Crds : Small { public override ManifestList Manifests => [Files.InTree(\"crds.yaml\")]; } [App<Ns.Media>, DependsOn<Crds>] public sealed class Sonarr : WithSecret;")]
    // Nobody is known to bring it.
    [InlineData("[App<Ns.Media>] public sealed class Sonarr : Small { public override ManifestList Manifests => [new GitOps.Models.CertManager.Issuer { Spec = new() { SelfSigned = new() } }]; }")]
    public async Task Nothing_is_said_where_it_waits_or_where_that_is_not_known(string app) =>
        (await AnalyzerRun.Of(WrongProgram.Input("using System.Collections.Generic;\n" + Operators + app))).Should().BeEmpty();

    [Theory]
    [InlineData("new() { BootstrappedGroups = [\"external-secrets.io\"] }", false)]
    [InlineData("new() { RequireLimits = true, BootstrappedGroups = [\"example.org\"] }", true)]
    [InlineData("new() { BootstrappedGroups = Groups() }", false)]
    [InlineData("Of()", false)]
    public async Task What_is_there_before_Flux_needs_no_wait(string rules, bool isTold)
    {
        var input = WrongProgram.Input(Operators + "[App<Ns.Media>] public sealed class Sonarr : WithSecret;");
        var (path, prelude) = input.Sources.Single(static source => source.Text.Contains("partial class HomeCluster : FluxCluster;", StringComparison.Ordinal));
        var changed = prelude.Replace("partial class HomeCluster : FluxCluster;",
            "partial class HomeCluster : FluxCluster { public override ClusterRules Rules => " + rules + "; private static string[] Groups() => []; private static ClusterRules Of() => new(); }", StringComparison.Ordinal);

        var said = await AnalyzerRun.Of(input with { Sources = [.. input.Sources.Select(source => source.Path == path ? (path, changed) : source)] });

        said.Select(static one => one.Id).Should().Equal(isTold ? ["GOPS1015"] : Array.Empty<string>());
    }

    [Fact]
    public async Task Nothing_is_said_of_several_clusters() =>
        (await AnalyzerRun.Of(WrongProgram.Input(Operators + "[App<Ns.Media>] public sealed class Sonarr : WithSecret; [Cluster(\"clusters/styx\")] public sealed partial class Styx : FluxCluster;"))).Should().BeEmpty();

    [Fact]
    public async Task Nothing_is_said_of_what_a_library_brings()
    {
        var library = GeneratorRun.Start(new()
        {
            Generators = [new WiringGenerator()],
            AssemblyName = "Library",
            Sources =
            [
                ("/home/me/repo/library/Apps.cs", """
                    using GitOps;
                    namespace Library;
                    public static class Ns { public sealed class Platform : FluxNamespace; }
                    [App<Ns.Platform>, Provides("cert-manager.io")] public sealed class CertManager : FluxApp { public override ManifestList Manifests => []; }
                    """),
            ],
        });
        var image = new MemoryStream();
        library.After.Emit(image).Success.Should().BeTrue();
        var input = WrongProgram.Input(Operators + """
            [App<Ns.Media>, DependsOn<Library.CertManager>] public sealed class Sonarr : WithSecret;
            [App<Ns.Media>] public sealed class Radarr : Small
            {
                public override ManifestList Manifests => [new GitOps.Models.CertManager.Issuer { Spec = new() { SelfSigned = new() } }];
            }
            """);

        (await AnalyzerRun.Of(input with { References = [.. References.OfSdk, Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())] })).Should().BeEmpty();
    }
}
