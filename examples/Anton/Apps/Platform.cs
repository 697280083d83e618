namespace Anton;

// What everything stands on: network, names, certificates, secrets.

[App<Ns.KubeSystem>]
public sealed class Cilium : OciChartApp
{
    public override Tier Tier => Tiers.Critical;

    public override bool? Wait => true;

    protected override ObjectRef<OCIRepository> Chart => Ref<Repositories>.To(repositories => repositories.Cilium);

    protected override Values Values => new()
    {
        ["kubeProxyReplacement"] = true,
        ["routingMode"] = "native",
        ["ipv4NativeRoutingCIDR"] = "10.42.0.0/16",
        ["autoDirectNodeRoutes"] = true,
        ["loadBalancer"] = new() { ["algorithm"] = "maglev", ["mode"] = "dsr" },
        ["l2announcements"] = new() { ["enabled"] = true },
        ["operator"] = new() { ["replicas"] = 1, ["resources"] = Sized.Small },
        ["resources"] = Sized.Medium,
    };
}

[App<Ns.KubeSystem>(Name = "coredns")]
[DependsOn<Cilium>]
public sealed class CoreDns : OciChartApp
{
    public override Tier Tier => Tiers.Critical;

    public override bool? Wait => true;

    protected override ObjectRef<OCIRepository> Chart => Ref<Repositories>.To(repositories => repositories.CoreDns);

    protected override Values Values => new() { ["replicaCount"] = 2, ["service"] = new() { ["clusterIP"] = "10.43.0.10" }, ["resources"] = Sized.Small };
}

[App<Ns.KubeSystem>]
[DependsOn<CoreDns>]
public sealed class MetricsServer : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.MetricsServer);

    // renovate: datasource=helm registryUrl=https://kubernetes-sigs.github.io/metrics-server depName=metrics-server
    protected override string Version => "3.13.0";

    protected override Values Values => new() { ["args"] = ["--kubelet-insecure-tls"], ["resources"] = Sized.Small };
}

[App<Ns.CertManager>, Provides("cert-manager.io")]
[DependsOn<CoreDns>]
public sealed class CertManager : HelmChartApp
{
    public override Tier Tier => Tiers.Critical;

    public override bool? Wait => true;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Jetstack);

    // renovate: datasource=docker depName=quay.io/jetstack/charts/cert-manager
    protected override string Version => "1.18.2";

    protected override Values Values => new() { ["crds"] = new() { ["enabled"] = true }, ["resources"] = Sized.Small };
}

/// <summary>The issuers are a Kustomization of their own: they need the kinds that the chart brings.</summary>
[App<Ns.CertManager>(Directory = "cert-manager", Folder = "issuers")]
[DependsOn<CertManager>]
public sealed class CertManagerIssuers : FluxApp
{
    private ClusterIssuer LetsEncrypt => field ??= new("letsencrypt")
    {
        Spec = new()
        {
            Acme = new()
            {
                Server = "https://acme-v02.api.letsencrypt.org/directory",
                Email = ClusterSecrets.SecretAcmeEmail,
                PrivateKeySecretRef = new() { Name = "letsencrypt-account" },
                Solvers = [new() { Dns01 = new() { Cloudflare = new() { ApiTokenSecretRef = new() { Name = "cloudflare", Key = "token" } } }, Selector = new() { DnsZones = [ClusterSecrets.SecretDomain] } }],
            },
        },
    };

    public override Tier Tier => Tiers.Core;

    public override IReadOnlyList<HealthCheck> HealthChecks => [LetsEncrypt];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ClusterIssuer];

    public override ManifestList Manifests => [LetsEncrypt, Files.InTree("cloudflare.sops.yaml")];
}

[App<Ns.ExternalSecrets>, Provides("external-secrets.io")]
[DependsOn<CertManager>]
public sealed class ExternalSecrets : OciChartApp
{
    public override Tier Tier => Tiers.Critical;

    public override bool? Wait => true;

    protected override ObjectRef<OCIRepository> Chart => Ref<Repositories>.To(repositories => repositories.ExternalSecrets);

    protected override Values Values => new() { ["installCRDs"] = true, ["resources"] = Sized.Small };
}

[App<Ns.ExternalSecrets>]
[DependsOn<ExternalSecrets>]
public sealed class OnepasswordStore : FluxApp
{
    public ClusterSecretStore Store => field ??= new("onepassword")
    {
        Spec = new()
        {
            Provider = new()
            {
                Onepassword = new()
                {
                    ConnectHost = "http://onepassword-connect.external-secrets.svc:8080",
                    Vaults = new() { ["anton"] = 1 },
                    Auth = new() { SecretRef = new() { ConnectTokenSecretRef = new() { Name = "onepassword", Key = "token", Namespace = Namespace } } },
                },
            },
        },
    };

    public override Tier Tier => Tiers.Core;

    public override IReadOnlyList<HealthCheck> HealthChecks => [Store];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.ClusterSecretStore];

    public override ManifestList Manifests => [Store, Files.InTree("onepassword.sops.yaml")];
}

[App<Ns.Network>]
[DependsOn<OnepasswordStore>]
public sealed class TailscaleOperator : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Tailscale);

    // renovate: datasource=helm registryUrl=https://pkgs.tailscale.com/helmcharts depName=tailscale-operator
    protected override string Version => "1.88.2";

    protected override Values Values => new() { ["operatorConfig"] = new() { ["hostname"] = "anton", ["resources"] = Sized.Small } };

    public override ManifestList Manifests => [Vault.Secret("operator-oauth", "tailscale", ["client_id", "client_secret"]), .. base.Manifests];
}
