namespace HomeOps;

/// <summary>The disks of all nodes as one storage. The chart makes the CephCluster, so its health check names it.</summary>
[App<Ns.RookCeph>(Directory = "rook-ceph", Folder = "cluster")]
[DependsOn<RookCephOperator>, DependsOn<EnvoyGateway>]
public sealed class RookCephCluster : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/rook/rook-ceph-cluster", "v1.20.4");

    public override bool? Prune => false;

    public override Duration? Timeout => "30m";

    public override IReadOnlyList<HealthCheck> HealthChecks => [new("ceph.rook.io/v1", "CephCluster", "rook-ceph")];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs =>
    [
        new()
        {
            ApiVersion = "ceph.rook.io/v1",
            Kind = "CephCluster",
            Failed = "has(status.ceph) && status.ceph.health == 'HEALTH_ERR'",
            Current = "has(status.ceph) && status.ceph.health in ['HEALTH_OK', 'HEALTH_WARN']",
        },
    ];

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
                    ["operatorNamespace"] = Namespace,
                    ["monitoring"] = new() { ["enabled"] = true },
                    ["cephClusterSpec"] = new()
                    {
                        ["network"] = new() { ["provider"] = "host" },
                        ["storage"] = new() { ["useAllNodes"] = true, ["useAllDevices"] = false, ["devicePathFilter"] = "/dev/disk/by-id/nvme-.*" },
                    },
                    ["cephBlockPools"] =
                    [
                        new()
                        {
                            ["name"] = "block",
                            ["spec"] = new() { ["failureDomain"] = "host", ["replicated"] = new() { ["size"] = 3 } },
                            ["storageClass"] = new() { ["enabled"] = true, ["name"] = "ceph-block", ["isDefault"] = true, ["reclaimPolicy"] = "Delete" },
                        },
                    ],
                    ["cephFileSystems"] = [],
                    ["cephObjectStores"] = [],
                    ["route"] = new()
                    {
                        ["dashboard"] = new()
                        {
                            ["host"] = new() { ["name"] = $"ceph.{ClusterSecrets.SecretDomain}", ["path"] = "/", ["pathType"] = "PathPrefix" },
                            ["parentRefs"] = [Ref<EnvoyGateway>.To(gateway => gateway.Internal).AsParentRef()],
                        },
                    },
                },
            },
        },
    ];
}
