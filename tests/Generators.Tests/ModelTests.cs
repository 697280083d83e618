using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace GitOps.Tests;

public sealed class ModelTests
{
    private const string Widget = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: { name: widgets.example.com }
        spec:
          group: example.com
          names: { kind: Widget, plural: widgets, singular: widget }
          scope: Namespaced
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  description: |-
                    A widget <b>turns</b> & turns.

                    This paragraph is too much.
                  type: object
                  required: [spec]
                  properties:
                    apiVersion: { type: string }
                    kind: { type: string }
                    metadata: { type: object }
                    spec:
                      type: object
                      required: [mode, size, owner, wait]
                      properties:
                        mode: { type: string, enum: [Fast, "on", "="] }
                        size: { type: integer }
                        small: { type: integer, format: int32 }
                        wait: { type: boolean, default: true }
                        ratio: { type: number }
                        port: { x-kubernetes-int-or-string: true }
                        owner: { type: string, description: Who owns it. }
                        class: { type: string }
                        comments: { type: string }
                        "on": { type: string }
                        tags: { type: array, items: { type: string } }
                        modes: { type: array, items: { type: string, enum: [A, B] } }
                        counts: { type: array, items: { type: integer } }
                        matrix: { type: array, items: { type: array, items: { type: string } } }
                        labels: { type: object, additionalProperties: { type: string } }
                        hosts: { type: object, additionalProperties: { type: array, items: { type: string } } }
                        limits: { type: object, additionalProperties: { type: integer } }
                        parts: { type: object, additionalProperties: { type: object, properties: { name: { type: string } } } }
                        values: { type: object, x-kubernetes-preserve-unknown-fields: true }
                        open: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: { a: { type: string } } }
                        children: { type: array, items: { type: object, required: [name], properties: { name: { type: string } } } }
            - name: v1alpha1
              served: true
              storage: false
              deprecated: true
              deprecationWarning: "example.com/v1alpha1 Widget is \"old\""
              schema:
                openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { a: { type: string } } } } }
        """;

    private static readonly InputFile Widgets = InputFile.Crd("/r/crds/widgets.yaml", Widget);

    private static readonly InputFile Gadgets = InputFile.Crd("/r/crds/gadgets.yaml", Widget.Replace("idget", "adget").Replace("Widget", "Wadget"));

    [Fact]
    public void A_kind_and_version_is_a_file_of_its_own_named_by_identity() =>
        Start(Widgets).Files.Keys.Should().Contain(["example.com.v1.Widget.g.cs", "example.com.v1alpha1.Widget.g.cs"]);

    [Fact]
    public void A_model_shows_its_schema()
    {
        var text = Start(Widgets).Files["example.com.v1.Widget.g.cs"];
        text.Should().Contain("/// <summary>A widget &lt;b&gt;turns&lt;/b&gt; &amp; turns.</summary>")
            .And.NotContain("too much")
            .And.Contain("/// <summary><c>owner</c>: Who owns it.</summary>")
            .And.Contain("public required string Owner { get; init; }")
            .And.Contain("public global::GitOps.Value<bool>? Wait { get; init; }", "the server has a default")
            .And.Contain("Default: <c>true</c>.")
            .And.Contain("public required global::GitOps.Value<long> Size { get; init; }")
            .And.Contain("public global::GitOps.Value<int>? Small { get; init; }")
            .And.Contain("public global::System.Collections.Generic.IReadOnlyList<string>? Tags { get; init; }")
            .And.Contain("public global::GitOps.Map<string>? Labels { get; init; }")
            .And.Contain("CommentsField", "every model has Comments already");
    }

    [Fact]
    public void A_deprecated_version_is_obsolete_in_the_APIs_own_words() =>
        Start(Widgets).Files["example.com.v1alpha1.Widget.g.cs"].Should().Contain("""[global::System.Obsolete("example.com/v1alpha1 Widget is \"old\"")]""");

    [Fact]
    public void A_model_writes_itself()
    {
        var type = Load(Start(Widgets, """
            public static class Maker
            {
                public static object Make() => new Widget
                {
                    Spec = new()
                    {
                        Mode = "Slow", Size = 3, Owner = "me", Wait = new GitOps.Variable<bool>("${WAIT}"), Ratio = 0.5, Port = "http", Class = "c", On = "x", Tags = ["x"],
                        Counts = [1, 2], Labels = new() { ["b"] = "1", ["a"] = "2" }, Limits = new() { ["cpu"] = 4 },
                        Parts = new() { ["p"] = new() { Name = "part" } }, Values = new() { ["k"] = new() { ["l"] = true } },
                        Open = new() { A = "1", OtherFields = new() { ["z"] = 9 } }, Children = [new() { Name = "child" }],
                        Hosts = new() { ["h"] = ["1", "2"] }, Matrix = [new() { }],
                    },
                };
            }
            """)).GetType("Maker")!;
        var made = (KubernetesObject)type.GetMethod("Make")!.Invoke(null, null)!;

        made.ApiVersion.Should().Be("example.com/v1");
        Yaml(made).Should().Be("""
            spec:
              mode: Slow
              size: 3
              wait: ${WAIT}
              ratio: 0.5
              port: http
              owner: me
              class: c
              "on": x
              tags:
                - x
              counts:
                - 1
                - 2
              matrix:
                - {}
              labels:
                a: "2"
                b: "1"
              hosts:
                h:
                  - "1"
                  - "2"
              limits:
                cpu: 4
              parts:
                p:
                  name: part
              values:
                k:
                  l: true
              open:
                a: "1"
                z: 9
              children:
                - name: child

            """);
    }

    [Fact]
    public void A_required_field_that_is_missing_does_not_compile()
    {
        var run = GeneratorRun.Start(new ProjectInput
        {
            Generators = [new ModelGenerator()],
            Files = [Widgets],
            Sources = [("/home/me/repo/cluster/Program.cs", "using GitOps.Models.Example; class C { object o = new Widget { Spec = new() { Mode = \"Fast\", Size = 1 } }; }".Replace("GitOps.Models.Example", Space()))],
            CheckOutput = false,
        });
        run.After.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Should().Equal("CS9035");
    }

    [Fact]
    public void Kinds_picks_kinds()
    {
        var both = Widget + "\n---\n" + Widget.Replace("idget", "adget").Replace("Widget", "Wadget");
        Start(InputFile.Crd("/r/crds/both.yaml", both, "Wadget")).Files.Keys.Should().OnlyContain(name => name.Contains("Wadget"));
    }

    [Fact]
    public void One_edited_CRD_makes_its_own_files_again_and_no_other()
    {
        var run = Start(Widgets, Gadgets);
        var edited = run.Replace(Widgets, Widgets.With(Widget.Replace("ratio: { type: number }", "ratio: { type: string }")));
        edited.Steps(ModelGenerator.Steps.Parse).Should().BeEquivalentTo([Modified, Cached]);
        edited.SourceOutputs().Count(reason => reason == Modified).Should().Be(1);
        edited.ChangedSince(run).Should().OnlyContain(name => name.Contains("Widget"));
    }

    [Fact]
    public void A_field_with_a_new_type_leaves_other_files_alone()
    {
        var run = Start(Widgets, Gadgets);
        var edited = run.Replace(Widgets, Widgets.With(Widget.Replace("ratio: { type: number }", "ratio: { type: object, properties: { x: { type: string }, y: { type: integer } } }")));
        edited.SourceOutputs().Count(reason => reason is Modified or New).Should().Be(1);
        edited.ChangedSince(run).Should().OnlyContain(name => name.Contains("Widget"));
    }

    [Fact]
    public void A_CSharp_edit_leaves_every_YAML_step_cached()
    {
        var edited = Start(Widgets, Gadgets).EditCSharp();
        edited.Steps(ModelGenerator.Steps.Parse).Should().OnlyContain(reason => reason == Cached);
        edited.SourceOutputs().Should().OnlyContain(reason => reason == Cached);
    }

    [Fact]
    public void Adding_and_removing_a_CRD_changes_no_other_file()
    {
        var alone = Start(Widgets);
        var added = alone.Add(Gadgets);
        added.ChangedSince(alone).Should().NotBeEmpty().And.OnlyContain(name => name.Contains("Wadget"));
        added.SourceOutputs().Count(reason => reason == New).Should().BeGreaterThan(0);
        added.Remove(Gadgets).ChangedSince(alone).Should().BeEmpty();
    }

    [Fact]
    public void The_same_CRD_in_two_files_is_made_once_and_a_different_one_is_an_error()
    {
        Start(Widgets, InputFile.Crd("/r/crds/copy.yaml", Widget)).Reported.Should().BeEmpty();

        var error = Start(Widgets, InputFile.Crd("/r/crds/z.yaml", Widget.Replace("ratio:", "ration:"))).Reported.Should().NotBeEmpty().And.Subject.First();
        error.Id.Should().Be(RuleIds.DuplicateDefinition);
        error.GetMessage().Should().Contain("widgets.yaml");
        error.Location.GetLineSpan().Path.Should().Be("/r/crds/z.yaml");
    }

    [Theory]
    [InlineData("kind: [\n", RuleIds.UnreadableYaml)]
    [InlineData("apiVersion: v1\nkind: ConfigMap\n", RuleIds.NotACustomResourceDefinition)]
    [InlineData("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: 3\n", RuleIds.NotACustomResourceDefinition)]
    public void A_fault_is_an_error_at_its_place_in_the_YAML(string text, string id)
    {
        var error = Start(InputFile.Crd("/r/crds/bad.yaml", text), Widgets).Reported.Should().ContainSingle().Subject;
        error.Id.Should().Be(id);
        error.Location.GetLineSpan().Path.Should().Be("/r/crds/bad.yaml");
    }

    [Fact]
    public void Names_that_CSharp_could_trip_over_compile() =>
        Start(InputFile.Crd("/r/crds/odd.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: odds.my-group.2io.example }
            spec:
              group: my-group.2io.example
              names: { kind: Odd, plural: odds }
              scope: Cluster
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        fileName: { type: string }
                        place: { type: object, properties: { odd: { type: string }, place: { type: string } } }
                        spec:
                          type: object
                          properties:
                            getType: { type: string }
                            toString: { type: string }
                            equals: { type: string }
                            spec: { type: string }
                            odd: { type: string }
                            "x-y z": { type: string, description: "ends with */ and </summary> \u2028" }
                            "1st": { type: string }
                            "$ref": { type: string }
                            a_b: { type: string }
                            a-b: { type: string }
                            "quo\"te\\": { type: string }
                            system: { type: object, properties: { string: { type: string } } }
                            gitOps: { type: object, properties: { global: { type: string } } }
                            text: { type: string, enum: ["", Text, text, toString, "a b", "1", "+", "-", "\"", "\\n"] }
                            deferred: { type: boolean }
                            otherFields: { type: boolean }
            """)).Files.Should().NotBeEmpty();

    private static string Space() => Start(Widgets).Files["example.com.v1.Widget.g.cs"].Split('\n').Single(line => line.StartsWith("namespace ")).Substring("namespace ".Length);

    private static GeneratorRun Start(params InputFile[] files) => GeneratorRun.Start(new ProjectInput { Generators = [new ModelGenerator()], Files = files });

    private static GeneratorRun Start(InputFile file, string source) => GeneratorRun.Start(new ProjectInput
    {
        Generators = [new ModelGenerator()],
        Files = [file],
        Sources = [("/home/me/repo/cluster/Program.cs", $"using {Space()};\n" + source)],
    });

    private static System.Reflection.Assembly Load(GeneratorRun run)
    {
        var stream = new MemoryStream();
        run.After.Emit(stream).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        stream.Position = 0;
        return new System.Runtime.Loader.AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }

    private static string Yaml(KubernetesObject item)
    {
        using var yaml = new YamlWriter();
        yaml.StartMapping();
        item.WriteFields(new ObjectWriter(yaml, new ReferenceContext()));
        yaml.EndMapping();
        return System.Text.Encoding.UTF8.GetString(yaml.WrittenSpan);
    }
}
