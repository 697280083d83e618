namespace HomeOps;

/// <summary>Volume snapshots, and the class that the component Volsync takes by default.</summary>
[App<Ns.VolsyncSystem>, Provides("snapshot.storage.k8s.io")]
public sealed class SnapshotController : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/piraeusdatastore/helm-charts/snapshot-controller", "5.0.3");

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
                    ["controller"] = new()
                    {
                        ["replicaCount"] = 2,
                        ["serviceMonitor"] = new() { ["create"] = true },
                        ["volumeSnapshotClasses"] =
                        [
                            new()
                            {
                                ["name"] = "csi-ceph-block",
                                ["driver"] = "rook-ceph.rbd.csi.ceph.com",
                                ["deletionPolicy"] = "Delete",
                                ["parameters"] = new()
                                {
                                    ["clusterID"] = "rook-ceph",
                                    ["csi.storage.k8s.io/snapshotter-secret-name"] = "rook-csi-rbd-provisioner",
                                    ["csi.storage.k8s.io/snapshotter-secret-namespace"] = "rook-ceph",
                                },
                            },
                        ],
                    },
                },
            },
        },
    ];
}
