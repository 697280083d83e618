namespace GitOps.Tests;

/// <summary>What is offered where nothing is wrong: the constant of a variable, a dependency written out.</summary>
public sealed class RefactoringTests
{
    [Theory]
    [InlineData(""" "x.${SECRET_DOMAIN}" """, """ $"x.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(""" "${SECRET_DOMAIN}" """, """ ClusterSecrets.SecretDomain """)]
    [InlineData("""" @"""x"" ${SECRET_DOMAIN}" """", """" $@"""x"" {ClusterSecrets.SecretDomain}" """")]
    [InlineData(""" $"{Name}.${{SECRET_DOMAIN}}" """, """ $"{Name}.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(""" "https://" + "${SECRET_DOMAIN}" + "/" """, """ "https://" + ClusterSecrets.SecretDomain + "/" """)]
    [InlineData("\"\"\"say \"${SECRET_DOMAIN}\" \"\"\"", "$\"\"\"say \"{ClusterSecrets.SecretDomain}\" \"\"\"")]
    [InlineData("\"\"\"\n    a: {}\n      b: ${SECRET_DOMAIN}\n    \"\"\"", "$$\"\"\"\n    a: {}\n      b: {{ClusterSecrets.SecretDomain}}\n    \"\"\"")]
    [InlineData(""" "{} ${A:=${SECRET_DOMAIN}}" """, """ $"{{}} ${{A:={ClusterSecrets.SecretDomain}}}" """)]
    public async Task A_variable_becomes_the_constant_of_its_source(string before, string after)
    {
        var run = FixRun.Of(Program(before));
        var offer = (await run.RefactoringsAt("SECRET_DOMAIN")).Should().ContainSingle().Subject;
        var text = await run.Applied(offer);
        text.Should().Be(Program(after));
        (await AnalyzerRun.Of(WrongProgram.Input(text))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(""" "${TOKEN:=x}" """, "TOKEN")]
    [InlineData(""" "${SECRET_DOMAIN/./-}" """, "SECRET_DOMAIN")]
    [InlineData(""" "\u007b ${SECRET_DOMAIN}" """, "SECRET_DOMAIN")]
    [InlineData(""" "$SECRET_DOMAIN" """, "SECRET_DOMAIN")]
    public async Task What_has_no_constant_or_no_other_form_is_left_alone(string value, string at) => (await FixRun.Of(Program(value)).RefactoringsAt(at)).Should().BeEmpty();

    [Theory]
    [InlineData("new Backup()", "Backup()", "[App<Ns.Media>, DependsOn<Operator>]")]
    [InlineData("new Backup { }", "Backup { }", "[App<Ns.Media>, DependsOn<Operator>]")]
    public async Task What_a_component_carries_is_written_out(string use, string at, string attributes)
    {
        var run = FixRun.Of(WithComponent(use, "[App<Ns.Media>]"));
        var offer = (await run.RefactoringsAt(at)).Should().ContainSingle().Subject;
        offer.Title.Should().Be("Add [DependsOn<Operator>] to 'Sonarr'");
        (await run.Applied(offer)).Should().Be(WithComponent(use, attributes.Replace(", D", "]\n[D", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_app_says_itself_is_not_offered() =>
        (await FixRun.Of(WithComponent("new Backup()", "[App<Ns.Media>, DependsOn<Operator>]")).RefactoringsAt("Backup()")).Should().BeEmpty();

    [Fact]
    public async Task A_reference_becomes_a_dependency()
    {
        var run = FixRun.Of(WithComponent("", "[App<Ns.Media>]").Replace("[];\n}\n\n[App<Ns.Media>]\npublic sealed class Operator", "[new HelmRelease { Spec = new() { Interval = \"1h\", ChartRef = Ref<Operator>.To(app => app.Chart) } }];\n}\n\n[App<Ns.Media>]\npublic sealed class Operator", StringComparison.Ordinal));
        var offer = (await run.RefactoringsAt("Operator>.To")).Should().ContainSingle().Subject;
        (await run.Applied(offer)).Should().StartWith("namespace Home;\n\n[App<Ns.Media>]\n[DependsOn<Operator>]\npublic sealed class Sonarr");
    }

    private static string WithComponent(string use, string attributes) => $$"""
        namespace Home;

        {{attributes}}
        public sealed class Sonarr : FluxApp
        {
            public override ComponentList Components => [{{use}}];

            public override ManifestList Manifests => [];
        }

        [App<Ns.Media>]
        public sealed class Operator : FluxApp
        {
            public OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://x.example/y" } };

            public override ManifestList Manifests => [Chart];
        }

        [DependsOn<Operator>]
        public sealed class Backup : FluxComponent
        {
            protected override string Directory => "components/backup";
        }

        """;

    private static string Program(string value) => $$"""
        namespace Home;

        [App<Ns.Media>]
        public sealed class Sonarr : FluxApp
        {
            public override ManifestList Manifests =>
            [
                new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { ["host"] = {{value}} } } },
            ];
        }

        """;
}
