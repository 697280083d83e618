using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>The name of an object in Helm values, for charts that want no more.</summary>
public sealed class NameTests
{
    [Fact]
    public void It_is_the_name_that_the_object_was_given()
    {
        Written(new Secret("login").AsName()).Should().Be("name: login\n");
        Written(new Secret { Metadata = new() { Name = "login" } }.AsName()).Should().Be("name: login\n");
        Written(((ObjectRef<Secret>)new Secret("login")).AsName()).Should().Be("name: login\n");
    }

    [Fact]
    public void Of_an_ExternalSecret_it_is_that_of_the_Secret_it_makes()
    {
        Written(new ExternalSecret("outer") { Spec = new() { Target = new() { Name = "made" } } }.AsName()).Should().Be("name: made\n");
        Written(new ExternalSecret("outer") { Spec = new() }.AsName()).Should().Be("name: outer\n");
    }

    [Fact]
    public void An_object_that_is_called_like_its_app_must_be_in_one() =>
        FluentActions.Invoking(static () => Written(new Secret().AsName())).Should().Throw<ReferenceException>().WithMessage("*Secret whose name is not known*");

    private static string Written(Values name) => WrittenYaml.Of(writer => writer.Fields(new Values { ["name"] = name }));
}
