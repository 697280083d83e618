using GitOps.SchemaFacts;

namespace GitOps.Tests;

public sealed class NamingTests
{
    [Theory]
    [InlineData("apiVersion", "ApiVersion")]
    [InlineData("clusterIP", "ClusterIP")]
    [InlineData("oci", "Oci")]
    [InlineData("$ref", "Ref")]
    [InlineData("x-forwarded-for", "XForwardedFor")]
    [InlineData("x-kubernetes-list-type", "XKubernetesListType")]
    [InlineData("2fa", "_2fa")]
    [InlineData("class", "Class")]
    [InlineData("=", "Equal")]
    [InlineData("", "Empty")]
    [InlineData("snake_case.dots", "SnakeCaseDots")]
    [InlineData("日本", "Empty")]
    public void Words_become_identifiers_by_one_rule(string text, string expected) => SchemaNames.Pascal(text).Should().Be(expected);

    [Theory]
    [InlineData("listeners", "listener")]
    [InlineData("policies", "policy")]
    [InlineData("addresses", "address")]
    [InlineData("status", "status")]
    [InlineData("class", "class")]
    [InlineData("dns", "dns")]
    [InlineData("matches", "match")]
    public void One_of_many_is_singular(string many, string one) => SchemaNames.Singular(many).Should().Be(one);

    [Fact]
    public void Identifiers_are_unique_and_none_is_reserved() =>
        SchemaNames.Unique(["a-b", "a.b", "aB", "widget"], "Widget").Should().OnlyHaveUniqueItems().And.NotContain("Widget").And.StartWith("AB");

    [Theory]
    [InlineData("v1", "v1beta1")]
    [InlineData("v2", "v1")]
    [InlineData("v1beta2", "v1beta1")]
    [InlineData("v1beta1", "v1alpha9")]
    [InlineData("v10", "v9")]
    [InlineData("v1alpha1", "foo")]
    public void Versions_are_ordered_as_Kubernetes_does(string newer, string older) => ApiVersionComparer.Instance.Compare(newer, older).Should().BePositive();

    /// <summary>Any field that comes to any object of any CRD: the names of all types that were there stay as they are.</summary>
    [SharedTheory]
    [InlineData("flux", "helmreleases.helm.toolkit.fluxcd.io.yaml")]
    [InlineData("envoy-gateway", "gateway.envoyproxy.io_securitypolicies.yaml")]
    [InlineData("volsync", "volsync.backube_replicationsources.yaml")]
    public void A_new_field_renames_no_type(string folder, string file)
    {
        var text = File.ReadAllText(SharedData.Data("crds", folder, file)).ReplaceLineEndings("\n");
        var before = Names(text);
        var lines = text.Split('\n');
        var places = Enumerable.Range(0, lines.Length).Where(i => lines[i].TrimStart() == "properties:").ToList();
        var checkedPlaces = 0;
        foreach (var place in places.Where((_, i) => i % Math.Max(1, places.Count / 5) == 0))
        {
            var indent = new string(' ', lines[place].Length - lines[place].TrimStart().Length + 2);
            var more = string.Join("\n", [.. lines[..(place + 1)], $"{indent}aaaNewField: {{type: object, properties: {{aaaInner: {{type: string}}}}}}", .. lines[(place + 1)..]]);
            // What grew is a structure of its own now; it may part from those that it was equal to. All others keep their names.
            before.Except(Names(more)).Should().BeEmpty("a field was added at line {0}", place);
            checkedPlaces++;
        }

        checkedPlaces.Should().BeGreaterThan(3);
    }

    [SharedFact]
    public void Each_CRD_names_its_types_with_its_own_kind_so_that_no_other_file_matters()
    {
        foreach (var group in Directory.GetFiles(SharedData.Data("crds"), "*.yaml", SearchOption.AllDirectories).SelectMany(file =>
            SchemaReader.Read(file, File.ReadAllText(file), new SchemaReadOptions()) is var model ? model.Shapes.Select(shape => shape.Name).Concat(model.Enums.Select(e => e.Name)).Concat(model.Kinds.Select(kind => kind.Name)) : []).GroupBy(name => name))
            group.Should().ContainSingle();
    }

    /// <summary>A project's CRDs without one of them: what is left is called what it was called.</summary>
    [SharedTheory]
    [InlineData("FluxCD")]
    [InlineData("CloudNativePG")]
    [InlineData("EnvoyGateway")]
    [InlineData("VolSync")]
    public void A_CRD_that_goes_renames_no_other_type(string name)
    {
        var project = Project.All.Single(project => project.Name == name);
        var files = FactsRun.Files(project, SharedData.Data("crds"));
        var all = Names(project, files);
        foreach (var gone in files)
        {
            var left = Names(project, files.Where(file => file != gone));
            left.Should().NotBeEmpty();
            left.Except(all).Should().BeEmpty("only {0} is gone", Path.GetFileName(gone));
        }
    }

    private static HashSet<string> Names(Project project, IEnumerable<string> files)
    {
        var committed = NameList.Read(File.ReadAllText(Path.Combine(SchemaFiles.Folder, "names.yaml")));
        var lent = new Dictionary<string, SchemaTypeName>(StringComparer.Ordinal);
        foreach (var lender in Project.All.Where(other => other.Lends))
            Name(lender, FactsRun.Files(lender, SharedData.Data("crds")), committed, lent);
        var model = Name(project, files, committed, lent);
        return [.. model.Shapes.Select(shape => $"{shape.Id} {shape.Name.Name}"), .. model.Enums.Select(values => $"{values.Id} {values.Name.Name}")];
    }

    private static SchemaModel Name(Project project, IEnumerable<string> files, NameList committed, Dictionary<string, SchemaTypeName> lent)
    {
        var naming = new FactNames(project, FactsRun.Read(project, files, KnownShapes.Core), new HashSet<string>(StringComparer.OrdinalIgnoreCase), committed, lent);
        naming.NameKinds();
        return naming.Build();
    }

    [Fact]
    public void The_committed_names_are_those_of_the_schemas()
    {
        var root = YamlFile.Read(File.ReadAllText(Path.Combine(SchemaFiles.Folder, "names.yaml"))).Documents.Single().Mapping!;
        var listed = root.Entries.SelectMany(entry => ((YamlMapping)entry.Value).Entries.Select(name => $"{entry.Name}.{name.Name}")).ToList();
        var kinds = SchemaFiles.Kinds.Select(kind => kind.Name).ToHashSet();
        var types = SchemaFiles.Shapes.Keys.Concat(SchemaFiles.Enums.Keys)
            .Where(type => !kinds.Contains(type) && type.Namespace is not ("GitOps.Models.Kubernetes" or "GitOps.Models.Kustomize")).Select(type => type.ToString());

        types.Should().BeEquivalentTo(listed);
    }

    private static HashSet<SchemaTypeName> Names(string text)
    {
        var model = SchemaReader.Read("crd.yaml", text, new SchemaReadOptions());
        model.Faults.Should().BeEmpty();
        return [.. model.Shapes.Select(shape => shape.Name), .. model.Enums.Select(values => values.Name), .. model.Kinds.Select(kind => kind.Name)];
    }
}
