namespace GitOps.Models.ExternalSecrets;

public sealed partial class SecretStoreRef
{
    /// <summary>The secret comes from this SecretStore.</summary>
    public static implicit operator SecretStoreRef(SecretStore target) => ToLocal((ObjectRef<SecretStore>)target);

    /// <summary>The secret comes from this SecretStore, of this app or another.</summary>
    public static implicit operator SecretStoreRef(ObjectRef<SecretStore> target) => ToLocal(target);

    /// <summary>The secret comes from this ClusterSecretStore.</summary>
    public static implicit operator SecretStoreRef(ClusterSecretStore target) => To((ObjectRef<ClusterSecretStore>)target);

    /// <summary>The secret comes from this ClusterSecretStore, of this app or another.</summary>
    public static implicit operator SecretStoreRef(ObjectRef<ClusterSecretStore> target) => To(target);

    /// <summary>The secret comes from this Manifest.</summary>
    public static implicit operator SecretStoreRef(Manifest target) => To((ObjectRef<Manifest>)target);

    /// <summary>The secret comes from this Manifest, of this app or another.</summary>
    public static implicit operator SecretStoreRef(ObjectRef<Manifest> target) => To(target);

    private static SecretStoreRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Deferred = target.Late(static found => new SecretStoreRef { Kind = found.Kind, Name = found.Name }) };

    private static SecretStoreRef ToLocal<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Deferred = target.LateLocal(static found => new SecretStoreRef { Kind = found.Kind, Name = found.Name }) };
}

public sealed partial class PushSecretSecretStoreRef
{
    /// <summary>The secret goes to this SecretStore.</summary>
    public static implicit operator PushSecretSecretStoreRef(SecretStore target) => ToLocal((ObjectRef<SecretStore>)target);

    /// <summary>The secret goes to this SecretStore, of this app or another.</summary>
    public static implicit operator PushSecretSecretStoreRef(ObjectRef<SecretStore> target) => ToLocal(target);

    /// <summary>The secret goes to this ClusterSecretStore.</summary>
    public static implicit operator PushSecretSecretStoreRef(ClusterSecretStore target) => To((ObjectRef<ClusterSecretStore>)target);

    /// <summary>The secret goes to this ClusterSecretStore, of this app or another.</summary>
    public static implicit operator PushSecretSecretStoreRef(ObjectRef<ClusterSecretStore> target) => To(target);

    /// <summary>The secret goes to this Manifest.</summary>
    public static implicit operator PushSecretSecretStoreRef(Manifest target) => To((ObjectRef<Manifest>)target);

    /// <summary>The secret goes to this Manifest, of this app or another.</summary>
    public static implicit operator PushSecretSecretStoreRef(ObjectRef<Manifest> target) => To(target);

    private static PushSecretSecretStoreRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Deferred = target.Late(static found => new PushSecretSecretStoreRef { Kind = found.Kind, Name = found.Name }) };

    private static PushSecretSecretStoreRef ToLocal<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Deferred = target.LateLocal(static found => new PushSecretSecretStoreRef { Kind = found.Kind, Name = found.Name }) };
}
