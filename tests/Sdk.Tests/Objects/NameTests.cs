using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>The name of an object as a text, for charts that want no more.</summary>
public sealed class NameTests
{
    [Fact]
    public void It_is_the_name_that_the_object_was_given()
    {
        new Secret("login").AsName().Should().Be("login");
        new Secret { Metadata = new() { Name = "login" } }.AsName().Should().Be("login");
        ((ObjectRef<Secret>)new Secret("login")).AsName().Should().Be("login");
    }

    [Fact]
    public void Of_an_ExternalSecret_it_is_that_of_the_Secret_it_makes()
    {
        new ExternalSecret("outer") { Spec = new() { Target = new() { Name = "made" } } }.AsName().Should().Be("made");
        new ExternalSecret("outer") { Spec = new() }.AsName().Should().Be("outer");
    }

    [Fact]
    public void An_object_that_is_called_like_its_app_must_be_in_one() =>
        FluentActions.Invoking(static () => new Secret().AsName()).Should().Throw<ReferenceException>().WithMessage("*Secret whose name is not known*");
}
