namespace GitOps.Tests;

public sealed class KustomizationReaderTests
{
    private const string Head = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n";

    [Fact]
    public void The_outermost_namespace_above_a_file_wins_over_what_is_written()
    {
        var app = Read(
            ("apps/kustomization.yaml", "resources: [media]\n"),
            ("apps/media/kustomization.yaml", "namespace: media\nresources: [sonarr]\n"),
            ("apps/media/sonarr/kustomization.yaml", "namespace: inner\nresources: [ks.yaml]\n"),
            ("apps/media/sonarr/ks.yaml", Head + "metadata: {name: sonarr, namespace: written}\nspec:\n  suspend: yes\n  healthChecks: [{kind: Deployment, name: x}]\n  dependsOn:\n    - name: radarr\n    - {name: volsync, namespace: storage, readyExpr: 'true'}\n"));

        app.Id.Should().Be(new KustomizationId("media", "sonarr"));
        (app.IsSuspended, app.ChecksHealth).Should().Be((true, true));
        app.Dependencies.Select(dependency => (dependency.Target.ToString(), dependency.HasReadyExpression, dependency.Place!.Line)).Should().Equal(("media/radarr", false, 8), ("storage/volsync", true, 9));
    }

    [Fact]
    public void Its_path_and_its_components_are_read()
    {
        var app = Read(
            ("c/volsync/kustomization.yaml", "kind: Component\nresources: [a.yaml]\n"),
            ("c/volsync/a.yaml", "kind: ConfigMap\nmetadata: {name: x}\ndata: {k: \"${CAPACITY}\"}\n"),
            ("apps/media/sonarr/app/kustomization.yaml", "resources: [hr.yaml]\n"),
            ("apps/media/sonarr/app/hr.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: sonarr}\nspec: {values: {host: \"a.${DOMAIN}\"}}\n"),
            ("apps/media/sonarr/ks.yaml", Head + "metadata: {name: sonarr, namespace: media}\nspec:\n  path: ./apps/media/sonarr/app\n  components: [../../../../c/volsync]\n  targetNamespace: media\n  postBuild: {substitute: {APP: sonarr}, substituteFrom: [{kind: Secret, name: s, optional: true}]}\n"));

        app.Texts.Should().ContainSingle().Which.FieldPath.Should().Be("spec.values.host");
        UndefinedVariableRule.Check(new FluxModel([app]) { SourcesAreOpen = false }, app with { Sources = [] }).First().Place.Should().Be(new FindingPlace("apps/media/sonarr/app/hr.yaml", 4, 26));
        app.Objects.Select(item => item.ToString()).Should().Equal("HelmRelease media/sonarr");
        app.Components.Should().ContainSingle().Which.Component!.Parameters.Select(parameter => parameter.Name).Should().Equal("CAPACITY");
        app.Variables.Select(variable => (variable.Name, variable.Value)).Should().Equal(("APP", "sonarr"));
        app.Sources.Should().ContainSingle().Which.IsOptional.Should().BeTrue();
        app.IsOpen.Should().BeFalse();
    }

    [Theory]
    [InlineData("{kind: GitRepository, name: elsewhere}", true)]
    [InlineData("{kind: GitRepository, name: flux-system}", false)]
    public void The_path_of_another_repository_is_not_here(string source, bool open) =>
        Read(("apps/media/sonarr/x.yaml", ""), ("apps/media/sonarr/ks.yaml", Head + "metadata: {name: s, namespace: n}\nspec: {path: ./apps, sourceRef: " + source + "}\n")).IsOpen.Should().Be(open);

    [Fact]
    public void A_folder_without_kustomization_file_is_taken_whole_and_an_inner_one_counts_once()
    {
        var reader = new KustomizeReader(Tree(("a/x.yaml", Object("one")), ("a/b/kustomization.yaml", "resources: [y.yaml]\n"), ("a/b/y.yaml", Object("two")), ("a/b/z.yaml", Object("unlisted")), ("a/c/w.yml", Object("three"))));

        reader.ReadRoot("a");

        reader.Objects.Select(item => item.Name).Should().BeEquivalentTo("one", "two", "three");
        static string Object(string name) => $"kind: ConfigMap\nmetadata: {{name: {name}}}\n";
    }

    [Theory]
    [InlineData("apps/media/sonarr", "../../../components/volsync", "components/volsync")]
    [InlineData("apps", "./x//y/.", "apps/x/y")]
    [InlineData("apps", "../../x", null)]
    [InlineData("apps", "/x", null)]
    public void Paths_are_combined_inside_the_repository(string folder, string path, string? combined)
    {
        RepositoryPath.Combine(folder, path).Should().Be(combined);
        if (combined is not null)
            RepositoryPath.Combine(folder, RepositoryPath.Relative(folder, combined)).Should().Be(combined);
    }

    [Theory]
    [InlineData("./kubernetes/apps", "kubernetes/apps")]
    [InlineData("/a/../../b", "b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_spec_path_is_from_the_root_and_cannot_leave_it(string? path, string folder) => RepositoryPath.FromRoot(path).Should().Be(folder);

    private static AppModel Read(params (string Path, string Text)[] files) => new KustomizationReader(Tree(files)).Read("apps/media/sonarr/ks.yaml", readsPaths: true).Single();

    private static TextFileTree Tree(params (string Path, string Text)[] files) => new(files.Select(file => new KeyValuePair<string, string>(file.Path, file.Text)));
}
