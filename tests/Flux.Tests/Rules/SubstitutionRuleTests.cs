namespace GitOps.Tests;

public sealed class SubstitutionRuleTests
{
    private static readonly VariableSourceModel Settings = new("ConfigMap", "media", "cluster-settings") { Keys = [new("TIMEZONE", "Europe/Vienna"), new("FLAG", "on"), new("PORT", "8080")] };

    private static readonly VariableSourceModel Secrets = new("Secret", "media", "cluster-secrets") { Keys = [new("SECRET_DOMAIN", null), new("DB_PASSWORD", null)] };

    [Fact]
    public void Good_texts_have_no_finding() =>
        Check(App("a.${SECRET_DOMAIN}", "tz: ${TIMEZONE}", "${MISSING:-x}", "$${LITERAL} {{ .Release.Name }} {.status.phase}")).Should().BeEmpty();

    [Fact]
    public void An_undefined_variable_is_an_error_at_its_span_that_offers_the_nearest()
    {
        var finding = Single(App("host.${SECRET_DOMIAN}"));

        finding.Id.Should().Be("GOPS2001");
        finding.Message.Should().Be("no variable 'SECRET_DOMIAN' for 'media/sonarr', which takes its variables from ConfigMap 'cluster-settings', Secret 'cluster-secrets'; did you mean 'SECRET_DOMAIN'?");
        finding.Span.Should().Be(new FindingSpan(5, 16));
        finding.FieldPath.Should().Be("spec.x0");
        finding.Suggestion.Should().Be("SECRET_DOMAIN");
        string.Format(UndefinedVariableRule.Message, [.. finding.Arguments]).Should().Be(finding.Message);
    }

    [Fact]
    public void A_variable_inside_a_default_must_be_there_too() => Single(App("${A:-${B}}")).Span.Should().Be(new FindingSpan(5, 4));

    [Fact]
    public void A_source_that_has_the_variable_and_is_not_named_is_offered() =>
        Single(App("${SECRET_DOMAIN}.x") with { Sources = [Reference(Settings)] }).Message.Should().EndWith("; the Secret 'cluster-secrets' has it: name it in substituteFrom");

    [Fact]
    public void Nothing_is_undefined_where_more_may_be_provided()
    {
        Check(App("${X}") with { IsOpen = true }).Should().BeEmpty();
        Check(new FluxModel([App("${X}")], [Settings, Secrets with { IsOpen = true }])).Should().BeEmpty();
        Check(new FluxModel([App("${X}")]) { SourcesAreOpen = true }).Should().BeEmpty();
        Check(App("${X}") with { Sources = [] }).Should().BeEmpty("without a variable nothing is substituted");
    }

    [Fact]
    public void A_component_s_required_variable_is_asked_for_where_it_is_used()
    {
        var component = ComponentReader.Read(new TextFileTree(new Dictionary<string, string>
        {
            ["c/volsync/kustomization.yaml"] = "kind: Component\nresources: [pvc.yaml]\n",
            ["c/volsync/pvc.yaml"] = "kind: PersistentVolumeClaim\nmetadata: {name: x}\nspec:\n  size: ${VOLSYNC_CAPACITY}\n  class: ${CLASS:=fast}\n",
        }), "c/volsync");
        var use = new ComponentUse("../../c/volsync", component, new("Sonarr.cs", 7, 9));

        var finding = Single(App() with { Components = [use] });
        finding.ToString().Should().Be("Sonarr.cs(7,9): error GOPS2001: the component 'volsync' needs the variable 'VOLSYNC_CAPACITY' (c/volsync/pvc.yaml(4,9)), and nothing provides it to 'media/sonarr'");
        Check(App() with { Components = [use with { Values = [new("VOLSYNC_CAPACITY", "5Gi")] }] }).Should().BeEmpty();
        Check(App() with { Components = [use], Variables = [new("VOLSYNC_CAPACITY", "5Gi")] }).Should().BeEmpty();
    }

    [Fact]
    public void A_Kustomization_that_a_component_emits_must_forward_what_its_path_takes()
    {
        var component = ComponentReader.Read(new TextFileTree(new Dictionary<string, string>
        {
            ["c/db/kustomization.yaml"] = "kind: Component\nresources: [ks.yaml]\n",
            ["c/db/ks.yaml"] = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: \"${APP}-db\"}\nspec: {path: ./c/db/inner, postBuild: {substitute: {OWNR: \"${APP}\"}}}\n",
            ["c/db/inner/x.yaml"] = "kind: Database\nmetadata: {name: x}\nspec: {owner: \"${OWNER}\"}\n",
        }), "c/db");

        UndefinedVariableRule.Check(component).Should().ContainSingle().Which.Message.Should()
            .Be("the Kustomization '${APP}-db' that the component emits needs the variable 'OWNER' (c/db/inner/x.yaml(3,16)), and its postBuild does not provide it; did you mean 'OWNR'?");
    }

    [Theory]
    [InlineData("${V-d}", "Flux cannot parse '${V-d}' (missing closing brace): a default is ':-' or ':=', and a name holds no '-'; write '$${' for a literal '${'")]
    [InlineData("${{ github.ref }}", "Flux cannot parse '${{ github.ref }}' (unable to parse variable name): '${{ }}' is a template of another tool; write '$${' for a literal '${'")]
    [InlineData("x ${A[0]}", "Flux cannot parse '${A[0]}' (missing closing brace): there are no arrays; write '$${' for a literal '${'")]
    [InlineData("${A.B}", "Flux cannot parse '${A.B}' (missing closing brace): a name holds no '.'; write '$${' for a literal '${'")]
    [InlineData("${A/b}", "Flux cannot parse '${A/b}' (bad substitution): a replacement has two slashes, '${V/a/b}'; write '$${' for a literal '${'")]
    [InlineData("${}", "Flux cannot parse '${}' (unable to parse variable name); write '$${' for a literal '${'")]
    public void What_Flux_cannot_parse_is_said_in_its_words(string text, string message)
    {
        var finding = Single(App(text));
        (finding.Id, finding.Message).Should().Be(("GOPS2002", message));
        Check(App(text) with { Sources = [] }).Should().BeEmpty("nothing is substituted");
    }

    [Fact]
    public void A_text_that_is_switched_off_is_left_alone() => Check(App() with { Texts = [new("${{ x }} ${UNDEFINED}") { IsLiteral = true }] }).Should().BeEmpty();

    [Fact]
    public void A_name_that_Flux_rejects_is_said_once_for_its_source()
    {
        var bad = Settings with { Keys = [new("tls.crt", "x", new("cm.yaml", 4))] };

        var finding = Check(new FluxModel([App(), App() with { Id = new("media", "radarr") }], [bad, Secrets])).Should().ContainSingle().Subject;
        (finding.Id, finding.Place, finding.Suggestion).Should().Be(("GOPS2003", new FindingPlace("cm.yaml", 4), "tls_crt"));
        Check(App() with { Variables = [new("my-key", "x") { IsImplied = true }] }).Should().ContainSingle(item => item.Id == "GOPS2003");
        Check(new FluxModel([App() with { Sources = [Reference(Secrets)] }], [bad, Secrets])).Should().BeEmpty("nobody takes variables from it");
    }

    [Theory]
    [InlineData("${FLAG}", FieldType.String, "'${FLAG}' becomes the boolean true here and the field takes a string: quotes are lost before the value is put in; write the text itself in quotes, or '${quote:=\"}' around it")]
    [InlineData("${PORT}", FieldType.String, "'${PORT}' becomes the number 8080 here and the field takes a string: quotes are lost before the value is put in; write the text itself in quotes, or '${quote:=\"}' around it")]
    [InlineData("${PORT}", FieldType.Integer, null)]
    [InlineData("${PORT}", FieldType.IntOrString, null)]
    [InlineData("${FLAG}", FieldType.Boolean, null)]
    [InlineData("${FLAG}", FieldType.Any, null)]
    [InlineData("x-${FLAG}", FieldType.String, null)]
    [InlineData("${quote:=\"}${PORT}${quote:=\"}", FieldType.String, null)]
    [InlineData("${MISSING:=\"false\"}", FieldType.String, null)]
    [InlineData("${MISSING:=false}", FieldType.Integer, "'${MISSING:=false}' becomes the boolean false here and the field takes an integer: quotes are lost before the value is put in")]
    [InlineData("${TIMEZONE}", FieldType.Integer, "'${TIMEZONE}' becomes a string here and the field takes an integer: quotes are lost before the value is put in")]
    [InlineData("${MISSING:=[a]}", FieldType.Array, null)]
    [InlineData("${MISSING:=}", FieldType.String, "'${MISSING:=}' becomes null here and the field takes a string: quotes are lost before the value is put in; write the text itself in quotes, or '${quote:=\"}' around it")]
    [InlineData("${SECRET_DOMAIN:0:1}", FieldType.Integer, null)]
    public void A_value_that_changes_its_type_is_an_error(string text, object field, string? message)
    {
        var found = Check(App() with { Texts = [new(text, new("a.yaml", 3)) { Type = (FieldType)field }] });

        found.Select(finding => (finding.Id, finding.Message)).Should().Equal(message is null ? [] : [("GOPS2004", message)]);
    }

    [Fact]
    public void A_value_that_breaks_the_YAML_is_an_error_whatever_the_field()
    {
        var app = App() with { Variables = [new("QUOTED", "it's") { IsImplied = true }] };

        Single(app with { Texts = [new("a: ${QUOTED}")] }).Message.Should().StartWith("'a: ${QUOTED}' breaks the YAML once its variables are put in: ");
        Single(app with { Texts = [new("a: ${QUOTED}") { IsKey = true }] }).Id.Should().Be("GOPS2004");
        Check(app with { Texts = [new("${PORT}") { IsKey = true }] }).Should().BeEmpty();
    }

    [Fact]
    public void A_secret_that_is_all_of_a_string_field_is_a_warning()
    {
        var finding = Single(App() with { Texts = [new("${DB_PASSWORD}") { Type = FieldType.String }] });

        (finding.Id, finding.Severity).Should().Be(("GOPS2014", FindingSeverity.Warning));
        finding.Message.Should().EndWith("write '${quote:=\"}' around it");
        // The name says that it is a text.
        Check(App() with { Texts = [new("${SECRET_DOMAIN}") { Type = FieldType.String }] }).Should().BeEmpty();
        // What Text.Quoted writes stands in quotes when the value comes in.
        Check(App() with { Texts = [new("${DB_PASSWORD:-: }") { Type = FieldType.String }] }).Should().BeEmpty();
        Check(App() with { Texts = [new("${DB_PASSWORD:-x}") { Type = FieldType.String }] }).Should().ContainSingle();
    }

    [Fact]
    public void An_unused_variable_is_a_warning_with_the_one_that_is_meant()
    {
        var app = App("${CAPACITY:=5Gi}") with { Variables = [new("CAPACTIY", "9Gi", new("a.cs", 4)), new("APP", "sonarr") { IsImplied = true }] };

        var finding = Single(app);
        (finding.Id, finding.Severity, finding.Suggestion).Should().Be(("GOPS2005", FindingSeverity.Warning, "CAPACITY"));
        finding.Place.Should().Be(new FindingPlace("a.cs", 4));
        Check(app with { IsOpen = true }).Should().BeEmpty();
        Check(app with { Components = [new("../x", null)] }).Should().BeEmpty("what it takes is not known");
    }

    [Theory]
    [InlineData("${TIMEZONE:?must be set}", "'${TIMEZONE:?must be set}' is a plain default for Flux, it never fails; write ':-' for a default, or no operator to fail without the variable")]
    [InlineData("${TIMEZONE:+x}", "'${TIMEZONE:+x}' is a plain default for Flux, it is not put in when the variable is set; write ':-' for a default, or no operator to fail without the variable")]
    public void An_operator_of_bash_is_a_warning(string text, string message) => Single(App(text)).Message.Should().Be(message);

    [Theory]
    [InlineData("a\nb", true)]
    [InlineData("a\n", false)]
    [InlineData("ab", false)]
    public void Line_breaks_are_taken_out(string value, bool warned) =>
        Check(App() with { Variables = [new("X", value) { IsImplied = true }] }).Select(finding => finding.Id).Should().Equal(warned ? ["GOPS2007"] : []);

    [Fact]
    public void Defaults_without_any_variable_stay_as_they_are_written()
    {
        var app = App("size: ${CAPACITY:=5Gi}", "#!/bin/sh\necho ${X:-y}") with { Sources = [] };

        Single(app).Id.Should().Be("GOPS2008");
        Check(app with { SubstitutesAlways = true }).Should().BeEmpty();
    }

    [Fact]
    public void A_variable_of_the_cluster_in_an_app_without_any_stays_as_it_is_written()
    {
        var other = App() with { Id = new("media", "other"), Sources = [new("Secret", "cluster-secrets")] };
        var secrets = new VariableSourceModel("Secret", null, "cluster-secrets") { Keys = [new("SECRET_DOMAIN", null)] };
        var app = App("sonarr.${SECRET_DOMAIN}") with { Sources = [] };

        Of(app).Message.Should().Be("'${SECRET_DOMAIN}' stays as it is written: 'media/sonarr' has no variable, so Flux substitutes nothing in it; the Secret 'cluster-secrets' has 'SECRET_DOMAIN': name it in substituteFrom");
        Of(App("${SECRET_DOMAIN/./-}") with { Sources = [] }).Id.Should().Be("GOPS2008");
        Check(new FluxModel([app], [secrets with { Class = "Home.ClusterSecrets" }])).Should().ContainSingle().Which.Message.Should().EndWith(": name it in substituteFrom (of an app: [SubstituteFrom<ClusterSecrets>])");

        // Names that no source has are a program's; so are scripts, what a container is started with, and what a mark takes out. A Secret that nobody substitutes from is an app's own.
        None(App("${AWS_ACCESS_KEY_ID}", "#!/bin/sh\necho ${SECRET_DOMAIN}", "$${SECRET_DOMAIN}") with { Sources = [] });
        None(app with { Texts = [new("echo ${SECRET_DOMAIN}", null, "spec.values.controllers.main.containers.app.command[2]"), new("echo ${SECRET_DOMAIN}", null, "spec.template.spec.containers[0].args[0]")] });
        None(app with { Texts = [new("${SECRET_DOMAIN}") { IsLiteral = true }] });
        None(app with { IsOpen = true });
        Check(new FluxModel([app], [secrets])).Should().BeEmpty();
        Check(new FluxModel([app, other with { IsEnabled = true }], [secrets with { Keys = [] }])).Should().BeEmpty();

        Finding Of(AppModel one) => Check(new FluxModel([one, other], [secrets])).Should().ContainSingle().Subject;
        void None(AppModel one) => Check(new FluxModel([one, other], [secrets])).Should().BeEmpty();
    }

    [Fact]
    public void Two_values_for_one_variable()
    {
        ComponentUse one = new("../one", null, new("a.cs", 1)) { Values = [new("SIZE", "1Gi")] }, two = new("../two", null, new("a.cs", 2)) { Values = [new("SIZE", "2Gi")] };

        Single(App() with { Components = [one, two] }).ToString().Should().Be("a.cs(2): error GOPS2009: the variable 'SIZE' is '1Gi' for the component 'one' and '2Gi' for 'two', and a Kustomization has one value; give both the same");
        Check(App() with { Components = [one, two], Variables = [new("SIZE", "3Gi") { IsImplied = true }] }).Should().BeEmpty();
    }

    [Fact]
    public void A_source_of_another_namespace_is_an_error_that_says_where_it_is()
    {
        var app = App() with { Sources = [new("Secret", "cluster-secrets")] };

        Message(Secrets with { Namespace = "flux-system" }).Should().Be("'media/sonarr' takes variables from the Secret 'cluster-secrets', and the namespace 'media' has none; it is in 'flux-system', and substituteFrom reads its own namespace only");
        Message(Secrets with { Namespace = "other", Component = "common" }).Should().EndWith("; the component 'common' brings it: add it to the namespace");
        Message(new("ConfigMap", "media", "cluster-secrets")).Should().EndWith("; it is a ConfigMap");
        Message(Secrets with { Name = "cluster-secret" }).Should().EndWith("; did you mean 'cluster-secret'?");
        Check(new FluxModel([app with { Sources = [new("Secret", "cluster-secrets") { IsOptional = true }] }])).Should().BeEmpty();
        Check(new FluxModel([app], [Secrets with { Namespace = null }])).Should().BeEmpty();

        string Message(VariableSourceModel source) => Check(new FluxModel([app], [source])).Should().ContainSingle().Which.Message;
    }

    [Theory]
    [InlineData("{ .Release.Name }.example.org", true)]
    [InlineData("{.Release.Name}", true)]
    [InlineData("{ .password }", true)]
    [InlineData("{{ .Release.Name }}", false)]
    [InlineData("{.status.phase}", false)]
    [InlineData("{\"a\": {}}", false)]
    [InlineData("{", false)]
    public void A_template_with_one_brace_is_a_warning(string text, bool warned) =>
        Check(App(text)).Select(finding => finding.Id).Should().Equal(warned ? ["GOPS2012"] : []);

    private static VariableSourceReference Reference(VariableSourceModel source) => new(source.Kind, source.Name);

    private static AppModel App(params string[] texts) => new(new("media", "sonarr"), new("Sonarr.cs", 3))
    {
        Sources = [Reference(Settings), Reference(Secrets)],
        Texts = [.. texts.Select((text, i) => new TextModel(text, new("Sonarr.cs", 10 + i), $"spec.x{i}"))],
    };

    private static List<Finding> Check(AppModel app) => Check(new FluxModel([app], [Settings, Secrets]));

    private static List<Finding> Check(FluxModel model) => [.. SubstitutionRules.Check(model)];

    private static Finding Single(AppModel app) => Check(app).Should().ContainSingle().Subject;
}
