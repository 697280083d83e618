namespace GitOps.Tests;

public sealed class ObjectRulesTests
{
    private static readonly SchemaSet Set = SchemaSet.Shipped;

    [Fact]
    public void Each_object_of_the_table_is_judged_as_the_API_server_judges_it()
    {
        // The expectations were held against a real API server: tools/Differential says how.
        var wrong = ObjectCase.All.Select(found => (found, Actual: Verdict(found.Value))).Where(result => result.Actual != Sorted(result.found.Expected)).Select(result => $"{result.found}: {result.Actual}, not {result.found.Expected}");

        wrong.Should().BeEmpty();
        ObjectCase.All.Should().HaveCountGreaterThan(300);
        ObjectCase.All.Count(found => found.Expected == "ok").Should().BeGreaterThan(40);
    }

    [Theory]
    [InlineData("FluxCD")]
    [InlineData("CloudNativePG")]
    [InlineData("EnvoyGateway")]
    public void Each_rule_of_a_projects_kinds_is_broken_by_an_object_of_the_table(string project)
    {
        var broken = ObjectCase.All.SelectMany(found => ObjectValidator.Validate(found.Value, Set)).Select(issue => issue.Rule?.Expression).ToHashSet();
        var rules = Rules("GitOps.Models." + project);

        rules.Should().HaveCountGreaterThan(20);
        rules.Where(rule => !broken.Contains(rule)).Should().BeEmpty();
    }

    [Fact]
    public void A_finding_stands_where_the_fault_stands()
    {
        var value = Yaml("""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: app
            spec:
              intervall: 1h
              prune: "yes"
              sourceRef:
                kind: GitRepository
            """);

        ObjectRules.Check(value, Set, PlaceOf).Select(finding => finding.ToString()).Should().BeEquivalentTo(
            "a.yaml(6,3): error GOPS5004: Kustomization spec has no field 'intervall'; did you mean 'interval'? at spec.intervall",
            "a.yaml(7,10): error GOPS5006: 'prune' is the string 'yes', and must be a boolean; write it without quotes at spec.prune",
            "a.yaml(9,5): error GOPS5005: Kustomization spec.sourceRef lacks the required field 'name' at spec.sourceRef.name");
    }

    [Fact]
    public void What_is_not_known_is_never_wrong()
    {
        foreach (var found in ObjectCase.All.Where(found => found.Expected != "ok"))
        {
            // The same object, of which no value is known but those that say what it is.
            var value = DataValue.Map(found.Value.Fields.Select(field => field.Name is "apiVersion" or "kind" ? field : field with { Value = DataValue.Unknown() }).ToList());
            ObjectRules.Check(value, Set, PlaceOf).Should().BeEmpty(found.ToString());

            // And with every leaf unknown nothing but the structure can be wrong.
            ObjectRules.Check(Blur(found.Value), Set, PlaceOf).Select(finding => finding.Id).Except(["GOPS5004", "GOPS5005", "GOPS5006", "GOPS5009", "GOPS5011", "GOPS5016", "GOPS5013"]).Should().BeEmpty(found.ToString());
            ObjectRules.Check(Partly(found.Value), Set, PlaceOf).Select(finding => finding.Id).Should().NotContain("GOPS5005", found.ToString());
        }
    }

    [Fact]
    public void An_object_of_an_unknown_kind_is_judged_by_its_metadata_alone()
    {
        Ids("apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {whatever: [1, x]}").Should().BeEmpty();
        Ids("apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: A_b, labels: {x: 'a b'}}").Should().Equal("GOPS5001", "GOPS5013");
        Ids("apiVersion: v1\nkind: Event\nmetadata: {name: A_b}").Should().BeEmpty();
        Ids("kind: Kustomization").Should().BeEmpty();
    }

    [Theory]
    [InlineData("FluxInstance", FindingSeverity.Warning)]
    [InlineData("kustomization", FindingSeverity.Error)]
    internal void An_unknown_value_of_a_shipped_enum_is_a_warning_unless_only_its_case_differs(string kind, FindingSeverity severity)
    {
        var value = Yaml($"apiVersion: notification.toolkit.fluxcd.io/v1beta3\nkind: Alert\nmetadata: {{name: a}}\nspec: {{providerRef: {{name: a}}, eventSources: [{{kind: {kind}, name: '*'}}]}}");

        ObjectRules.Check(value, Set, PlaceOf).Should().ContainSingle().Which.Severity.Should().Be(severity);
    }

    [Fact]
    public void A_CRD_of_the_users_own_is_the_clusters_word()
    {
        var set = Set.With(SchemaReader.Read("crd.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              group: example.com
              names: {kind: Widget, plural: widgets}
              scope: Namespaced
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          properties:
                            mode: {type: string, enum: [A, B]}
                            size: {type: integer, default: 3}
                            list: {type: array, maxItems: 2, items: {type: string}}
                          x-kubernetes-validations:
                            - {rule: 'self.size > 2', message: 'too small.'}
                            - {rule: "!has(self.mode) || self.mode != 'B' || has(self.list)", messageExpression: "'B wants a list, size ' + string(self.size)"}
                      x-kubernetes-validations:
                        - {rule: "self.metadata.name != 'root'", message: not that name}
            """, new SchemaReadOptions { Exact = true }));

        ObjectRules.Check(Widget("mode: C"), set, PlaceOf).Should().ContainSingle().Which.Severity.Should().Be(FindingSeverity.Error);
        ObjectRules.Check(Widget("mode: A"), set, PlaceOf).Should().BeEmpty("the default of size is filled in");
        ObjectRules.Check(Widget("size: 1"), set, PlaceOf).Should().ContainSingle().Which.Message.Should().Be("'spec' breaks a rule of Widget: too small");
        ObjectRules.Check(Widget("mode: B"), set, PlaceOf).Should().ContainSingle().Which.Message.Should().EndWith("B wants a list, size 3");
        ObjectRules.Check(Widget("size: 5", "root"), set, PlaceOf).Should().ContainSingle().Which.Message.Should().EndWith("not that name");
        ObjectRules.Check(Yaml("apiVersion: example.com/v1beta1\nkind: Widget\nmetadata: {name: a}"), set, PlaceOf).Should().ContainSingle().Which.Id.Should().Be("GOPS5014");
    }

    [Theory]
    [InlineData("source.toolkit.fluxcd.io/v1beta2", "HelmRepository", "source.toolkit.fluxcd.io/v1")]
    [InlineData("helm.toolkit.fluxcd.io/v2beta1", "HelmRelease", "helm.toolkit.fluxcd.io/v2")]
    [InlineData("notification.toolkit.fluxcd.io/v1beta2", "Alert", "notification.toolkit.fluxcd.io/v1beta3")]
    [InlineData("extensions/v1beta1", "Ingress", "networking.k8s.io/v1")]
    [InlineData("policy/v1beta1", "PodDisruptionBudget", "policy/v1")]
    public void A_version_that_is_gone_names_its_successor(string apiVersion, string kind, string successor)
    {
        var finding = ObjectRules.Check(Yaml($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: a}}"), Set, PlaceOf).Should().ContainSingle().Subject;

        finding.Id.Should().Be("GOPS5014");
        finding.Suggestion.Should().Be(successor);
        finding.Place!.Line.Should().Be(1);
    }

    [Fact]
    public void No_version_that_we_ship_is_said_to_be_gone_and_each_successor_that_we_ship_is_there()
    {
        foreach (var (apiVersion, kinds, successor) in ApiVersionRule.Table)
        {
            Set.Kinds.Should().NotContain(known => known.ApiVersion == apiVersion && (kinds == "*" || kinds.Contains(known.Kind, StringComparison.Ordinal)));
            if (successor is not null && successor.Contains("fluxcd", StringComparison.Ordinal))
                Set.Kinds.Should().Contain(known => known.ApiVersion == successor);
        }
    }

    [Theory]
    [InlineData("replicas: -1", "GOPS5009 spec.replicas")]
    [InlineData("replicas: '1'", "GOPS5006 spec.replicas")]
    [InlineData("replica: 1", "GOPS5004 spec.replica")]
    [InlineData("strategy: {type: recreate}", "GOPS5007 spec.strategy.type")]
    [InlineData("template: {metadata: {labels: {app: b}}, spec: {containers: [{name: a, image: b}]}}", "GOPS5013 spec.selector.matchLabels.app")]
    [InlineData("template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b, ports: [{containerPort: 80800}]}]}}", "GOPS5009 spec.template.spec.containers[0].ports[0].containerPort")]
    [InlineData("template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, env: [{name: X, value: 5}]}]}}", "GOPS5006 spec.template.spec.containers[0].env[0].value")]
    [InlineData("template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, env: [{name: X}, {name: X}]}]}}", "GOPS5010 spec.template.spec.containers[0].env[1]")]
    [InlineData("template: {metadata: {labels: {app: a}}, spec: {containers: [{image: a}]}}", "GOPS5005 spec.template.spec.containers[0].name")]
    [InlineData("template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a}], volumes: [{name: v, secret: {secretName: s, defaultMode: 644}}]}}", "GOPS5009 spec.template.spec.volumes[0].secret.defaultMode")]
    [InlineData("template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, resources: {limits: {memory: 1GB}}}]}}", "GOPS5003 spec.template.spec.containers[0].resources.limits.memory")]
    [InlineData("replicas: null, strategy: {type: Recreate, rollingUpdate: null}", "ok")]
    public void Core_kinds_are_judged_by_their_own_rules(string spec, string expected)
    {
        var body = spec.Contains("template", StringComparison.Ordinal) ? spec : spec + ", template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b, livenessProbe: {httpGet: {port: http, httpHeaders: [{name: h}]}}}]}}";

        Verdict(Yaml($"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: a, creationTimestamp: null}}\nspec: {{selector: {{matchLabels: {{app: a}}}}, {body}}}")).Should().Be(expected);
    }

    [Theory]
    [InlineData("v1", "Namespace", "_", "")]
    [InlineData("v1", "Namespace", "a.b", "GOPS5001")]
    [InlineData("v1", "ConfigMap", "a.b", "")]
    [InlineData("rbac.authorization.k8s.io/v1", "ClusterRole", "system:Some_Role", "")]
    [InlineData("rbac.authorization.k8s.io/v1", "ClusterRole", "a/b", "GOPS5001")]
    public void Each_kind_has_its_grammar_of_names(string apiVersion, string kind, string name, string id) =>
        string.Join(",", Ids($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: '{name}'}}")).Should().Be(id);

    [Fact]
    public void Keys_of_a_ConfigMap_are_names_of_files()
    {
        Ids("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {tls.crt: a, 'a/b': c}").Should().Equal("GOPS5017");
        Ids("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {port: 80}").Should().Equal("GOPS5006");
        Ids("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {x: 'not base64!'}").Should().Equal("GOPS5012");
        Ids("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {x: 'not base64!'}").Should().BeEmpty();
    }

    [Theory]
    [InlineData("port: 0080", "GOPS5006")]
    [InlineData("port: 0070", "GOPS5015")]
    [InlineData("defaultMode: 0644", "")]
    [InlineData("port: '0070'", "")]
    [InlineData("port: 0", "")]
    [InlineData("port: 70", "")]
    public void A_leading_zero_is_worth_a_word_unless_it_is_a_mode(string values, string id)
    {
        var findings = ObjectRules.Check(Yaml($"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{name: a}}\nspec: {{interval: 1h, chartRef: {{kind: OCIRepository, name: a}}, values: {{{values}}}}}"), Set, PlaceOf);

        // 0080 is no octal number, and Helm values are free.
        string.Join(",", findings.Select(finding => finding.Id)).Should().Be(id == "GOPS5006" ? "" : id);
    }

    [Theory]
    [InlineData("0775", "775")]
    [InlineData("0_644", "644")]
    [InlineData("0", null)]
    [InlineData("775", null)]
    [InlineData("0x1F", null)]
    [InlineData("089", null)]
    public void A_literal_of_CSharp_with_a_leading_zero_is_not_what_it_looks_like(string literal, string? read)
    {
        var finding = LeadingZeroRule.CheckCSharp(literal, null);

        (finding?.Arguments[1]).Should().Be(read);
    }

    [Fact]
    public void The_tables_of_core_checks_name_fields_that_there_are()
    {
        foreach (var entry in CoreChecks.All)
        {
            var parts = entry.Split('.');
            Set.ByCSharpName(CoreChecks.Namespace, parts[0])!.Fields.Should().Contain(field => field.Name == parts[1], entry);
        }
    }

    [SharedFact]
    public void Real_repositories_hold_nothing_that_is_wrong_but_what_really_is()
    {
        var found = new List<string>();
        var objects = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.Data("repos"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var document in YamlFile.Read(File.ReadAllText(file)).Documents)
                if (document.Mapping is { } mapping && mapping.Text("apiVersion") is not null && mapping["sops"] is null)
                {
                    objects++;
                    // What the cluster puts in place of a variable is not known here; nor what patches of the root add to a Kustomization or HelmRelease.
                    var value = YamlData.Of(mapping, scalar => scalar.Text.Contains("${", StringComparison.Ordinal) ? DataValue.Unknown(scalar) : null);
                    found.AddRange(ObjectRules.Check(value, Set, PlaceOf).Where(finding => !(finding.Id == "GOPS5005" && mapping.Text("kind") is "Kustomization" or "HelmRelease"))
                        .Select(finding => $"{Path.GetRelativePath(SharedData.Data("repos"), file)} {finding.Id} {finding.FieldPath}"));
                }

        objects.Should().BeGreaterThan(1_500);
        // flux-operator widens the kinds that an Alert may name: a warning, as it must be.
        found.Should().Equal("home-ops/kubernetes/components/alerts/alertmanager/alert.yaml GOPS5007 spec.eventSources[0].kind");
    }

    private static DataValue Widget(string spec, string name = "a") => Yaml($"apiVersion: example.com/v1\nkind: Widget\nmetadata: {{name: {name}}}\nspec: {{{spec}}}");

    private static IEnumerable<string> Ids(string yaml) => ObjectRules.Check(Yaml(yaml), Set, PlaceOf).Select(finding => finding.Id);

    /// <summary>Ids and paths; the one rule that is told elsewhere by its id there.</summary>
    private static string Verdict(DataValue value)
    {
        var findings = ObjectRules.Check(value, Set, PlaceOf).Select(finding => $"{finding.Id} {finding.FieldPath}").ToList();
        if (findings.Count == 0)
            findings.AddRange(ObjectValidator.Validate(value, Set).Select(issue => issue.Kind == SchemaIssueKind.Rule ? $"GOPS4005 {issue.FieldPath}" : $"GOPS4006 {issue.FieldPath}"));
        return findings.Count == 0 ? "ok" : Sorted(string.Join(", ", findings));
    }

    private static string Sorted(string expected) => string.Join(", ", expected.Split(", ").Order(StringComparer.Ordinal));

    /// <summary>The rules that can be broken on create.</summary>
    private static HashSet<string> Rules(string csharpNamespace)
    {
        var rules = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (apiVersion, kindName) in Set.Kinds)
        {
            var kind = Set.Find(apiVersion, kindName, out var source)!;
            if (kind.Name.Namespace != csharpNamespace)
                continue;
            var seen = new HashSet<SchemaTypeName>();
            var queue = new Queue<SchemaNode>(source.Compiled(kind.Name)!.All.Select(field => field.Node));
            while (queue.Count > 0)
            {
                var node = queue.Dequeue();
                rules.UnionWith(node.Rules.Where(rule => rule.Expression is { UsesOldSelf: false }).Select(rule => rule.Rule.Expression));
                if (node.Item is { } item)
                    queue.Enqueue(item);
                if (node.Shape is { } shape && seen.Add(shape.Shape.Name))
                    foreach (var field in shape.All)
                        queue.Enqueue(field.Node);
            }
        }

        return rules;
    }

    private static DataValue Blur(DataValue value) => value.Kind switch
    {
        DataKind.Map => DataValue.Map(value.Fields.Select(field => field.Name is "apiVersion" or "kind" && value["metadata"] is not null ? field : field with { Value = Blur(field.Value) }).ToList()),
        DataKind.List => DataValue.List(value.Items.Select(Blur).ToList()),
        _ => DataValue.Unknown(),
    };

    private static DataValue Partly(DataValue value) => value.Kind switch
    {
        DataKind.Map => DataValue.Map(value.Fields.Select(field => field with { Value = Partly(field.Value) }).ToList(), isPartial: true),
        DataKind.List => DataValue.List(value.Items.Select(Partly).ToList(), isPartial: true),
        _ => value,
    };

    private static DataValue Yaml(string text) => YamlData.Of(YamlFile.Read(text).Documents[0].Mapping);

    private static FindingPlace? PlaceOf(object? origin) => origin is YamlNode node ? new FindingPlace("a.yaml", node.Start.Line, node.Start.Column) : null;
}
