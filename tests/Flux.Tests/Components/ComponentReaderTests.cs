namespace GitOps.Tests;

public sealed class ComponentReaderTests
{
    private const string Component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";

    [Fact]
    public void A_variable_without_default_is_required_and_knows_its_field()
    {
        var component = Read(
            ("components/volsync/kustomization.yaml", Component + "resources: [./pvc.yaml]\n"),
            ("components/volsync/pvc.yaml", """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: "${APP}-data" # ${NOT_A_VARIABLE}
                  annotations:
                    example.org/size: x${CAPACITY:=1Gi}
                spec:
                  accessModes: ["${MODE:-${FALLBACK:-ReadWriteOnce}}"]
                  resources:
                    requests:
                      storage: ${CAPACITY}
                """));

        component.Findings.Should().BeEmpty();
        component.Parameters.Select(parameter => (parameter.Name, parameter.IsRequired, parameter.Default)).Should().Equal(
            ("APP", true, null), ("CAPACITY", true, "1Gi"), ("FALLBACK", false, "ReadWriteOnce"), ("MODE", false, "${FALLBACK:-ReadWriteOnce}"));
        var occurrences = component.Parameters.Single(parameter => parameter.Name == "CAPACITY").Occurrences;
        occurrences.Select(occurrence => (occurrence.FieldPath, occurrence.IsWholeScalar, occurrence.Place.ToString())).Should().Equal(
            ("metadata.annotations[\"example.org/size\"]", false, "components/volsync/pvc.yaml(6,24)"),
            ("spec.resources.requests.storage", true, "components/volsync/pvc.yaml(11,16)"));
        occurrences.Should().OnlyContain(occurrence => occurrence.ApiVersion == "v1" && occurrence.Kind == "PersistentVolumeClaim");
        var fallback = component.Parameters.Single(parameter => parameter.Name == "FALLBACK").Occurrences.Single();
        (fallback.FieldPath, fallback.IsWholeScalar, fallback.Place.Column).Should().Be(("spec.accessModes[0]", true, 26));
    }

    [Theory]
    [InlineData("commonAnnotations: { kustomize.toolkit.fluxcd.io/substitute: disabled }\n", false)]
    [InlineData("commonLabels: { kustomize.toolkit.fluxcd.io/substitute: disabled }\n", false)]
    [InlineData("labels: [{ pairs: { kustomize.toolkit.fluxcd.io/substitute: disabled } }]\n", false)]
    [InlineData("patches: [{ patch: \"[{op: add, path: /metadata/annotations/kustomize.toolkit.fluxcd.io~1substitute, value: disabled}]\", target: { kind: ConfigMap } }]\n", false)]
    [InlineData("patches: [{ patch: \"[{op: add, path: /metadata/annotations/x, value: disabled}]\", target: { kind: ConfigMap } }]\n", true)]
    [InlineData("patches: [{ path: ./off.yaml }]\n", false)]
    [InlineData("patchesStrategicMerge: [./off.yaml]\n", false)]
    [InlineData("commonAnnotations: { kustomize.toolkit.fluxcd.io/substitute: enabled }\n", true)]
    public void What_a_kustomization_takes_out_of_substitution_has_no_variables(string more, bool has)
    {
        var component = Read(
            ("components/volsync/kustomization.yaml", Component + "resources: [./a.yaml]\n" + more),
            ("components/volsync/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  a: echo ${HOME}\n"),
            ("components/volsync/off.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n  annotations:\n    kustomize.toolkit.fluxcd.io/substitute: disabled\n"));

        component.Parameters.Select(static parameter => parameter.Name).Should().Equal(has ? ["HOME"] : []);
    }

    [Fact]
    public void Nested_components_patches_and_generated_files_count()
    {
        var component = Read(
            ("components/volsync/kustomization.yaml", Component + """
                components: [../base]
                patches:
                  - target: {group: apps, version: v1, kind: Deployment}
                    patch: |-
                      - op: add
                        path: /spec/template/spec/containers/0/image
                        value: img:${TAG}
                  - target: {kind: HelmRelease}
                    patch: |
                      apiVersion: helm.toolkit.fluxcd.io/v2
                      kind: HelmRelease
                      metadata:
                        name: not-used
                      spec:
                        values:
                          host: ${HOST}
                configMapGenerator:
                  - name: settings
                    files: [run.sh]
                  - name: script
                    files: [other.sh]
                    options: {annotations: {kustomize.toolkit.fluxcd.io/substitute: disabled}}
                """),
            ("components/volsync/run.sh", "#!/bin/sh\necho ${WORD}\n"),
            ("components/volsync/other.sh", "${i}"),
            ("components/base/kustomization.yaml", Component + "resources: [secret.yaml]\n"),
            ("components/base/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {k: \"${UNREACHED}\"}\nstringData: {k: \"${SECRET}\"}\n"));

        component.Findings.Should().BeEmpty();
        component.Parameters.Select(parameter => parameter.Name).Should().Equal("HOST", "SECRET", "TAG", "WORD");
        var tag = component.Parameters.Single(parameter => parameter.Name == "TAG").Occurrences.Single();
        (tag.ApiVersion, tag.Kind, tag.FieldPath, tag.IsInPatch, tag.Place.ToString()).Should()
            .Be(("apps/v1", "Deployment", "spec.template.spec.containers[0].image", true, "components/volsync/kustomization.yaml(9,20)"));
        var host = component.Parameters.Single(parameter => parameter.Name == "HOST").Occurrences.Single();
        (host.Kind, host.FieldPath, host.Place.Line).Should().Be(("HelmRelease", "spec.values.host", 18));
        component.Parameters.Single(parameter => parameter.Name == "WORD").Occurrences.Single().Place.ToString().Should().Be("components/volsync/run.sh(2,6)");
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_place()
    {
        Read(("components/volsync/kustomization.yaml", "kind: Kustomization\nresources:\n  - gone.yaml\n")).Findings.Select(finding => finding.ToString()).Should().Equal(
            "components/volsync/kustomization.yaml: error GOPS3002: 'components/volsync' is a 'Kustomization' and no Component; a component's kustomization.yaml says 'kind: Component' and 'apiVersion: kustomize.config.k8s.io/v1alpha1'",
            "components/volsync/kustomization.yaml(3,5): error GOPS3003: 'gone.yaml' is not there; the build fails without it");
        Read(("components/volsync/x.txt", "")).Findings.Single().Id.Should().Be("GOPS3003");
        Read(("x.txt", "")).Findings.Single().Id.Should().Be("GOPS3001");
        Read(("components/volsync/kustomization.yaml", Component + "resources: [a.yaml]\n"), ("components/volsync/a.yaml", "kind: [")).Findings.Single().Id.Should().Be("GOPS0001");
        var syntax = Read(("components/volsync/kustomization.yaml", Component + "resources: [a.yaml]\n"), ("components/volsync/a.yaml", "kind: ConfigMap\nmetadata: {name: x}\ndata:\n  k: a ${X-d}\n")).Findings.Single();
        syntax.ToString().Should().Be("components/volsync/a.yaml(4,8): error GOPS2002: Flux cannot parse '${X-d}' (missing closing brace): a default is ':-' or ':=', and a name holds no '-'; write '$${' for a literal '${' at data.k");
    }

    [Fact]
    public void Components_in_a_circle_end() =>
        Read(("components/volsync/kustomization.yaml", Component + "components: [../volsync]\n")).Parameters.Should().BeEmpty();

    private static ComponentModel Read(params (string Path, string Text)[] files) =>
        ComponentReader.Read(new TextFileTree(files.Select(file => new KeyValuePair<string, string>(file.Path, file.Text))), "components/volsync");
}
