namespace GitOps.Tests;

public sealed class VariableSourceTests
{
    [Theory]
    [InlineData("SECRET_DOMAIN", true)]
    [InlineData("_x", true)]
    [InlineData("9X", false)]
    [InlineData("tls.crt", false)]
    [InlineData("my-key", false)]
    [InlineData("é", false)]
    [InlineData("", false)]
    public void Names(string name, bool good)
    {
        (VariableName.Fault(name) is null).Should().Be(good);
        VariableName.Fault(VariableName.Repair(name)).Should().BeNull();
    }

    [Fact]
    public void A_ConfigMap_shows_keys_and_values()
    {
        var source = Read("kind: ConfigMap\nmetadata: {name: cluster-settings, namespace: flux-system}\ndata:\n  TIMEZONE: Europe/Vienna\nbinaryData: {X: eA==}\n").Single();

        (source.Kind, source.Namespace, source.Name, source.IsOpen).Should().Be(("ConfigMap", "flux-system", "cluster-settings", false));
        source.Keys.Should().Equal(new VariableAssignment("TIMEZONE", "Europe/Vienna", new("s.yaml", 4, 3)));
    }

    [Fact]
    public void A_SOPS_Secret_shows_keys_only()
    {
        var source = Read("kind: Secret\nmetadata: {name: cluster-secrets}\nstringData:\n  SECRET_DOMAIN: ENC[AES256_GCM,data:x]\ndata:\n  B: eA==\nsops: {version: 3.9.0}\n").Single();

        (source.Kind, source.Namespace, source.IsOpen).Should().Be(("Secret", "default", false));
        source.Keys.Select(key => (key.Name, key.Value)).Should().Equal(("B", null), ("SECRET_DOMAIN", null));
    }

    [Fact]
    public void A_SealedSecret_is_the_Secret_of_its_template()
    {
        var source = Read("kind: SealedSecret\nmetadata: {name: a}\nspec:\n  encryptedData: {K: x}\n  template: {metadata: {name: b}, data: {T: y}}\n").Single();

        (source.Kind, source.Name, source.MadeBy).Should().Be(("Secret", "b", "SealedSecret"));
        source.Keys.Select(key => key.Name).Should().Equal("K", "T");
    }

    [Theory]
    [InlineData("spec: {target: {name: t, template: {data: {A: x}}}, dataFrom: [{extract: {key: k}}]}", "t", false, "A")]
    [InlineData("spec: {target: {template: {mergePolicy: Merge, data: {A: x}}}, data: [{secretKey: B}], dataFrom: [{extract: {key: k}}]}", "es", true, "A B")]
    [InlineData("spec: {data: [{secretKey: B}, {secretKey: C}]}", "es", false, "B C")]
    [InlineData("spec: {dataFrom: [{extract: {key: k}}]}", "es", true, "")]
    [InlineData("spec: {target: {template: {templateFrom: [{configMap: {name: x}}]}}, data: [{secretKey: B}]}", "es", true, "B")]
    public void An_ExternalSecret_is_closed_by_its_template_or_its_list(string spec, string name, bool open, string keys)
    {
        var source = Read("kind: ExternalSecret\nmetadata: {name: es}\n" + spec + "\n").Single();

        (source.Kind, source.Name, source.IsOpen).Should().Be(("Secret", name, open));
        string.Join(" ", source.Keys.Select(key => key.Name)).Should().Be(keys);
    }

    [Fact]
    public void A_generator_counts_when_its_name_stays()
    {
        var sources = Read("kind: Kustomization\nconfigMapGenerator:\n  - name: hashed\n    literals: [A=1]\n  - name: plain\n    literals: ['B=\"2\"']\n    files: [x/C.txt, D=y]\n    options: {disableNameSuffixHash: true}\n");

        var source = sources.Should().ContainSingle().Subject;
        source.Name.Should().Be("plain");
        source.Keys.Select(key => (key.Name, key.Value)).Should().Equal(("B", "2"), ("C.txt", null), ("D", null));
    }

    [Fact]
    public void Later_sources_win_and_own_variables_win_over_all()
    {
        VariableSourceModel Source(string name, params VariableAssignment[] keys) => new("ConfigMap", "a", name) { Keys = keys };
        var app = new AppModel(new("a", "app"))
        {
            Sources = [new("ConfigMap", "one"), new("ConfigMap", "two"), new("Secret", "gone") { IsOptional = true }],
            Variables = [new("C", "own\nlines")],
        };
        var model = new FluxModel([app], [Source("one", new("A", "1"), new("B", "1"), new("C", "1")), Source("two", new("B", "2"), new("C", "2")), new("ConfigMap", "b", "one") { Keys = [new("Z", "z")] }]);

        var scope = VariableScope.Of(model, app);

        scope.Names.Should().Equal("A", "B", "C");
        (scope.KnownValue("A"), scope.KnownValue("B"), scope.KnownValue("C"), scope.IsOpen, scope.Runs).Should().Be(("1", "2", "ownlines", false, true));
    }

    [Fact]
    public void Substitution_runs_only_with_a_variable_or_when_told()
    {
        var app = new AppModel(new("a", "app"));
        VariableScope.Of(new([app]), app).Runs.Should().BeFalse();
        VariableScope.Of(new([app]), app with { SubstitutesAlways = true }).Runs.Should().BeTrue();
        VariableScope.Of(new([app]), app with { Sources = [new("Secret", "elsewhere")] }).Runs.Should().BeNull();
    }

    private static IReadOnlyList<VariableSourceModel> Read(string yaml) => VariableSourceReader.Read(YamlFile.Read(yaml), "s.yaml", "default");
}
