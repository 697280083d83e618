namespace HomeOps;

/// <summary>Volumes on a node's own disk, for what keeps copies of its data itself.</summary>
[App<Ns.OpenebsSystem>]
public sealed class Openebs : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/openebs/charts/openebs", "4.5.1");

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["localpv-provisioner"] = new()
                    {
                        ["analytics"] = new() { ["enabled"] = false },
                        ["hostpathClass"] = new() { ["enabled"] = true, ["name"] = "openebs-hostpath", ["isDefaultClass"] = false, ["basePath"] = "/var/mnt/openebs" },
                    },
                    ["engines"] = new()
                    {
                        ["local"] = new() { ["lvm"] = new() { ["enabled"] = false }, ["zfs"] = new() { ["enabled"] = false } },
                        ["replicated"] = new() { ["mayastor"] = new() { ["enabled"] = false } },
                    },
                    ["loki"] = new() { ["enabled"] = false },
                    ["alloy"] = new() { ["enabled"] = false },
                },
            },
        },
    ];
}
