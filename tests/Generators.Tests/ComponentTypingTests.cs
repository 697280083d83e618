using System.Text.RegularExpressions;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace GitOps.Tests;

/// <summary>A component's variable has the type of the field that it fills.</summary>
public sealed class ComponentTypingTests
{
    private const string Kustomization = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./a.yaml]\n";

    private static readonly InputFile Crd = InputFile.Crd("/home/me/repo/cluster/crds/widgets.yaml", """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: { name: widgets.example.org }
        spec:
          group: example.org
          names: { kind: Widget, plural: widgets }
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
                        size: { type: integer, format: int32 }
                        mode: { type: string, enum: [a, b] }
                        hosts: { type: array, items: { type: string } }
                        rules: { type: array, items: { type: object, properties: { x: { type: string } } } }
        """);

    public static TheoryData<string, string, string> Places => new()
    {
        { "a quantity", "apiVersion: v1\nkind: PersistentVolumeClaim\nspec: { resources: { requests: { storage: \"${X}\" } } }", "Quantity" },
        { "a 64-bit number", Pod("{ securityContext: { runAsUser: \"${X}\" } }"), "Value<long>" },
        { "a 32-bit number", "apiVersion: apps/v1\nkind: Deployment\nspec: { replicas: \"${X}\" }", "Value<int>" },
        { "both", Pod("{ securityContext: { runAsUser: \"${X}\" }, priority: \"${X}\" }"), "Value<int>" },
        { "a bool", Pod("{ hostNetwork: \"${X}\" }"), "Value<bool>" },
        { "a text", Pod("{ nodeName: \"${X:=17}\" }"), "string" },
        { "a number or a text", "apiVersion: v1\nkind: Service\nspec: { ports: [{ port: 80, targetPort: \"${X}\" }] }", "IntOrString" },
        { "a number, where a text would do too", "apiVersion: v1\nkind: Service\nspec: { ports: [{ port: \"${X}\", targetPort: \"${X}\" }] }", "Value<int>" },
        { "a text, where a number would do too", "apiVersion: v1\nkind: Service\nspec: { externalName: \"${X}\", ports: [{ port: 80, targetPort: \"${X}\" }] }", "string" },
        { "a duration of Flux", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: { interval: \"${X}\" }", "Duration" },
        { "a field of a HelmRelease", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: { maxHistory: \"${X}\" }", "Value<long>" },
        { "Helm values, of which nothing is known", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: { values: { a: \"${X}\" } }", "string" },
        { "Helm values, by the default", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: { values: { a: \"${X:=8080}\" } }", "IntOrString" },
        { "a list of texts", "apiVersion: v1\nkind: PersistentVolumeClaim\nspec: { accessModes: \"${X}\" }", "global::System.Collections.Generic.IReadOnlyList<string>" },
        { "an object", Pod("{ securityContext: \"${X}\" }"), "Values" },
        { "a list of objects", Pod("{ containers: \"${X}\" }"), "Values" },
        { "an item", "apiVersion: v1\nkind: PersistentVolumeClaim\nspec: { accessModes: [\"${X}\"] }", "string" },
        { "an open enum", "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec: { provider: \"${X}\" }", "global::GitOps.Models.FluxCD.*" },
        { "inside a longer text", Pod("{ nodeName: \"a-${X}\" }"), "string" },
        { "inside a longer text and alone", Pod("{ nodeName: \"a-${X}\", priority: \"${X}\" }"), "Value<int>" },
        { "two that nothing fits", Pod("{ hostNetwork: \"${X}\", priority: \"${X}\" }"), "string" },
        { "an unknown kind, by its default", "apiVersion: a.b/v1\nkind: C\nspec: { on: \"${X:=false}\" }", "Value<bool>" },
        { "an unknown list, by its default", "apiVersion: a.b/v1\nkind: C\nspec: { on: \"${X:=[]}\" }", "Values" },
        { "a kind of the user's", "apiVersion: example.org/v1\nkind: Widget\nspec: { size: \"${X}\" }", "Value<int>" },
        { "an enum of the user's", "apiVersion: example.org/v1\nkind: Widget\nspec: { mode: \"${X}\" }", "string" },
        { "a list of the user's", "apiVersion: example.org/v1\nkind: Widget\nspec: { hosts: \"${X}\" }", "global::System.Collections.Generic.IReadOnlyList<string>" },
        { "a list of objects of the user's", "apiVersion: example.org/v1\nkind: Widget\nspec: { rules: \"${X}\" }", "Values" },
    };

    private static string Pod(string spec) => $"apiVersion: apps/v1\nkind: Deployment\nspec: {{ template: {{ spec: {spec} }} }}";

    [Theory]
    [MemberData(nameof(Places))]
    public void A_variable_has_the_type_of_its_field(string what, string text, string type) =>
        TypeOf(Run(Input("a.yaml", text.Replace("\nspec:", "\nmetadata: { name: a }\nspec:")), Crd)).Should().Match(type.StartsWith("global::", StringComparison.Ordinal) || type == "string" ? type : "global::GitOps." + type, what);

    [Theory]
    [InlineData("target: { group: helm.toolkit.fluxcd.io, version: v2, kind: HelmRelease }", "Duration")]
    [InlineData("target: { group: helm.toolkit.fluxcd.io, kind: HelmRelease }", "Duration")]
    [InlineData("target: { kind: HelmRelease }", "Duration")]
    public void A_patch_stands_in_the_kind_of_its_target(string target, string type) =>
        TypeOf(Run(Input("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n"), kustomization: Kustomization + $"patches:\n  - {target}\n    patch: |-\n      - op: add\n        path: /spec/interval\n        value: ${{X}}\n"))
            .Should().Be("global::GitOps." + type);

    [Fact]
    public void What_a_Kustomization_of_the_component_hands_on_has_the_type_of_where_it_ends()
    {
        var run = Run(
            Input("a.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: { name: "${APP}-inner" }
                spec:
                  path: ./kubernetes/components/typed/inner
                  postBuild:
                    substitute:
                      INNER: ${q:='}${X}${q:='}
                      emptyArray: "[]"
                """),
            Input("inner/b.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { accessModes: \"${INNER:=${emptyArray}}\" }\n"));

        TypeOf(run).Should().Be("global::System.Collections.Generic.IReadOnlyList<string>");
        run.Files[File].Should().NotContain("<c>q</c>");
    }

    [Fact]
    public void A_CRD_is_read_for_components_only_where_one_of_its_kinds_is_used()
    {
        var widget = Input("a.yaml", "apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: a }\nspec: { size: \"${X}\" }\n");
        var claim = Input("a.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { volumeName: \"${X}\" }\n");

        Run(claim, Crd).Steps(ComponentPipeline.Steps.Types).Should().BeEmpty();
        var run = Run(widget, Crd);
        run.Steps(ComponentPipeline.Steps.Types).Should().Equal(New);
        run.EditCSharp().Steps(ComponentPipeline.Steps.Types).Should().Equal(Cached);

        // What the CRD says elsewhere changes nothing here.
        var other = run.Replace(Crd, Crd.With(Crd.Text.Replace("enum: [a, b]", "enum: [a, b, c]")));
        other.Steps(ComponentPipeline.Steps.Types).Should().Equal(Unchanged);
        other.Steps(ComponentPipeline.Steps.Classes).Should().OnlyContain(reason => reason == Cached || reason == Unchanged);

        var edited = run.Replace(Crd, Crd.With(Crd.Text.Replace("type: integer, format: int32", "type: boolean")));
        TypeOf(edited).Should().Be("global::GitOps.Value<bool>");
    }

    private const string File = "GitOps.Component.components.typed.g.cs";

    private static InputFile Input(string path, string text) => new("/home/me/repo/kubernetes/components/typed/" + path, text, ("GitOpsComponent", "true"));

    private static GeneratorRun Run(params InputFile[] files) => Run(Kustomization, files);

    private static GeneratorRun Run(InputFile file, string kustomization) => Run(kustomization, file);

    private static GeneratorRun Run(string kustomization, params InputFile[] files) =>
        GeneratorRun.Start(new ProjectInput { Generators = [new WiringGenerator()], Files = [Input("kustomization.yaml", kustomization), .. files] });

    private static string TypeOf(GeneratorRun run) =>
        Regex.Match(run.Files[File], @"The variable <c>X</c>.*</summary>\s+public (required )?(?<type>\S+?)\?? \w+ \{").Groups["type"].Value;
}
