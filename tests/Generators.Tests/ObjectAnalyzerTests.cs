namespace GitOps.Tests;

/// <summary>What is not known of an object is nobody's fault; what a user's own CRD says counts too.</summary>
public sealed class ObjectAnalyzerTests
{
    private const string Before = """
        using GitOps.Models.CloudNativePG;
        using GitOps.Models.EnvoyGateway;
        using GitOps.Models.GatewayApi;

        namespace Home;

        [App<Ns.Media>]
        public sealed class Sonarr : FluxApp
        {
            private static readonly int Port = int.Parse("80800");
            private static string? Maybe(string text) => text.Length > 3 ? text : null;
            private static string Url() => "x";
            private static HelmReleaseChartRef? Perhaps() => null;
            private static HelmReleaseChartRef Surely() => new() { Kind = "OCIRepository", Name = "app" };
            private static readonly HelmReleaseChart Chart = new() { Spec = new() { Chart = "app", SourceRef = new() { Kind = "HelmRepository", Name = "charts" } } };

            public override ManifestList Manifests =>
            [

        """;

    private const string After = """

            ];
        }
        """;

    [Theory]
    [InlineData("""new Service { Spec = new() { Ports = [new() { Port = Port }] } }""")]
    [InlineData("""new GitRepository { Spec = new() { Interval = "1h", Url = Url() } }""")]
    [InlineData("""new GitRepository { Spec = new() { Interval = "1h", Url = $"{Url()}/x" } }""")]
    [InlineData("""new GitRepository { Spec = new() { Interval = "1h", Url = ClusterSecrets.SecretDomain } }""")]
    [InlineData("""new GitRepository { Spec = new() { Interval = "1h", Url = "${SECRET_DOMAIN}" } }""")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Perhaps() } }""")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = Chart, ChartRef = Perhaps() } }""")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = Name == "x" ? Chart : null, ChartRef = Name == "x" ? null : Surely() } }""")]
    [InlineData("""new Cluster { Spec = new() { ImageName = Maybe("x"), ImageCatalogRef = new() { ApiGroup = "postgresql.cnpg.io", Kind = "ImageCatalog", Name = "pg", Major = 17 } } }""")]
    [InlineData("""new ConfigMap { Metadata = new() { Labels = new() { ["team"] = Url(), [Url()] = "a b" } }, Data = new() { ["a"] = "b" } }""")]
    [InlineData("""new ConfigMap(Url()) { Data = new() { ["a"] = "b" } }""")]
    [InlineData("""new Service { Spec = new() { Ports = [.. new[] { 80, 81 }.Select(port => new ServicePort { Port = port })] } }""")]
    public async Task Nothing_is_said_of_what_is_not_known(string manifest) =>
        (await AnalyzerRun.Of(WrongProgram.Input("using System.Linq;\n" + Before + manifest + "," + After))).Should().BeEmpty();

    [Theory]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = Chart, ChartRef = Surely() } }""", "GOPS4005")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = null } }""", "GOPS4005")]
    [InlineData("""new Cluster { Spec = new() { ImageName = Url(), ImageCatalogRef = new() { ApiGroup = "postgresql.cnpg.io", Kind = "ImageCatalog", Name = "pg", Major = 17 } } }""", "GOPS5011")]
    public async Task What_the_compiler_knows_is_there_counts(string manifest, string id) =>
        (await AnalyzerRun.Of(WrongProgram.Input(Before + manifest + "," + After))).Should().ContainSingle().Which.Id.Should().Be(id);

    [Fact]
    public async Task A_class_of_the_users_that_is_called_like_a_model_is_no_model() =>
        (await AnalyzerRun.Of(WrongProgram.Input("""
            namespace Home;

            public sealed class ServicePort { public int Port { get; init; } }

            public static class Ports { public static ServicePort Of() => new ServicePort { Port = 80800 }; }
            """))).Should().BeEmpty();

    [Fact]
    public async Task The_objects_of_helpers_are_judged_too() =>
        (await AnalyzerRun.Of(WrongProgram.Input("""
            namespace Home;

            public static class Ports
            {
                public static Service Of() => new() { Spec = new() { Ports = [new() { Port = 80800 }] } };

                public static ServicePort One => new() { Port = 80801 };
            }
            """))).Select(static one => one.Id).Should().Equal("GOPS5009", "GOPS5009");
}
