namespace HomeOps;

/// <summary>Downloads. Its settings are easily made anew, so its backups are kept for two days only: a patch of what the component Volsync brings.</summary>
[App<Ns.Media>]
public sealed class Qbittorrent : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "1Gi" }, new Keda { Probe = BlackboxExporter.NasProbe }, new ExtAuthInternal()];

    public override IReadOnlyList<Patch> Patches =>
    [
        Patch.On(Volsync.ReplicationSource).Json6902(JsonPatchOperation.Replace("/spec/restic/retain/daily", 2), JsonPatchOperation.Remove("/spec/restic/retain/weekly")),
    ];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/home-operations/qbittorrent", "5.2.3"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone },
                Probes = AppProbes.Http("/api/v2/app/version"),
                Resources = Pods.Resources("50m", "2Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8080,
            Route = new($"downloads.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["media"] = Pods.Share("/mnt/pool/downloads", "/media"), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
