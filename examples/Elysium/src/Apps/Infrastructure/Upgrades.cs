namespace Elysium;

/// <summary>Which K3s the nodes should run. The controller fills in <c>$(…)</c>; only <c>${…}</c> is Flux'.</summary>
[App<Ns.SystemUpgrade>, In<InfraConfigs>]
[DependsOn<SystemUpgrade>]
public sealed class Upgrades : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("upgrade.cattle.io/v1", "Plan", "k3s-server")
        {
            ["spec"] = new()
            {
                ["concurrency"] = 1,
                ["cordon"] = true,
                ["serviceAccountName"] = "system-upgrade",
                ["nodeSelector"] = new() { ["matchExpressions"] = [new() { ["key"] = "node-role.kubernetes.io/control-plane", ["operator"] = "Exists" }] },
                ["upgrade"] = new() { ["image"] = "rancher/k3s-upgrade" },
                ["version"] = ((Values)"v1.34.2+k3s1").WithComment("renovate: datasource=github-releases depName=k3s-io/k3s"),
            },
        },
    ];
}
