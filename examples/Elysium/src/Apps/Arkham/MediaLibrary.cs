namespace Elysium;

/// <summary>The library: a volume in the cloud, for everybody in the namespace.</summary>
[App<Ns.Arkham>(Directory = "arkham/media-library"), In<Apps>, RunsOn<Kyrion>]
[DependsOn<CsiRclone>]
public sealed class MediaLibrary : FluxApp
{
    private PersistentVolume Volume => field ??= new(ClaimName)
    {
        Spec = new()
        {
            Capacity = new() { ["storage"] = "5Ti" },
            AccessModes = ["ReadWriteMany"],
            PersistentVolumeReclaimPolicy = "Retain",
            StorageClassName = "",
            Csi = new()
            {
                Driver = "rclone.csi.veloxpack.io",
                VolumeHandle = ClaimName,
                VolumeAttributes = new() { ["remote"] = "azure", ["remotePath"] = "media", ["account"] = Text.Quoted(ClusterSecretVars.AzureStorageAccount) },
            },
        },
    };

    public const string ClaimName = "media-library";

    public override ManifestList Manifests =>
    [
        Volume,
        new PersistentVolumeClaim(ClaimName)
        {
            Spec = new() { AccessModes = ["ReadWriteMany"], StorageClassName = "", VolumeName = ClaimName, Resources = new() { Requests = new() { ["storage"] = "5Ti" } } },
        },
    ];
}
