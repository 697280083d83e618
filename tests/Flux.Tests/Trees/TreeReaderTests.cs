namespace GitOps.Tests;

public sealed class TreeReaderTests
{
    [Fact]
    public void The_namespace_of_a_Kustomization_is_that_of_the_outermost_kustomization_that_sets_one()
    {
        var cluster = Trees.Cluster(
            ("apps/kustomization.yaml", "resources: [media]\n"),
            ("apps/media/kustomization.yaml", "namespace: media\nresources: [sonarr]\n"),
            ("apps/media/sonarr/kustomization.yaml", "namespace: inner\nresources: [ks.yaml]\n"),
            ("apps/media/sonarr/ks.yaml", Trees.Kustomization("sonarr", "written", "path: ./app\ndependsOn:\n  - name: radarr")),
            ("app/kustomization.yaml", "resources: [a.yaml]\n"),
            ("app/a.yaml", Trees.ConfigMap("a")));

        var app = cluster.Kustomizations[2];
        app.Id.Should().Be(new KustomizationId("media", "sonarr"));
        app.App.Dependencies.Single().Target.Should().Be(new KustomizationId("media", "radarr"));
        app.Objects.Single().Namespace.Should().Be("", "nothing sets one");
    }

    [Fact]
    public void A_target_namespace_wins_over_the_folders_own_and_renames_a_placeholder()
    {
        var cluster = Trees.Cluster(
            ("apps/ks.yaml", Trees.Kustomization("a", "flux-system", "path: ./app\ntargetNamespace: media")),
            ("app/kustomization.yaml", "namespace: other\nresources: [a.yaml, namespace.yaml]\n"),
            ("app/a.yaml", Trees.ConfigMap("a", "third")),
            ("app/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: _\n"));

        cluster.Objects.Select(item => item.ToString()).Should().Contain(["ConfigMap media/a", "Namespace media"]);
    }

    [Fact]
    public void Defaults_of_the_root_reach_Kustomizations_and_through_them_HelmReleases_and_none_that_an_app_emits()
    {
        const string patches = "path: ./apps\npatches:\n  - patch: |\n      apiVersion: kustomize.toolkit.fluxcd.io/v1\n      kind: Kustomization\n      metadata:\n        name: _\n      spec:\n        deletionPolicy: Orphan\n        patches:\n          - patch: |\n"
            + "              apiVersion: helm.toolkit.fluxcd.io/v2\n              kind: HelmRelease\n              metadata:\n                name: _\n              spec:\n                maxHistory: 2\n            target:\n              kind: HelmRelease\n    target:\n      kind: Kustomization";
        var cluster = Trees.Cluster(
            ("flux/cluster.yaml", Trees.Kustomization("cluster", "flux-system", patches)),
            ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app")),
            ("app/release.yaml", Trees.Release("a", "media", "interval: 1h")),
            ("app/emitted.yaml", Trees.Kustomization("emitted", "media", "path: ./emitted")),
            ("emitted/release.yaml", Trees.Release("b", "media", "interval: 1h")));

        cluster.Kustomizations.Single(app => app.Id.Name == "a").Spec.TextOf("deletionPolicy").Should().Be("Orphan");
        cluster.Objects.Single(item => item is { Kind: "HelmRelease", Name: "a" }).Spec["maxHistory"]!.Integer.Should().Be(2);
        cluster.Kustomizations.Single(app => app.Id.Name == "emitted").Spec["deletionPolicy"].Should().BeNull();
        cluster.Objects.Single(item => item is { Kind: "HelmRelease", Name: "b" }).Spec["maxHistory"].Should().BeNull();
    }

    [Fact]
    public void A_JSON_patch_changes_a_Kustomization_before_it_is_built()
    {
        var cluster = Trees.Cluster(
            ("apps/kustomization.yaml", "resources: [ks.yaml]\npatches:\n  - target:\n      kind: Kustomization\n      name: a.*\n    patch: |\n      - op: replace\n        path: /spec/path\n        value: ./real\n      - op: add\n        path: /metadata/labels\n        value:\n          x: y\n"),
            ("apps/ks.yaml", Trees.Kustomization("abc", "media", "path: ./wrong")),
            ("real/a.yaml", Trees.ConfigMap("a", "media")));

        cluster.Objects.Should().Contain(item => item.Kind == "ConfigMap" && item.Name == "a");
    }

    [Fact]
    public void Variables_of_a_parent_change_a_child_s_spec()
    {
        var cluster = Trees.Cluster(
            ("flux/cluster.yaml", Trees.Kustomization("cluster", "flux-system", "path: ./apps\npostBuild:\n  substitute:\n    STAGE: prod")),
            ("apps/ks.yaml", Trees.Kustomization("app-${STAGE}", "media", "path: ./stages/${STAGE}\ndependsOn:\n  - name: db-${STAGE}\npostBuild:\n  substitute:\n    INNER: ${STAGE}-x")),
            ("stages/prod/a.yaml", Trees.ConfigMap("cm-${INNER}", "media", "bytes: \"${STAGE:=none}\"")));

        var app = cluster.Kustomizations.Single(app => app.Id.Name == "app-prod");
        app.App.Dependencies.Single().Target.Name.Should().Be("db-prod");
        app.Objects.Single().Name.Should().Be("cm-prod-x");
        app.Objects.Single().Value.MapOf("data").TextOf("bytes").Should().Be("none", "a parent's variables do not reach what the child builds");
    }

    [Fact]
    public void A_source_that_is_built_later_counts_all_the_same()
    {
        var cluster = Trees.Cluster(
            ("flux/a.yaml", Trees.Kustomization("apps", "flux-system", "path: ./apps\npostBuild:\n  substituteFrom:\n    - kind: ConfigMap\n      name: settings")),
            ("flux/cluster.yaml", Trees.Kustomization("vars", "flux-system", "path: ./vars")),
            ("vars/settings.yaml", Trees.ConfigMap("settings", "flux-system", "NAME: sonarr")),
            ("apps/ks.yaml", Trees.Kustomization("${NAME}", "media", "path: ./app")),
            ("app/a.yaml", Trees.ConfigMap("a", "media")));

        cluster.Kustomizations.Select(app => app.Id.ToString()).Should().BeEquivalentTo("flux-system/flux-system", "flux-system/apps", "flux-system/vars", "media/sonarr");
    }

    [Fact]
    public void What_only_the_cluster_knows_is_unknown()
    {
        var cluster = Trees.Cluster(
            ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app\npostBuild:\n  substituteFrom:\n    - kind: Secret\n      name: made-by-hand")),
            ("app/a.yaml", Trees.ConfigMap("a-${X}", "media", "plain: \"${X}\"\nword: host.${X}\nmine: x")));

        var value = cluster.Objects.Single(item => item.Kind == "ConfigMap").Value;
        value.ToString().Should().Be("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":?,"namespace":"media"},"data":{"plain":?,"word":?,"mine":"x"}}""");
        value.MapOf("data")["plain"]!.IsUnknown.Should().BeTrue();
        value.MapOf("data")["word"]!.Kind.Should().Be(DataKind.String);
    }

    [Fact]
    public void A_path_of_another_source_is_not_looked_at()
    {
        var cluster = Trees.Cluster(("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./deploy").Replace("name: flux-system", "name: other")));

        cluster.Kustomizations.Single(app => app.Id.Name == "a").Should().Match<ReadKustomization>(app => app.IsOutside && app.Folder == null && app.App.IsOpen);
    }

    [Fact]
    public void Components_take_part_in_order_and_their_transformers_see_everything()
    {
        var cluster = Trees.Cluster(
            ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app\ncomponents:\n  - ../components/labels\npostBuild:\n  substitute:\n    APP: a")),
            ("app/kustomization.yaml", "resources: [a.yaml]\n"),
            ("app/a.yaml", Trees.ConfigMap("a", "media")),
            ("components/labels/kustomization.yaml", Trees.Component("resources: [b.yaml]\nlabels:\n  - pairs:\n      tier: one\ncomponents: [../more]\n")),
            ("components/labels/b.yaml", Trees.ConfigMap("${APP}-b", "media")),
            ("components/more/kustomization.yaml", Trees.Component("resources: [c.yaml]\n")),
            ("components/more/c.yaml", Trees.ConfigMap("c", "media")));

        cluster.Objects.Where(item => item.Kind == "ConfigMap").Select(item => $"{item.Name} {item.Built.Component} {item.Value.MapOf("metadata").MapOf("labels").TextOf("tier")}")
            .Should().Equal("a  one", "a-b components/labels one", "c components/labels one");
    }

    [Fact]
    public void A_folder_without_kustomization_is_read_whole_and_a_nested_one_with_it_is_one_resource()
    {
        var cluster = Trees.Cluster(
            ("apps/x.yaml", Trees.ConfigMap("x", "a")),
            ("apps/deep/er/y.yml", Trees.ConfigMap("y", "a")),
            ("apps/own/kustomization.yaml", "resources: [z.yaml]\n"),
            ("apps/own/z.yaml", Trees.ConfigMap("z", "a")),
            ("apps/own/unlisted.yaml", Trees.ConfigMap("unlisted", "a")),
            ("apps/own/below/w.yaml", Trees.ConfigMap("w", "a")));

        cluster.Objects.Where(item => item.Kind == "ConfigMap").Select(item => item.Name).Should().BeEquivalentTo("x", "y", "z");
    }

    [Fact]
    public void Generators_hash_their_names_as_kustomize_does_and_references_follow()
    {
        var cluster = Trees.Cluster(
            ("apps/kustomization.yaml", "namespace: media\nresources: [release.yaml, pod.yaml]\nconfigMapGenerator:\n  - name: a\n    literals: [\"x y=y\"]\n  - name: plain\n    literals: [k=\"v\"]\n    options:\n      disableNameSuffixHash: true\nsecretGenerator:\n  - name: s\n    literals: [a=b]\nconfigurations: [names.yaml]\n"),
            ("apps/names.yaml", "nameReference:\n  - kind: ConfigMap\n    fieldSpecs:\n      - path: spec/valuesFrom/name\n        kind: HelmRelease\n"),
            ("apps/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  volumes:\n    - name: v\n      secret:\n        secretName: s\n"),
            ("apps/release.yaml", Trees.Release("r", "media", "valuesFrom:\n  - kind: ConfigMap\n    name: a")));

        cluster.Objects.Select(item => item.ToString()).Should().Contain(["ConfigMap media/a-4t2kcff8f9", "ConfigMap media/plain", "Secret media/s-k695gkmbtk"]);
        cluster.Objects.Single(item => item.Kind == "HelmRelease").Spec.ItemsOf("valuesFrom").Single().TextOf("name").Should().Be("a-4t2kcff8f9");
        cluster.Objects.Single(item => item.Kind == "Pod").Spec.ItemsOf("volumes").Single().MapOf("secret").TextOf("secretName").Should().Be("s-k695gkmbtk");
        cluster.Objects.Single(item => item.Name == "plain").Value.MapOf("data").TextOf("k").Should().Be("v");
    }

    [Fact]
    public void Replacements_put_one_object_s_field_into_others()
    {
        var cluster = Trees.Cluster(
            ("apps/kustomization.yaml", "resources: [settings.yaml, ks.yaml]\nreplacements:\n  - source:\n      kind: ConfigMap\n      name: settings\n      fieldPath: data.ns\n    targets:\n      - select:\n          kind: Kustomization\n        fieldPaths: [spec.targetNamespace, metadata.namespace]\n        options:\n          create: true\n"),
            ("apps/settings.yaml", Trees.ConfigMap("settings", "flux-system", "ns: media")),
            ("apps/ks.yaml", Trees.Kustomization("a", null, "path: ./app")),
            ("app/a.yaml", Trees.ConfigMap("a")));

        cluster.Kustomizations.Select(app => app.Id.ToString()).Should().Contain("media/a");
        cluster.Objects.Should().Contain(item => item.ToString() == "ConfigMap media/a");
    }

    [Fact]
    public void Several_clusters_over_one_base_are_read_apart()
    {
        var files = new Dictionary<string, string>
        {
            ["base/a.yaml"] = Trees.ConfigMap("a", "x"),
            ["overlays/one/kustomization.yaml"] = "resources: [../../base/a.yaml]\nnamePrefix: one-\n",
            ["overlays/two/kustomization.yaml"] = "resources: [../../base/a.yaml]\nnamePrefix: two-\n",
        };
        foreach (var stage in new[] { "one", "two" })
        {
            files[$"clusters/{stage}/flux-system/gotk-sync.yaml"] = Trees.Kustomization("flux-system", "flux-system", $"path: ./clusters/{stage}");
            files[$"clusters/{stage}/apps.yaml"] = Trees.Kustomization("apps", "flux-system", $"path: ./overlays/{stage}");
        }

        var tree = TreeReader.Read(new TextFileTree(files), new());

        tree.Clusters.Select(cluster => cluster.Root.Folder).Should().Equal("clusters/one", "clusters/two");
        tree.Clusters.Select(cluster => string.Join(" ", cluster.Objects.Where(item => item.Kind == "ConfigMap"))).Should().Equal("ConfigMap x/one-a", "ConfigMap x/two-a");
        TreeValidation.Check(tree, new()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("fluxcd.controlplane.io/v1", "FluxInstance", "sync:\n  path: clusters/home")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "values:\n  instance:\n    sync:\n      path: ./clusters/home")]
    public void Roots_are_found_by_what_the_operator_is_told(string apiVersion, string kind, string spec)
    {
        var tree = TreeReader.Read(new TextFileTree(new Dictionary<string, string>
        {
            ["apps/flux.yaml"] = Trees.Object(apiVersion, kind, "flux", "flux-system", spec),
            ["clusters/home/ks.yaml"] = Trees.Kustomization("apps", "flux-system", "path: ./apps"),
            ["clusters/other/ks.yaml"] = Trees.Kustomization("apps", "flux-system", "path: ./apps"),
        }), new());

        tree.Clusters.Select(cluster => cluster.Root.Folder).Should().Equal("clusters/home");
    }

    [Fact]
    public void Without_a_sign_the_root_is_the_folder_that_no_other_Kustomization_leads_to()
    {
        var tree = TreeReader.Read(new TextFileTree(new Dictionary<string, string>
        {
            ["k8s/flux/ks.yaml"] = Trees.Kustomization("apps", "flux-system", "path: ./k8s/apps"),
            ["k8s/apps/media/ks.yaml"] = Trees.Kustomization("sonarr", "media", "path: ./k8s/apps/media/app"),
            ["k8s/apps/media/app/a.yaml"] = Trees.ConfigMap("a", "media"),
            ["k8s/components/db/kustomization.yaml"] = Trees.Component("resources: [ks.yaml]\n"),
            ["k8s/components/db/ks.yaml"] = Trees.Kustomization("${APP}-db", "media", "path: ./k8s/components/db/inner"),
        }), new());

        tree.Clusters.Select(cluster => cluster.Root.Folder).Should().Equal("k8s/flux");
    }

    [Fact]
    public void An_artifact_of_this_repository_is_followed_to_the_folder_that_it_copies()
    {
        var cluster = Trees.Cluster(
            ("flux/artifacts.yaml", Trees.Object("source.extensions.fluxcd.io/v1beta1", "ArtifactGenerator", "g", "flux-system",
                "sources:\n  - alias: repo\n    kind: GitRepository\n    name: flux-system\nartifacts:\n  - name: apps\n    copy:\n      - from: \"@repo/apps/base/**\"\n        to: \"@artifact/base/\"\n      - from: \"@repo/apps/prod/**\"\n        to: \"@artifact/prod/\"")),
            ("flux/cluster.yaml", Trees.Kustomization("apps", "flux-system", "path: ./prod").Replace("kind: GitRepository\n    name: flux-system", "kind: ExternalArtifact\n    name: apps")),
            ("apps/prod/a.yaml", Trees.ConfigMap("a", "x")));

        cluster.Kustomizations.Single(app => app.Id.Name == "apps").Folder.Should().Be("apps/prod");
    }

    [Fact]
    public void Kustomizations_that_make_each_other_without_end_end()
    {
        var cluster = Trees.Cluster(("apps/ks.yaml", Trees.Kustomization("again", "flux-system", "path: ./apps")), ("apps/two.yaml", Trees.Kustomization("more", "flux-system", "path: ./apps")));

        cluster.Kustomizations.Count.Should().BeLessThan(50);
    }

    [Fact]
    public void Places_in_a_patch_s_text_are_those_of_the_file()
    {
        var finding = Trees.Check(RuleIds.UndefinedVariable,
            ("apps/ks.yaml", Trees.Kustomization("a", "media", "path: ./app\npostBuild:\n  substitute:\n    X: x\npatches:\n  - target:\n      kind: ConfigMap\n    patch: |\n      - op: add\n        path: /data/new\n        value: a ${MISSING} b")),
            ("app/a.yaml", Trees.ConfigMap("a", "media", "x: ${X}"))).Single();

        finding.Place.Should().Be(new FindingPlace("apps/ks.yaml", 22, 20));
    }
}
