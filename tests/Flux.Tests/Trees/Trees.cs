namespace GitOps.Tests;

/// <summary>Small trees of YAML for tests.</summary>
internal static class Trees
{
    /// <summary>A cluster whose root builds <c>apps</c>, and the files of the test.</summary>
    public static TextFileTree Of(params (string Path, string Text)[] files)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["flux/cluster.yaml"] = Kustomization("cluster", "flux-system", "path: ./apps"),
            ["empty/kustomization.yaml"] = "metadata: {name: empty}\n",
        };
        foreach (var (path, text) in files)
            all[path] = text;
        return new(all);
    }

    public static ReadTree Read(params (string Path, string Text)[] files) => TreeReader.Read(Of(files), new() { Roots = ["flux"] });

    public static ReadCluster Cluster(params (string Path, string Text)[] files) => Read(files).Clusters.Single();

    public static IReadOnlyList<Finding> Check(params (string Path, string Text)[] files) => TreeValidation.Check(Of(files), new() { Roots = ["flux"] });

    /// <summary>The findings of one id as <c>file(line,column): message</c>.</summary>
    public static IReadOnlyList<Finding> Check(string id, params (string Path, string Text)[] files) => [.. Check(files).Where(finding => finding.Id == id)];

    public static string Kustomization(string name, string? @namespace, string spec) =>
        $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: {name}\n{(@namespace is null ? "" : $"  namespace: {@namespace}\n")}spec:\n  interval: 1h\n  prune: true\n  sourceRef:\n    kind: GitRepository\n    name: flux-system\n  {Indent(spec, 2)}\n";

    public static string ConfigMap(string name, string? @namespace = null, string data = "key: value") =>
        $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\n{(@namespace is null ? "" : $"  namespace: {@namespace}\n")}data:\n  {Indent(data, 2)}\n";

    public static string Object(string apiVersion, string kind, string name, string? @namespace = null, string spec = "{}") =>
        $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  name: {name}\n{(@namespace is null ? "" : $"  namespace: {@namespace}\n")}spec: {(spec[0] == '{' ? spec : "\n  " + Indent(spec, 2))}\n";

    public static string Release(string name, string @namespace, string spec) => Object("helm.toolkit.fluxcd.io/v2", "HelmRelease", name, @namespace, spec);

    public static string Component(string rest) => $"apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n{rest}";

    private static string Indent(string text, int columns) => text.TrimEnd('\n').Replace("\n", "\n" + new string(' ', columns));
}
