namespace HomeOps;

/// <summary>Plays it all. Televisions cannot log in at a web page, so it has its own users and no forward auth.</summary>
[App<Ns.Media>]
public sealed class Jellyfin : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "20Gi" }, new Keda { Probe = BlackboxExporter.NasProbe }];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/jellyfin/jellyfin", "10.11.11"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone },
                Probes = AppProbes.Http("/health"),
                Resources = Pods.Resources("50m", "4Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8096,
            Route = new($"jellyfin.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["media"] = Pods.Share("/mnt/pool/media", "/media"), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
