namespace GitOps.Tests;

public sealed class FindingTests
{
    [Fact]
    public void A_finding_prints_in_the_form_that_MSBuild_and_editors_read() =>
        new Finding("GOPS2001", FindingSeverity.Error, "no variable 'X'", new FindingPlace("Apps/Media/Sonarr.cs", 14), "spec.values.route").ToString()
            .Should().Be("Apps/Media/Sonarr.cs(14): error GOPS2001: no variable 'X' at spec.values.route");
}
