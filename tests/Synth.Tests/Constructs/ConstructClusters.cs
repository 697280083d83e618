using System.Text;

namespace GitOps.Tests;

/// <summary>Renders apps in memory, for tests of constructs.</summary>
internal static class ConstructClusters
{
    public static AppRegistration App<TApp>(string name, params DependencyRegistration[] dependsOn)
        where TApp : FluxApp, new() => SampleCluster.App<TApp, Streams>(name, "media", dependsOn: dependsOn);

    public static AppRegistration Shared<TApp>(string name, params DependencyRegistration[] dependsOn)
        where TApp : FluxApp, new() => SampleCluster.App<TApp, Shares>(name, "database", dependsOn: dependsOn);

    /// <summary>The files of a tree that has no error.</summary>
    public static SortedDictionary<string, string> Files(params AppRegistration[] apps) => Files(new SampleCluster(apps));

    public static SortedDictionary<string, string> Files(SampleCluster cluster)
    {
        var result = cluster.Render().Result;
        result.Findings.Where(static finding => finding.Severity == FindingSeverity.Error).Should().BeEmpty();
        return new(result.Plan!.Files.ToDictionary(static file => file.Path, static file => Encoding.UTF8.GetString(file.Content.Span)), StringComparer.Ordinal);
    }

    public static IReadOnlyList<Finding> Findings(params AppRegistration[] apps) => new SampleCluster(apps).Render().Result.Findings;

    /// <summary>The files of one app without what names the class that they come from.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Bytes(IReadOnlyDictionary<string, string> files, string app) =>
        files.Where(file => file.Key.Contains($"/{app}/", StringComparison.Ordinal))
            .Select(static file => KeyValuePair.Create(file.Key, string.Join('\n', file.Value.Split('\n').Where(static line => !line.StartsWith("# from ", StringComparison.Ordinal)))));

    public sealed class Streams : FluxNamespace;

    public sealed class Shares : FluxNamespace;
}
