using System.Text;

namespace GitOps;

/// <summary>Writes a definition in the style of the tree, for one that is no document of its own text: JSON, an item of a list, what a cluster gave.</summary>
internal static class CrdText
{
    /// <param name="fromCluster">Leave out what is the cluster's own: status, what the server adds to metadata, who deployed it, the webhook's certificate.</param>
    public static string Write(YamlMapping crd, bool fromCluster)
    {
        using var yaml = new YamlWriter();
        yaml.StartMapping();
        foreach (var entry in crd.Entries)
        {
            if (fromCluster && entry.Name == "status")
                continue;
            yaml.Key(entry.Name);
            if (fromCluster && entry is { Name: "metadata", Value: YamlMapping metadata })
                Metadata(yaml, metadata);
            else
                Node(yaml, entry.Value, fromCluster && entry.Name == "spec" ? "spec" : null);
        }
        yaml.EndMapping();
        return Encoding.UTF8.GetString(yaml.WrittenSpan);
    }

    private static void Metadata(YamlWriter yaml, YamlMapping metadata)
    {
        yaml.StartMapping();
        foreach (var entry in metadata.Entries)
        {
            if (entry is { Name: "annotations" or "labels", Value: YamlMapping marks })
            {
                var kept = marks.Entries.Where(static mark => !IsDeployment(mark.Name)).ToList();
                if (kept.Count == 0)
                    continue;
                yaml.Key(entry.Name);
                yaml.StartMapping();
                foreach (var mark in kept)
                {
                    yaml.Key(mark.Name);
                    Node(yaml, mark.Value, null);
                }
                yaml.EndMapping();
            }
            else if (entry.Name == "name")
            {
                yaml.Key(entry.Name);
                Node(yaml, entry.Value, null);
            }
        }
        yaml.EndMapping();
    }

    // Marks of whoever deployed the definition to that cluster.
    private static bool IsDeployment(string mark) =>
        mark == "kubectl.kubernetes.io/last-applied-configuration"
        || mark == "app.kubernetes.io/managed-by"
        || mark.StartsWith("meta.helm.sh/", StringComparison.Ordinal)
        || mark.StartsWith("helm.toolkit.fluxcd.io/", StringComparison.Ordinal)
        || mark.StartsWith("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal)
        || mark.StartsWith("objectset.rio.cattle.io/", StringComparison.Ordinal)
        || mark.StartsWith("argocd.argoproj.io/", StringComparison.Ordinal);

    /// <param name="path">Where this is, as far as something below it is left out; else <see langword="null"/>.</param>
    private static void Node(YamlWriter yaml, YamlNode node, string? path)
    {
        switch (node)
        {
            case YamlMapping mapping:
                yaml.StartMapping();
                foreach (var entry in mapping.Entries)
                {
                    var below = path is null ? null : $"{path}.{entry.Name}";
                    // A controller writes the certificate of this one cluster there, and renews it.
                    if (below == "spec.conversion.webhook.clientConfig.caBundle")
                        continue;
                    yaml.Key(entry.Name);
                    Node(yaml, entry.Value, below is not null && "spec.conversion.webhook.clientConfig".StartsWith(below, StringComparison.Ordinal) ? below : null);
                }
                yaml.EndMapping();
                break;
            case YamlSequence sequence:
                yaml.StartSequence();
                foreach (var item in sequence.Items)
                    Node(yaml, item, null);
                yaml.EndSequence();
                break;
            case YamlScalar { Core: var value }:
                if (value.Kind == YamlValueKind.String)
                    yaml.String(value.Text);
                else
                    yaml.Raw(Encoding.UTF8.GetBytes(value.Text));
                break;
        }
    }
}
