using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>The entries of a Secret as files.</summary>
public sealed class SecretVolume : AppVolume
{
    private readonly Values name;

    /// <summary>A Secret by reference.</summary>
    /// <param name="source">The Secret; it lies in the app's namespace.</param>
    public SecretVolume(ObjectRef<Secret> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        name = GitOps.Values.NameOf(source);
    }

    /// <summary>The Secret that an ExternalSecret makes.</summary>
    /// <param name="source">The ExternalSecret.</param>
    public SecretVolume(ObjectRef<ExternalSecret> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        name = GitOps.Values.NameOf(source);
    }

    /// <summary>A Secret that is known by name only.</summary>
    /// <param name="name">Its name.</param>
    public SecretVolume(string name) => this.name = name;

    /// <summary>The files' mode, in octal: <c>Octal("0440")</c>. Default: 0644, Kubernetes' own.</summary>
    public int? DefaultMode { get; init; }

    private protected override Values Source(Construct whose) => new Values { ["type"] = "secret", ["name"] = name }.Set("defaultMode", DefaultMode is { } mode ? (Values)mode : null);
}
