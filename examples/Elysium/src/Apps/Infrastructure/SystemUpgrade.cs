namespace Elysium;

/// <summary>Upgrades K3s by plan.</summary>
[App<Ns.SystemUpgrade>, Provides("upgrade.cattle.io"), In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://releases.rancher.com/server-charts/latest depName=system-upgrade-controller
public sealed class SystemUpgrade() : HelmApp(static charts => charts.Rancher, "system-upgrade-controller", "107.0.0")
{
    protected override bool IsAwaited => true;
}
