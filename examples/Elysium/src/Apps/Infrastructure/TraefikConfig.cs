namespace Elysium;

/// <summary>TLS for all routes: the certificate, how old a client may be, and Traefik's own page for the tailnet.</summary>
[App<Ns.Traefik>, In<InfraConfigs>]
[DependsOn<Traefik>, DependsOn<CertManager>]
public sealed class TraefikConfig : FluxApp
{
    private const string SecretName = "wildcard-tls";

    public override ManifestList Manifests =>
    [
        new Certificate("wildcard")
        {
            Spec = new() { SecretName = SecretName, IssuerRef = Ref<Issuers>.To(static issuers => issuers.LetsEncrypt), DnsNames = [ClusterVars.Domain, $"*.{ClusterVars.Domain}"] },
        },
        new Manifest("traefik.io/v1alpha1", "TLSStore", "default") { ["spec"] = new() { ["defaultCertificate"] = new() { ["secretName"] = SecretName } } },
        new Manifest("traefik.io/v1alpha1", "TLSOption", "modern") { ["spec"] = new() { ["minVersion"] = "VersionTLS12", ["sniStrict"] = true } },
        new Manifest("traefik.io/v1alpha1", "IngressRoute", "dashboard")
        {
            ["spec"] = new()
            {
                ["entryPoints"] = ["traefik"],
                ["routes"] = [new() { ["kind"] = "Rule", ["match"] = "PathPrefix(`/`)", ["services"] = [new() { ["kind"] = "TraefikService", ["name"] = "api@internal" }] }],
            },
        },
    ];
}
