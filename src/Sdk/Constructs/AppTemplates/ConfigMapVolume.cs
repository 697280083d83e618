using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>The entries of a ConfigMap as files.</summary>
public sealed class ConfigMapVolume : AppVolume
{
    private readonly Values? name;

    /// <summary>A ConfigMap by reference.</summary>
    /// <param name="source">The ConfigMap; it lies in the app's namespace.</param>
    public ConfigMapVolume(ObjectRef<ConfigMap> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        name = GitOps.Values.NameOf(source);
    }

    /// <summary>A ConfigMap that kustomize generates for this app.</summary>
    /// <param name="source">The generator. One without a name makes a ConfigMap that is called like the app.</param>
    public ConfigMapVolume(ConfigMapGenerator source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.NameSuffixHash)
            throw new ArgumentException("Kustomize does not put the hash into Helm values, so the ConfigMap would not be found; generate it without.", nameof(source));
        name = source.Name is { } given ? (Values)given : null;
    }

    /// <summary>A ConfigMap that is known by name only.</summary>
    /// <param name="name">Its name.</param>
    public ConfigMapVolume(string name) => this.name = name;

    /// <summary>The files' mode, in octal: <c>Octal("0440")</c>. Default: 0644, Kubernetes' own.</summary>
    public int? DefaultMode { get; init; }

    private protected override Values Source(Construct whose) => new Values { ["type"] = "configMap" }.Set("name", name ?? whose.AppName).Set("defaultMode", DefaultMode is { } mode ? (Values)mode : null);
}
