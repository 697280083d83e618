namespace HomeOps;

/// <summary>One certificate for the domain and everything below it; both gateways use it.</summary>
[App<Ns.Network>]
[DependsOn<CertManagerIssuers>]
public sealed class Certificates : FluxApp
{
    public const string SecretName = "wildcard-tls";

    public Certificate Wildcard => field ??= new("wildcard")
    {
        Spec = new()
        {
            SecretName = SecretName,
            IssuerRef = Ref<CertManagerIssuers>.To(issuers => issuers.Production),
            CommonName = ClusterSecrets.SecretDomain,
            DnsNames = [ClusterSecrets.SecretDomain, $"*.{ClusterSecrets.SecretDomain}"],
        },
    };

    public override bool? Wait => true;

    public override ManifestList Manifests => [Wildcard];
}
