namespace GitOps.Models.CertManager;

public sealed partial class CertificateIssuerRef
{
    /// <summary>The certificate is issued by this Issuer.</summary>
    public static implicit operator CertificateIssuerRef(Issuer target) => ToLocal((ObjectRef<Issuer>)target);

    /// <summary>The certificate is issued by this Issuer, of this app or another.</summary>
    public static implicit operator CertificateIssuerRef(ObjectRef<Issuer> target) => ToLocal(target);

    /// <summary>The certificate is issued by this ClusterIssuer.</summary>
    public static implicit operator CertificateIssuerRef(ClusterIssuer target) => To((ObjectRef<ClusterIssuer>)target);

    /// <summary>The certificate is issued by this ClusterIssuer, of this app or another.</summary>
    public static implicit operator CertificateIssuerRef(ObjectRef<ClusterIssuer> target) => To(target);

    private static CertificateIssuerRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Name = "", Deferred = target.Late(static found => new CertificateIssuerRef { Group = found.Group, Kind = found.Kind, Name = found.Name }) };

    private static CertificateIssuerRef ToLocal<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Name = "", Deferred = target.LateLocal(static found => new CertificateIssuerRef { Group = found.Group, Kind = found.Kind, Name = found.Name }) };
}
