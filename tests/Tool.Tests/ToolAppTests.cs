namespace GitOps.Tests;

public sealed class ToolAppTests : IDisposable
{
    private readonly ToolRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    public void Help_lists_the_commands(params string[] args)
    {
        repository.Run(args).Should().Be(ExitCodes.Done);
        repository.Output.Should().Contain("gitops [command]").And.Contain("validate").And.Contain("substitute").And.Contain("explain").And.NotContain("synth");
    }

    [Fact]
    public void A_repository_in_which_Flux_applies_nothing_is_an_error_that_says_how_to_name_the_root()
    {
        using var repository = new ToolRepository();
        repository.Write("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n");

        repository.Run("validate", repository.Folder).Should().Be(ExitCodes.Findings);
        repository.Output.Should().Contain("GOPS0036").And.Contain("--root");
    }

    [Fact]
    public void Help_of_a_command_lists_its_options_in_small_letters()
    {
        repository.Run("validate", "help").Should().Be(ExitCodes.Done);
        repository.Output.Should().Contain("--format <text|msbuild|json|sarif|github>").And.Contain("--severity <suggestion|warning|error>").And.Contain("[default: text]");
    }

    [Theory]
    [InlineData("synth")]
    [InlineData("validate", "--format", "xml")]
    [InlineData("validate", "a", "b")]
    [InlineData("substitute")]
    [InlineData("validate", "--only", "GOPS20x1")]
    [InlineData("validate", "--only", "GOPS2999")]
    [InlineData("validate", "--only", "8xxx")]
    public void A_wrong_command_line_gives_two(params string[] args)
    {
        repository.Run(args).Should().Be(ExitCodes.Usage);
        repository.Error.Should().StartWith("gitops: ");
    }

    [Fact]
    public void Explain_prints_the_page()
    {
        foreach (var id in new[] { "GOPS2001", "gops2001", "2001" })
        {
            repository.Run("explain", id).Should().Be(ExitCodes.Done);
            repository.Output.Should().StartWith("# GOPS2001: A variable that nothing provides\n").And.Contain("## Why");
        }
        repository.Run("explain", "GOPS2O01").Should().Be(ExitCodes.Findings);
        repository.Error.Should().Be("gitops: there is no rule 'GOPS2O01'; did you mean 'GOPS2001'?\n");
    }

    [Fact]
    public void Every_id_has_a_page_that_goes_along()
    {
        var ids = typeof(RuleIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!);

        RulePages.Ids.Should().BeEquivalentTo(ids);
        RulePages.Ids.Should().OnlyContain(static id => RulePages.TitleOf(RulePages.Read(id)!, id).Length > 10);
    }

    [Fact]
    public void What_a_component_makes_for_each_of_its_users_is_told_under_its_own_name()
    {
        using var flux = FluxRepository.Make();
        flux.Write("components/cache/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [ks.yaml]\n");
        flux.Write("components/cache/ks.yaml", FluxRepository.Kustomization("${NAME}-cache", "./apps/two", "  dependsOn: [{name: nowhere}]"));
        flux.Write("apps/two/config.yaml", FluxRepository.ConfigMap("two"));
        foreach (var name in new[] { "a", "b", "c" })
        {
            flux.Write($"apps/{name}/config.yaml", FluxRepository.ConfigMap(name));
            flux.Write($"cluster/{name}.yaml", FluxRepository.Kustomization(name, $"./apps/{name}", $"  components: [../../components/cache]\n  postBuild: {{substitute: {{NAME: {name}}}}}"));
        }

        flux.Run("validate", flux.Folder, "--only", "1001").Should().Be(ExitCodes.Findings);
        foreach (var name in new[] { "a", "b", "c" })
            flux.Output.Should().Contain($"flux-system/{name}-cache\n  components/cache/ks.yaml:14:22: error GOPS1001: 'flux-system/{name}-cache' depends on");
    }
}
