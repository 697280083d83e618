namespace GitOps.Tests;

/// <summary>The classes of real charts' values.</summary>
public sealed class ChartSchemaTests
{
    [SharedTheory]
    [InlineData("app-template")]
    [InlineData("cert-manager")]
    [InlineData("external-secrets")]
    public void A_real_chart_compiles_without_a_warning(string chart)
    {
        var run = Charts.Start(chart);
        run.Reported.Should().BeEmpty();
        run.Files.Should().HaveCountGreaterThan(20);
    }
}
