namespace Elysium;

/// <summary>Certificates.</summary>
[App<Ns.CertManager>, Provides("cert-manager.io", "acme.cert-manager.io"), In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://charts.jetstack.io depName=cert-manager
public sealed class CertManager() : HelmApp(static charts => charts.CertManager, "cert-manager", "v1.19.1")
{
    protected override bool IsAwaited => true;

    protected override Values ChartValues => new() { ["crds"] = new() { ["enabled"] = true } };
}
