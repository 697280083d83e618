namespace GitOps.Tests;

public sealed class ModelNameTests
{
    private static readonly Type[] Public = typeof(FluxApp).Assembly.GetExportedTypes();

    /// <summary>All these namespaces are global usings of whoever installs the package: a name that two of them have could not be written.</summary>
    [Fact]
    public void No_two_public_types_of_the_SDK_share_a_name() =>
        Public.Where(static type => !type.IsNested).GroupBy(static type => type.Name, StringComparer.OrdinalIgnoreCase).Where(static same => same.Count() > 1)
            .Select(static same => string.Join(", ", same.Select(static type => type.FullName))).Should().BeEmpty();

    [Fact]
    public void Core_and_the_five_projects_have_at_most_900_model_types()
    {
        string[] counted = ["Kubernetes", "FluxCD", "CloudNativePG", "EnvoyGateway", "VolSync", "GatewayApi", "Kustomize"];

        Public.Count(type => type.Namespace is { } space && counted.Any(name => space == $"GitOps.Models.{name}")).Should().BeInRange(700, 900);
    }

    [Fact]
    public void No_model_hides_a_type_that_everyday_code_uses() =>
        Public.Where(static type => type.Namespace?.StartsWith("GitOps.Models", StringComparison.Ordinal) == true)
            .Select(static type => type.Name).Intersect(["Path", "File", "Task", "Action", "Type", "Version", "Environment", "Timeout", "Console", "String", "Range", "Index", "List", "Timer", "Directory", "Uri", "Lazy", "Random", "Convert", "Math", "Exception", "Attribute", "Enum", "Func", "Guid", "Lock", "Thread", "Monitor", "Stream", "Buffer", "Array", "Object"])
            .Should().BeEmpty();
}
