namespace GitOps.Tests;

/// <summary>The rules of practice while typing: what synth says too is said at the literal, and nothing where only running the code would tell.</summary>
public sealed class PracticeAnalyzerTests
{
    private const string Before = """
        using GitOps.Models.CloudNativePG;
        using GitOps.Models.EnvoyGateway;

        namespace Home;

        [App<Ns.Media>]
        public sealed class Sonarr : FluxApp
        {
            private const string Latest = "latest";
            private const string Repository = "ghcr.io/me/app";
            private static readonly string Computed = int.Parse("1") > 0 ? "latest" : "1.0.0";
            private static readonly string Digest = Computed + "x";
            private HelmRepository Charts => field ??= new("charts") { Spec = new() { Url = "https://charts.example.org" } };
            private GitRepository Sources => field ??= new("sources") { Spec = new() { Interval = "1h", Url = "https://git.example.org/x", Ref = new() { Tag = "1.0.0" } } };
            private static HelmReleaseSourceRef Perhaps() => new() { Kind = "GitRepository", Name = "x" };
            private static OCIRepositoryRef MaybeRef() => new() { Tag = "1.0.0" };
            private static HelmRelease Release(Values values, ObjectRef<HelmRepository>? charts = null) =>
                new() { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "app", Version = "1.0.0", SourceRef = new() { Kind = "HelmRepository", Name = "charts" } } }, Values = values } };
            private static KubernetesObject Other(string name, Values values) => new Manifest("example.org/v1", "Thing", name) { ["spec"] = values };

            public override ManifestList Manifests =>
            [

        """;

    private const string After = """

            ];
        }
        """;

    [Theory]
    [InlineData("""Release(new() { ["image"] = new() { ["repository"] = "x", ["tag"] = "latest" } })""", "GOPS4011", "\"latest\"")]
    [InlineData("""Release(new() { ["image"] = new() { ["repository"] = Repository, ["tag"] = ((Values)"latest").WithComment("x") } })""", "GOPS4011", "\"latest\"")]
    [InlineData("""Release(new() { ["a"] = [new() { ["image"] = "ghcr.io/me/app:latest" }] })""", "GOPS4011", "\"ghcr.io/me/app:latest\"")]
    [InlineData("""Release(new Values { ["a"] = 1 }.Merge(new() { ["rootPassword"] = "hunter22" }))""", "GOPS7004", "\"hunter22\"")]
    [InlineData("""Release(Computed == "x" ? new() { ["api-key"] = "hunter22" } : new() { })""", "GOPS7004", "\"hunter22\"")]
    [InlineData("""new AppTemplate("4.2.0") { Container = new() { Image = new(Tag: "latest", Repository: Repository) } }""", "GOPS4011", "\"latest\"")]
    [InlineData("""new AppTemplate("4.2.0") { Container = new() { Image = new("x", "1"), Values = new() { ["adminPassword"] = "hunter22" } } }""", "GOPS7004", "\"hunter22\"")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "app", Version = "1.x", SourceRef = Charts } } } }""", "GOPS4010", "\"1.x\"")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "app", SourceRef = Ref<Sonarr>.To(app => app.Charts) } } } }""", "GOPS4010", "new()")]
    [InlineData("""new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "latest" } } }""", "GOPS4010", "\"latest\"")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "x" }, Install = new() { Remediation = new() { Retries = -1 } } } }""", "GOPS4012", "-1")]
    public async Task What_synth_says_is_said_at_the_literal(string manifest, string id, string at)
    {
        var one = (await AnalyzerRun.Of(WrongProgram.Input(Before + manifest + "," + After))).Should().ContainSingle().Subject;

        one.Id.Should().Be(id, one.ToString());
        one.Severity.Should().Be(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
        one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length).Should().Be(at);
    }

    [Theory]
    // Texts that are computed, and what may win over them.
    [InlineData("""Release(new() { ["image"] = new() { ["repository"] = Computed, ["tag"] = "latest" } })""")]
    [InlineData("""Release(new() { ["image"] = new() { ["repository"] = "x", ["tag"] = Computed } })""")]
    [InlineData("""Release(new() { ["image"] = new() { ["repository"] = "x", ["tag"] = "latest", ["digest"] = Digest } })""")]
    [InlineData("""Release(new() { ["image"] = new() { ["repository"] = "x", ["tag"] = "latest", [Digest] = "x" } })""")]
    [InlineData("""Release(new() { ["image"] = new() { ["tag"] = "latest" }, ["channel"] = "latest" })""")]
    [InlineData("""Release(new() { ["password"] = Computed, ["token"] = "${SECRET_DOMAIN}", ["existingPassword"] = "hunter22", ["apiKey"] = "key" })""")]
    [InlineData("""Release(new() { ["env"] = [new() { ["name"] = Computed, ["value"] = "hunter22" }] })""")]
    [InlineData("""new AppTemplate("4.2.0") { Container = new() { Image = new(Computed, "latest") } }""")]
    [InlineData("""new AppTemplate(Computed) { Container = new() { Image = new("x", Computed), Env = new() { ["DB_PASSWORD"] = Computed, ["CHANNEL"] = "latest" } } }""")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "app", Version = Computed, SourceRef = Charts } } } }""")]
    // A chart from Git has its version in its own file.
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "app", SourceRef = Sources } } } }""")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = "app", SourceRef = Perhaps() } } } }""")]
    [InlineData("""new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = MaybeRef() } }""")]
    [InlineData("""new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = Computed } } }""")]
    [InlineData("""new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "latest", Digest = Digest } } }""")]
    [InlineData("""new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "x" }, Install = new() { Remediation = new() { Retries = int.Parse("-1") } } } }""")]
    // Free-form parts of other objects are no values of a chart.
    [InlineData("""new Manifest("example.org/v1", "Thing", "x") { ["spec"] = new() { ["image"] = "ghcr.io/me/app:latest", ["password"] = "hunter22" } }""")]
    [InlineData("""new SecretStore { Spec = new() { Provider = new() { Fake = new() { Data = [new() { Key = "latest", Value = "hunter22" }] } } } }""")]
    public async Task Nothing_is_said_of_what_is_not_known(string manifest) =>
        (await AnalyzerRun.Of(WrongProgram.Input("using GitOps.Models.ExternalSecrets;\n" + Before + manifest + "," + After))).Should().BeEmpty();

    [Fact]
    public async Task Values_that_a_method_or_a_property_makes_are_values() =>
        (await AnalyzerRun.Of(WrongProgram.Input("""
            namespace Home;

            public static class Common
            {
                public static Values Image(string tag) => new() { ["image"] = new() { ["repository"] = "x", ["tag"] = "latest" } };

                public static Values Login { get; } = new() { ["postgresPassword"] = "hunter22" };

                public static AppImage Tool => new("ghcr.io/me/tool", "latest");
            }

            public sealed class Newest() : AppTemplate("latest");
            """))).Select(static one => one.Id).Should().Equal("GOPS4011", "GOPS7004", "GOPS4011", "GOPS4010");

    [Fact]
    public async Task What_an_app_says_of_its_Kustomization_is_no_value_of_a_chart() =>
        (await AnalyzerRun.Of(WrongProgram.Input("""
            namespace Home;

            [App<Ns.Media>]
            public sealed class Sonarr : FluxApp
            {
                public override Values? OtherSpec => new() { ["images"] = [new() { ["image"] = "x:latest" }] };

                public override ManifestList Manifests => [];
            }
            """))).Should().BeEmpty();

    [Theory]
    [InlineData("#pragma warning disable GOPS7004", "")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"GitOps.Secrets\", \"GOPS7004\")]")]
    public async Task It_is_suppressed_as_every_warning_of_the_compiler_is(string pragma, string attribute) =>
        (await AnalyzerRun.Of(WrongProgram.Input($$"""
            namespace Home;
            {{pragma}}
            public static class Common
            {
                {{attribute}}
                public static Values Login => new() { ["postgresPassword"] = "hunter22" };
            }
            """))).Where(static one => !one.IsSuppressed).Should().BeEmpty();

    private const string Tiers = """
        namespace Home;

        public static class Tiers
        {
            public static readonly Tier Critical = new("critical", "5m");

            public static Tier Standard { get; } = new Tier("standard", "1h") { Minimum = "10m" };

            public static Tier Computed { get; } = new("computed", System.Environment.MachineName);

            public static Tier Settable { get; set; } = new("settable", "1h");

            public static Tier Odd { get; } = new("odd", "1h") { Minimum = System.Environment.MachineName };
        }

        """;

    [Theory]
    [InlineData("Tiers.Critical", "\"4m59s\"", "5m")]
    [InlineData("Home.Tiers.Standard", "\"9m\"", "10m")]
    [InlineData("new(\"own\", \"1h\")", "\"30m\"", "1h")]
    [InlineData("Own", "\"30m\"", "2h")]
    public async Task An_interval_below_its_tier_is_told_at_the_interval(string tier, string interval, string minimum)
    {
        var one = (await AnalyzerRun.Of(WrongProgram.Input(Tiers + App(tier, interval)))).Should().ContainSingle().Subject;

        one.Id.Should().Be("GOPS1016", one.ToString());
        one.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Should().StartWith($"'media/sonarr' has the interval {interval.Trim('"')}, and its tier '").And.Contain($"allows no less than {minimum};");
        one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length).Should().Be(interval);
    }

    [Theory]
    [InlineData("Tiers.Standard", "\"10m\"")]
    [InlineData("Tiers.Standard", "System.Environment.MachineName")]
    [InlineData("Tiers.Standard", "\"soon\"")]
    [InlineData("Tiers.Computed", "\"1s\"")]
    [InlineData("Tiers.Settable", "\"1s\"")]
    [InlineData("Tiers.Odd", "\"1s\"")]
    [InlineData("null", "\"1s\"")]
    [InlineData("System.Environment.MachineName == \"x\" ? Tiers.Standard : null", "\"1s\"")]
    [InlineData("Perhaps()", "\"1s\"")]
    public async Task Nothing_is_said_of_a_tier_or_an_interval_that_is_not_written_out(string tier, string interval) =>
        (await AnalyzerRun.Of(WrongProgram.Input(Tiers + App(tier, interval)))).Where(static one => one.Id != "GOPS5002").Should().BeEmpty();

    [Fact]
    public async Task What_a_base_class_says_is_told_at_the_app() =>
        (await AnalyzerRun.Of(WrongProgram.Input(Tiers + """
            public abstract class Frequent : FluxApp
            {
                public override Tier? Tier => Tiers.Standard;

                public override Duration? Interval => "1m";

                public override ManifestList Manifests => [];
            }

            [App<Ns.Media>] public sealed class Sonarr : Frequent;
            [App<Ns.Media>] public sealed class Radarr : Frequent { public override Tier? Tier => Tiers.Critical; public override Duration? Interval => "5m"; }
            """))).Should().ContainSingle().Which.Should().Match<Microsoft.CodeAnalysis.Diagnostic>(one => one.Id == "GOPS1016" && one.AdditionalLocations.Count == 1
                && one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length) == "App<Ns.Media>");

    private static string App(string tier, string interval) => $$"""
        [App<Ns.Media>]
        public sealed class Sonarr : FluxApp
        {
            private static readonly Tier Own = new("own", "2h");

            private static Tier Perhaps() => new("perhaps", "2h");

            public override Tier? Tier => {{tier}};

            public override Duration? Interval => {{interval}};

            public override ManifestList Manifests => [];
        }
        """;
}
