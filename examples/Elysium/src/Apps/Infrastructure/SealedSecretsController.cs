namespace Elysium;

/// <summary>Opens sealed Secrets; all layers behind rely on it.</summary>
[App<Ns.SealedSecretsSystem>(Name = "sealed-secrets"), Provides("bitnami.com"), In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://bitnami-labs.github.io/sealed-secrets depName=sealed-secrets
public sealed class SealedSecretsController() : HelmApp(static charts => charts.SealedSecrets, "sealed-secrets", "2.17.9")
{
    protected override bool IsAwaited => true;

    protected override Values ChartValues => new() { ["fullnameOverride"] = "sealed-secrets-controller", ["keyrenewperiod"] = "0" };
}
