namespace GitOps.Tests;

public sealed class SchemaFilesTests
{
    private static readonly string[] Counted = ["Kubernetes", "FluxCD", "CloudNativePG", "EnvoyGateway", "GatewayApi", "VolSync"];

    [Fact]
    public void Every_file_reads_without_a_fault() =>
        SchemaFiles.Models.Values.SelectMany(model => model.Faults).Should().BeEmpty();

    [Fact]
    public void Every_type_that_is_named_is_there()
    {
        var named = SchemaFiles.Shapes.Values.SelectMany(shape => shape.Fields).SelectMany(field => Types(field.Type)).Where(type => type.Name is not null).ToList();

        named.Should().HaveCountGreaterThan(1_000);
        named.Where(type => type.Kind == SchemaTypeKind.Object ? !SchemaFiles.Shapes.ContainsKey(type.Name!.Value) : !SchemaFiles.Enums.ContainsKey(type.Name!.Value))
            .Select(type => type.Name.ToString()).Distinct().Should().BeEmpty();
    }

    [Fact]
    public void No_two_types_share_a_name_in_any_namespace() =>
        SchemaFiles.Shapes.Keys.Concat(SchemaFiles.Enums.Keys).GroupBy(type => type.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => string.Join(" and ", group)).Should().BeEmpty("the namespaces are global usings of every user");

    [Fact]
    public void No_type_takes_the_name_of_an_everyday_one() =>
        SchemaFiles.Shapes.Keys.Concat(SchemaFiles.Enums.Keys).Where(type => SchemaNames.IsTaken(type.Name)).Should().BeEmpty();

    [Fact]
    public void Properties_are_legal_and_unique()
    {
        foreach (var shape in SchemaFiles.Shapes.Values)
        {
            shape.Fields.Select(field => field.CSharpName).Should().OnlyHaveUniqueItems(shape.Name.ToString());
            shape.Fields.Select(field => field.CSharpName).Should().NotContain(shape.Name.Name);
            shape.Fields.Should().OnlyContain(field => IsIdentifier(field.CSharpName), shape.Name.ToString());
        }
        SchemaFiles.Enums.Values.SelectMany(values => values.Values).Should().OnlyContain(value => IsIdentifier(value.CSharpName));
    }

    [Fact]
    public void The_four_projects_with_Gateway_API_and_core_are_at_most_900_types()
    {
        var types = SchemaFiles.Shapes.Keys.Concat(SchemaFiles.Enums.Keys).Where(type => Counted.Contains(type.Namespace.Split('.')[^1]));

        types.Count().Should().BeInRange(600, 900);
    }

    [Fact]
    public void The_kinds_that_repositories_hold_are_there()
    {
        string[] core =
        [
            "Namespace", "ConfigMap", "Secret", "Service", "ServiceAccount", "PersistentVolumeClaim", "PersistentVolume", "StorageClass", "Deployment", "StatefulSet", "DaemonSet",
            "Job", "CronJob", "Ingress", "NetworkPolicy", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding", "PodDisruptionBudget", "HorizontalPodAutoscaler",
            "PriorityClass", "CustomResourceDefinition",
        ];
        SchemaFiles.Kinds.Where(kind => kind.Name.Namespace == "GitOps.Models.Kubernetes").Select(kind => kind.Kind).Should().BeEquivalentTo(core);
        SchemaFiles.Kinds.Where(kind => kind.Name.Namespace == "GitOps.Models.Kustomize").Select(kind => (kind.Kind, kind.Name.Name, kind.Scope))
            .Should().BeEquivalentTo([("Kustomization", "KustomizationFile", SchemaScope.File), ("Component", "ComponentFile", SchemaScope.File)]);
    }

    [Fact]
    public void Every_type_leads_to_a_reference() =>
        SchemaFiles.Shapes.Values.Where(shape => shape.DocsUrl is null).Select(shape => shape.Name).Should().BeEmpty();

    [Theory]
    [InlineData("Kustomization", "FluxCD", int.MaxValue)]
    [InlineData("HelmRelease", "FluxCD", int.MaxValue)]
    [InlineData("OCIRepository", "FluxCD", int.MaxValue)]
    [InlineData("GitRepository", "FluxCD", int.MaxValue)]
    [InlineData("HelmRepository", "FluxCD", int.MaxValue)]
    [InlineData("Cluster", "CloudNativePG", 2)]
    public void Every_field_of_the_daily_kinds_has_words_of_our_own(string kind, string project, int levels)
    {
        var spec = SchemaFiles.Kinds.Single(found => found.Kind == kind && found.Name.Namespace == "GitOps.Models." + project).Body.Fields.Single(field => field.Name == "spec");
        var silent = new List<string>();
        var seen = 0;

        Walk(spec.Type, "spec", levels);

        silent.Should().BeEmpty();
        seen.Should().BeGreaterThan(10);

        void Walk(SchemaType type, string path, int below)
        {
            if (below == 0)
                return;
            // What core Kubernetes types hold is Kubernetes' to document.
            if (type.Item is { } item)
                Walk(item, path, below);
            else if (type.Name is { } name && name.Namespace != "GitOps.Models.Kubernetes" && SchemaFiles.Shapes.TryGetValue(name, out var shape))
                foreach (var field in shape.Fields)
                {
                    seen++;
                    if (string.IsNullOrWhiteSpace(field.Description))
                        silent.Add($"{path}.{field.Name}");
                    Walk(field.Type, $"{path}.{field.Name}", below - 1);
                }
        }
    }

    [Fact]
    public void No_rule_carries_a_message_of_its_source() =>
        SchemaFiles.Shapes.Values.SelectMany(shape => shape.Fields).SelectMany(field => Types(field.Type))
            .SelectMany(type => type.Constraints?.Rules ?? default).Where(rule => rule.Message is not null || rule.MessageExpression is not null).Should().BeEmpty();

    [SharedFact]
    public void No_description_is_a_sentence_of_a_CRD()
    {
        var theirs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(SharedData.Data("crds"), "*.yaml", SearchOption.AllDirectories))
        {
            var model = SchemaReader.Read(file, File.ReadAllText(file), new SchemaReadOptions());
            foreach (var text in model.Shapes.Concat(model.Kinds.Select(kind => kind.Body)).SelectMany(shape => shape.Fields.Select(field => field.Description).Append(shape.Description)))
                if (text is not null)
                    theirs.UnionWith(Sentences(text));
        }

        theirs.Should().HaveCountGreaterThan(1_000);
        SchemaFiles.Shapes.Values.SelectMany(shape => shape.Fields.Select(field => field.Description).Append(shape.Description)).OfType<string>()
            .SelectMany(Sentences).Where(theirs.Contains).Should().BeEmpty();
    }

    private static IEnumerable<string> Sentences(string text) =>
        text.ReplaceLineEndings(" ").Split(". ").Select(sentence => sentence.Trim().TrimEnd('.')).Where(sentence => sentence.Split(' ').Length > 4);

    private static IEnumerable<SchemaType> Types(SchemaType? type)
    {
        for (; type is not null; type = type.Item)
            yield return type;
    }

    private static bool IsIdentifier(string name) => (char.IsAsciiLetterUpper(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
