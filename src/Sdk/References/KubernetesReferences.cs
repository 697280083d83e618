using GitOps.Models.ExternalSecrets;

namespace GitOps.Models.Kubernetes;

public sealed partial class LocalObjectReference
{
    /// <summary>The name of this object, which lives in the same namespace; for an ExternalSecret the name of the Secret that it makes.</summary>
    public static implicit operator LocalObjectReference(KubernetesObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return To((ObjectRef<KubernetesObject>)target);
    }

    /// <summary>The name of this object, of this app or another.</summary>
    public static implicit operator LocalObjectReference(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return To(target);
    }

    private static LocalObjectReference To(ObjectRef target) =>
        new() { Deferred = target.LateLocal(static found => new LocalObjectReference { Name = found.SecretName }) };
}

public sealed partial class TypedObjectReference
{
    /// <summary>What fills the volume, such as a ReplicationDestination of VolSync.</summary>
    public static implicit operator TypedObjectReference(KubernetesObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return To((ObjectRef<KubernetesObject>)target);
    }

    /// <summary>What fills the volume, such as a ReplicationDestination of VolSync that a component brings.</summary>
    public static implicit operator TypedObjectReference(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return To(target);
    }

    private static TypedObjectReference To(ObjectRef target) =>
        new() { Kind = "", Name = "", Deferred = target.Late(static found => new TypedObjectReference { ApiGroup = found.Group, Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }) };
}
