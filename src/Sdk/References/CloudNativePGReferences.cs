using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps.Models.CloudNativePG;

public sealed partial class BackupCluster
{
    /// <summary>The name of this object, which lives in the same namespace; for an ExternalSecret the name of the Secret that it makes.</summary>
    public static implicit operator BackupCluster(KubernetesObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return To((ObjectRef<KubernetesObject>)target);
    }

    /// <summary>The name of this object, which lives in the same namespace.</summary>
    public static implicit operator BackupCluster(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return To(target);
    }

    private static BackupCluster To(ObjectRef target) =>
        new() { Name = "", Deferred = target.LateLocal(static found => new BackupCluster { Name = found.SecretName }) };
}

public sealed partial class EndpointCA
{
    /// <summary>An entry of a Secret: <c>AccessKeyId = Keys.Key("access-key-id")</c>.</summary>
    public static implicit operator EndpointCA(SecretKeySelector entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new() { Name = "", Key = "", Deferred = context => Of(entry.Deferred?.Invoke(context) as SecretKeySelector ?? entry) };
    }

    private static EndpointCA Of(SecretKeySelector entry) => new() { Name = entry.Name ?? "", Key = entry.Key };
}
