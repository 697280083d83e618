namespace GitOps.Tests;

/// <summary>What the generator makes of the SDK's own facts.</summary>
public sealed class SdkModelsTests
{
    private static readonly System.Reflection.Assembly Sdk = typeof(KubernetesObject).Assembly;

    private static IEnumerable<Type> Models => Sdk.GetExportedTypes().Where(type => type.Namespace!.StartsWith("GitOps.Models.", StringComparison.Ordinal));

    [Fact]
    public void Types_are_made_per_concept_and_not_per_path() =>
        Models.Count(type => type.Namespace is "GitOps.Models.FluxCD" or "GitOps.Models.CloudNativePG" or "GitOps.Models.EnvoyGateway" or "GitOps.Models.VolSync"
            or "GitOps.Models.GatewayApi" or "GitOps.Models.Kubernetes").Should().BeInRange(500, 900);

    [Fact]
    public void The_assembly_stays_small() => new FileInfo(Sdk.Location).Length.Should().BeLessThan(4 * 1024 * 1024);

    [Fact]
    public void No_two_public_types_share_a_name_so_all_namespaces_may_be_used_at_once() =>
        Sdk.GetExportedTypes().Where(type => !type.IsNested).GroupBy(type => type.Name).Where(same => same.Count() > 1).Select(same => same.Key).Should().BeEmpty();

    [Fact]
    public void No_model_takes_the_name_of_a_type_that_every_file_knows()
    {
        string[] everywhere = ["System", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];
        var known = new[] { typeof(object), typeof(Enumerable), typeof(HttpClient), typeof(Queue<>), typeof(HashSet<>) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => everywhere.Contains(type.Namespace)).Select(type => type.Name.Split('`')[0]).ToHashSet();
        Models.Select(type => type.Name).Where(known.Contains).Should().BeEmpty();
    }

    [Fact]
    public void All_namespaces_of_models_but_kustomizes_own_are_in_the_global_usings()
    {
        var targets = File.ReadAllText(System.IO.Path.Combine(SharedData.RepositoryRoot, "src", "Sdk", "build", "GitOps.Sdk.targets"));
        var spaces = Models.Select(type => type.Namespace!).Distinct().Where(space => space != "GitOps.Models.Kustomize").ToList();
        spaces.Should().NotBeEmpty().And.OnlyContain(space => targets.Contains(space));
    }
}
