namespace Layers;

/// <summary>Where volumes come from: the node's disk for databases, and one share of the NAS.</summary>
[App<Ns.KubeSystem>, In<Infrastructure>]
public sealed class Storage : FluxApp
{
    /// <summary>Like K3s' own class, but a volume outlives its claim.</summary>
    public StorageClass Retained => field ??= new("local-path-retain")
    {
        Provisioner = "rancher.io/local-path",
        ReclaimPolicy = "Retain",
        VolumeBindingMode = "WaitForFirstConsumer",
    };

    public PersistentVolume Documents => field ??= new("documents")
    {
        Spec = new()
        {
            Capacity = new() { ["storage"] = "500Gi" },
            AccessModes = ["ReadWriteMany"],
            PersistentVolumeReclaimPolicy = "Retain",
            Nfs = new() { Server = "nas.example.org", Path = "/volume1/documents" },
        },
    };

    public override ManifestList Manifests => [Retained, Documents];
}
