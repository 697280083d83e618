using GitOps.Tests;

namespace HomeOps.Tests;

/// <summary>The schema of app-template's values: the example keeps a form of its own, and yours is the chart's.</summary>
public sealed class ChartSchemaTests
{
    [SharedFact]
    public void The_charts_own_schema_takes_its_place()
    {
        using var copy = new ExampleCopy("HomeOps");
        var charts = Directory.GetDirectories(SharedData.Data("charts"), "app-template-*").Single();
        copy.Write("HomeOps.csproj", copy.Read("HomeOps.csproj").Replace("charts/app-template/values.schema.json", $"{charts}/other/app-template/values.schema.json", StringComparison.Ordinal)
            .Replace("Chart=\"app-template\" />", $"Chart=\"app-template\" />\n<GitOpsValuesSchema Include=\"{charts}/library/common/values.schema.json;{charts}/library/common/schemas/*.json\" />", StringComparison.Ordinal));

        copy.Build();

        copy.Run("check").Should().Contain("up to date").And.NotContain("warning");
    }

    /// <summary>Free-form values beside the typed ones are judged as well, by synth: what the compiler cannot see is seen before Helm.</summary>
    [Fact]
    public void A_key_that_the_chart_does_not_know_stops_synth()
    {
        using var copy = new ExampleCopy("HomeOps");
        copy.Write("Apps/Media/Sonarr.cs", copy.Read("Apps/Media/Sonarr.cs").Replace("            Port = 8989,\n", "            Port = 8989,\n            Values = new() { [\"defaultPodOptions\"] = new() { [\"dnsConfg\"] = new() } },\n", StringComparison.Ordinal));

        copy.Build();

        copy.Fail("check").Should().Contain("Apps/Media/Sonarr.cs(11): error GOPS5020: AppTemplateValues defaultPodOptions has no field 'dnsConfg'; did you mean 'dnsConfig'?")
            .And.Contain("at spec.values.defaultPodOptions.dnsConfg");
    }
}
