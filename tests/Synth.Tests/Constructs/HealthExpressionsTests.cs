using System.Text.RegularExpressions;
using GitOps.Models.FluxCD;

namespace GitOps.Tests;

/// <summary>What expressions of health say of objects as their operators leave them.</summary>
public sealed partial class HealthExpressionsTests
{
    private static readonly HealthCheckExpr[] All =
    [
        HealthExpressions.Cluster, HealthExpressions.Database, HealthExpressions.DatabaseRole, HealthExpressions.ReplicationSource, HealthExpressions.ReplicationDestination, HealthExpressions.Dragonfly,
        HealthExpressions.Issuer, HealthExpressions.ClusterIssuer, HealthExpressions.SecretStore, HealthExpressions.ClusterSecretStore,
    ];

    [Theory]
    [InlineData("Cluster", "status: {conditions: [{type: Ready, status: 'True'}]}", "current")]
    [InlineData("Cluster", "status: {conditions: [{type: Ready, status: 'False'}]}", "")]
    [InlineData("Cluster", "status: {phase: Setting up}", "")]
    [InlineData("Database", "status: {applied: true}", "current")]
    [InlineData("Database", "status: {applied: false, message: no cluster}", "")]
    [InlineData("DatabaseRole", "status: {}", "")]
    [InlineData("DatabaseRole", "status: {applied: true}", "current")]
    [InlineData("ReplicationSource", "status: {}", "current")]
    [InlineData("ReplicationSource", "status: {latestMoverStatus: {}}", "current")]
    [InlineData("ReplicationSource", "status: {latestMoverStatus: {result: Successful}}", "current")]
    [InlineData("ReplicationSource", "status: {latestMoverStatus: {result: Failed}}", "failed")]
    [InlineData("ReplicationDestination", "{spec: {trigger: {manual: once}}, status: {}}", "")]
    [InlineData("ReplicationDestination", "{spec: {trigger: {manual: once}}, status: {lastManualSync: once}}", "current")]
    [InlineData("ReplicationDestination", "{spec: {trigger: {manual: twice}}, status: {lastManualSync: once}}", "")]
    [InlineData("ReplicationDestination", "{spec: {trigger: {schedule: '0 0 * * *'}}, status: {lastSyncTime: '2026-01-01T00:00:00Z'}}", "current")]
    [InlineData("ReplicationDestination", "{spec: {}, status: {}}", "")]
    [InlineData("Dragonfly", "status: {phase: Ready}", "current")]
    [InlineData("Dragonfly", "status: {phase: ready}", "current")]
    [InlineData("Dragonfly", "status: {phase: ready-old}", "current")]
    [InlineData("Dragonfly", "status: {phase: resources-created}", "")]
    [InlineData("Dragonfly", "status: {}", "")]
    [InlineData("ClusterIssuer", "status: {conditions: [{type: Ready, status: 'True', reason: ACMEAccountRegistered}]}", "current")]
    [InlineData("ClusterIssuer", "status: {conditions: [{type: Ready, status: 'False', reason: ErrRegisterACMEAccount}]}", "failed")]
    [InlineData("Issuer", "status: {conditions: [{type: Ready, status: 'False', reason: Pending}]}", "")]
    [InlineData("ClusterSecretStore", "status: {conditions: [{type: Ready, status: 'True'}]}", "current")]
    [InlineData("SecretStore", "status: {conditions: [{type: Ready, status: 'False'}]}", "")]
    public void Says_how_an_object_is(string kind, string text, string expected)
    {
        var value = YamlData.Of(YamlFile.Read(text).Documents[0].Root);
        var check = All.Single(one => one.Kind == kind);

        (Holds(check.Failed, value) ? "failed" : Holds(check.Current, value) ? "current" : "").Should().Be(expected);
    }

    [Fact]
    public void The_rule_over_expressions_takes_them() =>
        ConstructClusters.Findings(ConstructClusters.App<Checks>("checks")).Should().BeEmpty();

    [SharedFact]
    public void Each_path_is_a_field_of_the_CRD()
    {
        var crds = Directory.EnumerateFiles(SharedData.Data("crds"), "*.yaml", SearchOption.AllDirectories).SelectMany(static file => YamlFile.Read(File.ReadAllText(file)).Documents)
            .Select(static document => YamlData.Of(document.Root)).Where(static crd => crd.TextOf("kind") == "CustomResourceDefinition").ToList();
        foreach (var check in All)
        {
            var crd = crds.Single(one => one["spec"]!["names"]!.TextOf("kind") == check.Kind && check.ApiVersion!.StartsWith(one["spec"]!.TextOf("group") + "/", StringComparison.Ordinal));
            var schema = crd["spec"]!["versions"]!.Items.Single(version => version.TextOf("name") == check.ApiVersion!.Split('/')[1])["schema"]!["openAPIV3Schema"]!;
            foreach (Match path in Paths().Matches(string.Join(' ', check.Current, check.Failed, check.InProgress)))
                Has(schema, path.Value.Split('.')).Should().BeTrue($"{path.Value} of {check.Kind}");
        }
    }

    private static bool Has(DataValue schema, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            // A method of the value.
            if (name is "exists" or "lowerAscii")
                return true;
            if (schema["properties"]?[name] is not { } next)
                return false;
            schema = next;
        }

        return true;
    }

    private static bool Holds(string? expression, DataValue value)
    {
        if (expression is null)
            return false;
        var variables = CelVariables.None;
        foreach (var name in new[] { "spec", "status" })
            if (value[name] is { } part)
                variables = variables.With(name, CelData.Of(part, null));
        return CelEvaluator.Evaluate(CelExpression.Parse(expression).Expression!, variables).Value is CelBool { Value: true };
    }

    [GeneratedRegex(@"\b(?:spec|status)(?:\.[A-Za-z]+)+")]
    private static partial Regex Paths();

    private sealed class Checks : FluxApp
    {
        public override bool? Wait => true;

        public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => All;

        public override ManifestList Manifests => [new Models.Kubernetes.ConfigMap()];
    }
}
