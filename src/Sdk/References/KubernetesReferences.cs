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

public sealed partial class RoleRef
{
    /// <summary>What this Role allows.</summary>
    public static implicit operator RoleRef(Role target) => To((ObjectRef<Role>)target);

    /// <summary>What this Role allows, of this app or another.</summary>
    public static implicit operator RoleRef(ObjectRef<Role> target) => To(target);

    /// <summary>What this ClusterRole allows.</summary>
    public static implicit operator RoleRef(ClusterRole target) => To((ObjectRef<ClusterRole>)target);

    /// <summary>What this ClusterRole allows, of this app or another.</summary>
    public static implicit operator RoleRef(ObjectRef<ClusterRole> target) => To(target);

    private static RoleRef To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new() { Kind = "", Name = "", Deferred = target.LateLocal(static found => new RoleRef { ApiGroup = found.Group, Kind = found.Kind, Name = found.Name }) };
    }
}

public sealed partial class Subject
{
    /// <summary>Whoever runs as this ServiceAccount.</summary>
    public static implicit operator Subject(ServiceAccount target) => To((ObjectRef<ServiceAccount>)target);

    /// <summary>Whoever runs as this ServiceAccount, of this app or another.</summary>
    public static implicit operator Subject(ObjectRef<ServiceAccount> target) => To(target);

    // The API server wants the namespace of a ServiceAccount said, also where it is the binding's own.
    private static Subject To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new() { Kind = "", Name = "", Deferred = target.Late(static found => new Subject { Kind = found.Kind, Name = found.Name, Namespace = found.TargetNamespace }) };
    }
}

public sealed partial class CrossVersionObjectReference
{
    /// <summary>This object, such as the Deployment that an autoscaler resizes.</summary>
    public static implicit operator CrossVersionObjectReference(KubernetesObject target) => To((ObjectRef<KubernetesObject>)target);

    /// <summary>This object, of this app or another.</summary>
    public static implicit operator CrossVersionObjectReference(ObjectRef target) => To(target);

    private static CrossVersionObjectReference To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new() { Kind = "", Name = "", Deferred = target.LateLocal(static found => new CrossVersionObjectReference { ApiVersion = found.ApiVersion, Kind = found.Kind, Name = found.Name }) };
    }
}
