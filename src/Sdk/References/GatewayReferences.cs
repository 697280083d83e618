using GitOps.Models.CertManager;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;
using GitOps.Models.SealedSecrets;

namespace GitOps.Models.GatewayApi;

public sealed partial class ParentRef
{
    /// <summary>The route is attached to this Gateway.</summary>
    public static implicit operator ParentRef(Gateway target) => To((ObjectRef<Gateway>)target);

    /// <summary>The route is attached to this Gateway, of this app or another.</summary>
    public static implicit operator ParentRef(ObjectRef<Gateway> target) => To(target);

    private static ParentRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Name = "", Deferred = target.Late(static found => new ParentRef { Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class BackendTLSPolicyTargetRef
{
    /// <summary>The policy applies to this HTTPRoute.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(HTTPRoute target) => To((ObjectRef<HTTPRoute>)target);

    /// <summary>The policy applies to this HTTPRoute, of this app or another.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(ObjectRef<HTTPRoute> target) => To(target);

    /// <summary>The policy applies to this GRPCRoute.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(GRPCRoute target) => To((ObjectRef<GRPCRoute>)target);

    /// <summary>The policy applies to this GRPCRoute, of this app or another.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(ObjectRef<GRPCRoute> target) => To(target);

    /// <summary>The policy applies to this TLSRoute.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(TLSRoute target) => To((ObjectRef<TLSRoute>)target);

    /// <summary>The policy applies to this TLSRoute, of this app or another.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(ObjectRef<TLSRoute> target) => To(target);

    /// <summary>The policy applies to this TCPRoute.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(TCPRoute target) => To((ObjectRef<TCPRoute>)target);

    /// <summary>The policy applies to this TCPRoute, of this app or another.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(ObjectRef<TCPRoute> target) => To(target);

    /// <summary>The policy applies to this UDPRoute.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(UDPRoute target) => To((ObjectRef<UDPRoute>)target);

    /// <summary>The policy applies to this UDPRoute, of this app or another.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(ObjectRef<UDPRoute> target) => To(target);

    /// <summary>The policy applies to this Gateway.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(Gateway target) => To((ObjectRef<Gateway>)target);

    /// <summary>The policy applies to this Gateway, of this app or another.</summary>
    public static implicit operator BackendTLSPolicyTargetRef(ObjectRef<Gateway> target) => To(target);

    private static BackendTLSPolicyTargetRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Group = "", Kind = "", Name = "", Deferred = target.LateLocal(static found => new BackendTLSPolicyTargetRef { Group = found.Group, Kind = found.Kind, Name = found.Name }) };
}

public sealed partial class ClientCertificateRef
{
    /// <summary>This Secret, with a key and its certificate.</summary>
    public static implicit operator ClientCertificateRef(Secret target) => To((ObjectRef<Secret>)target);

    /// <summary>This Secret, of this app or another.</summary>
    public static implicit operator ClientCertificateRef(ObjectRef<Secret> target) => To(target);

    /// <summary>The Secret that cert-manager keeps for this Certificate.</summary>
    public static implicit operator ClientCertificateRef(Certificate target) => To((ObjectRef<Certificate>)target);

    /// <summary>The Secret of this Certificate, of this app or another.</summary>
    public static implicit operator ClientCertificateRef(ObjectRef<Certificate> target) => To(target);

    /// <summary>The Secret that this makes.</summary>
    public static implicit operator ClientCertificateRef(ExternalSecret target) => To((ObjectRef<ExternalSecret>)target);

    /// <summary>The Secret that this makes, of this app or another.</summary>
    public static implicit operator ClientCertificateRef(ObjectRef<ExternalSecret> target) => To(target);

    /// <summary>The Secret that this makes.</summary>
    public static implicit operator ClientCertificateRef(SealedSecret target) => To((ObjectRef<SealedSecret>)target);

    /// <summary>The Secret that this makes, of this app or another.</summary>
    public static implicit operator ClientCertificateRef(ObjectRef<SealedSecret> target) => To(target);

    private static ClientCertificateRef To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new() { Name = "", Deferred = target.Late(static found => new ClientCertificateRef { Name = found.SecretName, Namespace = found.Namespace }) };
    }
}
